"""Office papers drawn for measurements, with what is printed on them known; every person and place is invented.

Kinds: a filled form with red seal, blue pen, QR and bar code; a dense letter; a certificate on guilloche; a copy of
both sides of a citizen card. `scan` lays a paper on a scanner: tint, shade, slant, optics, noise of the sensor.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

import resources
from tests.scanning.paper import BLUE_PEN, Picture, code128, multiply, paste, qr, skewed

DPI = 300
MM = DPI / 25.4
SIZE = (round(210 * MM), round(297 * MM))

CODE = "H26.19.103-261121-0042"
PAYLOAD = f"{CODE}/01JD8Z3N5Q7R9T1V3X5Z7B9D1F"
RED_INK = (52, 38, 205)
PLACE = "Ủy ban nhân dân xã An Bình"

Box = tuple[int, int, int, int]
Drawer = Callable[["Paper", np.random.Generator], None]


@dataclass(eq=False)
class Paper:
    """A4 at 300 dpi in BGR, the lines printed on it, where its seals and cards are (left, top, right, bottom in px)."""

    pixels: Picture = field(default_factory=lambda: np.full((SIZE[1], SIZE[0], 3), 255, np.uint8))
    lines: list[str] = field(default_factory=list)
    seals: list[Box] = field(default_factory=list)
    cards: list[Box] = field(default_factory=list)

    def print(
        self, text: str, x_mm: float, y_mm: float, size_pt: float = 13, *,
        font: str = "LiberationSerif-Regular", centred: bool = False,
    ) -> None:  # fmt: skip
        """Print a line in black and remember it."""
        self.lines.append(text)
        self.write(text, x_mm, y_mm, size_pt, font=font, centred=centred)

    def write(
        self, text: str, x_mm: float, y_mm: float, size_pt: float = 13, *,
        font: str = "LiberationSerif-Regular", colour: tuple[int, int, int] = (25, 25, 25), centred: bool = False,
    ) -> None:  # fmt: skip
        """Text nobody has to read back: handwriting, a name under a seal."""
        face = ImageFont.truetype(str(resources.path(f"fonts/{font}.ttf")), round(size_pt / 72 * DPI))
        left, top, right, bottom = (round(edge) for edge in face.getbbox(text))
        patch = Image.new("RGB", (right - left + 8, bottom - top + 8), "white")
        ImageDraw.Draw(patch).text((4 - left, 4 - top), text, font=face, fill=colour[::-1])
        x = round(x_mm * MM) - (patch.width // 2 if centred else 0)
        self.press(np.asarray(patch)[:, :, ::-1], x, round(y_mm * MM) + top)

    def press(self, ink: NDArray[np.uint8], x: int, y: int) -> None:
        """Lay ink over what is there, as light sees both; it may hang over the edge of the sheet."""
        x, y = max(x, 0), max(y, 0)
        under = self.pixels[y : y + ink.shape[0], x : x + ink.shape[1]]
        under[:] = multiply(under, np.ascontiguousarray(ink[: under.shape[0], : under.shape[1]]))

    def rule(self, x0_mm: float, y0_mm: float, x1_mm: float, y1_mm: float, width_px: int = 3) -> None:
        """A printed rule."""
        ends = [(round(x * MM), round(y * MM)) for x, y in ((x0_mm, y0_mm), (x1_mm, y1_mm))]
        cv2.line(self.pixels, ends[0], ends[1], (40, 40, 40), width_px)

    def seal(self, x_mm: float, y_mm: float, rng: np.random.Generator, radius_mm: float = 18) -> None:
        """A round red seal, its ink uneven as it is."""
        side, centre, radius = round(2.2 * radius_mm * MM), round(1.1 * radius_mm * MM), radius_mm * MM
        ink = np.full((side, side, 3), 255, np.uint8)
        for share, width in ((0.98, 7), (0.92, 3), (0.60, 3)):
            cv2.circle(ink, (centre, centre), round(radius * share), RED_INK, width, cv2.LINE_AA)
        angles = np.deg2rad(-90 + 144 * np.arange(5))
        star = np.stack([np.cos(angles), np.sin(angles)], 1) * radius * 0.33 + centre
        cv2.polylines(ink, [star.astype(np.int32)], isClosed=True, color=RED_INK, thickness=5, lineType=cv2.LINE_AA)
        ink = _ring_text(ink, f"{PLACE.upper()} ★ TỈNH THÁI AN ★ ".replace("★", "*"), radius * 0.76)
        cover = cv2.resize(
            rng.uniform(0.62, 1, (24, 24)).astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC
        )
        worn = 255 - (255 - ink.astype(np.float32)) * cover.clip(0.55, 1)[:, :, None]
        left, top = round(x_mm * MM) - centre, round(y_mm * MM) - centre
        self.press(worn.astype(np.uint8), left, top)
        self.seals.append((left, top, left + side, top + side))

    def sign(self, x_mm: float, y_mm: float, rng: np.random.Generator, width_mm: float = 38) -> None:
        """A signature in blue pen: one stroke that loops, thick and thin."""
        ink = np.full((round(24 * MM), round(1.3 * width_mm * MM), 3), 255, np.uint8)
        t = np.linspace(0, 1, 260)
        loops = np.sin(2 * np.pi * (5 + 2 * rng.random()) * t + rng.random())
        xs = width_mm * (0.15 + t + 0.10 * loops) * MM
        ys = (12 + 7 * np.cos(2 * np.pi * 6 * t) * (1 - 0.7 * t)) * MM
        for step in range(len(t) - 1):
            ends = [(round(xs[at]), round(ys[at])) for at in (step, step + 1)]
            cv2.line(ink, ends[0], ends[1], BLUE_PEN, 3 + round(3 * abs(float(loops[step]))), cv2.LINE_AA)
        self.press(ink, round((x_mm - 0.15 * width_mm) * MM), round((y_mm - 12) * MM))


def draw(kind: str, seed: int) -> Paper:
    """A paper of one of `KINDS`; the same seed gives the same paper."""
    paper = Paper()
    KINDS[kind](paper, np.random.default_rng(seed))
    return paper


def scan(picture: Picture, seed: int, *, degrees: float = 0.0, noise: float = 3.5, blur_px: float = 0.9) -> Picture:
    """The paper as an office scanner delivers it, uncompressed."""
    rng = np.random.default_rng(seed)
    page = skewed(picture, degrees, bed=250) if degrees else picture
    height, width = page.shape[:2]
    shade = (1 - 0.05 * np.abs(np.linspace(-1, 1, width)) ** 3)[None, :, None].astype(np.float32)
    tint = np.array((0.955, 0.97, 0.98), np.float32)
    light = cv2.GaussianBlur(page, (0, 0), blur_px).astype(np.float32)
    light *= shade * tint * 0.95
    light += 8 + noise * rng.standard_normal((height, width, 3), np.float32)
    return np.asarray(light.clip(0, 255), np.uint8)


def _heading(paper: Paper) -> None:
    paper.print("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 105, 15, 13, font="LiberationSerif-Bold", centred=True)
    paper.print("Độc lập - Tự do - Hạnh phúc", 105, 22, 13, font="LiberationSerif-Bold", centred=True)
    paper.rule(78, 29, 132, 29)


def _form(paper: Paper, rng: np.random.Generator) -> None:
    """A request filled in by pen, stamped by the office, with the codes of the receipt."""
    _heading(paper)
    paper.print("TỜ KHAI ĐỀ NGHỊ XÁC NHẬN TÌNH TRẠNG CƯ TRÚ", 105, 36, 15, font="LiberationSerif-Bold", centred=True)
    paper.print(f"Kính gửi: {PLACE}, tỉnh Thái An", 32, 46)
    for row, (label, value) in enumerate(_FIELDS):
        y = 56 + 8.2 * row
        paper.print(label, 22, y)
        paper.write("." * 74, 22 + 2.25 * len(label), y, 12, colour=(110, 110, 110))
        paper.write(value, 24 + 2.25 * len(label), y - 1.8, 15, font="LiberationSerif-Italic", colour=BLUE_PEN)
    top = 58 + 8.2 * len(_FIELDS)
    for row in range(6):
        paper.rule(20, top + 9 * row, 190, top + 9 * row)
    for x in (20, 32, 92, 132, 190):
        paper.rule(x, top, x, top + 45)
    for row, cells in enumerate(_TABLE):
        for x, cell in zip((22, 34, 94, 134), cells, strict=True):
            paper.print(cell, x, top + 1.5 + 9 * row, 11)
    for row, line in enumerate(_LETTER[:5]):
        paper.print(line, 20, top + 49 + 7 * row, 12.5)
    paper.print("TM. ỦY BAN NHÂN DÂN", 140, 234, 12.5, font="LiberationSerif-Bold", centred=True)
    paper.print("PHÓ CHỦ TỊCH", 140, 240, 12.5, font="LiberationSerif-Bold", centred=True)
    paper.write("Trần Thị Bích Hạnh", 140, 275, 13, font="LiberationSerif-Bold", centred=True)
    paper.seal(118, 256, rng)
    paper.sign(118, 259, rng)
    paste(paper.pixels, qr(PAYLOAD, round(25 * MM)), round(174 * MM), round(262 * MM))
    paste(paper.pixels, code128(CODE, 4, round(11 * MM)), round(18 * MM), round(274 * MM))


def _letter(paper: Paper, rng: np.random.Generator) -> None:
    """A page full of printed text."""
    _heading(paper)
    for row in range(24):
        line = _LETTER[(row * 5 + row // 7) % len(_LETTER)]
        paper.print(line, 20, 40 + 7 * row, 12)
    paper.print("TM. ỦY BAN NHÂN DÂN", 150, 228, 13, font="LiberationSerif-Bold", centred=True)
    paper.print("CHỦ TỊCH", 150, 234, 13, font="LiberationSerif-Bold", centred=True)
    paper.write("Nguyễn Văn Phúc", 150, 274, 14, font="LiberationSerif-Bold", centred=True)
    paper.seal(132, 254, rng)
    paper.sign(132, 257, rng)


def _certificate(paper: Paper, rng: np.random.Generator) -> None:
    """Print on guilloche in two colours, a frame, a red title and a seal."""
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32) / np.float32(MM)
    ground = np.full_like(paper.pixels, 255)
    for colour, turn, wave in (((214, 206, 246), 0.9, 7.0), ((226, 238, 206), -1.1, 11.0), ((210, 230, 250), 0.2, 5.0)):
        phase = y + turn * 3 * np.sin(2 * np.pi * x / wave / 4) + 2 * np.sin(2 * np.pi * (x + turn * y) / wave / 3)
        lines = np.abs((phase / 2.0) % 1 - 0.5) < 0.14
        ground[lines] = multiply(ground[lines], np.array(colour, np.uint8))
    paper.press(ground, 0, 0)
    for inset, width in ((9, 9), (12, 3)):
        corners = [(round(a * MM), round(b * MM)) for a, b in ((inset, inset), (210 - inset, 297 - inset))]
        cv2.rectangle(paper.pixels, corners[0], corners[1], (60, 60, 190), width)
    _heading(paper)
    paper.write("GIẤY CHỨNG NHẬN", 105, 48, 30, font="LiberationSerif-Bold", colour=(40, 30, 200), centred=True)
    paper.print("ĐĂNG KÝ HỘ KINH DOANH", 105, 66, 17, font="LiberationSerif-Bold", centred=True)
    for row, (label, value) in enumerate(_FIELDS[:8]):
        paper.print(f"{label} {value}", 26, 84 + 11 * row, 14)
    for row, line in enumerate(_LETTER[2:6]):
        paper.print(line, 26, 180 + 8 * row, 11)
    paper.print("CHỦ TỊCH", 145, 222, 13, font="LiberationSerif-Bold", centred=True)
    paper.write("Lê Hoàng Minh Đức", 145, 266, 14, font="LiberationSerif-Bold", centred=True)
    paper.seal(126, 245, rng)
    paper.sign(126, 248, rng)
    paste(paper.pixels, qr(PAYLOAD, round(25 * MM)), round(24 * MM), round(240 * MM))


def _id_copy(paper: Paper, rng: np.random.Generator) -> None:
    """Both sides of a card on one sheet, in colour."""
    paper.print("BẢN CHỤP HAI MẶT THẺ CĂN CƯỚC", 105, 20, 14, font="LiberationSerif-Bold", centred=True)
    for top in (45, 120):
        _card_ground(paper, 62, top, rng)
    paper.write("CĂN CƯỚC", 105, 50, 11, font="NotoSans-SemiBold", colour=(40, 30, 190), centred=True)
    for row, line in enumerate(_CARD):
        paper.print(line, 92, 57 + 5.6 * row, 7.5, font="NotoSans-Regular")
    _portrait(paper, 65, 58, rng)
    paste(paper.pixels, qr(PAYLOAD, round(17 * MM), "M"), round(128 * MM), round(48 * MM))
    for row, line in enumerate(_BACK):
        paper.print(line, 66, 127 + 5.4 * row, 7.5, font="NotoSans-Regular")
    for row in range(3):
        paper.write("IDVNM0980012345<<3<<<<<<<<<<<<"[row:], 66, 154 + 5.2 * row, 9, font="NotoSans-Regular")
    paper.print("Người nộp cam đoan bản chụp đúng với thẻ đang dùng.", 30, 190)


def _card_ground(paper: Paper, left_mm: float, top_mm: float, rng: np.random.Generator) -> None:
    height, width = round(54 * MM), round(85.6 * MM)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    card = np.empty((height, width, 3), np.float32)
    card[:] = (232, 236, 205)
    card[:, :, 2] -= 26 * x / width
    card[:, :, 0] -= 20 * y / height
    waves = np.abs(((y + 60 * np.sin(x / 90) + 26 * np.sin((x + y) / 41)) / 15) % 1 - 0.5) < 0.16
    card[waves] -= 14
    card += cv2.GaussianBlur(rng.normal(0, 14, card.shape).astype(np.float32), (0, 0), 6)
    left, top = round(left_mm * MM), round(top_mm * MM)
    paper.press(card.clip(0, 255).astype(np.uint8), left, top)
    paper.cards.append((left, top, left + width, top + height))


def _portrait(paper: Paper, left_mm: float, top_mm: float, rng: np.random.Generator) -> None:
    """Nobody: an oval, hair, shoulders, and the grain of a photograph."""
    height, width = round(30 * MM), round(22 * MM)
    face = np.full((height, width, 3), (214, 206, 196), np.uint8)
    middle = width // 2
    cv2.ellipse(
        face, (middle, round(0.40 * height)), (round(0.27 * width), round(0.30 * height)), 0, 0, 360, (30, 28, 34), -1
    )
    cv2.ellipse(
        face,
        (middle, round(0.45 * height)),
        (round(0.22 * width), round(0.25 * height)),
        0,
        0,
        360,
        (150, 176, 214),
        -1,
    )
    cv2.ellipse(
        face, (middle, round(1.04 * height)), (round(0.46 * width), round(0.34 * height)), 0, 0, 360, (96, 70, 48), -1
    )
    for side in (-1, 1):
        cv2.circle(face, (middle + side * round(0.09 * width), round(0.43 * height)), 5, (40, 40, 60), -1)
    cv2.ellipse(face, (middle, round(0.56 * height)), (18, 6), 0, 0, 180, (90, 90, 180), 4)
    soft = cv2.GaussianBlur(face, (0, 0), 3).astype(np.float32)
    soft += cv2.GaussianBlur(rng.normal(0, 22, face.shape).astype(np.float32), (0, 0), 1.5)
    left, top = round(left_mm * MM), round(top_mm * MM)
    paper.pixels[top : top + height, left : left + width] = soft.clip(0, 255)


def _ring_text(ink: Picture, text: str, radius_px: float) -> Picture:
    """Letters around the middle of the picture, feet inwards."""
    side = ink.shape[0]
    face = ImageFont.truetype(str(resources.path("fonts/LiberationSerif-Bold.ttf")), round(radius_px * 0.20))
    sheet = Image.fromarray(np.ascontiguousarray(ink[:, :, ::-1]))
    for index, letter in enumerate(text):
        turn = 360 * index / len(text)
        cell = Image.new("L", (side, side), 0)
        at = (side / 2, side / 2 - radius_px)
        ImageDraw.Draw(cell).text(at, letter, font=face, fill=255, anchor="mm")
        sheet.paste(RED_INK[::-1], (0, 0), cell.rotate(-turn - 200, resample=Image.Resampling.BICUBIC))
    return np.ascontiguousarray(np.asarray(sheet)[:, :, ::-1])


KINDS: dict[str, Drawer] = {"form": _form, "letter": _letter, "certificate": _certificate, "id": _id_copy}

_FIELDS = (
    ("Họ và tên người đề nghị:", "Phạm Ngọc Bảo Trân"),
    ("Ngày, tháng, năm sinh:", "09/02/1988"),
    ("Số định danh cá nhân:", "000188000123"),
    ("Nơi thường trú:", "Số 7, thôn Đông Hạ, xã An Bình"),
    ("Nơi ở hiện tại:", "Số 7, thôn Đông Hạ, xã An Bình"),
    ("Số điện thoại liên hệ:", "0900 000 123"),
    ("Nội dung đề nghị:", "xác nhận để bổ túc hồ sơ vay vốn"),
    ("Thời gian cư trú:", "từ tháng 5 năm 2012 đến nay"),
    ("Giấy tờ kèm theo:", "bản sao sổ, đơn có chữ ký"),
)
_TABLE = (
    ("Số", "Họ và tên thành viên", "Năm sinh", "Quan hệ với chủ hộ"),
    ("1", "Phạm Văn Lương", "1956", "Bố đẻ của chủ hộ"),
    ("2", "Đỗ Thị Quỳnh Như", "1960", "Mẹ đẻ của chủ hộ"),
    ("3", "Phạm Ngọc Bảo Trân", "1988", "Chủ hộ"),
    ("4", "Vũ Khánh Ly", "2013", "Con ruột, đang đi học"),
)
_LETTER = (
    "Căn cứ đề nghị của công dân và kết quả xác minh tại thôn, Ủy ban nhân dân xã trả lời:",
    "Hồ sơ nộp ngày mười chín tháng mười một đã đủ giấy tờ theo quy định và được tiếp nhận;",
    "người đề nghị cư trú ổn định, không có tranh chấp, hằng năm đóng góp đầy đủ các khoản quỹ.",
    "Trưởng thôn Đông Hạ và hai hộ liền kề ký xác nhận ranh giới thửa đất số 214, tờ bản đồ 17,",
    "diện tích 382,5 mét vuông, trong đó đất ở 200 mét vuông, đất vườn 182,5 mét vuông; phía bắc",
    "giáp đường bê tông, phía nam giáp mương nước, phía đông giáp hộ ông Bùi Quang Dũng, phía tây",
    "giáp đất công ích. Việc sử dụng đất phù hợp quy hoạch đã được công bố công khai từ năm 2021.",
    "Ủy ban nhân dân xã đề nghị Văn phòng đăng ký đất đai xem xét, giải quyết theo thẩm quyền và",
    "thông báo kết quả bằng văn bản cho người nộp hồ sơ trước ngày hẹn ghi trên giấy tiếp nhận.",
    "Mọi vướng mắc xin liên hệ bộ phận một cửa trong giờ hành chính hoặc gọi số 0200 3000 400;",
    "người dân không phải nộp thêm giấy tờ nào ngoài những giấy tờ đã liệt kê ở trang thứ nhất.",
)
_CARD = (
    "Số: 000188000123",
    "Họ và tên: PHẠM NGỌC BẢO TRÂN",
    "Ngày sinh: 09/02/1988   Giới tính: Nữ",
    "Quốc tịch: Việt Nam",
    "Quê quán: An Bình, Thái An",
    "Nơi thường trú: Đông Hạ, An Bình",
)
_BACK = (
    "Đặc điểm nhân dạng: nốt ruồi trên mày trái",
    "Ngày cấp: 14/06/2024",
    "Nơi đăng ký khai sinh: xã An Bình, tỉnh Thái An",
    "Có giá trị đến: 09/02/2048",
)
