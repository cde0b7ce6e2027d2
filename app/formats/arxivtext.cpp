// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivtext.h"

#include "app/domain/category.h"
#include "app/formats/authorname.h"
#include "app/formats/filetext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr std::array months = {"Jan"_L1, "Feb"_L1, "Mar"_L1, "Apr"_L1, "May"_L1, "Jun"_L1,
                               "Jul"_L1, "Aug"_L1, "Sep"_L1, "Oct"_L1, "Nov"_L1, "Dec"_L1};

bool isCategory(const QString &term)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"[a-z]+(?:-[a-z]+)*(?:\\.[A-Za-z]+(?:-[a-z]+)*)?"_s));
    return form.match(term).hasMatch();
}

} // namespace

QString oneLine(QStringView text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : trimmedBlanks(text)) {
        const bool isBlank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        if (!isBlank) {
            line += c;
        } else if (!line.endsWith(u' ')) {
            line += u' ';
        }
    }
    return line.isEmpty() ? QString() : line;
}

QString paragraphs(QStringView text)
{
    QStringList paragraphs;
    QString paragraph;
    const auto lines = trimmedBlanks(text).split(u'\n');
    for (const QStringView line : lines) {
        const QStringView words = trimmedBlanks(line);
        if (words.isEmpty() || line.front() != words.front()) {
            paragraphs += oneLine(paragraph);
            paragraph.clear();
        }
        paragraph += words.toString() + u' ';
    }
    paragraphs += oneLine(paragraph);
    paragraphs.removeAll(QString());
    return paragraphs.isEmpty() ? QString() : paragraphs.join("\n\n"_L1);
}

QStringList categoriesOf(QStringList terms)
{
    terms.removeDuplicates();
    terms.removeIf([](const QString &term) { return !isCategory(term); });
    return terms;
}

void setAuthors(PaperDetails &paper, QStringView line)
{
    const AuthorLine authors = authorLine(line);
    paper.authors = authors.names;
    paper.authorsComplete = authors.isWhole;
}

bool isOwnCategory(QStringView primary, QStringView list)
{
    const QString own = Category::canonical(primary);
    if (own == Category::canonical(list)) {
        return true;
    }
    const QStringView group = list.startsWith("grp_"_L1) ? list.sliced(4) : QStringView();
    const QList<Category> &all = Category::all(); // math has math-ph, too, as math.MP
    return std::any_of(all.begin(), all.end(), [&](const Category &category) {
        return (list == category.archive || group == category.group) &&
               own == (category.aliasOf.isNull() ? category.id : category.aliasOf);
    });
}

QDate englishDate(QStringView text)
{
    static const QRegularExpression form(u"\\b(\\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\\d{4})\\b"_s);
    const auto match = form.match(text.toString());
    const auto *month = std::find(months.begin(), months.end(), match.capturedView(2));
    return match.hasMatch() && month != months.end()
               ? QDate(match.capturedView(3).toInt(), int(month - months.begin()) + 1,
                       match.capturedView(1).toInt())
               : QDate();
}

tl::unexpected<Error> noListOfPapers(const QString &where)
{
    return failure(ErrorKind::BadAnswer, QCoreApplication::translate("ArxivText", "it is no list of papers"),
                   where);
}

} // namespace paperdawn
