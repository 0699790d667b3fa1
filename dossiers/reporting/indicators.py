"""The indicators of QĐ 766/QĐ-TTg a desk can work out by itself, and those it cannot, said plainly (domain 4.5)."""

from dataclasses import dataclass

from dossiers.reporting.figures import Figure, Measure

SOURCE = "QĐ 766/QĐ-TTg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One share: what is counted out of what, the rule in a sentence, and the target in percent where one is known."""

    slug: str
    title: str
    measure: Measure
    base: Measure
    rule: str
    target: int | None = None


INDICATORS = (
    Indicator(
        slug="progress", title="Giải quyết đúng hạn", measure=Measure.ENDED_IN_TIME, base=Measure.ENDED,
        rule="Kết thúc xử lý không sau ngày hẹn trả. Hồ sơ phải bổ sung quá một lần tính là quá hạn; hồ sơ đang chờ "
        "bổ sung tính kết thúc tại lúc yêu cầu. Thời gian chờ người dân đã trừ vào ngày hẹn.",
    ),
    Indicator(
        slug="online", title="Hồ sơ trực tuyến", measure=Measure.RECEIVED_ONLINE, base=Measure.RECEIVED, target=50,
        rule="Kênh thực hiện là trực tuyến, trên số tiếp nhận trong kỳ.",
    ),
    Indicator(
        slug="online_result", title="Trực tuyến có kết quả điện tử", measure=Measure.SETTLED_ONLINE,
        base=Measure.SETTLED, rule="Nhận trực tuyến và có tệp kết quả, trên số đã giải quyết trong kỳ.",
    ),
    Indicator(
        slug="digitised", title="Số hóa hồ sơ", measure=Measure.DIGITISED, base=Measure.SETTLED, target=80,
        rule="Có tệp cả ở giấy tờ nộp và ở kết quả, trên số đã giải quyết trong kỳ.",
    ),
    Indicator(
        slug="reuse", title="Dùng lại dữ liệu số hóa", measure=Measure.REUSED, base=Measure.RECEIVED, target=80,
        rule="Có giấy tờ lấy từ kho dữ liệu hoặc kết quả đã số hóa, trên số tiếp nhận trong kỳ.",
    ),
    Indicator(
        slug="payment", title="Thanh toán trực tuyến", measure=Measure.PAID_ONLINE, base=Measure.CHARGED,
        rule="Đã thanh toán trực tuyến, trên số hồ sơ tiếp nhận trong kỳ có phí, lệ phí.",
    ),
    Indicator(
        slug="sync", title="Đồng bộ hồ sơ", measure=Measure.SYNCED, base=Measure.RECEIVED,
        rule="Tính theo ngày tiếp nhận: tỉnh đã ký nhận mọi việc của hồ sơ và không để riêng việc nào.",
    ),
)  # fmt: skip
"""In the order of the decision's groups."""

LEFT_OUT = (
    "Mức độ hài lòng (100 % trừ quá hạn và phản ánh) không tính ở đây: quầy không có số phản ánh, kiến nghị.",
    "Tỷ lệ dùng dữ liệu dân cư (VNeID) không tính ở đây: quầy không biết tài khoản nào đã được xác thực.",
    "Công khai, minh bạch không tính ở đây: số liệu nằm trên Cổng Dịch vụ công.",
)  # fmt: skip
"""What has no data at a desk; it is said, never guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An indicator with its figure."""

    indicator: Indicator
    figure: Figure
