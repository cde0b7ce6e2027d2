// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivoai.h"

#include "app/domain/category.h"
#include "app/formats/arxivtext.h"
#include "app/formats/authorname.h"
#include "app/formats/filetext.h"
#include "app/formats/xmlguard.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr auto oai = "http://www.openarchives.org/OAI/2.0/"_L1;
constexpr auto schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"_L1;
constexpr auto identifierPrefix = "oai:arXiv.org:"_L1;
constexpr auto noRecordsMatch = "noRecordsMatch"_L1;
constexpr auto badResumptionToken = "badResumptionToken"_L1;

constexpr std::array verbs = {"ListRecords"_L1, "GetRecord"_L1, "ListIdentifiers"_L1,
                              "Identify"_L1,    "ListSets"_L1,  "ListMetadataFormats"_L1};

enum class Form : quint8 { Unknown, ArxivRaw, ArxivOld, Arxiv, DublinCore };

struct Format
{
    Form form;
    QLatin1StringView name;
    QLatin1StringView space;
};

constexpr std::array formats = {
    Format{Form::ArxivRaw, "arXivRaw"_L1, "http://arxiv.org/OAI/arXivRaw/"_L1},
    Format{Form::ArxivOld, "arXivOld"_L1, "http://arxiv.org/OAI/arXivOld/"_L1},
    Format{Form::Arxiv, "arXiv"_L1, "http://arxiv.org/OAI/arXiv/"_L1},
    Format{Form::DublinCore, "dc"_L1, "http://www.openarchives.org/OAI/2.0/oai_dc/"_L1},
};

/** What is read of any format. */
const QSet<QString> &textElements()
{
    static const QSet<QString> names = {
        u"title"_s,       u"abstract"_s, u"authors"_s, u"categories"_s, u"comments"_s,
        u"journal-ref"_s, u"doi"_s,      u"license"_s, u"created"_s,    u"updated"_s,    // arXiv's own
        u"description"_s, u"creator"_s,  u"subject"_s, u"date"_s,       u"identifier"_s, // Dublin Core's
    };
    return names;
}

/** What stands in a record's metadata. */
struct Metadata
{
    Form form = Form::Unknown;
    bool isOfNewServer = false;
    QHash<QString, QStringList> texts; ///< by the name of their elements, as they stood
    QStringList authors;               ///< of format arXiv, where they are elements of their own
    QList<OaiVersion> versions;

    [[nodiscard]] QStringList all(const QString &name) const { return texts.value(name); }
    [[nodiscard]] QString first(const QString &name) const { return texts.value(name).value(0); }
};

bool isOai(const QXmlStreamReader &xml) // a record on its own may have no namespace
{
    return xml.namespaceUri() == oai || xml.namespaceUri().isEmpty();
}

bool isOai(const QXmlStreamReader &xml, QLatin1StringView name)
{
    return isOai(xml) && xml.name() == name;
}

bool isVerb(QStringView name)
{
    return std::ranges::any_of(verbs, [name](QLatin1StringView verb) { return name == verb; });
}

/** "2011-02-02", also where a time stands behind it. */
QDate day(const QString &text)
{
    constexpr qsizetype length = 10;
    return QDate::fromString(trimmedBlanks(text).left(length).toString(), Qt::ISODate);
}

QDateTime midnight(const QString &text)
{
    const QDate date = day(text);
    return date.isValid() ? QDateTime(date, QTime(0, 0), Qt::UTC) : QDateTime();
}

QDateTime moment(const QString &text)
{
    const QDateTime time = QDateTime::fromString(trimmedBlanks(text).toString(), Qt::ISODate);
    return time.isValid() ? time.toUTC() : QDateTime();
}

