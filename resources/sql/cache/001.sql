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

-- Imports and the files they brought, one row for the same bytes, however often they were imported (one for each day that
-- they say by the file's name: sha256 then ends in - and a digest of the days); the bytes themselves are in imports/.
-- Published is 1, or 2 while the file is half stored, or 0 where the reader takes it back; the next opening takes back what is
-- not published, with 0 its original too. Import 0 is nobody's: what was stored again when the cache was built anew.
CREATE TABLE import(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started INTEGER NOT NULL
) STRICT;

CREATE TABLE import_file(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    published INTEGER NOT NULL
) STRICT;

CREATE TABLE import_of(
    file INTEGER NOT NULL REFERENCES import_file(id),
    import INTEGER NOT NULL,
    PRIMARY KEY(file, import)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_of_import ON import_of(import);

-- Which files told of a paper, and of a day.
CREATE TABLE mention(
    row INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES import_file(id),
    PRIMARY KEY(row, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_file ON mention(file);

CREATE TABLE telling(
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES import_file(id),
    PRIMARY KEY(day, source, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX telling_file ON telling(file);

-- What lost one of the files that told of it, and is to be made anew of what the others say.
CREATE TABLE again_paper(
    row INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE again_day(
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    PRIMARY KEY(day, source)
) STRICT, WITHOUT ROWID;

-- What a new cache still needs: everything in imports/, until it is stored again.
CREATE TABLE to_do(
    what TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO to_do VALUES('originals');
