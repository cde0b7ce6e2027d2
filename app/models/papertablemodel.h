// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "app/settings/settings.h"
#include "app/store/store.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace paperdawn {

/** The abstract of a paper in both languages; null where there is none. */
struct Abstracts
{
    QString original;
    QString translated;
};

/** A paper as the table keeps it: what it shows, and what filter and sort compare, made when first asked for.
 */
struct PaperRow
{
    explicit PaperRow(Paper known)
        : paper(std::move(known))
        , stored{paper.starred, paper.read}
    {
    }

    Paper paper;  ///< with the marks as they are shown
    Marks stored; ///< the marks as they are on disk
    mutable QString plainTitle;
    mutable QString plainTranslation;
    mutable QString authorLine;
    mutable QString folded; ///< all that the filter looks at
    mutable QString titleKey;
    mutable QString authorKey;
    std::optional<Abstracts> abstracts; ///< their beginnings as plain text; nothing: not fetched yet
};

/** The papers that stand on a day's list in one way. A folded group shows only the row that heads it. */
struct PaperGroup
{
    Kind kind = Kind::Unknown; ///< never ReplacedCross: those stand with the replaced ones
    int total = 0;             ///< papers that pass the filter
    int unread = 0;
    bool folded = false;

    bool operator==(const PaperGroup &) const = default;
};

/** A row of the table: a paper, or what heads a group of papers. */
struct TableRow
{
    std::shared_ptr<PaperRow> paper;
    std::shared_ptr<PaperGroup> group; ///< where there is no paper

    [[nodiscard]] const void *identity() const
    {
        return paper ? static_cast<const void *>(paper.get()) : group.get();
    }
    bool operator==(const TableRow &) const = default;
};

/**
 * The papers of one question (a day, the reading list), filtered and sorted. A day's list in its own order
 * stands in groups (new, cross-lists, replacements) where that is known of it. Asks again when the store has
 * changed, and tells of as little as possible: a row is its paper, so that selection survives. Thread: UI.
 */
class PaperTableModel final : public RowModel<TableRow>
{
    Q_OBJECT
public:
    enum Column { State, Star, ListKind, Title, Authors, Categories, Date, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString, PaperId::key()
        StarredRole,                ///< bool
        ReadRole,                   ///< bool
        TitleRole,                  ///< QString, original, as plain text
        TranslationRole,            ///< QString, translated title as plain text; null without one
        LanguageRole,               ///< QString, of the translation
        AuthorsRole,                ///< QString, "A, B, C … Z" or "A et al."
        CategoriesRole,             ///< QString, primary first
        FlagsRole,                  ///< PaperFlags as int
        PdfRole,                    ///< bool, its PDF is here
        AbstractRole,               ///< QString, its beginning as plain text; null where it was not fetched
        TranslatedAbstractRole,     ///< the same, translated
        GroupRole,                  ///< QString, "12 / 93" of a row that heads a group; null of a paper
        FoldedRole,                 ///< bool, of a row that heads a group
    };
    enum class Order : quint8 { List, Title, Author, Date };
    Q_ENUM(Order)

    using Ask = std::function<Result<QList<Paper>>(const PaperQuery &)>;
    /** The marks to show, given those on disk: what Decisions::over() says. */
    using Over = std::function<Marks(const PaperId &, Marks)>;

    /** The abstracts of those of the papers of which something is known. */
    using AskAbstracts = std::function<QHash<PaperId, Abstracts>(const QList<PaperId> &)>;

    PaperTableModel(Ask ask, Over over, AskAbstracts askAbstracts, QObject *parent = nullptr);
    /** Whether the PDF of a paper is here; until it is told, none is. */
    void setPdfHere(std::function<bool(const Paper &)> isHere) { m_pdfHere = std::move(isHere); }

    void show(const PaperQuery &query);
    /** Asks the same question again. */
    void refresh();
    [[nodiscard]] const std::optional<PaperQuery> &query() const { return m_query; }
    /** The query whose answer is what is shown now: of the unread, those too that were read meanwhile. */
    [[nodiscard]] std::optional<PaperQuery> question() const;
    /** Why there is no answer, if asking failed; the rows stay as they were. */
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /**
     * Every word must occur in a title (either language), an author, a category or the id. Of a long list
     * that has only just come, the rows stay as they are until all that the filter looks at is made.
     */
    void setFilter(const QString &words);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    /** Shows what the filter leaves, however long it takes: what comes next acts on these rows. */
    void finishFiltering();

