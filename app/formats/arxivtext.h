// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"

namespace paperdawn {

/*
 * How arXiv writes what it tells of papers. All its services are read through these, so that one paper is
 * told alike by each. Pure, linear. Thread: any.
 */

/** Blanks and line ends as one blank each; null where nothing is left. No-break spaces are not blanks. */
[[nodiscard]] QString oneLine(QStringView text);

/**
 * One line a paragraph with a blank line between; null where nothing is left. A line end is soft, unless the
 * next line is blank or begins with a blank (arxiv-base, base/filters.py).
 */
[[nodiscard]] QString paragraphs(QStringView text);

/**
 * Each category once, the first one first. Classes of MSC ("53D10, 53D15") and ACM ("I.2.6"), which the API
 * told among them until 2025-11-11, are left out: unlike them, a category begins with a small letter.
 */
[[nodiscard]] QStringList categoriesOf(QStringList terms);

/** The authors of a line, see authorLine(). */
void setAuthors(PaperDetails &paper, QStringView line);

/**
 * Whether a paper of this primary category stands on `list` by itself and not as a cross-list: a category, an
 * archive ("math") or, of catch-up pages, a group ("grp_physics"), aliases included.
 */
[[nodiscard]] bool isOwnCategory(QStringView primary, QStringView list);

/** The day of "Tuesday, 9 December 2025" or "Tue, 09 Dec 2025" somewhere in a text; invalid without one. */
[[nodiscard]] QDate englishDate(QStringView text);

/** BadAnswer, for what is well formed and tells of no papers. */
[[nodiscard]] tl::unexpected<Error> noListOfPapers(const QString &where);

} // namespace paperdawn
