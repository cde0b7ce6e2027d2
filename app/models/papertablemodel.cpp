// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/papertablemodel.h"

#include "app/text/characters.h"
#include "app/text/fold.h"
#include "app/text/headline.h"
#include "app/text/latex.h"

#include <QElapsedTimer>
#include <QHash>
#include <QLocale>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

using RowPtr = std::shared_ptr<PaperRow>;

/** Where more runs of rows come or go than this, a reset is quicker for every view. */
constexpr int mostRuns = 32;
constexpr int foldingSliceMs = 4;
constexpr int foldingPauseMs = 100; ///< the list is painted first
constexpr int authorsNamed = 3;
constexpr QChar behindAll(0xFFFF);     ///< sorts behind every text
constexpr qsizetype longestHead = 900; ///< letters of an abstract, of which a row shows the beginning

/** In the order in which they stand on a list. */
constexpr std::array groupKinds{Kind::New, Kind::Cross, Kind::Replaced, Kind::Unknown};

Kind groupOf(Kind kind)
{
    return kind == Kind::ReplacedCross ? Kind::Replaced : kind;
}

QString groupName(Kind kind)
{
    switch (kind) {
    case Kind::New:
        return PaperTableModel::tr("New");
    case Kind::Cross:
        return PaperTableModel::tr("Cross-lists");
    case Kind::Replaced:
    case Kind::ReplacedCross:
        return PaperTableModel::tr("Replacements");
    case Kind::Unknown:
        break;
    }
    return PaperTableModel::tr("Others");
}

/** The column's one letter. */
QString kindMark(Kind kind)
{
    switch (kind) {
    case Kind::New:
        //: One letter (one character in Chinese): a new paper
        return PaperTableModel::tr("N");
    case Kind::Cross:
        //: One letter (one character in Chinese): cross-listed
        return PaperTableModel::tr("X");
    case Kind::Replaced:
    case Kind::ReplacedCross:
        //: One letter (one character in Chinese): a replacement
        return PaperTableModel::tr("R");
    case Kind::Unknown:
        break;
    }
    return {};
}

/** Two ways of standing on a list at least that are known. */
bool differ(const QList<RowPtr> &rows)
{
    Kind known = Kind::Unknown;
    for (const RowPtr &row : rows) {
        const Kind kind = groupOf(row->paper.kind);
        if (kind != Kind::Unknown && known != Kind::Unknown && kind != known) {
            return true;
        }
        known = kind == Kind::Unknown ? known : kind;
    }
    return false;
}

QString onOneLine(const QString &title)
{
    return shown(plainText(title)).simplified();
}

QString beginningOf(const QString &abstract)
{
    return abstract.isEmpty() ? QString() : onOneLine(abstract.left(longestHead));
}

const QString &plainTitle(const PaperRow &row)
{
    if (row.plainTitle.isNull()) {
        row.plainTitle = onOneLine(row.paper.title);
        if (row.plainTitle.isEmpty() && row.paper.titleTranslated.isEmpty()) {
            row.plainTitle = row.paper.id.value(); // a file may name a paper and say nothing more of it
        }
    }
    return row.plainTitle;
}

const QString &plainTranslation(const PaperRow &row)
{
    if (row.plainTranslation.isNull() && !row.paper.titleTranslated.isNull()) {
        row.plainTranslation = onOneLine(headlineOf(row.paper.titleTranslated).title);
    }
    return row.plainTranslation;
}

const QString &authorLineOf(const PaperRow &row)
{
    if (row.authorLine.isNull()) {
        row.authorLine = onOneLine(PaperTableModel::authorLine(row.paper));
    }
    return row.authorLine;
}

const QString &foldedText(const PaperRow &row)
{
    if (row.folded.isNull()) {
        const Paper &paper = row.paper;
        const QString text = plainTitle(row) + u'\n' + plainTranslation(row) + u'\n' +
                             onOneLine(paper.authors.join(u'\n')) + u'\n' + paper.categories.join(u' ') +
                             u'\n' + paper.id.value();
        row.folded = folded(text);
    }
    return row.folded;
}

