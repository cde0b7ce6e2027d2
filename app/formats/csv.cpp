// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/csv.h"

#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** In the order in which a person reads them. Files out there carry these names: add, never change. */
constexpr QLatin1StringView columns[] = {
    "id"_L1,
    "version"_L1,
    "source"_L1,
    "kind"_L1,
    "title"_L1,
    "title_translated"_L1,
    "language"_L1,
    "authors"_L1,
    "primary_category"_L1,
    "categories"_L1,
    "submitted"_L1,
    "updated"_L1,
    "comment"_L1,
    "journal_ref"_L1,
    "doi"_L1,
    "abs_url"_L1,
    "pdf_url"_L1,
    "code_urls"_L1,
    "abstract"_L1,
    "abstract_translated"_L1,
    "starred"_L1,
    "read"_L1,
    "flags"_L1,
};

QString textOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList items;
        const QJsonArray array = value.toArray();
        for (const auto &item : array) {
            items += item.toString();
        }
        return items.join("; "_L1);
    }
    return value.toVariant().toString(); // true, 2, or nothing for null
}

/** Spreadsheets of East Asia take the wide forms for the same. */
bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r\n＝＋－＠"_s.contains(text.front());
}

/** In quotes always: a list separator of another locale parts cells that have none. */
QString cell(const QString &text)
{
    QString written = text;
    written.remove(QChar(0)); // at which some readers stop
    if (looksLikeFormula(written)) {
        written.prepend(u'\'');
    }
    return u'"' + written.replace(u'"', "\"\""_L1) + u'"';
}

QString row(const QStringList &texts)
{
    QStringList cells;
    for (const QString &text : texts) {
        cells += cell(text);
    }
    return cells.join(u',') + "\r\n"_L1;
}

} // namespace

QByteArray writeCsv(const QJsonArray &papers)
{
    QStringList header;
    for (const QLatin1StringView column : columns) {
        header += column;
    }
    QString table = QChar(QChar::ByteOrderMark) + row(header);
    for (const auto &value : papers) {
        const QJsonObject paper = value.toObject();
        QStringList texts;
        for (const QString &column : std::as_const(header)) {
            texts += textOf(paper.value(column));
        }
        table += row(texts);
    }
    return table.toUtf8();
}

} // namespace paperdawn
