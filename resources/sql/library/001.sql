-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the journal adds up to; can be built again from it at any time. Papers are named by their key text; row is
-- PaperId::row() of that key, null for a key that this version does not know.

CREATE TABLE decision(
    key TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    time INTEGER NOT NULL,
    machine TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    row INTEGER,
    PRIMARY KEY(key, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_row ON decision(row, field, value);
CREATE INDEX decision_starred ON decision(time) WHERE field = 'star' AND value = 'true';

-- The bibliographic copy that a star keeps.
CREATE TABLE copy(
    key TEXT PRIMARY KEY,
    time INTEGER NOT NULL,
    paper TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What undo and redo act on: this machine's deeds. `stamp` orders both stacks: the sequence of the last line that did, undid
-- or redid the deed. A deed may be undone before its lines are here: it waits without any.
CREATE TABLE deed(
    number INTEGER PRIMARY KEY,
    undone INTEGER NOT NULL,
    stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX deed_stack ON deed(undone, stamp);

-- The journal lines of a deed, as they stand in the journal.
CREATE TABLE deed_line(
    deed INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    time INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY(deed, sequence)
) STRICT, WITHOUT ROWID;

-- How far each journal file has been applied.
CREATE TABLE applied(
    file TEXT PRIMARY KEY,
    offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
