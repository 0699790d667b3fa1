"""The province's tables: the devices' journals, what was applied in which order, and the dossiers that follow."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()

REVISION = "0003"
"""The newest migration; what it builds and what is written here are the same."""

about = Table("about", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

enrolment_code = Table(
    "enrolment_code", metadata,
    Column("code", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("device", LargeBinary),
)  # fmt: skip

device = Table(
    "device", metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("unit", String, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("office", String, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("state", String, CheckConstraint("state IN ('active', 'revoked')"), nullable=False),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("heard_at", BigInteger, nullable=False),
    Column("clock_offset_ms", BigInteger, nullable=False, server_default="0"),
    Column("app", String, nullable=False, server_default=""),
    # Lines that wait at the desk, by its own word.
    Column("unsent", BigInteger, nullable=False, server_default="0"),
)  # fmt: skip

epoch = Table(
    "epoch", metadata,
    Column("device", LargeBinary, nullable=False),
    Column("id", LargeBinary, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("parent", LargeBinary, nullable=False),
    Column("parent_seq", BigInteger, nullable=False),
    Column("parent_hash", LargeBinary, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "id"),
)  # fmt: skip

journal = Table(
    "journal", metadata,
    Column("device", LargeBinary, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("line", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("origin_epoch", LargeBinary, nullable=False),
    Column("origin_seq", BigInteger, nullable=False),
    # NULL for a repeat: a re-homed line that is already here under its first place.
    Column("op_key", LargeBinary),
    Column("state", String, CheckConstraint("state IN ('applied', 'recorded', 'held', 'repeat')"), nullable=False),
    Column("reason", String, nullable=False),
    Column("taken_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("device", "epoch", "seq"),
    UniqueConstraint("op_key"),
    CheckConstraint("(op_key IS NULL) = (state = 'repeat')"),
    Index("journal_state", "state", "taken_at"),
)  # fmt: skip

dossier = Table(
    "dossier", metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("unit", String, nullable=False),
    Column("code", String, nullable=False),
    Column("received_on", String, nullable=False),
    Column("rev", BigInteger, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    UniqueConstraint("unit", "code"),
    Index("dossier_day", "unit", "received_on"),
)  # fmt: skip

feed = Table(
    "feed", metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    # The writing transaction on PostgreSQL, 0 on SQLite; see feed.py.
    Column("transaction", BigInteger, nullable=False),
    Column("unit", String, nullable=False),
    Column("dossier", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Index("feed_place", "unit", "transaction", "id"),
    Index("feed_dossier", "dossier"),
    sqlite_autoincrement=True,
)  # fmt: skip

blob = Table(
    "blob", metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("unit", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("verified_at", BigInteger),
    Column("mismatches", Integer, nullable=False, server_default="0"),
)  # fmt: skip

portal_dossier = Table(
    "portal_dossier", metadata,
    Column("dossier", LargeBinary, primary_key=True),
    # What the national portal last took: the message's digest; the leaf of the state that was wholly reported.
    Column("message", LargeBinary),
    Column("leaf", LargeBinary),
    Column("accepted_at", BigInteger),
    Column("refused_at", BigInteger),
    Column("refusal", String, nullable=False, server_default=""),
)  # fmt: skip

portal_step = Table(
    "portal_step", metadata,
    Column("dossier", LargeBinary, nullable=False),
    Column("step", String, nullable=False),
    PrimaryKeyConstraint("dossier", "step"),
)  # fmt: skip

revocation = Table(
    "revocation", metadata,
    # What the offline key has signed against a desk, told to it until it enrols again.
    Column("device", LargeBinary, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("installed_at", BigInteger, nullable=False),
)  # fmt: skip

conflict = Table(
    "conflict", metadata,
    # A field in which values rival, as the dossier's state says; kept to find it by.
    Column("dossier", LargeBinary, nullable=False),
    Column("unit", String, nullable=False),
    Column("field", String, nullable=False),
    Column("since", BigInteger, nullable=False),
    PrimaryKeyConstraint("dossier", "field"),
)  # fmt: skip

likeness = Table(
    "likeness", metadata,
    # A digest of citizen, procedure, unit and day.
    Column("likeness", LargeBinary, nullable=False),
    Column("dossier", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
    PrimaryKeyConstraint("likeness", "dossier"),
)  # fmt: skip

twin = Table(
    "twin", metadata,
    # Two dossiers of one likeness from two desks, the later one first.
    Column("dossier", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("other", LargeBinary, nullable=False),
    Column("other_device", LargeBinary, nullable=False),
    Column("unit", String, nullable=False),
    Column("found_at", BigInteger, nullable=False),
    Column("settled_by", String),
    PrimaryKeyConstraint("dossier", "other"),
    Index("twin_device", "device"),
    Index("twin_other_device", "other_device"),
)  # fmt: skip

pack = Table(
    "pack", metadata,
    Column("name", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("published_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("name", "number"),
)  # fmt: skip
"""Reference packs, every edition: what a desk a year behind is helped forward from."""

review = Table(
    "review", metadata,
    # A held line a person has looked at and left as it is.
    Column("device", LargeBinary, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("kept_at", BigInteger, nullable=False),
    Column("kept_by", String, nullable=False),
    # Told to the desk.
    Column("why", String, nullable=False, server_default=""),
    PrimaryKeyConstraint("device", "epoch", "seq"),
)  # fmt: skip

backed_up = Table(
    "backed_up", metadata,
    # How far each epoch lies in a backup that was finished, and the instant before which its files do too.
    Column("device", LargeBinary, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("files_before", BigInteger, nullable=False),
    PrimaryKeyConstraint("device", "epoch"),
)  # fmt: skip

administrator = Table(
    "administrator", metadata,
    Column("name", String, primary_key=True),
    # Argon2id in the PHC string format.
    Column("password", String, nullable=False),
    Column("made_at", BigInteger, nullable=False),
)  # fmt: skip

sign_in_try = Table(
    "sign_in_try", metadata,
    # By the name that was typed, whether or not anybody has it.
    Column("name", String, primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("wrong_at", BigInteger, nullable=False),
)  # fmt: skip

session = Table(
    "session", metadata,
    # SHA-256 of the cookie: who reads this table cannot sign in with it.
    Column("token", LargeBinary, primary_key=True),
    Column("name", String, nullable=False),
    Column("form_token", String, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)  # fmt: skip

audit = Table(
    "audit", metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("by", String, nullable=False),
    Column("deed", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip

courier_bundle = Table(
    "courier_bundle", metadata,
    Column("device", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("number", BigInteger, nullable=False),
    # The last answer made to this desk is the greatest.
    Column("answer", BigInteger, nullable=False),
    Column("taken_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("device", "digest"),
)  # fmt: skip

rescue_set = Table(
    "rescue_set", metadata,
    Column("device", LargeBinary, nullable=False),
    Column("label", String, nullable=False),
    # Only the intake's own key opens it.
    Column("sealed", LargeBinary, nullable=False),
    Column("taken_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("device", "label"),
)  # fmt: skip

rescue_shown = Table(
    "rescue_shown", metadata,
    Column("device", LargeBinary, nullable=False),
    Column("label", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("shown_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("device", "label", "number"),
)  # fmt: skip

GUARDS = {
    "sqlite": [
        """CREATE TRIGGER IF NOT EXISTS journal_keeps_its_lines BEFORE UPDATE ON journal
        WHEN OLD.line IS NOT NEW.line OR OLD.hash IS NOT NEW.hash OR OLD.seq IS NOT NEW.seq
        BEGIN SELECT RAISE(ABORT, 'a journal line never changes'); END""",
        """CREATE TRIGGER IF NOT EXISTS journal_is_kept BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'a journal line is never deleted'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'an audit line is never deleted'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_never_changes BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'an audit line never changes'); END""",
    ],
    "postgresql": [
        """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'a % line never changes', TG_TABLE_NAME; END $$""",
        """CREATE OR REPLACE TRIGGER journal_keeps_its_lines BEFORE UPDATE ON journal FOR EACH ROW
        WHEN (OLD.line IS DISTINCT FROM NEW.line OR OLD.hash IS DISTINCT FROM NEW.hash
        OR OLD.seq IS DISTINCT FROM NEW.seq) EXECUTE FUNCTION refuse_change()""",
        """CREATE OR REPLACE TRIGGER journal_is_kept BEFORE DELETE ON journal FOR EACH ROW
        EXECUTE FUNCTION refuse_change()""",
        """CREATE OR REPLACE TRIGGER audit_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    ],
}
"""What must not change is forbidden by the database itself."""
