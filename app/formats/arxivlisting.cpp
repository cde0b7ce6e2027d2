// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivlisting.h"

#include "app/formats/arxivtext.h"
#include "app/formats/html.h"
#include "app/formats/xmlguard.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringTokenizer>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr qsizetype largestPage = 20 * 1024 * 1024;
constexpr int mostEntries = 10'000; // arXiv shows 2,000 at most
constexpr int mostAuthors = 100;    // truncate_author_list_size

struct ArxivListing
{
    Q_DECLARE_TR_FUNCTIONS(ArxivListing)
};

/** An entry as it stands, before it is known whether it could be read. */
struct Entry
{
    QString abs;  ///< its address; null before it is found
    QString html; ///< likewise as HTML, with the version; not every paper has one
    QString mark; ///< beside its number: "(cross-list from cs.LG)", "(replaced)"
    QString title;
    QString authors;
    QString comments;
    QString journalRef;
    QString subjects;
    QString abstract;
};

/** A list with its heading, null where it has none. */
struct List
{
    QString heading;
    QList<Entry> entries;
};

/** The page taken apart, before anything is made of it. */
struct Parts
{
    bool isHtml = false;
    bool isWhole = false;
    int entries = 0; ///< of all lists
    QDate day;       ///< of the first heading outside of the lists that has one
    QString around;  ///< what else stands outside of the lists: totals, and that there are no updates
    QString range;   ///< which entries are shown, "51-100", where there are more pages
    QList<List> lists;
};

constexpr std::array<std::pair<QLatin1StringView, QString Entry::*>, 5> fields = {
    {{"list-title"_L1, &Entry::title},
     {"list-authors"_L1, &Entry::authors},
     {"list-comments"_L1, &Entry::comments},
     {"list-journal-ref"_L1, &Entry::journalRef},
     {"list-subjects"_L1, &Entry::subjects}}};

/** What arXiv writes in place of an address (arxiv-base, urls/__init__.py, urlizer). */
bool hidesAddress(QStringView words)
{
    return words == "this https URL"_L1 || words == "this http URL"_L1 || words == "this ftp URL"_L1;
}

/**
 * Goes over the page once and notes down what stands where. Text belongs to the field that is open, and a
 * field ends with its element or, where that end is missing, with whatever cannot stand within.
 */
class PageReader final
{
public:
    explicit PageReader(QStringView html)
        : m_html(html)
    {
    }

    Parts read()
    {
        using Token = HtmlReader::Token;
        for (Token token = m_html.next(); token != Token::Done && m_parts.entries <= mostEntries;
             token = m_html.next()) {
            if (token == Token::Start) {
                readStart();
            } else if (token == Token::End) {
                readEnd();
            } else if (m_field != nullptr && !m_isDescriptor) {
                *m_field += m_html.text();
            }
        }
        return std::move(m_parts);
    }

private:
    void readStart()
    {
        m_parts.isHtml = true;
        if (m_html.is("div"_L1) && m_html.attribute("id"_L1) == "dlpage"_L1) {
            m_isContent = true;
            leaveField();
        } else if (m_html.is("footer"_L1)) {
            m_isContent = m_isList = false;
            leaveField();
        }
        if (!m_isContent) {
            return;
        }
        if (m_html.is("a"_L1)) {
            readLink();
        } else if (m_html.is("span"_L1)) {
            m_isDescriptor = m_html.attribute("class"_L1) == "descriptor"_L1;
            m_span = m_field != nullptr ? m_field->size() : 0;
        } else if (m_html.is("br"_L1) && m_field != nullptr) {
            *m_field += "\n\n"_L1;
        } else if (m_html.is("dl"_L1) && m_html.attribute("id"_L1) == "articles"_L1) {
            m_isList = true;
            leaveField();
            m_parts.lists += List();
        } else if (m_isList) {
            readStartInList();
        } else {
            readStartAround();
        }
    }

    void readStartAround()
    {
        if (m_html.is("h1"_L1)) {
            enterField(m_heading, "h1"_L1);
        } else if (m_html.is("h3"_L1)) {
            enterField(m_heading, "h3"_L1);
        } else if (m_html.is("div"_L1)) {
            leaveField();
            m_isPaging = m_html.attribute("class"_L1) == "paging"_L1;
        }
    }

