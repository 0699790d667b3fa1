"""The database on paper: tables, indexes, and the triggers that forbid what must never happen."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISION = "0001"
"""The newest migration; a database that carries it needs no migrating, and Alembic is not even imported."""

metadata = MetaData()

ON_SHELF = text("status = 'result_ready'")
ONCE_ASKED = text("marks & 64")
STILL_WAITING = text("state = 'waiting'")
BACK_FROM_SLIP = text("marks & 128")
UNFOLDED = text("turn IS NULL")
STILL_TO_READ = text("read < pages")
NAMES_DOSSIER = text("dossier IS NOT NULL")
STILL_TO_PRINT = text("state NOT IN ('confirmed', 'withdrawn')")
"""Conditions of partial indexes, written out where they are asked: SQLite must see that they are the same."""

epoch = Table(
    "epoch", metadata,
    Column("n", Integer, primary_key=True),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("device", LargeBinary, nullable=False),
    Column("parent", LargeBinary, nullable=False),
    Column("parent_seq", Integer, nullable=False),
    Column("parent_hash", LargeBinary, nullable=False),
    Column("opened_at", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    CheckConstraint("length(id) = 8 AND length(device) = 16"),
    CheckConstraint("reason IN ('install', 'restore', 'machine', 'fork')"),
)  # fmt: skip

dossier = Table(
    "dossier", metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", LargeBinary, nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("code_key", Text, nullable=False, unique=True),
    Column("procedure_code", Text, nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("sector", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("id_number", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("conditional", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("held_since", Integer, nullable=False),
    Column("late_since", Integer),
    Column("marks", Integer, nullable=False),
    Column("received_at", Integer, nullable=False),
    Column("due_at", Integer),
    Column("finished_at", Integer),
    Column("stopped_at", Integer),
    Column("returned_at", Integer),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("desk", LargeBinary),
    CheckConstraint("length(uid) = 16"),
    Index("dossier_received", "received_at"),
    Index("dossier_procedure", "procedure_code", "received_at"),
)  # fmt: skip
"""One row a dossier, small, so that lists stay quick; `epoch` and `seq` place its latest op, `numbers` holds
every citizen and telephone number in it between spaces. `id` is local and grows with time. `stopped_at` is where
the clock stopped: at the end of the work, or at the question the dossier waits with. `late_since` and `marks` are what
the state says (dossier.py, marks.py), kept for counting; nobody writes them but the writer, from the state."""

Index("dossier_finished", dossier.c.finished_at, dossier.c.received_at, sqlite_where=text("finished_at IS NOT NULL"))
Index("dossier_open", dossier.c.due_at, sqlite_where=text("finished_at IS NULL"))
Index("dossier_asked", dossier.c.procedure_code, dossier.c.received_at, sqlite_where=ONCE_ASKED)
Index("dossier_recovered", dossier.c.code_key, sqlite_where=BACK_FROM_SLIP)
Index("dossier_shelf", dossier.c.id, sqlite_where=ON_SHELF)
Index("dossier_returned", dossier.c.returned_at, sqlite_where=text("returned_at IS NOT NULL"))

state = Table(
    "state", metadata,
    Column("dossier", Integer, ForeignKey("dossier.id"), primary_key=True),
    Column("state", LargeBinary, nullable=False),
)  # fmt: skip

journal = Table(
    "journal", metadata,
    Column("n", Integer, primary_key=True),
    Column("epoch", LargeBinary, ForeignKey("epoch.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("line", LargeBinary, nullable=False),
    Column("h", LargeBinary, nullable=False),
    Column("origin_epoch", LargeBinary, nullable=False),
    Column("origin_seq", Integer, nullable=False),
    Column("dossier", Integer, ForeignKey("dossier.id")),
    UniqueConstraint("epoch", "seq"),
    CheckConstraint("length(h) = 32"),
    Index("journal_dossier", "dossier"),
)  # fmt: skip
"""Its key is (epoch, seq). A rowid table none the less: without one SQLite keeps at most a quarter page of a row
in place, and every reception would take an overflow page of its own. A line without a dossier is a deed of the
office (dossiers/records.py)."""

record = Table(
    "record", metadata,
    Column("n", Integer, ForeignKey("journal.n"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Index("record_kind", "kind", "at"),
)  # fmt: skip
"""Where the deeds of the office stand in the journal."""

book = Table(
    "book", metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("volume", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer),
    Column("epoch", LargeBinary, ForeignKey("epoch.id"), nullable=False),
    UniqueConstraint("kind", "volume", "year", "symbol"),
    CheckConstraint("first >= 1 AND (last IS NULL OR last >= first)"),
)  # fmt: skip
"""`epoch` is the run of the journal in which it was begun: after a restore or on another machine its last numbers may
already be on paper without this database knowing, so nothing more is drawn from it."""

book_entry = Table(
    "book_entry", metadata,
    Column("book", Integer, ForeignKey("book.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.id")),
    Column("paper", Integer),
    Column("at", Integer, nullable=False),
    Column("spoiled", Text),
    CheckConstraint("(dossier IS NULL) = (spoiled IS NOT NULL)"),
    Index("book_entry_dossier", "dossier"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Every number of every book: a dossier bears it, or it was spoiled and says why. There is no third thing."""

