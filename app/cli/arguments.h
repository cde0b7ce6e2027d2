// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paperid.h"
#include "app/net/endpoints.h"
#include "app/transfer/export.h"

#include <QDate>
#include <QStringList>

namespace paperdawn {

/** What paperdawnctl was asked for. */
struct Arguments
{
    QString command; ///< "import", "days", …; empty: only --help or --version
    QStringList operands;
    QString library; ///< folder; empty: the reader's own
    QString output;  ///< -o; empty: standard output
    std::optional<Source> source;
    QString category;
    ExportFormat format = ExportFormat::Markdown;
    QStringList categories; ///< to fetch; canonical ids
    QDate day;              ///< to fetch; invalid: the latest
    QDate details;          ///< whose papers are to be looked up; invalid: none
    Endpoints endpoints;
    ExportStyle style = ExportStyle::Table;
    ExportLanguage language = ExportLanguage::Chinese;
    bool json = false;
    bool repair = false;
    bool preview = false;
    bool quiet = false;
    bool help = false;
    bool version = false;

    /** Of the words behind the program's name. BadArgument says what is wrong. */
    [[nodiscard]] static Result<Arguments> parse(const QStringList &words);
    [[nodiscard]] static QString helpText();
};

} // namespace paperdawn
