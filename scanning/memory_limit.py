"""A ceiling on what this process may take, as each system spells it: what is made to fill the machine ends here."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    PROCESS_MEMORY = 0x100
    EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64), ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD), ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t), ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t), ("PriorityClass", wintypes.DWORD), ("SchedulingClass", wintypes.DWORD),
        )  # fmt: skip

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits), ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t), ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t), ("PeakJobMemoryUsed", ctypes.c_size_t),
        )  # fmt: skip

    def bound_memory(most_bytes: int) -> None:
        """Join a job of one's own whose processes may commit so much (JOBOBJECT_EXTENDED_LIMIT_INFORMATION).

        Where Windows says no there is no ceiling: better than no scan.
        """
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        limits = _ExtendedLimits(ProcessMemoryLimit=most_bytes)
        limits.BasicLimitInformation.LimitFlags = PROCESS_MEMORY
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        kernel.SetInformationJobObject(job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))

else:
    import resource

    def bound_memory(most_bytes: int) -> None:
        """Let the data of this process grow no further (RLIMIT_DATA)."""
        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))
