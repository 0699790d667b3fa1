"""Whether printer, scanner and reader answer: one sentence each."""

from pathlib import Path

from desktop.findings import Finding
from desktop.i18n import retold, said, t
from dossiers.errors import KnownError
from dossiers.office import Devices

SCANNER_TIMEOUT_S = 15.0


def printer(devices: Devices) -> Finding:
    """The printer as it says it is."""
    from desktop.bridges.printer import choose_printer

    if not devices.printer:
        words = t("Chưa chọn máy in. Giấy hẹn chờ trong hàng đợi in; chọn máy in trong Thiết lập.")
        return Finding(topic="printer", ok=None, sentence=words)
    try:
        chosen = choose_printer(devices.printer)
        state = chosen.state()
    except KnownError as error:
        return Finding(topic="printer", ok=False, sentence=said(error))
    if not state.ready:
        words = t("Máy in {name} chưa in được: {troubles}", name=chosen.name, troubles=retold(" ".join(state.troubles)))
        return Finding(topic="printer", ok=False, sentence=words)
    if state.papers and devices.paper not in state.papers:
        words = t("Máy in {name} không có khổ {paper}. Chọn khổ khác trong Thiết lập.",
                  name=chosen.name, paper=devices.paper)  # fmt: skip
        return Finding(topic="printer", ok=False, sentence=words)
    return Finding(topic="printer", ok=True, sentence=t("Máy in {name} sẵn sàng.", name=chosen.name))


def scanner(devices: Devices) -> Finding:
    """Whether the chosen scanner answers, or the watched folder is there."""
    from scanning.drivers import driver_of
    from scanning.errors import Fault, ScanError
    from scanning.session import find_devices

    if not devices.scanner and not devices.watched_folder:
        words = t("Chưa chọn máy quét. Vẫn nhập được tệp có sẵn; chọn máy quét trong Thiết lập.")
        return Finding(topic="scanner", ok=None, sentence=words)
    try:
        if not devices.scanner:
            if not Path(devices.watched_folder).is_dir():
                raise ScanError(Fault.FOLDER_MISSING)
            return Finding(topic="scanner", ok=True, sentence=t("Thư mục nhận tệp quét mở được."))
        [found] = find_devices((driver_of(devices.scanner),), devices.scanner, SCANNER_TIMEOUT_S)
    except ScanError as error:
        return Finding(topic="scanner", ok=False, sentence=retold(str(error)))
    return Finding(topic="scanner", ok=True, sentence=t("Máy quét {name} trả lời.", name=found.label))


def reader(port: str) -> Finding:
    """Whether the serial port of the barcode reader opens; keyboard readers have none."""
    from scanning.readers import find_reader_ports, opens

    known = port or next(iter(find_reader_ports()), "")
    if not known:
        words = t("Không thấy đầu đọc mã nào ở cổng nối tiếp. Đầu đọc kiểu bàn phím vẫn dùng được.")
        return Finding(topic="reader", ok=None, sentence=words)
    if opens(known):
        return Finding(topic="reader", ok=True, sentence=t("Đầu đọc mã ở cổng {port} sẵn sàng.", port=known))
    words = t("Không mở được cổng {port} của đầu đọc mã. Vẫn gõ mã bằng tay được; cắm lại đầu đọc, "
              "hoặc chọn cổng khác trong Thiết lập.", port=known)  # fmt: skip
    return Finding(topic="reader", ok=False, sentence=words)
