// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivatom.h"

#include "app/formats/arxivtext.h"
#include "app/formats/filetext.h"
#include "app/formats/xmlguard.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr auto atom = "http://www.w3.org/2005/Atom"_L1;
constexpr auto openSearch = "http://a9.com/-/spec/opensearch/1.1/"_L1;
constexpr auto arxiv = "http://arxiv.org/schemas/atom"_L1;
constexpr auto errorId = "/api/errors#"_L1;

bool is(const QXmlStreamReader &xml, QLatin1StringView space, QLatin1StringView name)
{
    return xml.namespaceUri() == space && xml.name() == name;
}

QDateTime moment(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text.trimmed(), Qt::ISODate);
    return time.isValid() ? time.toUTC() : QDateTime();
}

/** What stands in an entry, before it is known whether that is a paper. */
struct Entry
{
    QString id;
    QString title;
    QString summary;
    QStringList authors;
    QString primary;
    QStringList categories;
    QString published;
    QString updated;
    QString comment;
    QString journalRef;
    QStringList dois;
    QString pdf;
};

/** The server's words, where the entry is its way of saying no. */
std::optional<QString> rejection(const Entry &entry)
{
    if (!entry.id.contains(errorId)) {
        return {};
    }
    const QString words = oneLine(entry.summary);
    return words.isNull() ? oneLine(entry.id.mid(entry.id.indexOf(errorId) + errorId.size())) : words;
}

/** Only an address that cannot be told from the id. */
QString pdfOf(const Entry &entry, const VersionedId &id)
{
    const QUrl url(entry.pdf, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return isWeb && VersionedId::parse(entry.pdf) != id ? entry.pdf : QString();
}

std::optional<PaperDetails> paperOf(const Entry &entry)
{
    const auto id = VersionedId::parse(trimmedBlanks(entry.id));
    if (!id || id->id.source() != Source::Arxiv) {
        return {};
    }
    PaperDetails paper = namedOnly(id->id, id->version);
    paper.title = oneLine(entry.title);
    paper.abstract = paragraphs(entry.summary);
    paper.authors = entry.authors;
    paper.authorsComplete = !entry.authors.isEmpty();
    paper.categories = categoriesOf(QStringList(oneLine(entry.primary)) + entry.categories);
    paper.submitted = moment(entry.published);
    paper.updated = moment(entry.updated);
    paper.comment = oneLine(entry.comment);
    paper.journalRef = oneLine(entry.journalRef);
    paper.doi = oneLine(entry.dois.join(u' '));
    paper.pdfUrl = pdfOf(entry, *id);
    return paper;
}

class AtomReader final
{
public:
    AtomReader(QXmlStreamReader &xml, const QString &where)
        : m_xml(xml)
        , m_where(where)
    {
    }

    Result<AtomPage> read()
    {
        m_xml.readNextStartElement();
        if (!m_xml.hasError() && !is(m_xml, atom, "feed"_L1)) {
            return noListOfPapers(m_where);
        }
        while (m_xml.readNextStartElement()) {
            readChild();
        }
        while (!m_xml.atEnd()) { // what follows the feed must be nothing
            m_xml.readNext();
        }
        if (m_xml.hasError()) {
            return tl::unexpected(xmlFault(m_xml, m_where));
        }
        if (m_rejection) {
            return failure(ErrorKind::Rejected, *m_rejection, m_where);
        }
        return m_hasTotal ? Result<AtomPage>(m_page) : Result<AtomPage>(noListOfPapers(m_where));
    }

private:
    void readChild()
    {
        if (is(m_xml, atom, "entry"_L1)) {
            take(readEntry());
        } else if (is(m_xml, openSearch, "totalResults"_L1)) {
            m_page.totalResults = readNumber();
            m_hasTotal = m_page.totalResults >= 0;
        } else if (is(m_xml, openSearch, "startIndex"_L1)) {
            m_page.startIndex = readNumber();
        } else if (is(m_xml, openSearch, "itemsPerPage"_L1)) {
            m_page.itemsPerPage = readNumber();
        } else {
            m_xml.skipCurrentElement();
        }
    }

    int readNumber()
    {
        bool isNumber = false;
        const int number = trimmedBlanks(m_xml.readElementText()).toInt(&isNumber);
        return isNumber && number >= 0 ? number : -1;
    }

    void take(const Entry &entry)
    {
        if (auto words = rejection(entry)) {
            m_rejection = std::move(words);
        } else if (auto paper = paperOf(entry)) {
            m_page.papers += *std::move(paper);
        } else {
            m_page.unidentified += oneLine(entry.id);
        }
    }

    Entry readEntry()
    {
        Entry entry;
        while (m_xml.readNextStartElement()) {
            if (m_xml.namespaceUri() == atom) {
                readAtom(entry);
            } else if (m_xml.namespaceUri() == arxiv) {
                readArxiv(entry);
            } else {
                m_xml.skipCurrentElement();
            }
        }
        return entry;
    }

    void readAtom(Entry &entry)
    {
        const QStringView name = m_xml.name();
        if (name == "id"_L1) {
            entry.id = m_xml.readElementText();
        } else if (name == "title"_L1) {
            entry.title = m_xml.readElementText();
        } else if (name == "summary"_L1) {
            entry.summary = m_xml.readElementText();
        } else if (name == "published"_L1) {
            entry.published = m_xml.readElementText();
        } else if (name == "updated"_L1) {
            entry.updated = m_xml.readElementText();
        } else if (name == "author"_L1) {
            readAuthor(entry);
        } else {
            const QXmlStreamAttributes attributes = m_xml.attributes();
            if (name == "category"_L1) {
                entry.categories += attributes.value("term"_L1).toString();
            } else if (name == "link"_L1 && attributes.value("title"_L1) == "pdf"_L1) {
                entry.pdf = attributes.value("href"_L1).toString();
            }
            m_xml.skipCurrentElement();
        }
    }

    void readArxiv(Entry &entry)
    {
        const QStringView name = m_xml.name();
        if (name == "comment"_L1) {
            entry.comment = m_xml.readElementText();
        } else if (name == "journal_ref"_L1) {
            entry.journalRef = m_xml.readElementText();
        } else if (name == "doi"_L1) {
            entry.dois += m_xml.readElementText();
        } else {
            if (name == "primary_category"_L1) {
                entry.primary = m_xml.attributes().value("term"_L1).toString();
            }
            m_xml.skipCurrentElement();
        }
    }

    void readAuthor(Entry &entry)
    {
        while (m_xml.readNextStartElement()) {
            const bool isName = is(m_xml, atom, "name"_L1);
            const QString name = isName ? oneLine(m_xml.readElementText()) : QString();
            if (!isName) { // an affiliation
                m_xml.skipCurrentElement();
            } else if (!name.isNull()) {
                entry.authors += name;
            }
        }
    }

    QXmlStreamReader &m_xml;
    const QString m_where;
    AtomPage m_page;
    bool m_hasTotal = false;
    std::optional<QString> m_rejection;
};

} // namespace

Result<AtomPage> parseArxivAtom(const QByteArray &bytes, const QString &where)
{
    const auto xml = openXml(bytes, where);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    return AtomReader(**xml, where).read();
}

} // namespace paperdawn