/** Of the title that comes first in the row. */
const QString &titleKey(const PaperRow &row, bool translationFirst)
{
    if (row.titleKey.isNull()) {
        const QString &first = translationFirst ? plainTranslation(row) : plainTitle(row);
        const QString &second = translationFirst ? plainTitle(row) : plainTranslation(row);
        row.titleKey = folded(first.isEmpty() ? second : first) + u' ';
    }
    return row.titleKey;
}

/** The first author by the family name (before a comma, else the last word), then the whole name; none come
 * last. */
const QString &authorKey(const PaperRow &row)
{
    if (row.authorKey.isNull()) {
        const QString written = onOneLine(row.paper.authors.value(0));
        const QString family =
            written.contains(u',') ? written.section(u',', 0, 0) : written.section(u' ', -1);
        row.authorKey =
            written.isEmpty() ? QString(behindAll) : QString(folded(family) + u' ' + folded(written));
    }
    return row.authorKey;
}

bool isBefore(const PaperRow &a, const PaperRow &b, PaperTableModel::Order order, bool translationFirst)
{
    switch (order) {
    case PaperTableModel::Order::Title:
        return titleKey(a, translationFirst) < titleKey(b, translationFirst);
    case PaperTableModel::Order::Author:
        return authorKey(a) < authorKey(b);
    case PaperTableModel::Order::Date:
        return std::pair(a.paper.day, a.paper.id.row()) < std::pair(b.paper.day, b.paper.id.row());
    case PaperTableModel::Order::List:
        break;
    }
    return false;
}

QHash<const void *, int> placesOf(const QList<TableRow> &rows)
{
    QHash<const void *, int> places;
    places.reserve(rows.size());
    for (int i = 0; i < rows.size(); ++i) {
        places.insert(rows.at(i).identity(), i);
    }
    return places;
}

/** What leads from one list of rows to another. */
struct Steps
{
    int kept = 0;
    int goingRuns = 0;
    int coming = 0;
    bool sameOrder = true; ///< of those that are kept
};

Steps stepsBetween(const QList<TableRow> &before, const QHash<const void *, int> &after)
{
    Steps steps;
    int lastPlace = -1;
    bool going = false;
    for (const TableRow &row : before) {
        const int place = after.value(row.identity(), -1);
        if (place < 0) {
            steps.goingRuns += going ? 0 : 1;
            going = true;
            continue;
        }
        going = false;
        ++steps.kept;
        steps.sameOrder = steps.sameOrder && place > lastPlace;
        lastPlace = place;
    }
    steps.coming = int(after.size()) - steps.kept;
    return steps;
}

bool concerns(const StoreChange &change, const PaperQuery &query, const QList<RowPtr> &rows)
{
    if (change.many) {
        return true;
    }
    if (const auto *day = std::get_if<OnDay>(&query); day && change.days.contains(day->day)) {
        return true;
    }
    if (std::holds_alternative<InReadingList>(query) && !change.papers.isEmpty()) {
        return true;
    }
    if (std::holds_alternative<StillUnread>(query)) {
        return true; // any list may be one of the newest, any mark that of a paper on them
    }
    const QSet<PaperId> papers(change.papers.begin(), change.papers.end());
    if (const auto *named = std::get_if<Named>(&query)) { // one that was unknown may have come
        return papers.intersects(QSet(named->papers.begin(), named->papers.end()));
    }
    return std::any_of(rows.begin(), rows.end(),
                       [&](const RowPtr &row) { return papers.contains(row->paper.id); });
}

} // namespace

PaperTableModel::PaperTableModel(Ask ask, Over over, AskAbstracts askAbstracts, QObject *parent)
    : RowModel(parent)
    , m_ask(std::move(ask))
    , m_over(std::move(over))
    , m_askAbstracts(std::move(askAbstracts))
{
    std::transform(groupKinds.begin(), groupKinds.end(), m_groups.begin(),
                   [](Kind kind) { return std::make_shared<PaperGroup>(PaperGroup{kind}); });
    connect(&m_folding, &QTimer::timeout, this, &PaperTableModel::foldOn);
}

void PaperTableModel::show(const PaperQuery &query)
{
    if (m_query != query || std::holds_alternative<StillUnread>(query)) {
        m_query = query;
        m_all.clear(); // another question: no row of the old answer is the same row
    }
    refresh();
}

