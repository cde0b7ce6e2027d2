// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivfeed.h"

#include "app/domain/listingday.h"
#include "app/formats/arxivtext.h"
#include "app/formats/filetext.h"
#include "app/formats/html.h"
#include "app/formats/xmlguard.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr auto atom = "http://www.w3.org/2005/Atom"_L1;
constexpr auto arxiv = "http://arxiv.org/schemas/atom"_L1;
constexpr auto dublinCore = "http://purl.org/dc/elements/1.1/"_L1;
constexpr auto rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"_L1;
constexpr auto rss1 = "http://purl.org/rss/1.0/"_L1;

constexpr int mostItems = 2000; // arxiv-feed, database.py

enum class Dialect : quint8 { Rss2, Atom, Rss1 };

/** What stands above the items, in whatever dialect. */
struct Head
{
    QString title;
    QString description;
    QString built;
    QString day;
};

/** What stands in an item, before it is known whether that is a paper. */
struct Item
{
    QString id;
    QString title;
    QString description;
    QString day;
    QString announceType;
    QStringList categories;
    QString creator;
    QStringList dois;
    QString journalRef;
};

Kind announced(QStringView type)
{
    return type == "new"_L1             ? Kind::New
           : type == "cross"_L1         ? Kind::Cross
           : type == "replace"_L1       ? Kind::Replaced
           : type == "replace-cross"_L1 ? Kind::ReplacedCross
                                        : Kind::Unknown;
}

/** RFC 822 in RSS 2.0, ISO 8601 elsewhere. */
QDateTime moment(const QString &text)
{
    const QString written = text.trimmed();
    const QDateTime iso = QDateTime::fromString(written, Qt::ISODateWithMs);
    return iso.isValid() ? iso : QDateTime::fromString(written, Qt::RFC2822Date);
}

/** "cs.CV, hep-th updates on arXiv.org"; nothing where the title is another. */
QStringList listsIn(const QString &title)
{
    constexpr auto rest = " updates on arXiv.org"_L1;
    return title.endsWith(rest) ? title.chopped(rest.size()).split(u", "_s, Qt::SkipEmptyParts)
                                : QStringList();
}

/** What follows "arXiv:2508.13426v1 Announce Type: new \nAbstract:"; all of it where that is missing. */
QStringView abstractIn(QStringView description)
{
    constexpr auto mark = "\nAbstract:"_L1;
    const qsizetype lineEnd = description.indexOf(u'\n');
    const bool isMarked =
        description.startsWith("arXiv:"_L1) && lineEnd >= 0 && description.sliced(lineEnd).startsWith(mark);
    return isMarked ? description.sliced(lineEnd + mark.size()) : description;
}

/** "Title. (arXiv:1805.09166v1 [hep-ex] CROSS LISTED)" of RSS 1.0, told as the others tell it. */
void readOldTitle(Item &item, const QStringList &lists)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"\\(arXiv:(\\S+) \\[([^\\]]+)\\]([A-Z ]*)\\)"_s));
    const QString title = oneLine(item.title);
    const qsizetype at = title.lastIndexOf("(arXiv:"_L1);
    const auto match = form.match(title.sliced(std::max<qsizetype>(at, 0)));
    if (!match.hasMatch()) {
        return;
    }
    const QString primary = match.captured(2);
    const QStringView state = match.capturedView(3);
    const bool isOwn = std::any_of(lists.begin(), lists.end(),
                                   [&primary](const QString &list) { return isOwnCategory(primary, list); });
    const bool isCross = !isOwn || state.contains("CROSS LISTED"_L1);
    const bool isReplaced = state.contains("UPDATED"_L1);
    item.title = title.first(at).trimmed();
    item.title.chop(item.title.endsWith(u'.') ? 1 : 0); // the server's own
    item.id = match.captured(1);
    item.categories = QStringList(primary);
    item.announceType = isReplaced ? isCross ? u"replace-cross"_s : u"replace"_s
                        : isCross  ? u"cross"_s
                                   : u"new"_s;
}