    void setOrder(Order order, Qt::SortOrder direction = Qt::AscendingOrder);
    /** Which title comes first in a row, and so is what rows are sorted by. */
    void setTitles(TitleLanguage titles);
    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] Qt::SortOrder direction() const { return m_direction; }

    [[nodiscard]] bool isPaper(int row) const { return m_rows.at(row).paper != nullptr; }
    /** The paper of a row that is one. */
    [[nodiscard]] const Paper &paper(int row) const { return m_rows.at(row).paper->paper; }
    /** `row`, or the nearest row above (step -1) or below it (step 1) that is a paper; -1: none. */
    [[nodiscard]] int nearestPaper(int row, int step) const;
    [[nodiscard]] int shownCount() const { return m_shownCount; } ///< papers that pass the filter

    [[nodiscard]] bool isGrouped() const { return m_grouped; }
    /** The row that heads the group of `row`; -1 where the list has no groups. */
    [[nodiscard]] int headOf(int row) const;
    /** Folds the group of `row`, or unfolds it. */
    void toggleGroup(int row);
    void unfoldAll();
    /** The folded groups, to be kept: "cross replaced". */
    [[nodiscard]] QString foldedGroups() const;
    void setFoldedGroups(const QString &folded);
    /** Whether ways of standing on a list differ, and so a column for them is worth its place. */
    [[nodiscard]] bool hasKinds() const { return m_hasKinds; }

    /** Fetches the abstracts that AbstractRole is to answer; says nothing: the rows are about to be painted.
     */
    void fetchAbstracts(int firstRow, int lastRow);
    [[nodiscard]] int rowOf(const PaperId &id) const;             ///< -1: not shown
    [[nodiscard]] int total() const { return int(m_all.size()); } ///< without the filter
    [[nodiscard]] int unread() const;                             ///< of all, without the filter
    /** "A, B, C … Z"; "A et al." where only the first is known. */
    [[nodiscard]] static QString authorLine(const Paper &paper);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /** Says headers and cells again, after the language has changed. */
    void retranslate();

    void storeChanged(const paperdawn::StoreChange &change);
    void marksChanged(const QList<paperdawn::PaperId> &papers);
    void pdfsChanged();

Q_SIGNALS:
    /** Other rows, other counts, another order, or an error. */
    void listChanged();

protected:
    [[nodiscard]] QVariant cell(const TableRow &row, int column, int role) const override;

private:
    using Papers = QList<std::shared_ptr<PaperRow>>;
    using Rows = QList<TableRow>;
    using RowSet = QSet<const void *>;
    void take(QList<Paper> papers);
    void present();
    void presentOrder(const Rows &next);
    void presentRemovals(const Rows &next);
    void presentInsertions(const Rows &next);
    [[nodiscard]] QVariant spoken(const PaperRow &row) const;
    [[nodiscard]] bool isPdfHere(const PaperRow &row) const { return m_pdfHere && m_pdfHere(row.paper); }
    [[nodiscard]] Papers filteredAndSorted() const;
    [[nodiscard]] Rows rowsOf(const Papers &papers) const;
    [[nodiscard]] bool isFolded(const PaperGroup &group) const;
    [[nodiscard]] RowSet countGroups(const Papers &papers);
    [[nodiscard]] QVariant cellOf(const PaperRow &row, int column, int role) const;
    [[nodiscard]] QVariant cellOf(const PaperGroup &group, int column, int role) const;
    [[nodiscard]] static QVariant words(const PaperRow &row, int column);
    [[nodiscard]] bool foldSome();
    void foldOn();
    void emitChanged(const RowSet &rows);

    Ask m_ask;
    Over m_over;
    std::function<bool(const Paper &)> m_pdfHere;
    AskAbstracts m_askAbstracts;
    std::optional<PaperQuery> m_query;
    std::optional<Error> m_error;
    Papers m_all;                                        ///< in the order of the answer
    std::array<std::shared_ptr<PaperGroup>, 4> m_groups; ///< in the order in which they stand
    bool m_hasKinds = false;
    bool m_grouped = false;
    int m_shownCount = 0;
    QString m_filter;
    QStringList m_words; ///< folded
    Order m_order = Order::List;
    bool m_translationFirst = false;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    QTimer m_folding; ///< of what the filter looks at, a piece at a time, so that the window is never held
    qsizetype m_foldedUpTo = 0;
    bool m_filterWaits = false; ///< the rows do not show the filter yet
};

} // namespace paperdawn
