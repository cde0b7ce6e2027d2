// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"

#include <QLocale>

namespace paperdawn::test {

/** An entry of arXiv's page of a day, as the page marks it. */
struct ListedEntry
{
    QString id; ///< "2512.07834"
    Kind kind = Kind::New;
    QString primary = QStringLiteral("cs.CL");
    int version = 1; ///< that the page links to; 0: it links to none
};

/** Entries of one kind with ids that follow each other. */
inline QList<ListedEntry> listed(int first, int count, Kind kind = Kind::New,
                                 const QString &primary = QStringLiteral("cs.CL"), int version = 1)
{
    QList<ListedEntry> entries;
    for (int i = first; i < first + count; ++i) {
        entries += {QStringLiteral("2512.%1").arg(i, 5, 10, QChar(u'0')), kind, primary, version};
    }
    return entries;
}

inline QString listedAs(const ListedEntry &entry)
{
    const QString html = QStringLiteral(", <a href=\"https://arxiv.org/html/%1v%2\">html</a>")
                             .arg(entry.id)
                             .arg(entry.version);
    const QString mark = entry.kind == Kind::Cross ? QStringLiteral("(cross-list from %1)").arg(entry.primary)
                         : entry.kind == Kind::New ? QString()
                                                   : QStringLiteral("(replaced)");
    return QStringLiteral(
               "<dt><a name='item1'>[1]</a><a href =\"/abs/%1\" title=\"Abstract\" id=\"%1\">arXiv:%1</a> "
               "%2 [<a href=\"/pdf/%1\">pdf</a>%3]</dt><dd><div class='meta'>"
               "<div class='list-title mathjax'><span class='descriptor'>Title:</span> Listed %1</div>"
               "<div class='list-authors'><a href=\"https://arxiv.org/search/cs?query=A\">Ann "
               "Author</a></div>"
               "<div class='list-subjects'><span class='descriptor'>Subjects:</span>"
               "<span class=\"primary-subject\">X (%4)</span></div>"
               "<p class='mathjax'>Abstract as listed of %1.</p></div></dd>\n")
        .arg(entry.id, mark, entry.version > 0 ? html : QString(), entry.primary);
}

inline QString listedSection(const QString &name, Kind kind, const QList<ListedEntry> &all,
                             const QList<ListedEntry> &shown)
{
    const auto isOf = [kind](const ListedEntry &entry) { return entry.kind == kind; };
    const auto here = std::count_if(shown.begin(), shown.end(), isOf);
    if (here == 0) {
        return {};
    }
    QString text = QStringLiteral("<dl id='articles'><h3>%1 (showing %2 of %3 entries)</h3>\n")
                       .arg(name)
                       .arg(here)
                       .arg(std::count_if(all.begin(), all.end(), isOf));
    for (const ListedEntry &entry : shown) {
        text += isOf(entry) ? listedAs(entry) : QString();
    }
    return text + QStringLiteral("</dl>\n");
}

/** A page of arXiv's own of the list of a day, from the `skip`th of its entries on: New, Cross, Replaced. */
inline QByteArray listingPage(QDate day, const QList<ListedEntry> &all, qsizetype skip = 0,
                              qsizetype most = 2000)
{
    const QList<ListedEntry> shown = all.mid(skip, most);
    const QString date = QLocale::c().toString(day, QStringLiteral("dddd, d MMMM yyyy"));
    const QString content =
        shown.isEmpty()
            ? QStringLiteral("<p>No updates today.</p>")
            : QStringLiteral("<div class='paging'>Total of %1 entries : <span>%2-%3</span></div>")
                      .arg(all.size())
                      .arg(skip + 1)
                      .arg(skip + shown.size()) +
                  listedSection(QStringLiteral("New submissions"), Kind::New, all, shown) +
                  listedSection(QStringLiteral("Cross submissions"), Kind::Cross, all, shown) +
                  listedSection(QStringLiteral("Replacement submissions"), Kind::Replaced, all, shown);
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><title>X</title></head><body>"
                          "<div id='content'><div id='dlpage'><h1>X</h1>"
                          "<h3>Showing new listings for %1</h3>%2</div></div></body></html>\n")
        .arg(date, content)
        .toUtf8();
}

/** A page that counts an entry and does not have it. */
inline QByteArray withoutEntry(QByteArray html, const QByteArray &id)
{
    const auto entry = html.indexOf(QByteArray("id=\"" + id + "\""));
    if (entry >= 0) {
        const auto start = html.lastIndexOf("<dt>", entry);
        html.remove(start, html.indexOf("</dd>\n", entry) + 6 - start);
    }
    return html;
}

/** The feed of a category on a day, with what its list has. */
inline QByteArray feedPage(const QString &category, QDate day, const QList<ListedEntry> &entries)
{
    QString items;
    for (const ListedEntry &entry : entries) {
        const QString type = entry.kind == Kind::New     ? QStringLiteral("new")
                             : entry.kind == Kind::Cross ? QStringLiteral("cross")
                                                         : QStringLiteral("replace");
        items += QStringLiteral("<item><title>Fed %1</title><link>https://arxiv.org/abs/%1</link>"
                                "<description>arXiv:%1v%2 Announce Type: %3 \nAbstract: Of %1.</description>"
                                "<guid isPermaLink=\"false\">oai:arXiv.org:%1v%2</guid>"
                                "<category>%4</category><arxiv:announce_type>%3</arxiv:announce_type>"
                                "<dc:creator>Ann Author</dc:creator></item>\n")
                     .arg(entry.id)
                     .arg(std::max(1, entry.version))
                     .arg(type, entry.primary);
    }
    const QString date = QLocale::c().toString(day, QStringLiteral("ddd, dd MMM yyyy"));
    return QStringLiteral(
               "<?xml version='1.0' encoding='UTF-8'?>\n<rss xmlns:arxiv=\"http://arxiv.org/schemas/atom\" "
               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" version='2.0'><channel>"
               "<title>%1 updates on arXiv.org</title><link>http://rss.arxiv.org/rss/%1</link>"
               "<description>%1 updates on the arXiv.org e-print archive.</description>"
               "<lastBuildDate>%2 05:00:00 +0000</lastBuildDate><pubDate>%2 00:00:00 -0500</pubDate>%3"
               "</channel></rss>")
        .arg(category, date, items)
        .toUtf8();
}

} // namespace paperdawn::test