std::optional<DayPaper> paperOf(const Item &item)
{
    QStringView id = trimmedBlanks(item.id);
    constexpr auto oai = "oai:arXiv.org:"_L1;
    id = id.sliced(id.startsWith(oai, Qt::CaseInsensitive) ? oai.size() : 0);
    const auto versioned = VersionedId::parse(id);
    if (!versioned || versioned->id.source() != Source::Arxiv) {
        return {};
    }
    PaperDetails paper = namedOnly(versioned->id, versioned->version);
    paper.title = oneLine(item.title);
    paper.abstract = paragraphs(abstractIn(trimmedBlanks(item.description)));
    setAuthors(paper, item.creator);
    paper.categories = categoriesOf(item.categories);
    paper.journalRef = oneLine(item.journalRef);
    paper.doi = oneLine(item.dois.join(u' '));
    return DayPaper{paper, announced(trimmedBlanks(item.announceType))};
}

class FeedReader final
{
public:
    FeedReader(QXmlStreamReader &xml, const QString &where)
        : m_xml(xml)
        , m_where(where)
    {
    }

    Result<ArxivFeed> read()
    {
        const bool isFeed = readRoot();
        while (!m_xml.atEnd()) { // what follows must be nothing
            m_xml.readNext();
        }
        if (m_xml.hasError()) {
            return tl::unexpected(xmlFault(m_xml, m_where));
        }
        return isFeed ? feed() : strange();
    }

private:
    bool is(QLatin1StringView space, QLatin1StringView name) const
    {
        return m_xml.namespaceUri() == space && m_xml.name() == name;
    }

    /** False where the document is of no dialect; then it is not read on. */
    bool readRoot()
    {
        m_xml.readNextStartElement();
        if (is(atom, "feed"_L1)) {
            m_dialect = Dialect::Atom;
            readChildren();
        } else if (is(rdf, "RDF"_L1)) {
            m_dialect = Dialect::Rss1;
            readChildren();
        } else if (m_xml.name() == "rss"_L1 && m_xml.namespaceUri().isEmpty()) {
            while (m_xml.readNextStartElement()) {
                if (m_xml.name() == "channel"_L1) {
                    readChildren();
                } else {
                    m_xml.skipCurrentElement();
                }
            }
        } else {
            return false;
        }
        return true;
    }

    /** What tells of the feed, and the items: side by side but for the head of RSS 1.0. */
    void readChildren()
    {
        while (m_xml.readNextStartElement()) {
            const bool isItem = is(spaceOfTerms(), m_dialect == Dialect::Atom ? "entry"_L1 : "item"_L1);
            if (isItem) {
                m_items += readItem();
            } else if (m_dialect == Dialect::Rss1 && is(rss1, "channel"_L1)) {
                while (m_xml.readNextStartElement()) {
                    readHead();
                }
            } else if (m_dialect == Dialect::Rss1) {
                m_xml.skipCurrentElement();
            } else {
                readHead();
            }
        }
    }

    [[nodiscard]] QLatin1StringView spaceOfTerms() const
    {
        return m_dialect == Dialect::Atom ? atom : m_dialect == Dialect::Rss1 ? rss1 : QLatin1StringView();
    }

    void readHead()
    {
        const bool isTerm = m_xml.namespaceUri() == spaceOfTerms();
        const QStringView name = m_xml.name();
        if (isTerm && name == "title"_L1) {
            m_head.title = oneLine(m_xml.readElementText());
        } else if (isTerm && (name == "description"_L1 || name == "subtitle"_L1)) {
            m_head.description = oneLine(m_xml.readElementText());
        } else if ((isTerm && (name == "lastBuildDate"_L1 || name == "updated"_L1)) ||
                   is(dublinCore, "date"_L1)) {
            m_head.built = m_xml.readElementText();
        } else if (isTerm && name == "pubDate"_L1) {
            m_head.day = m_xml.readElementText();
        } else {
            m_xml.skipCurrentElement();
        }
    }

    Item readItem()
    {
        Item item;
        while (m_xml.readNextStartElement()) {
            if (m_xml.namespaceUri() == spaceOfTerms()) {
                readTerm(item);
            } else {
                readExtension(item);
            }
        }
        return item;
    }

