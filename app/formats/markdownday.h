// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

namespace paperdawn {

/**
 * Reads a day file of the archive in any of its forms (README of Lcollection/Arxiv_Daily, docs/daily-papers),
 * or one of our own exports (markdownexport.h). The day comes from the headings, else from the file's `name`;
 * the source from the headings, else from the links. Rows that cannot be taken become remarks. A file that
 * ends in the middle of a row gives its whole rows, and a section that is incomplete. Errors: Empty, Binary,
 * Encoding (line), NotADayFile. Linear in the size of the file. Thread: any.
 */
[[nodiscard]] Result<DayFile> parseMarkdownDay(const QByteArray &bytes, const QString &name);

} // namespace paperdawn
