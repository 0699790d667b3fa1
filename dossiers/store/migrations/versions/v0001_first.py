"""The first database: register, journal, search, drafts, prints, wire and files."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE access (id INTEGER NOT NULL, at INTEGER NOT NULL, clerk TEXT NOT NULL, kind TEXT NOT
    NULL, dossier BLOB, what TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (id), CHECK
    (length(dossier) = 16), CHECK (times > 0))
    """,
    """
    CREATE INDEX access_clerk ON access (clerk, kind, at)
    """,
    """
    CREATE INDEX access_dossier ON access (dossier, at) WHERE dossier IS NOT NULL
    """,
    """
    CREATE TABLE citizen (id_number TEXT NOT NULL, person BLOB NOT NULL, PRIMARY KEY (id_number))
    WITHOUT ROWID
    """,
    """
    CREATE TABLE counter (day TEXT NOT NULL, band INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY
    (day, band)) WITHOUT ROWID
    """,
    """
    CREATE TABLE dossier (id INTEGER NOT NULL, uid BLOB NOT NULL, code TEXT NOT NULL, code_key TEXT NOT
    NULL, procedure_code TEXT NOT NULL, procedure_name TEXT NOT NULL, sector TEXT NOT NULL, name TEXT
    NOT NULL, id_number TEXT NOT NULL, numbers TEXT NOT NULL, status TEXT NOT NULL, conditional INTEGER
    NOT NULL, channel TEXT NOT NULL, clerk TEXT NOT NULL, holder TEXT NOT NULL, held_since INTEGER NOT
    NULL, late_since INTEGER, marks INTEGER NOT NULL, received_at INTEGER NOT NULL, due_at INTEGER,
    finished_at INTEGER, stopped_at INTEGER, returned_at INTEGER, epoch BLOB NOT NULL, seq INTEGER NOT
    NULL, desk BLOB, PRIMARY KEY (id), CHECK (length(uid) = 16), UNIQUE (uid), UNIQUE (code_key))
    """,
    """
    CREATE INDEX dossier_asked ON dossier (procedure_code, received_at) WHERE marks & 64
    """,
    """
    CREATE INDEX dossier_finished ON dossier (finished_at, received_at) WHERE finished_at IS NOT NULL
    """,
    """
    CREATE INDEX dossier_open ON dossier (due_at) WHERE finished_at IS NULL
    """,
    """
    CREATE INDEX dossier_procedure ON dossier (procedure_code, received_at)
    """,
    """
    CREATE INDEX dossier_received ON dossier (received_at)
    """,
    """
    CREATE INDEX dossier_returned ON dossier (returned_at) WHERE returned_at IS NOT NULL
    """,
    """
    CREATE INDEX dossier_recovered ON dossier (code_key) WHERE marks & 128
    """,
    """
    CREATE INDEX dossier_shelf ON dossier (id) WHERE status = 'result_ready'
    """,
    """
    CREATE TABLE draft (id BLOB NOT NULL, kind TEXT NOT NULL, saved_at INTEGER NOT NULL, body BLOB NOT
    NULL, PRIMARY KEY (id)) WITHOUT ROWID
    """,
    """
    CREATE TABLE epoch (n INTEGER NOT NULL, id BLOB NOT NULL, device BLOB NOT NULL, parent BLOB NOT
    NULL, parent_seq INTEGER NOT NULL, parent_hash BLOB NOT NULL, opened_at INTEGER NOT NULL, reason
    TEXT NOT NULL, PRIMARY KEY (n), CHECK (length(id) = 8 AND length(device) = 16), CHECK (reason IN
    ('install', 'restore', 'machine', 'fork')), UNIQUE (id))
    """,
    """
    CREATE TABLE print_job (id INTEGER NOT NULL, form TEXT NOT NULL, dossier BLOB, title TEXT NOT NULL,
    sha BLOB NOT NULL, copies INTEGER NOT NULL, paper TEXT NOT NULL, reprint INTEGER NOT NULL, state
    TEXT NOT NULL, note TEXT NOT NULL, queued_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    handed_at INTEGER, PRIMARY KEY (id), CHECK (copies BETWEEN 1 AND 99), CHECK (state IN ('queued',
    'sent', 'confirmed', 'failed', 'withdrawn')))
    """,
    """
    CREATE INDEX print_job_waiting ON print_job (id) WHERE state NOT IN ('confirmed', 'withdrawn')
    """,
    """
    CREATE TABLE setting ("key" TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY ("key")) WITHOUT ROWID
    """,
    """
    CREATE TABLE snapshot (uid BLOB NOT NULL, code_key TEXT NOT NULL, rev INTEGER NOT NULL, state BLOB
    NOT NULL, PRIMARY KEY (uid))
    """,
    """
    CREATE INDEX snapshot_code ON snapshot (code_key)
    """,
    """
    CREATE TABLE wire ("key" TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY ("key")) WITHOUT ROWID
    """,
    """
    CREATE TABLE word (w TEXT NOT NULL, PRIMARY KEY (w)) WITHOUT ROWID
    """,
    """
    CREATE TABLE alias (code_key TEXT NOT NULL, code TEXT NOT NULL, dossier INTEGER NOT NULL, PRIMARY
    KEY (code_key), FOREIGN KEY(dossier) REFERENCES dossier (id)) WITHOUT ROWID
    """,
    """
    CREATE TABLE blob (sha BLOB NOT NULL, dossier INTEGER NOT NULL, size INTEGER NOT NULL, mime TEXT NOT
    NULL, state TEXT DEFAULT 'waiting' NOT NULL, prio INTEGER NOT NULL, due_at INTEGER, receipt BLOB,
    PRIMARY KEY (sha), CHECK (length(sha) = 32), CHECK (state IN ('waiting', 'sent', 'pruned')), CHECK
    ((state = 'waiting') = (receipt IS NULL)), FOREIGN KEY(dossier) REFERENCES dossier (id)) WITHOUT
    ROWID
    """,
    """
    CREATE INDEX blob_waiting ON blob (prio, due_at, size) WHERE state = 'waiting'
    """,
    """
    CREATE TABLE book (id INTEGER NOT NULL, kind TEXT NOT NULL, volume TEXT NOT NULL, year INTEGER NOT
    NULL, symbol TEXT NOT NULL, template TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER, epoch BLOB
    NOT NULL, PRIMARY KEY (id), UNIQUE (kind, volume, year, symbol), CHECK (first >= 1 AND (last IS NULL
    OR last >= first)), FOREIGN KEY(epoch) REFERENCES epoch (id))
    """,
    """
    CREATE TABLE held (op_key BLOB NOT NULL, reason TEXT NOT NULL, held_at INTEGER NOT NULL, dossier
    INTEGER, PRIMARY KEY (op_key), FOREIGN KEY(dossier) REFERENCES dossier (id)) WITHOUT ROWID
    """,
    """
    CREATE INDEX held_dossier ON held (dossier)
    """,
    """
    CREATE TABLE journal (n INTEGER NOT NULL, epoch BLOB NOT NULL, seq INTEGER NOT NULL, line BLOB NOT
    NULL, h BLOB NOT NULL, origin_epoch BLOB NOT NULL, origin_seq INTEGER NOT NULL, dossier INTEGER,
    PRIMARY KEY (n), UNIQUE (epoch, seq), CHECK (length(h) = 32), FOREIGN KEY(epoch) REFERENCES epoch
    (id), FOREIGN KEY(dossier) REFERENCES dossier (id))
    """,
    """
    CREATE INDEX journal_dossier ON journal (dossier)
    """,
    """
    CREATE TABLE number (value TEXT NOT NULL, dossier INTEGER NOT NULL, backward TEXT NOT NULL, PRIMARY
    KEY (value, dossier), FOREIGN KEY(dossier) REFERENCES dossier (id)) WITHOUT ROWID
    """,
    """
    CREATE INDEX number_backward ON number (backward, dossier)
    """,
    """
    CREATE TABLE receipt (epoch BLOB NOT NULL, seq INTEGER NOT NULL, receipt BLOB NOT NULL, PRIMARY KEY
    (epoch), FOREIGN KEY(epoch) REFERENCES epoch (id)) WITHOUT ROWID
    """,
    """
    CREATE TABLE state (dossier INTEGER NOT NULL, state BLOB NOT NULL, PRIMARY KEY (dossier), FOREIGN
    KEY(dossier) REFERENCES dossier (id))
    """,
    """
    CREATE TABLE book_entry (book INTEGER NOT NULL, number INTEGER NOT NULL, dossier INTEGER, paper
    INTEGER, at INTEGER NOT NULL, spoiled TEXT, PRIMARY KEY (book, number), CHECK ((dossier IS NULL) =
    (spoiled IS NOT NULL)), FOREIGN KEY(book) REFERENCES book (id), FOREIGN KEY(dossier) REFERENCES
    dossier (id)) WITHOUT ROWID
    """,
    """
    CREATE INDEX book_entry_dossier ON book_entry (dossier)
    """,
    """
    CREATE TABLE payment (book INTEGER NOT NULL, number INTEGER NOT NULL, dossier INTEGER NOT NULL, at
    INTEGER NOT NULL, clerk TEXT NOT NULL, mode TEXT NOT NULL, fee_vnd INTEGER NOT NULL, charge_vnd
    INTEGER NOT NULL, refunded_vnd INTEGER NOT NULL, voided_at INTEGER, PRIMARY KEY (book, number),
    FOREIGN KEY(book) REFERENCES book (id), FOREIGN KEY(dossier) REFERENCES dossier (id)) WITHOUT ROWID
    """,
    """
    CREATE INDEX payment_at ON payment (at)
    """,
    """
    CREATE TABLE record (n INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (n),
    FOREIGN KEY(n) REFERENCES journal (n))
    """,
    """
    CREATE INDEX record_kind ON record (kind, at)
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2')
    """,
    """
    CREATE TABLE paper (sha BLOB NOT NULL, pages INTEGER NOT NULL, read INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (sha), FOREIGN KEY(sha) REFERENCES blob (sha)) WITHOUT ROWID
    """,
    """
    CREATE INDEX paper_unread ON paper (sha) WHERE read < pages
    """,
    """
    CREATE TABLE paper_page (id INTEGER NOT NULL, sha BLOB NOT NULL, page INTEGER NOT NULL, words BLOB
    NOT NULL, PRIMARY KEY (id), UNIQUE (sha, page), FOREIGN KEY(sha) REFERENCES paper (sha))
    """,
    """
    CREATE VIRTUAL TABLE paper_words USING fts5(words, content='', columnsize=0, tokenize='ascii')
    """,
    """
    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is
    append-only'); END
    """,
    """
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is
    append-only'); END
    """,
    """
    CREATE TRIGGER journal_in_order BEFORE INSERT ON journal WHEN NEW.seq IS NOT 1 + coalesce((SELECT
    max(seq) FROM journal WHERE epoch = NEW.epoch), 0) BEGIN SELECT RAISE(ABORT, 'the journal has no
    gaps'); END
    """,
    """
    CREATE TRIGGER journal_in_epoch BEFORE INSERT ON journal WHEN NEW.epoch IS NOT (SELECT id FROM epoch
    ORDER BY n DESC LIMIT 1) BEGIN SELECT RAISE(ABORT, 'only the newest epoch grows'); END
    """,
    """
    CREATE TRIGGER epoch_no_update BEFORE UPDATE ON epoch BEGIN SELECT RAISE(ABORT, 'an epoch never
    changes'); END
    """,
    """
    CREATE TRIGGER epoch_no_delete BEFORE DELETE ON epoch BEGIN SELECT RAISE(ABORT, 'an epoch never
    changes'); END
    """,
    """
    CREATE TRIGGER dossier_no_delete BEFORE DELETE ON dossier BEGIN SELECT RAISE(ABORT, 'a dossier is
    never erased'); END
    """,
    """
    CREATE TRIGGER dossier_fixed BEFORE UPDATE ON dossier WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT
    OLD.uid OR NEW.code IS NOT OLD.code BEGIN SELECT RAISE(ABORT, 'identity and code never change'); END
    """,
    """
    CREATE TRIGGER receipt_no_return BEFORE UPDATE ON receipt WHEN NEW.seq < OLD.seq BEGIN SELECT
    RAISE(ABORT, 'a receipt never goes back'); END
    """,
    """
    CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'a receipt never
    goes back'); END
    """,
    """
    CREATE TRIGGER counter_no_return BEFORE UPDATE ON counter WHEN NEW.last <= OLD.last BEGIN SELECT
    RAISE(ABORT, 'a number is given once'); END
    """,
    """
    CREATE TRIGGER counter_no_delete BEFORE DELETE ON counter BEGIN SELECT RAISE(ABORT, 'a number is
    given once'); END
    """,
    """
    CREATE TRIGGER book_no_update BEFORE UPDATE ON book BEGIN SELECT RAISE(ABORT, 'a book is never
    changed'); END
    """,
    """
    CREATE TRIGGER book_no_delete BEFORE DELETE ON book BEGIN SELECT RAISE(ABORT, 'a book is never
    changed'); END
    """,
    """
    CREATE TRIGGER book_entry_in_order BEFORE INSERT ON book_entry WHEN NEW.number IS NOT
    coalesce((SELECT max(number) + 1 FROM book_entry WHERE book = NEW.book), (SELECT first FROM book
    WHERE id = NEW.book)) BEGIN SELECT RAISE(ABORT, 'a book has no gaps'); END
    """,
    """
    CREATE TRIGGER book_entry_no_update BEFORE UPDATE ON book_entry BEGIN SELECT RAISE(ABORT, 'a number
    is given once'); END
    """,
    """
    CREATE TRIGGER book_entry_no_delete BEFORE DELETE ON book_entry BEGIN SELECT RAISE(ABORT, 'a number
    is given once'); END
    """,
    """
    CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'a receipt stays
    on record'); END
    """,
    """
    CREATE TRIGGER blob_no_return BEFORE UPDATE ON blob WHEN OLD.state = 'pruned' OR (OLD.state =
    'waiting' AND NEW.state = 'pruned') BEGIN SELECT RAISE(ABORT, 'only a sent file is let go of, and
    for ever'); END
    """,
    """
    CREATE TRIGGER access_no_update BEFORE UPDATE ON access BEGIN SELECT RAISE(ABORT, 'what was done
    stays on record'); END
    """,
    """
    CREATE TRIGGER access_no_delete BEFORE DELETE ON access BEGIN SELECT RAISE(ABORT, 'what was done
    stays on record'); END
    """,
    """
    CREATE TRIGGER print_job_final BEFORE UPDATE ON print_job WHEN OLD.state = 'confirmed' BEGIN SELECT
    RAISE(ABORT, 'confirmed paper stays confirmed'); END
    """,
    """
    CREATE TABLE peer (device BLOB NOT NULL, public_key BLOB NOT NULL, slot INTEGER NOT NULL, name
    TEXT NOT NULL, address TEXT NOT NULL, certificate BLOB NOT NULL, heard_at INTEGER NOT NULL,
    PRIMARY KEY (device)) WITHOUT ROWID
    """,
    """
    CREATE TABLE handed (ticket BLOB NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL, device
    BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (ticket), UNIQUE (day, number))
    """,
    """
    CREATE TABLE foreign_line (n INTEGER NOT NULL, device BLOB NOT NULL, epoch BLOB NOT NULL, seq
    INTEGER NOT NULL, line BLOB NOT NULL, h BLOB NOT NULL, origin_epoch BLOB NOT NULL, origin_seq
    INTEGER NOT NULL, op_key BLOB, behind INTEGER NOT NULL, dossier INTEGER, turn INTEGER, PRIMARY
    KEY (n), UNIQUE (epoch, seq), UNIQUE (op_key), FOREIGN KEY(dossier) REFERENCES dossier (id))
    """,
    """
    CREATE INDEX foreign_line_dossier ON foreign_line (dossier)
    """,
    """
    CREATE INDEX foreign_line_waiting ON foreign_line (n) WHERE turn IS NULL
    """,
    """
    CREATE TABLE rescan (sha BLOB NOT NULL, why TEXT NOT NULL, since INTEGER NOT NULL, settled_at
    INTEGER, PRIMARY KEY (sha), CHECK (why IN ('spoiled', 'refused')), FOREIGN KEY(sha) REFERENCES blob
    (sha)) WITHOUT ROWID
    """,
    """
    CREATE TABLE relay (n INTEGER NOT NULL, device BLOB NOT NULL, body BLOB NOT NULL, reply BLOB,
    PRIMARY KEY (n))
    """,
    """
    CREATE TRIGGER handed_no_update BEFORE UPDATE ON handed BEGIN SELECT RAISE(ABORT, 'a number is
    given once'); END
    """,
    """
    CREATE TRIGGER handed_no_delete BEFORE DELETE ON handed BEGIN SELECT RAISE(ABORT, 'a number is
    given once'); END
    """,
    """
    CREATE TRIGGER foreign_line_fixed BEFORE UPDATE ON foreign_line WHEN NEW.line IS NOT OLD.line OR
    NEW.h IS NOT OLD.h OR NEW.epoch IS NOT OLD.epoch OR NEW.seq IS NOT OLD.seq BEGIN SELECT
    RAISE(ABORT, 'a line of another desk never changes'); END
    """,
    """
    CREATE TRIGGER foreign_line_no_delete BEFORE DELETE ON foreign_line BEGIN SELECT RAISE(ABORT,
    'a line of another desk never changes'); END
    """,
)


def upgrade() -> None:
    """Create everything."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