    void readTerm(Item &item)
    {
        const QStringView name = m_xml.name();
        if (name == "guid"_L1 || name == "id"_L1) {
            item.id = m_xml.readElementText();
        } else if (name == "title"_L1) {
            item.title = m_xml.readElementText();
        } else if (name == "description"_L1 || name == "summary"_L1) {
            item.description = m_xml.readElementText();
        } else if (name == "pubDate"_L1 || name == "published"_L1) {
            item.day = m_xml.readElementText();
        } else if (name == "category"_L1 && m_dialect == Dialect::Atom) {
            item.categories += m_xml.attributes().value("term"_L1).toString();
            m_xml.skipCurrentElement();
        } else if (name == "category"_L1) {
            item.categories += oneLine(m_xml.readElementText());
        } else {
            m_xml.skipCurrentElement();
        }
    }

    void readExtension(Item &item)
    {
        if (is(dublinCore, "creator"_L1)) {
            item.creator = m_xml.readElementText();
        } else if (is(arxiv, "announce_type"_L1)) {
            item.announceType = m_xml.readElementText();
        } else if (is(arxiv, "DOI"_L1)) {
            item.dois += m_xml.readElementText();
        } else if (is(arxiv, "journal_reference"_L1)) {
            item.journalRef = m_xml.readElementText();
        } else {
            m_xml.skipCurrentElement();
        }
    }

    [[nodiscard]] tl::unexpected<Error> strange() const { return noListOfPapers(m_where); }

    Result<ArxivFeed> feed()
    {
        if (m_head.title.startsWith("Feed error for query"_L1)) {
            const QString words = m_head.description;
            return failure(ErrorKind::Rejected, words.isNull() ? m_head.title : words, m_where);
        }
        ArxivFeed feed{listsIn(m_head.title), moment(m_head.built).toUTC(), {}, {}, {}, {}};
        if (feed.lists.isEmpty()) {
            return strange();
        }
        feed.day = dayOf(feed.built);
        feed.isCut = m_items.size() >= mostItems;
        for (Item &item : m_items) {
            if (m_dialect == Dialect::Rss1) {
                readOldTitle(item, feed.lists);
                item.description = textOfHtml(item.description);
                item.creator = textOfHtml(item.creator);
            }
            if (auto paper = paperOf(item)) {
                feed.papers += *std::move(paper);
            } else {
                feed.unidentified += oneLine(item.id);
            }
        }
        return feed;
    }

    /** As the channel says. Atom has the day at its entries only, and RSS 1.0, which came out with the list
     * in the evening before, nowhere. */
    [[nodiscard]] QDate dayOf(const QDateTime &built) const
    {
        if (m_dialect == Dialect::Rss1) {
            return ListingDay::latest(built);
        }
        const QString &told = m_head.day.isNull() && !m_items.isEmpty() ? m_items.first().day : m_head.day;
        const QDate day = moment(told).date(); // midnight in New York, as written
        return day.isValid() ? day : built.toTimeZone(QTimeZone("America/New_York")).date();
    }

    QXmlStreamReader &m_xml;
    const QString m_where;
    Dialect m_dialect = Dialect::Rss2;
    Head m_head;
    QList<Item> m_items;
};

} // namespace

Result<ArxivFeed> parseArxivFeed(const QByteArray &bytes, const QString &where)
{
    const auto xml = openXml(bytes, where);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    return FeedReader(**xml, where).read();
}

bool isStaleBatch(const QList<DayPaper> &papers, const QSet<PaperId> &newTheDayBefore)
{
    const auto isNew = [](const DayPaper &paper) { return paper.kind == Kind::New; };
    const auto isKnown = [&](const DayPaper &paper) {
        return !isNew(paper) || newTheDayBefore.contains(paper.details.id);
    };
    return std::any_of(papers.begin(), papers.end(), isNew) &&
           std::all_of(papers.begin(), papers.end(), isKnown);
}

} // namespace paperdawn
