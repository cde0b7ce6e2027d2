-- SPDX-License-Identifier: GPL-3.0-or-later
-- The categories whose lists a service was asked for, and how many papers it said they have: null where it did not yet.
-- Lists stand in the order in which they came (place), so that what comes later moves no row.

CREATE TABLE part(
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    category TEXT NOT NULL,
    place INTEGER NOT NULL,
    expected INTEGER,
    PRIMARY KEY(day, source, category)
) STRICT, WITHOUT ROWID;