std::optional<PaperQuery> PaperTableModel::question() const
{
    if (!m_query || !std::holds_alternative<StillUnread>(*m_query)) {
        return m_query;
    }
    StillUnread unread;
    for (const RowPtr &row : m_all) {
        unread.keeping.insert(row->paper.id);
    }
    return unread;
}

void PaperTableModel::refresh()
{
    if (!m_query) {
        return;
    }
    auto answer = m_ask(*question());
    if (!answer) {
        m_error = answer.error();
        present();
        return;
    }
    m_error.reset();
    take(std::move(*answer));
}

void PaperTableModel::take(QList<Paper> papers)
{
    QHash<PaperId, RowPtr> known;
    known.reserve(m_all.size());
    for (const RowPtr &row : std::as_const(m_all)) {
        known.insert(row->paper.id, row);
    }
    RowSet changed;
    Papers next;
    next.reserve(papers.size());
    for (Paper &paper : papers) {
        PaperRow fresh(std::move(paper));
        const Marks marks = m_over(fresh.paper.id, fresh.stored);
        fresh.paper.starred = marks.starred;
        fresh.paper.read = marks.read;

        RowPtr row =
            known.take(fresh.paper.id); // taken: a paper that came twice makes two rows, not one twice
        if (!row) {
            row = std::make_shared<PaperRow>(std::move(fresh));
        } else if (row->paper != fresh.paper) {
            *row = std::move(fresh);
            changed.insert(row.get());
        } else {
            row->stored = fresh.stored;
            row->abstracts.reset();
        }
        next += row;
    }
    m_all = std::move(next);
    m_hasKinds = differ(m_all);
    m_foldedUpTo = 0;
    m_folding.start(foldingPauseMs); // before the first letter of a filter comes
    present();
    emitChanged(changed);
}

void PaperTableModel::present()
{
    m_filterWaits = false;
    const Papers papers = filteredAndSorted();
    m_shownCount = int(papers.size());
    m_grouped = m_hasKinds && m_order == Order::List && m_direction == Qt::AscendingOrder && m_query &&
                std::holds_alternative<OnDay>(*m_query);
    const RowSet recounted = countGroups(papers);
    const Rows next = rowsOf(papers);
    const auto places = placesOf(next);
    const Steps steps = stepsBetween(m_rows, places);
    if (steps.kept == m_rows.size() && steps.coming == 0) {
        if (!steps.sameOrder) {
            presentOrder(next);
        }
    } else if (steps.kept == 0 || !steps.sameOrder || steps.goingRuns > mostRuns || steps.coming > mostRuns) {
        beginResetModel();
        m_rows = next;
        endResetModel();
    } else {
        presentRemovals(next);
        presentInsertions(next);
    }
    emitChanged(recounted);
    Q_EMIT listChanged();
}

void PaperTableModel::presentOrder(const Rows &next)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto places = placesOf(next);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &at : before) {
        after += createIndex(places.value(m_rows.at(at.row()).identity()), at.column());
    }
    m_rows = next;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void PaperTableModel::presentRemovals(const Rows &next)
{
    const auto places = placesOf(next);
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
        if (places.contains(m_rows.at(last).identity())) {
            continue;
        }
        int first = last;
        while (first > 0 && !places.contains(m_rows.at(first - 1).identity())) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void PaperTableModel::presentInsertions(const Rows &next)
{
    for (int place = 0; place < next.size(); ++place) {
        if (place < m_rows.size() && m_rows.at(place) == next.at(place)) {
            continue;
        }
        beginInsertRows({}, place, place);
        m_rows.insert(place, next.at(place));
        endInsertRows();
    }
}

PaperTableModel::Papers PaperTableModel::filteredAndSorted() const
{
    Papers rows;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(rows), [this](const RowPtr &row) {
        return m_words.isEmpty() || matches(foldedText(*row), m_words);
    });
    const bool descending = m_direction == Qt::DescendingOrder;
    if (m_order != Order::List) {
        std::stable_sort(rows.begin(), rows.end(), [this, descending](const RowPtr &a, const RowPtr &b) {
            return descending ? isBefore(*b, *a, m_order, m_translationFirst)
                              : isBefore(*a, *b, m_order, m_translationFirst);
        });
    } else if (descending) {
        std::reverse(rows.begin(), rows.end());
    }
    return rows;
}

