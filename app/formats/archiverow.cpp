// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/archiverow.h"

#include "app/formats/chatter.h"
#include "app/formats/filetext.h"
#include "app/text/language.h"

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** Puts the text of a column that may hold either where it belongs. */
void place(const QString &shown, ShownText how, QString &translation, QString &original, PaperFlags &flags)
{
    if (shown.isNull()) {
        return;
    }
    if (how == ShownText::Exact || readsAsTranslation(shown)) {
        translation = shown;
        return;
    }
    if (how == ShownText::Promised) {
        flags |= PaperFlag::Untranslated;
    }
    if (original.isNull()) {
        original = shown;
    }
}

} // namespace

QString knownText(QStringView text)
{
    const QStringView trimmed = trimmedBlanks(text);
    return trimmed.isEmpty() || trimmed == "N/A"_L1 ? QString() : trimmed.toString();
}

bool readsAsTranslation(const QString &text)
{
    const QString language = languageOf(text);
    return !language.isNull() && language != "en"_L1;
}

PaperDetails detailsOf(const VersionedId &id, const ArchiveRow &row, QDate day, ShownText shown)
{
    PaperDetails details = namedOnly(id.id, id.version);
    details.title = row.title;
    details.abstract = row.abstract;
    if (!row.author.isNull()) {
        details.authors = {row.author};
    }
    if (row.submitted.isValid()) {
        details.submitted = row.submitted.startOfDay(Qt::UTC);
    }
    details.codeUrls = row.codeUrls;

    Translation translation{u"zh-Hans"_s, fileOrigin(day), {}, {}, {}};
    place(row.shownTitle, shown, translation.title, details.title, details.flags);
    place(row.shownAbstract, shown, translation.abstract, details.abstract, details.flags);
    if (isChattyTitle(translation.title) || isChattyAbstract(translation.abstract)) {
        translation.flags |= PaperFlag::Chatter;
    }
    if (!translation.title.isNull() || !translation.abstract.isNull()) {
        details.translations = {translation};
    }
    return details;
}

} // namespace paperdawn
