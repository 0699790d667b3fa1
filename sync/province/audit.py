"""The audit: every act of an administrator as a row that the database itself refuses to change or delete."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from dossiers.clock import from_ms, to_ms
from sync.province.schema import audit

CONSOLE = "console"
"""Who acts when nobody signed in: whoever can run programs on the server itself."""

DEEDS = {
    "administrator_made": "Lập tài khoản quản trị",
    "backed_up": "Ghi nhận bản sao lưu",
    "code_issued": "Cấp mã ghi danh",
    "conflict_settled": "Giải quyết xung đột",
    "courier_taken": "Nhận tệp USB",
    "device_admitted": "Nhận máy ghi danh qua USB",
    "device_revoked": "Thu hồi quyền của máy",
    "dossier_corrected": "Sửa thông tin hồ sơ",
    "history_renewed": "Bắt đầu lịch sử mới",
    "line_kept": "Giữ lại việc để theo dõi",
    "line_released": "Áp dụng việc bị giữ",
    "locked_out": "Khóa đăng nhập do nhập sai",
    "pack_published": "Công bố gói dữ liệu chuẩn",
    "password_changed": "Đổi mật khẩu quản trị",
    "rescue_shown": "Đọc mã cứu",
    "result_added": "Ghi có kết quả",
    "signed_in": "Đăng nhập",
    "signed_out": "Đăng xuất",
}
"""Every deed there is, and its words on the page."""


@dataclass(frozen=True, slots=True)
class Act:
    """One row: who did what to which subject, and how it stood before and after; no personal data."""

    id: int
    at: datetime
    by: str
    deed: str
    subject: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """The deed as the page says it."""
        return DEEDS[self.deed]


def record(
    connection: Connection, at: datetime, by: str, deed: str, subject: str, before: str = "", after: str = ""
) -> None:
    """Write an act down in the transaction that does it, so that neither exists without the other."""
    if deed not in DEEDS:
        raise ValueError(deed)
    connection.execute(
        insert(audit).values(at=to_ms(at), by=by, deed=deed, subject=subject, before=before, after=after)
    )


def read(connection: Connection, limit: int, before: int | None = None) -> list[Act]:
    """The latest acts first; `before` is the id the page before ended with."""
    query = select(audit).order_by(audit.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(audit.c.id < before)
    return [
        Act(row.id, from_ms(row.at), row.by, row.deed, row.subject, row.before, row.after)
        for row in connection.execute(query)
    ]
