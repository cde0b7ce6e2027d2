-- SPDX-License-Identifier: GPL-3.0-or-later
-- Why the last attempt at a category's list failed, in no language; null where it did not.

ALTER TABLE part ADD COLUMN reason TEXT;