/** The rows that show `papers`: these, and what heads their groups. */
PaperTableModel::Rows PaperTableModel::rowsOf(const Papers &papers) const
{
    Rows rows;
    rows.reserve(papers.size() + qsizetype(m_groups.size()));
    if (!m_grouped) {
        std::transform(papers.begin(), papers.end(), std::back_inserter(rows), [](const RowPtr &paper) {
            return TableRow{paper, {}};
        });
        return rows;
    }
    for (const auto &group : m_groups) {
        if (group->total == 0) {
            continue;
        }
        rows += TableRow{{}, group};
        for (const RowPtr &paper : papers) {
            if (!isFolded(*group) && groupOf(paper->paper.kind) == group->kind) {
                rows += TableRow{paper, {}};
            }
        }
    }
    return rows;
}

/** A filter looks into folded groups too. */
bool PaperTableModel::isFolded(const PaperGroup &group) const
{
    return group.folded && m_words.isEmpty();
}

/** The groups whose numbers are others now. */
PaperTableModel::RowSet PaperTableModel::countGroups(const Papers &papers)
{
    RowSet changed;
    for (const auto &group : m_groups) {
        PaperGroup counted{group->kind, 0, 0, group->folded};
        for (const RowPtr &paper : papers) {
            if (groupOf(paper->paper.kind) == group->kind) {
                ++counted.total;
                counted.unread += paper->paper.read ? 0 : 1;
            }
        }
        if (*group != counted) {
            *group = counted;
            changed.insert(group.get());
        }
    }
    return changed;
}

int PaperTableModel::nearestPaper(int row, int step) const
{
    while (row >= 0 && row < m_rows.size() && !isPaper(row)) {
        row += step;
    }
    return row >= 0 && row < m_rows.size() ? row : -1;
}

int PaperTableModel::headOf(int row) const
{
    while (row >= 0 && isPaper(row)) {
        --row;
    }
    return row;
}

void PaperTableModel::toggleGroup(int row)
{
    const int head = headOf(row);
    if (head < 0 || !m_words.isEmpty()) {
        return;
    }
    const auto group = m_rows.at(head).group;
    group->folded = !group->folded;
    present();
    emitChanged({group.get()});
}

void PaperTableModel::unfoldAll()
{
    setFoldedGroups({});
}

QString PaperTableModel::foldedGroups() const
{
    QStringList keys;
    for (const auto &group : m_groups) {
        if (group->folded) {
            keys += group->kind == Kind::Unknown ? u"others"_s : kindKey(group->kind);
        }
    }
    return keys.join(u' ');
}

void PaperTableModel::setFoldedGroups(const QString &folded)
{
    const QStringList keys = folded.split(u' ', Qt::SkipEmptyParts);
    for (const auto &group : m_groups) {
        group->folded = keys.contains(group->kind == Kind::Unknown ? u"others"_s : kindKey(group->kind));
    }
    present();
    emitChanged(RowSet{m_groups[0].get(), m_groups[1].get(), m_groups[2].get(), m_groups[3].get()});
}

void PaperTableModel::fetchAbstracts(int firstRow, int lastRow)
{
    Papers wanted;
    QList<PaperId> ids;
    for (int row = std::max(firstRow, 0); row <= std::min(lastRow, int(m_rows.size()) - 1); ++row) {
        const RowPtr &paper = m_rows.at(row).paper;
        if (paper && !paper->abstracts) {
            wanted += paper;
            ids += paper->paper.id;
        }
    }
    if (wanted.isEmpty()) {
        return;
    }
    const QHash<PaperId, Abstracts> found = m_askAbstracts(ids);
    for (const RowPtr &paper : std::as_const(wanted)) {
        const Abstracts known = found.value(paper->paper.id);
        paper->abstracts = {beginningOf(known.original), beginningOf(known.translated)};
    }
}

void PaperTableModel::setFilter(const QString &words)
{
    m_filter = words;
    const QStringList foldedWords = folded(words).split(u' ', Qt::SkipEmptyParts);
    if (foldedWords == m_words) {
        return;
    }
    m_words = foldedWords;
    if (m_words.isEmpty() || foldSome()) {
        present();
    } else {
        m_filterWaits = true;
        m_folding.start(0);
    }
}