    void readStartInList()
    {
        List &list = m_parts.lists.last();
        if (m_html.is("h3"_L1)) {
            enterField(list.heading, "h3"_L1);
        } else if (m_html.is("dt"_L1)) {
            leaveField();
            list.entries += Entry();
            ++m_parts.entries;
            enterField(list.entries.last().mark, "dt"_L1);
        } else if (m_html.is("dd"_L1)) {
            leaveField();
        } else if (m_html.is("p"_L1)) { // of a list without any: "No updates for this time period."
            enterField(list.entries.isEmpty() ? m_parts.around : list.entries.last().abstract, "p"_L1);
        } else if (m_html.is("div"_L1) && !list.entries.isEmpty()) {
            readDiv(list.entries.last());
        }
    }

    void readDiv(Entry &entry)
    {
        const QStringList classes = m_html.attribute("class"_L1).split(u' ');
        for (const auto &[name, field] : fields) {
            if (classes.contains(name)) {
                enterField(entry.*field, "div"_L1);
            }
        }
    }

    void readLink()
    {
        m_address = m_html.attribute("href"_L1);
        m_link = m_field != nullptr ? m_field->size() : 0;
        if (m_isList && !m_parts.lists.last().entries.isEmpty()) {
            readId(m_parts.lists.last().entries.last());
        }
    }

    void readId(Entry &entry) const
    {
        if (m_field != &entry.mark) {
            return;
        }
        if (entry.abs.isNull() && m_address.contains("/abs/"_L1)) {
            entry.abs = m_address;
        } else if (m_address.contains("/html/"_L1)) {
            entry.html = m_address;
        }
    }

    void readEnd()
    {
        if (m_html.is("html"_L1)) {
            m_parts.isWhole = true;
        } else if (m_html.is("a"_L1)) {
            showAddress();
        } else if (m_html.is("span"_L1)) {
            noteRange();
            m_isDescriptor = false;
        } else if (m_html.is("dl"_L1)) {
            m_isList = false;
            leaveField();
        } else if (m_html.is(m_end) || m_html.is("dt"_L1) || m_html.is("dd"_L1)) {
            leaveField();
        }
    }

    void showAddress()
    {
        if (m_field != nullptr && !m_address.isEmpty() &&
            hidesAddress(QStringView(*m_field).sliced(m_link))) {
            m_field->replace(m_link, m_field->size() - m_link, m_address);
        }
        m_address.clear();
    }

    /** Among the pages of a list, the one that is shown is no link. */
    void noteRange()
    {
        static const QRegularExpression form(QRegularExpression::anchoredPattern(u"\\d+-\\d+"_s));
        if (m_isPaging && m_field != nullptr && m_parts.range.isNull() && m_span >= 0) {
            const QString span = m_field->sliced(m_span).trimmed();
            m_parts.range = form.match(span).hasMatch() ? span : QString();
        }
        m_span = -1; // each is looked at once
    }

    void enterField(QString &field, QLatin1StringView end)
    {
        leaveField();
        m_field = &field;
        m_end = end;
    }

    void leaveField()
    {
        if (m_field == &m_heading) {
            m_parts.day = m_parts.day.isValid() ? m_parts.day : englishDate(m_heading);
            m_heading.clear();
        }
        m_field = m_isContent && !m_isList ? &m_parts.around : nullptr;
        m_parts.around += m_field != nullptr ? u"\n"_s : QString();
        m_end = {};
        m_isDescriptor = m_isPaging = false;
        m_address.clear();
        m_link = 0;
        m_span = -1;
    }

    HtmlReader m_html;
    Parts m_parts;
    bool m_isContent = false; ///< behind the chrome at the top
    bool m_isList = false;
    bool m_isPaging = false;
    bool m_isDescriptor = false; ///< "Title:"
    QString *m_field = nullptr;  ///< where text goes; within m_parts, or m_heading
    QLatin1StringView m_end;     ///< the element that ends it
    QString m_heading;
    QString m_address;    ///< of the link that is open
    qsizetype m_link = 0; ///< where its words begin in the field
    qsizetype m_span = -1;
};

