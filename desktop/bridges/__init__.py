"""Bridges between Qt's thread and everything that lives outside it.

`jobs.QtJobs`      the database thread and the pool behind `desktop.jobs.Jobs`
`keeper.Keeper`         idle housekeeping and backups, hourly and at the close
`garbage.WindowGarbage` collects Python's garbage in the window's thread only
`idle.IdleWatch`        when nobody has touched the desk for a while
`serial.SerialBridge`   the readers on serial ports: signals `scanned(str)`, `broke_off()`, `ports_changed(tuple)`
`card_camera.CardCameraBridge` a camera over a citizen's card: signals `framed(Frame)`, `failed(Fault)`
`wedge.WedgeFilter`     a keyboard-type reader anywhere in the window: signal `scanned(str)`
`qt_printer.QtPrinter`  QPrinter behind the `Printer` protocol of printing/
`sync.SyncBridge`       the sync engine in its own thread: signals `started()`, `progressed(Progress)`,
                        `finished(SyncReport)`, `failed(Failure)`, `enrolled()`; methods `run_now()`, `enrol()`
`scan.ScanBridge`       a scanner session in its child process: signal `happened(object)` carrying the events of
                        `scanning.events`, `found(object)` those of a search; methods `start(request)`, `stop()`,
                        `find()`, `stop_finding()`, `close()`
"""