payment = Table(
    "payment", metadata,
    Column("book", Integer, ForeignKey("book.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("at", Integer, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("fee_vnd", Integer, nullable=False),
    Column("charge_vnd", Integer, nullable=False),
    Column("refunded_vnd", Integer, nullable=False),
    Column("voided_at", Integer),
    Index("payment_at", "at"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""One row a receipt, for counting money: phí and lệ phí apart, what was given back, and whether it was voided."""

receipt = Table(
    "receipt", metadata,
    Column("epoch", LargeBinary, ForeignKey("epoch.id"), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""The newest signed receipt of each epoch: everything up to `seq` is at the province."""

held = Table(
    "held", metadata,
    Column("op_key", LargeBinary, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("held_at", Integer, nullable=False),
    Column("dossier", Integer, ForeignKey("dossier.id")),
    Index("held_dossier", "dossier"),
    sqlite_with_rowid=False,
)  # fmt: skip

alias = Table(
    "alias", metadata,
    Column("code_key", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

number = Table(
    "number", metadata,
    Column("value", Text, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.id"), primary_key=True),
    Column("backward", Text, nullable=False),
    Index("number_backward", "backward", "dossier"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Citizen and telephone numbers of a dossier's people, forward for the first digits and backward for the last."""

citizen = Table(
    "citizen", metadata,
    Column("id_number", Text, primary_key=True),
    Column("person", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""How each citizen number was last written down, to fill in the next form."""

word = Table("word", metadata, Column("w", Text, primary_key=True), sqlite_with_rowid=False)
"""Every searchable word once; held in memory to finish the word being typed."""

counter = Table(
    "counter", metadata,
    Column("day", Text, primary_key=True),
    Column("band", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""The last number taken of each day and band (named by the band's first number)."""

blob = Table(
    "blob", metadata,
    Column("sha", LargeBinary, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("size", Integer, nullable=False),
    Column("mime", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("prio", Integer, nullable=False),
    Column("due_at", Integer),
    Column("receipt", LargeBinary),
    CheckConstraint("length(sha) = 32"),
    CheckConstraint("state IN ('waiting', 'sent', 'pruned')"),
    CheckConstraint("(state = 'waiting') = (receipt IS NULL)"),
    Index("blob_waiting", "prio", "due_at", "size", sqlite_where=STILL_WAITING),
    sqlite_with_rowid=False,
)  # fmt: skip

rescan = Table(
    "rescan", metadata,
    Column("sha", LargeBinary, ForeignKey("blob.sha"), primary_key=True),
    Column("why", Text, nullable=False),
    Column("since", Integer, nullable=False),
    Column("settled_at", Integer),
    CheckConstraint("why IN ('spoiled', 'refused')"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Files that will not reach the province whole, until their paper was scanned again."""

paper = Table(
    "paper", metadata,
    Column("sha", LargeBinary, ForeignKey("blob.sha"), primary_key=True),
    Column("pages", Integer, nullable=False),
    Column("read", Integer, nullable=False, server_default="0"),
    Index("paper_unread", "sha", sqlite_where=STILL_TO_READ),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Scanned files with print to be read in quiet time, page by page from the first."""

paper_page = Table(
    "paper_page", metadata,
    Column("id", Integer, primary_key=True),
    Column("sha", LargeBinary, ForeignKey("paper.sha"), nullable=False),
    Column("page", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    UniqueConstraint("sha", "page"),
)  # fmt: skip
"""What was read on a page: its words and where they stand. It is found by `paper_words`, and never sent."""

draft = Table(
    "draft", metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("saved_at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

print_job = Table(
    "print_job", metadata,
    Column("id", Integer, primary_key=True),
    Column("form", Text, nullable=False),
    Column("dossier", LargeBinary),
    Column("title", Text, nullable=False),
    Column("sha", LargeBinary, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("paper", Text, nullable=False),
    Column("reprint", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("queued_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
    Column("handed_at", Integer),
    CheckConstraint("copies BETWEEN 1 AND 99"),
    CheckConstraint("state IN ('queued', 'sent', 'confirmed', 'failed', 'withdrawn')"),
    Index("print_job_waiting", "id", sqlite_where=STILL_TO_PRINT),
)  # fmt: skip
"""`handed_at` is when a printer first took the slip: from then on there may be paper of it."""

access = Table(
    "access", metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("dossier", LargeBinary),
    Column("what", Text, nullable=False),
    Column("times", Integer, nullable=False),
    CheckConstraint("length(dossier) = 16"),
    CheckConstraint("times > 0"),
    Index("access_dossier", "dossier", "at", sqlite_where=NAMES_DOSSIER),
    Index("access_clerk", "clerk", "kind", "at"),
)  # fmt: skip
"""Who looked, printed, exported, came in or failed to (access.py). No op: it concerns this desk and is never sent."""

setting = Table(
    "setting", metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

wire = Table(
    "wire", metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

snapshot = Table(
    "snapshot", metadata,
    Column("uid", LargeBinary, primary_key=True),
    Column("code_key", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Index("snapshot_code", "code_key"),
)  # fmt: skip
"""What the province holds of a dossier, as it said it: compared with the fold here, never mixed into it."""


peer = Table(
    "peer", metadata,
    Column("device", LargeBinary, primary_key=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("certificate", LargeBinary, nullable=False),
    Column("heard_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""The other desks of this office: how to know their signature, and where and behind which certificate they answer."""

handed = Table(
    "handed", metadata,
    Column("ticket", LargeBinary, primary_key=True),
    Column("day", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
    UniqueConstraint("day", "number"),
)  # fmt: skip
"""Every number given to another desk, under the ticket it asked with; one that no dossier bears is seen as unused."""

foreign_line = Table(
    "foreign_line", metadata,
    Column("n", Integer, primary_key=True),
    Column("device", LargeBinary, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("line", LargeBinary, nullable=False),
    Column("h", LargeBinary, nullable=False),
    Column("origin_epoch", LargeBinary, nullable=False),
    Column("origin_seq", Integer, nullable=False),
    Column("op_key", LargeBinary, unique=True),
    Column("behind", Integer, nullable=False),
    Column("dossier", Integer, ForeignKey("dossier.id")),
    Column("turn", Integer),
    UniqueConstraint("epoch", "seq"),
    Index("foreign_line_dossier", "dossier"),
    Index("foreign_line_waiting", "n", sqlite_where=UNFOLDED),
)  # fmt: skip
"""Lines of the office's other desks, as they wrote them; `op_key` is empty for one already here under another place.

`behind` is the newest own line (journal.n) when it came: the order in which the hub tells both. `turn` is when this
desk folded it, after own line `turn >> 32`; 0 for a line that changes no dossier, empty while one does not fit yet."""

relay = Table(
    "relay", metadata,
    Column("n", Integer, primary_key=True),
    Column("device", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("reply", LargeBinary),
)  # fmt: skip
"""Other desks' signed batches on their way to the province, byte for byte, and its sealed replies on their way back."""


def never(name: str, when: str, table: str, message: str, condition: str = "") -> str:
    """A trigger that refuses."""
    guard = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} BEFORE {when} ON {table}{guard} BEGIN SELECT RAISE(ABORT, '{message}'); END"


EXTRA = (
    """CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2')""",
    """CREATE VIRTUAL TABLE paper_words USING fts5(words, content='', columnsize=0, tokenize='ascii')""",
    never("journal_no_update", "UPDATE", "journal", "the journal is append-only"),
    never("journal_no_delete", "DELETE", "journal", "the journal is append-only"),
    never(
        "journal_in_order", "INSERT", "journal", "the journal has no gaps",
        "NEW.seq IS NOT 1 + coalesce((SELECT max(seq) FROM journal WHERE epoch = NEW.epoch), 0)",
    ),
    never(
        "journal_in_epoch", "INSERT", "journal", "only the newest epoch grows",
        "NEW.epoch IS NOT (SELECT id FROM epoch ORDER BY n DESC LIMIT 1)",
    ),
    never("epoch_no_update", "UPDATE", "epoch", "an epoch never changes"),
    never("epoch_no_delete", "DELETE", "epoch", "an epoch never changes"),
    never("dossier_no_delete", "DELETE", "dossier", "a dossier is never erased"),
    never(
        "dossier_fixed", "UPDATE", "dossier", "identity and code never change",
        "NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.code IS NOT OLD.code",
    ),
    never("receipt_no_return", "UPDATE", "receipt", "a receipt never goes back", "NEW.seq < OLD.seq"),
    never("receipt_no_delete", "DELETE", "receipt", "a receipt never goes back"),
    never("counter_no_return", "UPDATE", "counter", "a number is given once", "NEW.last <= OLD.last"),
    never("counter_no_delete", "DELETE", "counter", "a number is given once"),
    never("book_no_update", "UPDATE", "book", "a book is never changed"),
    never("book_no_delete", "DELETE", "book", "a book is never changed"),
    never(
        "book_entry_in_order", "INSERT", "book_entry", "a book has no gaps",
        "NEW.number IS NOT coalesce((SELECT max(number) + 1 FROM book_entry WHERE book = NEW.book), "
        "(SELECT first FROM book WHERE id = NEW.book))",
    ),
    never("book_entry_no_update", "UPDATE", "book_entry", "a number is given once"),
    never("book_entry_no_delete", "DELETE", "book_entry", "a number is given once"),
    never("payment_no_delete", "DELETE", "payment", "a receipt stays on record"),
    never(
        "blob_no_return", "UPDATE", "blob", "only a sent file is let go of, and for ever",
        "OLD.state = 'pruned' OR (OLD.state = 'waiting' AND NEW.state = 'pruned')",
    ),
    never("handed_no_update", "UPDATE", "handed", "a number is given once"),
    never("handed_no_delete", "DELETE", "handed", "a number is given once"),
    never(
        "foreign_line_fixed", "UPDATE", "foreign_line", "a line of another desk never changes",
        "NEW.line IS NOT OLD.line OR NEW.h IS NOT OLD.h OR NEW.epoch IS NOT OLD.epoch OR NEW.seq IS NOT OLD.seq",
    ),
    never("foreign_line_no_delete", "DELETE", "foreign_line", "a line of another desk never changes"),
    never("access_no_update", "UPDATE", "access", "what was done stays on record"),
    never("access_no_delete", "DELETE", "access", "what was done stays on record"),
    never("print_job_final", "UPDATE", "print_job", "confirmed paper stays confirmed", "OLD.state = 'confirmed'"),
)  # fmt: skip
"""What SQLAlchemy has no word for: the search index and the triggers."""