/** "Artificial Intelligence (cs.AI); Machine Learning (cs.LG)" */
QStringList subjectIds(const QString &subjects)
{
    QStringList ids;
    for (const QStringView subject : qTokenize(subjects, u';')) {
        const qsizetype begin = subject.lastIndexOf(u'(') + 1;
        const qsizetype end = subject.lastIndexOf(u')');
        if (begin > 0 && end > begin) {
            ids += subject.sliced(begin, end - begin).toString();
        }
    }
    return categoriesOf(ids);
}

/** "New submissions (showing 3 of 3 entries)", "Thu, 21 May 2026 (continued, showing last 5 of 9 entries )"
 */
ListedSection headed(const QString &heading, QDate pageDay)
{
    static const QRegularExpression form(u"showing (?:first |last )?(\\d+) of (\\d+) entr"_s);
    const QDate day = englishDate(heading);
    const auto numbers = form.match(heading);
    return {day.isValid() ? day : pageDay,
            heading.startsWith("New"_L1)           ? Kind::New
            : heading.startsWith("Cross"_L1)       ? Kind::Cross
            : heading.startsWith("Replacement"_L1) ? Kind::Replaced
                                                   : Kind::Unknown,
            numbers.captured(1).toInt(),
            numbers.captured(2).toInt(),
            {}};
}

/** What was taken apart becomes a page, if it keeps what it promises. */
class PageJudge final
{
public:
    PageJudge(Parts parts, const QString &list, const QString &where)
        : m_parts(std::move(parts))
        , m_list(list)
        , m_where(where)
    {
    }

    Result<ListingPage> page() const
    {
        if (m_parts.entries > mostEntries) {
            return doNotAddUp();
        }
        if (m_parts.isHtml && !m_parts.isWhole) {
            return failure(ErrorKind::Incomplete, {}, m_where);
        }
        static const QRegularExpression form(u"Total of (\\d+) entries"_s);
        ListingPage page{m_parts.day, form.match(m_parts.around).captured(1).toInt(), {}};
        for (const List &list : m_parts.lists) {
            auto section = sectionOf(list, page);
            if (!section) {
                return tl::unexpected(section.error());
            }
            if (!section->papers.isEmpty()) { // a day without any has its heading, too
                page.sections += *std::move(section);
            }
        }
        return page.sections.isEmpty() ? empty(page) : added(page);
    }

private:
    [[nodiscard]] tl::unexpected<Error> changed(const QString &how) const
    {
        return failure(ErrorKind::BadAnswer, how, m_where);
    }

    [[nodiscard]] tl::unexpected<Error> doNotAddUp() const
    {
        return changed(ArxivListing::tr("its page has changed: its numbers do not add up"));
    }

    [[nodiscard]] Result<ListedSection> sectionOf(const List &list, const ListingPage &page) const
    {
        const bool isHeaded = !list.heading.isNull();
        ListedSection section = isHeaded ? headed(oneLine(list.heading), page.day) : unheaded(page.total);
        section.papers = papersOf(list, section.kind);
        const qsizetype due = isHeaded ? section.shown : list.entries.size();
        if (due < list.entries.size()) {
            return doNotAddUp();
        }
        if (section.papers.size() * 10 < due * 9) { // a page that loses one of many entries is a page
            return changed(ArxivListing::tr("its page has changed: %1 of %2 papers could be read")
                               .arg(section.papers.size())
                               .arg(due));
        }
        return section;
    }

    /** How many entries the page shows, where it says which. */
    [[nodiscard]] std::optional<qint64> shown() const
    {
        const QStringList ends = m_parts.range.split(u'-');
        return ends.size() == 2 ? std::optional(ends[1].toInt() - qint64(ends[0].toInt()) + 1) : std::nullopt;
    }

    [[nodiscard]] ListedSection unheaded(int total) const
    {
        return {{}, Kind::Unknown, int(std::clamp<qint64>(shown().value_or(total), 0, total)), total, {}};
    }

