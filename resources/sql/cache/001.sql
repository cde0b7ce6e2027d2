-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came from elsewhere. A row number is PaperId::row(): made of the paper's identity, newer is larger, never changes.
-- Lists of words (authors, categories, links) are one to a line. Times are milliseconds since 1970 UTC, days Julian.

CREATE TABLE paper(
    row INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    title TEXT,
    authors TEXT,
    authors_complete INTEGER NOT NULL,
    categories TEXT,
    submitted INTEGER,
    updated INTEGER,
    comment TEXT,
    journal_ref TEXT,
    doi TEXT,
    pdf_url TEXT,
    code_urls TEXT,
    flags INTEGER NOT NULL
) STRICT;

CREATE TABLE abstract(
    row INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- The title stands before the abstract, so that a list is read without touching the abstracts' overflow pages.
CREATE TABLE translation(
    row INTEGER NOT NULL,
    language TEXT NOT NULL,
    origin TEXT NOT NULL,
    title TEXT,
    flags INTEGER NOT NULL,
    abstract TEXT,
    PRIMARY KEY(row, language, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing(
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    category TEXT NOT NULL,
    position INTEGER NOT NULL,
    row INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY(day, source, category, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listing_row ON listing(row, day, source, category);

CREATE TABLE day(
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    status INTEGER NOT NULL,
    reason TEXT,
    papers INTEGER NOT NULL,
    PRIMARY KEY(day, source)
) STRICT, WITHOUT ROWID;

-- One import and its files; the bytes themselves are in imports/. A file that is not published is half stored and taken
-- back when the library is opened next; a stale one must be stored again, because an undo took back what it shared.
CREATE TABLE import(
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL
) STRICT;

CREATE TABLE import_file(
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import(id),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    published INTEGER NOT NULL,
    stale INTEGER NOT NULL
) STRICT;
CREATE INDEX import_file_sha256 ON import_file(sha256);
CREATE INDEX import_file_import ON import_file(import);

-- Which files told of a paper.
CREATE TABLE mention(
    row INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES import_file(id),
    PRIMARY KEY(row, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_file ON mention(file);

-- What takes a file back: inverted SQLite changesets, deflated; the newest is applied first.
CREATE TABLE import_undo(
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES import_file(id),
    changeset BLOB NOT NULL
) STRICT;
CREATE INDEX import_undo_file ON import_undo(file);