/** "Mon, 8 Dec 2025 18:59:59 GMT". The weekday says nothing. */
QDateTime postedMoment(const QString &text)
{
    static const QStringList months = {u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                       u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    const QStringList parts = oneLine(text.mid(text.indexOf(u',') + 1)).split(u' ');
    if (parts.size() != 5 || parts.last() != "GMT"_L1) {
        return {};
    }
    const QDate date(parts.at(2).toInt(), int(months.indexOf(parts.at(1))) + 1, parts.at(0).toInt());
    const QTime time = QTime::fromString(parts.at(3), Qt::ISODate);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

std::optional<int> count(QStringView text)
{
    bool isNumber = false;
    const int number = trimmedBlanks(text).toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

/** "443kb". */
int kilobytes(const QString &size)
{
    QStringView number = trimmedBlanks(size);
    const bool isSize = number.endsWith("kb"_L1, Qt::CaseInsensitive);
    number.chop(isSize ? 2 : 0);
    return isSize ? count(number).value_or(-1) : -1;
}

/** "physics:astro-ph:GA" is "astro-ph.GA"; a set of the old server may be an archive only. */
QString categoryOfSet(const QString &set)
{
    return set.section(u':', 1).replace(u':', u'.');
}

/** By their names, and by these behind that of their group, which tells "Statistics - Machine Learning" from
 * that of computer science. */
QMultiHash<QString, const Category *> namedCategories()
{
    QHash<QString, QString> groups;
    for (const CategoryGroup &group : CategoryGroup::all()) {
        groups.insert(group.id, group.english);
    }
    QMultiHash<QString, const Category *> named;
    for (const Category &category : Category::all()) {
        named.insert(category.english, &category);
        named.insert(groups.value(category.group) + u" - "_s + category.english, &category);
    }
    return named;
}

/** Other archives, too, stand before the names of their categories: "Physics - Optics". */
QList<const Category *> bearersOf(const QString &name)
{
    static const QMultiHash<QString, const Category *> byName = namedCategories();
    const QList<const Category *> whole = byName.values(name);
    const qsizetype archive = name.indexOf(" - "_L1);
    return whole.isEmpty() && archive > 0 ? byName.values(name.mid(archive + 3)) : whole;
}

/** Of several categories of one name, those whose sets the paper is in; else the one whose alias the others
 * are. */
QStringList categoriesNamed(const QString &name, const QStringList &sets)
{
    const QList<const Category *> candidates = bearersOf(name);
    QStringList known;
    for (const Category *category : candidates) {
        known += category->id;
    }
    QStringList among;
    for (const QString &set : sets) {
        const QString category = categoryOfSet(set);
        among += known.contains(category) ? QStringList(category) : QStringList();
    }
    if (!among.isEmpty() || known.isEmpty()) {
        return among;
    }
    std::sort(known.begin(), known.end());
    return {Category::canonical(known.first())};
}

void readPlain(const Metadata &metadata, PaperDetails &paper)
{
    paper.title = oneLine(metadata.first(u"title"_s));
    paper.abstract = paragraphs(metadata.first(u"abstract"_s));
    paper.categories = categoriesOf(oneLine(metadata.first(u"categories"_s)).split(u' '));
    paper.comment = oneLine(metadata.first(u"comments"_s));
    paper.journalRef = oneLine(metadata.first(u"journal-ref"_s));
    paper.doi = oneLine(metadata.all(u"doi"_s).join(u' '));
}

void readAuthorLine(const Metadata &metadata, PaperDetails &paper)
{
    const AuthorLine line = authorLine(metadata.first(u"authors"_s));
    paper.authors = line.names;
    paper.authorsComplete = line.isWhole;
}

void readVersions(const QList<OaiVersion> &versions, PaperDetails &paper)
{
    for (const OaiVersion &version : versions) {
        if (version.number == 1) {
            paper.submitted = version.submitted;
        }
        if (version.number >= paper.version) {
            paper.version = version.number;
            paper.updated = version.submitted;
        }
    }
}

/** The journal and the DOI stand beside the paper's own addresses. */
void readIdentifiers(const QStringList &identifiers, PaperDetails &paper)
{
    constexpr auto doi = "doi:"_L1;
    QStringList dois;
    for (const QString &text : identifiers) {
        const QString identifier = oneLine(text);
        if (identifier.startsWith(doi)) {
            dois += identifier.mid(doi.size());
        } else if (paper.journalRef.isNull() && !VersionedId::parse(identifier)) {
            paper.journalRef = identifier;
        }
    }
    paper.doi = oneLine(dois.join(u' '));
}

void readDublinCore(const Metadata &metadata, const QStringList &sets, PaperDetails &paper)
{
    const QStringList descriptions = metadata.all(u"description"_s);
    const QStringList dates = metadata.all(u"date"_s);
    QString comment = oneLine(descriptions.value(1));
    if (comment.startsWith("Comment: "_L1)) { // the old server's
        comment = oneLine(comment.sliced(9));
    }
    paper.title = oneLine(metadata.first(u"title"_s));
    paper.abstract = paragraphs(descriptions.value(0));
    paper.comment = comment;
    for (const QString &creator : metadata.all(u"creator"_s)) {
        paper.authors += nameOf(inReadingOrder(creator));
    }
    for (const QString &subject : metadata.all(u"subject"_s)) {
        paper.categories += categoriesNamed(oneLine(subject), sets);
    }
    paper.categories.removeDuplicates();
    if (metadata.isOfNewServer) {
        paper.submitted = midnight(dates.value(0));
        paper.updated = midnight(dates.value(1));
    }
    readIdentifiers(metadata.all(u"identifier"_s), paper);
}

void read(const Metadata &metadata, OaiRecord &record)
{
    PaperDetails &paper = record.details;
    switch (metadata.form) {
    case Form::Unknown:
        return;
    case Form::ArxivRaw:
    case Form::ArxivOld:
        readPlain(metadata, paper);
        readAuthorLine(metadata, paper);
        readVersions(metadata.versions, paper);
        record.versions = metadata.versions;
        break;
    case Form::Arxiv:
        readPlain(metadata, paper);
        if (metadata.isOfNewServer) { // "updated" is the datestamp there
            paper.updated = midnight(metadata.first(u"created"_s));
        }
        paper.authors = metadata.authors;
        break;
    case Form::DublinCore:
        readDublinCore(metadata, record.sets, paper);
        break;
    }
    record.license = oneLine(metadata.first(u"license"_s));
    if (metadata.form == Form::Arxiv || metadata.form == Form::DublinCore) {
        paper.authors.removeIf([](const QString &name) { return name.isEmpty() || name == ":"_L1; });
        paper.authorsComplete = !paper.authors.isEmpty();
    }
}

/** What stands in a record's header. */
struct Header
{
    QString identifier;
    QDate datestamp;
    QStringList sets;
    bool isDeleted = false;
};

class OaiReader final
{
public:
    OaiReader(QXmlStreamReader &xml, const QString &where)
        : m_xml(xml)
        , m_where(where)
    {
    }

    Result<OaiPage> read()
    {
        readRoot();
        while (!m_xml.atEnd()) { // what follows must be nothing
            m_xml.readNext();
        }
        if (m_xml.hasError()) {
            return tl::unexpected(xmlFault(m_xml, m_where));
        }
        if (!m_refusals.isEmpty()) {
            return failure(ErrorKind::Rejected, m_refusals.join(' '_L1), m_where);
        }
        return m_isAnswer && !m_isStrange ? Result<OaiPage>(m_page)
                                          : Result<OaiPage>(noListOfPapers(m_where));
    }

private:
    void readRoot()
    {
        m_xml.readNextStartElement();
        if (isOai(m_xml, "record"_L1)) {
            m_isAnswer = true;
            readRecord();
        } else if (isOai(m_xml, "OAI-PMH"_L1)) {
            while (m_xml.readNextStartElement()) {
                readPart();
            }
        }
    }

    void readPart()
    {
        if (isOai(m_xml, "error"_L1)) {
            readError();
        } else if (isOai(m_xml, "responseDate"_L1)) {
            m_page.responded = moment(m_xml.readElementText());
        } else if (isOai(m_xml) && isVerb(m_xml.name())) {
            m_isAnswer = true;
            readVerb();
        } else {
            m_xml.skipCurrentElement();
        }
    }

    void readError()
    {
        const QString code = oneLine(m_xml.attributes().value("code"_L1));
        const QString words = oneLine(m_xml.readElementText());
        if (code == noRecordsMatch) {
            m_isAnswer = true;
        } else {
            m_refusals += words.isNull() ? code : code + u": "_s + words;
        }
    }

    /** What stands within one verb stands within no other under the same name. */
    void readVerb()
    {
        while (m_xml.readNextStartElement()) {
            const QStringView name = isOai(m_xml) ? m_xml.name() : QStringView();
            if (name == "record"_L1) {
                readRecord();
            } else if (name == "header"_L1) {
                take(readHeader(), {});
            } else if (name == "resumptionToken"_L1) {
                readToken();
            } else if (name == "earliestDatestamp"_L1) {
                m_page.earliest = day(m_xml.readElementText());
            } else if (name == "granularity"_L1) {
                m_page.granularity = oneLine(m_xml.readElementText());
            } else if (name == "set"_L1) {
                readName("setSpec"_L1, m_page.setSpecs);
            } else if (name == "metadataFormat"_L1) {
                readName("metadataPrefix"_L1, m_page.metadataFormats);
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readName(QLatin1StringView element, QStringList &names)
    {
        while (m_xml.readNextStartElement()) {
            if (!isOai(m_xml, element)) {
                m_xml.skipCurrentElement();
            } else if (const QString name = oneLine(m_xml.readElementText()); !name.isNull()) {
                names += name;
            }
        }
    }

    void readToken()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        m_page.cursor = count(attributes.value("cursor"_L1));
        m_page.completeListSize = count(attributes.value("completeListSize"_L1));
        m_page.tokenExpires = moment(attributes.value("expirationDate"_L1).toString());
        m_page.token = oneLine(m_xml.readElementText());
    }

    void readRecord()
    {
        Header header;
        Metadata metadata;
        while (m_xml.readNextStartElement()) {
            if (isOai(m_xml, "header"_L1)) {
                header = readHeader();
            } else if (isOai(m_xml, "metadata"_L1)) {
                metadata = readMetadata();
            } else {
                m_xml.skipCurrentElement();
            }
        }
        take(header, metadata);
    }

    Header readHeader()
    {
        Header header;
        header.isDeleted = m_xml.attributes().value("status"_L1) == "deleted"_L1;
        while (m_xml.readNextStartElement()) {
            if (isOai(m_xml, "identifier"_L1)) {
                header.identifier = oneLine(m_xml.readElementText());
            } else if (isOai(m_xml, "datestamp"_L1)) {
                header.datestamp = day(m_xml.readElementText());
            } else if (isOai(m_xml, "setSpec"_L1)) {
                header.sets += oneLine(m_xml.readElementText());
            } else {
                m_xml.skipCurrentElement();
            }
        }
        header.sets.removeAll(QString());
        return header;
    }

    Metadata readMetadata()
    {
        Metadata metadata;
        while (m_xml.readNextStartElement()) {
            const auto format = std::ranges::find_if(formats, [this](const Format &one) {
                return m_xml.name() == one.name && m_xml.namespaceUri() == one.space;
            });
            if (format == formats.end()) { // another than was asked for
                m_isStrange = true;
                m_xml.skipCurrentElement();
            } else {
                metadata.form = format->form;
                metadata.isOfNewServer = isOfNewServer();
                readFormat(metadata);
            }
        }
        return metadata;
    }

    /** Told with each record, by where the format's schema lies. Days of the old server are New York's. */
    [[nodiscard]] bool isOfNewServer() const
    {
        const auto schema = m_xml.attributes().value(schemaInstance, "schemaLocation"_L1);
        return schema.contains("https://oaipmh.arxiv.org/OAI/"_L1) ||
               schema.contains("https://www.openarchives.org/OAI/2.0/oai_dc.xsd"_L1);
    }

    void readFormat(Metadata &metadata)
    {
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            if (metadata.form == Form::Arxiv && name == "authors"_L1) {
                readAuthors(metadata.authors);
            } else if (metadata.form == Form::ArxivRaw && name == "version"_L1) {
                readVersion(metadata.versions);
            } else if (textElements().contains(name)) {
                metadata.texts[name] += m_xml.readElementText();
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readAuthors(QStringList &authors)
    {
        while (m_xml.readNextStartElement()) {
            QHash<QString, QString> parts;
            while (m_xml.readNextStartElement()) {
                const QString part = m_xml.name().toString();
                parts[part] = m_xml.readElementText();
            }
            authors += nameOf(
                QStringList{parts.value(u"forenames"_s), parts.value(u"keyname"_s), parts.value(u"suffix"_s)}
                    .join(u' '));
        }
    }

    void readVersion(QList<OaiVersion> &versions)
    {
        OaiVersion version;
        const QStringView label = m_xml.attributes().value("version"_L1);
        version.number = label.startsWith(u'v') ? count(label.sliced(1)).value_or(0) : 0;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "date"_L1) {
                version.submitted = postedMoment(m_xml.readElementText());
            } else if (m_xml.name() == "size"_L1) {
                version.kilobytes = kilobytes(m_xml.readElementText());
            } else if (m_xml.name() == "source_type"_L1) {
                version.sourceType = oneLine(m_xml.readElementText());
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (version.number > 0) {
            versions += version;
        }
    }

    void take(const Header &header, const Metadata &metadata)
    {
        const bool isOfArxiv = header.identifier.startsWith(identifierPrefix, Qt::CaseInsensitive);
        const auto id =
            isOfArxiv ? PaperId::parse(header.identifier.sliced(identifierPrefix.size())) : std::nullopt;
        if (!id || id->source() != Source::Arxiv) {
            m_page.unidentified += header.identifier;
            return;
        }
        OaiRecord record{namedOnly(*id), header.datestamp, header.sets, {}, {}, header.isDeleted};
        paperdawn::read(metadata, record);
        m_page.records += record;
    }

    QXmlStreamReader &m_xml;
    const QString m_where;
    OaiPage m_page;
    QStringList m_refusals; ///< the server's errors
    bool m_isAnswer = false;
    bool m_isStrange = false;
};

} // namespace

Result<OaiPage> parseArxivOai(const QByteArray &bytes, const QString &where)
{
    const auto xml = openXml(bytes, where);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    return OaiReader(**xml, where).read();
}

bool isTokenRefused(const Error &error)
{
    return error.kind == ErrorKind::Rejected && error.what.startsWith(badResumptionToken);
}

} // namespace paperdawn