    /** Those that say what no entry leaves out. */
    [[nodiscard]] QList<DayPaper> papersOf(const List &list, Kind kind) const
    {
        QList<DayPaper> papers;
        for (const Entry &entry : list.entries) {
            const auto id = idBehind("/abs/"_L1, entry.abs);
            const QStringList categories = subjectIds(entry.subjects);
            if (id && !categories.isEmpty() && !oneLine(entry.title).isNull()) {
                papers +=
                    DayPaper{detailsOf(entry, *id, categories), kindOf(entry, kind, categories.first())};
            }
        }
        return papers;
    }

    static std::optional<VersionedId> idBehind(QLatin1StringView folder, const QString &address)
    {
        const qsizetype at = address.indexOf(folder);
        const auto id =
            VersionedId::parse(QStringView(address).sliced(at < 0 ? address.size() : at + folder.size()));
        return id && id->id.source() == Source::Arxiv ? id : std::nullopt;
    }

    static PaperDetails detailsOf(const Entry &entry, const VersionedId &id, const QStringList &categories)
    {
        const auto html = idBehind("/html/"_L1, entry.html);
        PaperDetails paper = namedOnly(id.id, html && html->id == id.id ? html->version : id.version);
        paper.title = oneLine(entry.title);
        paper.abstract = paragraphs(entry.abstract);
        setAuthors(paper, entry.authors);
        paper.authorsComplete = paper.authorsComplete && paper.authors.size() < mostAuthors;
        paper.categories = categories;
        paper.comment = oneLine(entry.comments);
        paper.journalRef = oneLine(entry.journalRef);
        return paper;
    }

    [[nodiscard]] Kind kindOf(const Entry &entry, Kind section, const QString &primary) const
    {
        if (section == Kind::Replaced || entry.mark.contains("(replaced)"_L1)) {
            return isOwnCategory(primary, m_list) ? Kind::Replaced : Kind::ReplacedCross;
        }
        const bool isCross = section == Kind::Cross || entry.mark.contains("(cross-list"_L1);
        return section != Kind::New && isCross ? Kind::Cross : Kind::New;
    }

    /** A page without papers has to say that it is one. */
    [[nodiscard]] Result<ListingPage> empty(const ListingPage &page) const
    {
        const bool isEnd = m_parts.around.contains("No further updates"_L1);
        const bool isEmpty = m_parts.around.contains("No updates"_L1) && page.total == 0;
        if (!isEnd && !isEmpty) {
            return changed(ArxivListing::tr("its page has changed: there is no list on it"));
        }
        return page;
    }

    /** A list that is not seen would be missing without a word, but that the sums are too small then. */
    [[nodiscard]] Result<ListingPage> added(const ListingPage &page) const
    {
        const bool isHeaded = !m_parts.lists.first().heading.isNull();
        qint64 sumShown = 0;
        qint64 sumTotal = 0;
        for (const ListedSection &section : page.sections) {
            sumShown += section.shown;
            sumTotal += section.total;
        }
        const bool hasPages = m_parts.around.contains("View page:"_L1); // of a catch-up, in thousands
        const bool isSum = shown() ? sumShown == *shown() : hasPages || sumTotal == page.total;
        const bool isOneList = page.sections.size() == 1 && page.total >= page.sections.first().papers.size();
        const auto hasDay = [](const ListedSection &section) { return section.day.isValid(); };
        const bool hasDays = std::all_of(page.sections.begin(), page.sections.end(), hasDay);
        if (isHeaded ? isSum && hasDays : isOneList && !page.day.isValid()) {
            return page;
        }
        return doNotAddUp();
    }

    const Parts m_parts;
    const QString m_list;
    const QString m_where;
};

} // namespace

Result<ListingPage> parseArxivListing(const QByteArray &bytes, const QString &list, const QString &where)
{
    if (bytes.size() > largestPage) {
        return failure(ErrorKind::AnswerTooLarge, u"> "_s + QLocale::c().formattedDataSize(largestPage),
                       where);
    }
    const auto text = answerText(bytes, where);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return PageJudge(PageReader(*text).read(), list, where).page();
}

} // namespace paperdawn
