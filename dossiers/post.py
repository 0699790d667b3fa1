"""Send a result by post, and take the parcel back when nobody claimed it (dịch vụ bưu chính công ích)."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk
from dossiers.dossier import Dossier, Posting
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """The body of op `posted`: the parcel's number (mã vận đơn) and where it goes."""

    tracking: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCameBack:
    """The body of op `post_came_back`."""

    reason: str


def post_result(act: Act, dossier_id: UUID, tracking: str, address: str) -> Dossier:
    """The post took it: a physical fact; the dossier is returned when the delivery is confirmed (`return_result`)."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    if not nfc(tracking):
        raise InvalidInput("Chưa ghi mã vận đơn bưu điện.", field="tracking")
    if not nfc(address):
        raise InvalidInput("Chưa ghi địa chỉ nhận.", field="address")
    return act.append("posted", dossier_id, Posted(tracking=nfc(tracking), address=nfc(address)))


def take_back_post(act: Act, dossier_id: UUID, reason: str) -> Dossier:
    """The parcel is at the desk again: a physical fact."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    return act.append("post_came_back", dossier_id, PostCameBack(reason=nfc(reason)))


def fold_posted(before: Dossier | None, op: Op, body: Posted) -> Dossier:
    """The latest parcel counts; former ones stay in the journal."""
    dossier = fresh(before)
    posting = Posting(at=op.at, by=op.actor, tracking=body.tracking, address=body.address)
    return replace(dossier, posting=posting, flags=flagged(op.kind, dossier))


def fold_came_back(before: Dossier | None, op: Op, body: PostCameBack) -> Dossier:
    """The parcel lies at the desk once more."""
    dossier = fresh(before)
    posting = replace(dossier.posting, back_at=op.at) if dossier.posting else None
    return replace(dossier, posting=posting, flags=flagged(op.kind, dossier))
