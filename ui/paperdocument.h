// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"
#include "app/settings/settings.h"
#include "ui/theme.h"

#include <QTextDocument>
#include <QTextFormat>
#include <memory>

namespace paperdawn {

/** How the document of a paper is to look, and how much of it is unfolded. */
struct PaperLook
{
    TitleLanguage mode = TitleLanguage::Both;
    QFont font;
    Colours colours;
    bool allText = false;    ///< not cut at 20,000 characters
    bool allAuthors = false; ///< not only the first of a long list
};

/** The links by which a document asks to be unfolded; no text from elsewhere can name them. */
inline constexpr QLatin1StringView allTextLink("paperdawn:all-text");
inline constexpr QLatin1StringView allAuthorsLink("paperdawn:all-authors");

/** Character properties of a document. */
enum PaperProperty {
    TexSource = QTextFormat::UserProperty + 1, ///< what stands for this text on the clipboard
    FormulaNumber,                             ///< equal in all characters of one formula
};

/**
 * All that is known of a paper, as a document: both titles, authors, categories and remarks, the abstract in
 * the language(s) of `look.mode`, links and dates. Built by cursor from checked segments only: no markup is
 * ever parsed, nothing is loaded, every link is one that may be opened. Not laid out yet. Thread: UI (fonts).
 */
[[nodiscard]] std::unique_ptr<QTextDocument> paperDocument(const PaperDetails &paper, Kind kind,
                                                           const PaperLook &look);

/** One quiet sentence where there is no paper. */
[[nodiscard]] std::unique_ptr<QTextDocument> emptyDocument(const QString &sentence, const PaperLook &look);

/** The text from `from` to `to` with formulas as their TeX: for the clipboard and for screen readers. */
[[nodiscard]] QString textWithTex(const QTextDocument &document, int from, int to);

} // namespace paperdawn