void PaperTableModel::finishFiltering()
{
    if (m_filterWaits) {
        present();
    }
}

/** A piece of it; true when all is done. */
bool PaperTableModel::foldSome()
{
    QElapsedTimer time;
    time.start();
    while (m_foldedUpTo < m_all.size() && !time.hasExpired(foldingSliceMs)) {
        foldedText(*m_all.at(m_foldedUpTo++));
    }
    return m_foldedUpTo >= m_all.size();
}

void PaperTableModel::foldOn()
{
    if (foldSome()) {
        m_folding.stop();
        finishFiltering();
    } else {
        m_folding.start(0);
    }
}

void PaperTableModel::setOrder(Order order, Qt::SortOrder direction)
{
    if (order != m_order || direction != m_direction) {
        m_order = order;
        m_direction = direction;
        present();
    }
}

void PaperTableModel::setTitles(TitleLanguage titles)
{
    const bool translationFirst = titles == TitleLanguage::Translated;
    if (translationFirst == m_translationFirst) {
        return;
    }
    m_translationFirst = translationFirst;
    for (const RowPtr &row : std::as_const(m_all)) {
        row->titleKey.clear();
    }
    if (m_order == Order::Title) {
        present();
    }
}

void PaperTableModel::sort(int column, Qt::SortOrder order)
{
    switch (column) {
    case Title:
        return setOrder(Order::Title, order);
    case Authors:
        return setOrder(Order::Author, order);
    case Date:
        return setOrder(Order::Date, order);
    default:
        return setOrder(Order::List, order);
    }
}

int PaperTableModel::rowOf(const PaperId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TableRow &row) {
        return row.paper && row.paper->paper.id == id;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PaperTableModel::unread() const
{
    return int(std::count_if(m_all.begin(), m_all.end(), [](const RowPtr &row) { return !row->paper.read; }));
}

void PaperTableModel::storeChanged(const StoreChange &change)
{
    if (m_query && concerns(change, *m_query, m_all)) {
        refresh();
    }
}

void PaperTableModel::marksChanged(const QList<PaperId> &papers)
{
    const QSet<PaperId> named(papers.begin(), papers.end());
    RowSet changed;
    for (const RowPtr &row : std::as_const(m_all)) {
        if (!named.contains(row->paper.id)) {
            continue;
        }
        const Marks marks = m_over(row->paper.id, row->stored);
        if (marks != Marks{row->paper.starred, row->paper.read}) {
            row->paper.starred = marks.starred;
            row->paper.read = marks.read;
            changed.insert(row.get());
        }
    }
    emitChanged(changed);
    if (!changed.isEmpty()) {
        if (m_grouped) {
            emitChanged(countGroups(filteredAndSorted()));
        }
        Q_EMIT listChanged();
    }
}

void PaperTableModel::pdfsChanged()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, Title), index(rowCount() - 1, Title), {PdfRole, Qt::AccessibleTextRole});
    }
}

void PaperTableModel::emitChanged(const RowSet &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    for (int first = 0; first < m_rows.size(); ++first) {
        if (!rows.contains(m_rows.at(first).identity())) {
            continue;
        }
        int last = first;
        while (last + 1 < m_rows.size() && rows.contains(m_rows.at(last + 1).identity())) {
            ++last;
        }
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
        first = last;
    }
}

int PaperTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags PaperTableModel::flags(const QModelIndex &index) const
{
    const bool heads = index.isValid() && !isPaper(index.row());
    return heads ? Qt::ItemIsEnabled : RowModel::flags(index); // what heads a group is no paper to choose
}

QVariant PaperTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    const bool seen = role == Qt::DisplayRole; // dot and star are narrow: their names are for the ear
    switch (section) {
    case State:
        return seen ? QVariant() : tr("State");
    case Star:
        return seen ? QVariant() : tr("Star");
    case ListKind:
        return seen ? QVariant() : tr("Kind");
    case Title:
        return tr("Title");
    case Authors:
        return tr("Authors");
    case Categories:
        return tr("Categories");
    case Date:
        return tr("Day");
    default:
        return {};
    }
}

