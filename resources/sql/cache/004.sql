-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many papers of a kind stand on the list of a category, by arXiv's own page of the day: what a day is measured by.
-- Replaced (3) counts cross-lists that were replaced (4), too, as the page does.

CREATE TABLE tally(
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    category TEXT NOT NULL,
    kind INTEGER NOT NULL,
    expected INTEGER NOT NULL,
    PRIMARY KEY(day, source, category, kind)
) STRICT, WITHOUT ROWID;
