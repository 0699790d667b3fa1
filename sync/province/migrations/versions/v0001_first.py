"""The first database: journals and dossiers, desks, files, conflicts, packs, administrators, the portal's outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WORDS = {
    "sqlite": {"bytes": "BLOB", "serial": "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT"},
    "postgresql": {"bytes": "BYTEA", "serial": "BIGSERIAL PRIMARY KEY"},
}

STATEMENTS = (
    """
    CREATE TABLE about ("key" VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY ("key"))
    """,
    """
    CREATE TABLE enrolment_code (code VARCHAR NOT NULL, unit VARCHAR NOT NULL, slot INTEGER NOT NULL, expires_at
    BIGINT NOT NULL, device {bytes}, PRIMARY KEY (code))
    """,
    """
    CREATE TABLE device (id {bytes} NOT NULL, unit VARCHAR NOT NULL, slot INTEGER NOT NULL, office VARCHAR NOT NULL,
    public_key {bytes} NOT NULL, state VARCHAR NOT NULL CHECK (state IN ('active', 'revoked')), enrolled_at BIGINT
    NOT NULL, heard_at BIGINT NOT NULL, clock_offset_ms BIGINT DEFAULT '0' NOT NULL, app VARCHAR DEFAULT '' NOT
    NULL, PRIMARY KEY (id))
    """,
    """
    CREATE TABLE epoch (device {bytes} NOT NULL, id {bytes} NOT NULL, root {bytes} NOT NULL, parent {bytes} NOT
    NULL, parent_seq BIGINT NOT NULL, parent_hash {bytes} NOT NULL, seq BIGINT NOT NULL, hash {bytes} NOT NULL,
    PRIMARY KEY (device, id))
    """,
    """
    CREATE TABLE journal (device {bytes} NOT NULL, epoch {bytes} NOT NULL, seq BIGINT NOT NULL, line {bytes} NOT
    NULL, hash {bytes} NOT NULL, origin_epoch {bytes} NOT NULL, origin_seq BIGINT NOT NULL, op_key {bytes}, state
    VARCHAR NOT NULL CHECK (state IN ('applied', 'recorded', 'held', 'repeat')), reason VARCHAR NOT NULL, taken_at
    BIGINT NOT NULL, PRIMARY KEY (device, epoch, seq), UNIQUE (op_key), CHECK ((op_key IS NULL) = (state =
    'repeat')))
    """,
    """
    CREATE INDEX journal_state ON journal (state, taken_at)
    """,
    """
    CREATE TABLE dossier (id {bytes} NOT NULL, unit VARCHAR NOT NULL, code VARCHAR NOT NULL, received_on VARCHAR NOT
    NULL, rev BIGINT NOT NULL, state {bytes} NOT NULL, leaf {bytes} NOT NULL, PRIMARY KEY (id), UNIQUE (unit, code))
    """,
    """
    CREATE INDEX dossier_day ON dossier (unit, received_on)
    """,
    """
    CREATE TABLE feed (id {serial}, "transaction" BIGINT NOT NULL, unit VARCHAR NOT NULL, dossier {bytes} NOT NULL,
    device {bytes} NOT NULL, epoch {bytes} NOT NULL, seq BIGINT NOT NULL)
    """,
    """
    CREATE INDEX feed_dossier ON feed (dossier)
    """,
    """
    CREATE INDEX feed_place ON feed (unit, "transaction", id)
    """,
    """
    CREATE TABLE blob (sha256 {bytes} NOT NULL, unit VARCHAR NOT NULL, size BIGINT NOT NULL, verified_at BIGINT,
    mismatches INTEGER DEFAULT '0' NOT NULL, PRIMARY KEY (sha256))
    """,
    """
    CREATE TABLE portal_dossier (dossier {bytes} NOT NULL, message {bytes}, leaf {bytes}, accepted_at BIGINT,
    refused_at BIGINT, refusal VARCHAR DEFAULT '' NOT NULL, PRIMARY KEY (dossier))
    """,
    """
    CREATE TABLE portal_step (dossier {bytes} NOT NULL, step VARCHAR NOT NULL, PRIMARY KEY (dossier, step))
    """,
    """
    CREATE TABLE revocation (device {bytes} NOT NULL, sealed {bytes} NOT NULL, installed_at BIGINT NOT NULL, PRIMARY
    KEY (device))
    """,
    """
    CREATE TABLE conflict (dossier {bytes} NOT NULL, unit VARCHAR NOT NULL, field VARCHAR NOT NULL, since BIGINT NOT
    NULL, PRIMARY KEY (dossier, field))
    """,
    """
    CREATE TABLE likeness (likeness {bytes} NOT NULL, dossier {bytes} NOT NULL, device {bytes} NOT NULL, PRIMARY KEY
    (likeness, dossier))
    """,
    """
    CREATE TABLE twin (dossier {bytes} NOT NULL, device {bytes} NOT NULL, other {bytes} NOT NULL, other_device
    {bytes} NOT NULL, unit VARCHAR NOT NULL, found_at BIGINT NOT NULL, settled_by VARCHAR, PRIMARY KEY (dossier,
    other))
    """,
    """
    CREATE INDEX twin_device ON twin (device)
    """,
    """
    CREATE INDEX twin_other_device ON twin (other_device)
    """,
    """
    CREATE TABLE pack (name VARCHAR NOT NULL, number INTEGER NOT NULL, sealed {bytes} NOT NULL, published_at BIGINT
    NOT NULL, PRIMARY KEY (name, number))
    """,
    """
    CREATE TABLE review (device {bytes} NOT NULL, epoch {bytes} NOT NULL, seq BIGINT NOT NULL, kept_at BIGINT NOT
    NULL, kept_by VARCHAR NOT NULL, PRIMARY KEY (device, epoch, seq))
    """,
    """
    CREATE TABLE backed_up (device {bytes} NOT NULL, epoch {bytes} NOT NULL, seq BIGINT NOT NULL, files_before
    BIGINT NOT NULL, PRIMARY KEY (device, epoch))
    """,
    """
    CREATE TABLE administrator (name VARCHAR NOT NULL, password VARCHAR NOT NULL, made_at BIGINT NOT NULL, PRIMARY
    KEY (name))
    """,
    """
    CREATE TABLE sign_in_try (name VARCHAR NOT NULL, wrong INTEGER NOT NULL, wrong_at BIGINT NOT NULL, PRIMARY KEY
    (name))
    """,
    """
    CREATE TABLE session (token {bytes} NOT NULL, name VARCHAR NOT NULL, form_token VARCHAR NOT NULL, expires_at
    BIGINT NOT NULL, PRIMARY KEY (token))
    """,
    """
    CREATE TABLE audit (id {serial}, at BIGINT NOT NULL, "by" VARCHAR NOT NULL, deed VARCHAR NOT NULL, subject
    VARCHAR NOT NULL, "before" VARCHAR NOT NULL, "after" VARCHAR NOT NULL)
    """,
    """
    CREATE TABLE courier_bundle (device {bytes} NOT NULL, digest {bytes} NOT NULL, number BIGINT NOT NULL, answer
    BIGINT NOT NULL, taken_at BIGINT NOT NULL, PRIMARY KEY (device, digest))
    """,
)

GUARDS = {
    "sqlite": [
        """CREATE TRIGGER journal_keeps_its_lines BEFORE UPDATE ON journal
        WHEN OLD.line IS NOT NEW.line OR OLD.hash IS NOT NEW.hash OR OLD.seq IS NOT NEW.seq
        BEGIN SELECT RAISE(ABORT, 'a journal line never changes'); END""",
        """CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'a journal line is never deleted'); END""",
        """CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'an audit line is never deleted'); END""",
        """CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'an audit line never changes'); END""",
    ],
    "postgresql": [
        """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'a % line never changes', TG_TABLE_NAME; END $$""",
        """CREATE TRIGGER journal_keeps_its_lines BEFORE UPDATE ON journal FOR EACH ROW
        WHEN (OLD.line IS DISTINCT FROM NEW.line OR OLD.hash IS DISTINCT FROM NEW.hash
        OR OLD.seq IS DISTINCT FROM NEW.seq) EXECUTE FUNCTION refuse_change()""",
        """CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal FOR EACH ROW
        EXECUTE FUNCTION refuse_change()""",
        """CREATE TRIGGER audit_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    ],
}


def upgrade() -> None:
    """Everything of the first version, in the words of either database; one made before versions had it already."""
    if sa.inspect(op.get_bind()).has_table("about"):
        return
    dialect = op.get_bind().dialect.name
    for statement in STATEMENTS:
        op.execute(statement.format(**WORDS[dialect]))
    for statement in GUARDS[dialect]:
        op.execute(statement)