void PaperTableModel::retranslate()
{
    for (const RowPtr &row : std::as_const(m_all)) {
        row->authorLine.clear();
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

QString PaperTableModel::authorLine(const Paper &paper)
{
    const QStringList &authors = paper.authors;
    if (authors.isEmpty()) {
        return {};
    }
    if (!paper.authorsComplete && authors.size() == 1) {
        //: %1: the first author, where the others are not known
        return tr("%1 et al.").arg(isolated(plainText(authors.first())));
    }
    if (authors.size() <= authorsNamed + 1) {
        return plainText(authors.join(", "_L1));
    }
    return plainText(QStringList(authors.first(authorsNamed)).join(", "_L1)) + u" … "_s +
           plainText(authors.last());
}

QVariant PaperTableModel::cell(const TableRow &row, int column, int role) const
{
    return row.paper ? cellOf(*row.paper, column, role) : cellOf(*row.group, column, role);
}

QVariant PaperTableModel::cellOf(const PaperGroup &group, int column, int role) const
{
    const bool folded = isFolded(group);
    switch (role) {
    case Qt::DisplayRole:
        return column == Title ? groupName(group.kind) : QVariant();
    case Qt::AccessibleTextRole: {
        if (column != Title) {
            return {};
        }
        //: What heads a group of papers; %1 is its name, %2 and %3 are numbers
        const QString words =
            tr("%1, %2 of %3 unread").arg(groupName(group.kind)).arg(group.unread).arg(group.total);
        return folded ? tr("%1, folded").arg(words) : words;
    }
    case GroupRole:
        return u"%1 / %2"_s.arg(group.unread).arg(group.total);
    case FoldedRole:
        return folded;
    default:
        return {};
    }
}

QVariant PaperTableModel::cellOf(const PaperRow &row, int column, int role) const
{
    const Paper &paper = row.paper;
    switch (role) {
    case Qt::DisplayRole:
        return words(row, column);
    case Qt::AccessibleTextRole:
        return column == Title ? spoken(row) : words(row, column);
    case KeyRole:
        return paper.id.key();
    case StarredRole:
        return paper.starred;
    case ReadRole:
        return paper.read;
    case TitleRole:
        return plainTitle(row);
    case TranslationRole:
        return plainTranslation(row);
    case LanguageRole:
        return paper.language;
    case AuthorsRole:
        return authorLineOf(row);
    case CategoriesRole:
        return words(row, Categories);
    case FlagsRole:
        return paper.flags.toInt();
    case PdfRole:
        return isPdfHere(row);
    case AbstractRole:
        return row.abstracts ? row.abstracts->original : QString();
    case TranslatedAbstractRole:
        return row.abstracts ? row.abstracts->translated : QString();
    default:
        return {};
    }
}

QVariant PaperTableModel::words(const PaperRow &row, int column)
{
    const Paper &paper = row.paper;
    switch (column) {
    case State:
        return paper.read ? tr("read") : tr("unread");
    case Star:
        return paper.starred ? tr("starred") : tr("not starred");
    case ListKind:
        return kindMark(paper.kind);
    case Title:
        return plainTitle(row);
    case Authors:
        return authorLineOf(row);
    case Categories:
        return paper.categories.isEmpty() ? sourceName(paper.id.source()) : paper.categories.join(u' ');
    case Date:
        return paper.day.isValid() ? QLocale().toString(paper.day, QLocale::ShortFormat) : QString();
    default:
        return {};
    }
}

QVariant PaperTableModel::spoken(const PaperRow &row) const
{
    QStringList parts;
    if (row.paper.starred) {
        parts += tr("starred");
    }
    parts += row.paper.read ? tr("read") : tr("unread");
    if (row.paper.kind == Kind::Cross || groupOf(row.paper.kind) == Kind::Replaced) {
        parts += groupName(row.paper.kind);
    }
    parts += plainTitle(row);
    if (!row.paper.titleTranslated.isNull()) {
        parts += plainTranslation(row);
    }
    parts += authorLineOf(row);
    if (isPdfHere(row)) {
        //: Spoken behind the title and the authors: the PDF is on this computer
        parts += tr("PDF here");
    }
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

} // namespace paperdawn
