// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "app/settings/settings.h"
#include "app/store/store.h"

#include <QSet>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace paperdawn {

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
};

/**
 * The papers of one question (a day, the reading list), filtered and sorted. Asks again when the store has
 * changed, and tells of as little as possible: a row is its paper, so that selection survives. Thread: UI.
 */
class PaperTableModel final : public RowModel<std::shared_ptr<PaperRow>>
{
    Q_OBJECT
public:
    enum Column { State, Star, Title, Authors, Categories, Date, ColumnCount };
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
    };
    enum class Order : quint8 { List, Title, Author, Date };
    Q_ENUM(Order)

    using Ask = std::function<Result<QList<Paper>>(const PaperQuery &)>;
    /** The marks to show, given those on disk: what Decisions::over() says. */
    using Over = std::function<Marks(const PaperId &, Marks)>;

    PaperTableModel(Ask ask, Over over, QObject *parent = nullptr);
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

    [[nodiscard]] const Paper &paper(int row) const { return m_rows.at(row)->paper; }
    [[nodiscard]] int rowOf(const PaperId &id) const;             ///< -1: not shown
    [[nodiscard]] int total() const { return int(m_all.size()); } ///< without the filter
    [[nodiscard]] int unread() const;                             ///< of all, without the filter
    /** "A, B, C … Z"; "A et al." where only the first is known. */
    [[nodiscard]] static QString authorLine(const Paper &paper);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
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
    [[nodiscard]] QVariant cell(const std::shared_ptr<PaperRow> &row, int column, int role) const override;

private:
    using Rows = QList<std::shared_ptr<PaperRow>>;
    using RowSet = QSet<const PaperRow *>;
    void take(QList<Paper> papers);
    void present();
    void presentOrder(const Rows &next);
    void presentRemovals(const Rows &next);
    void presentInsertions(const Rows &next);
    [[nodiscard]] Rows filteredAndSorted() const;
    [[nodiscard]] QVariant spoken(const PaperRow &row) const;
    [[nodiscard]] bool isPdfHere(const PaperRow &row) const { return m_pdfHere && m_pdfHere(row.paper); }
    [[nodiscard]] static QVariant words(const PaperRow &row, int column);
    [[nodiscard]] bool foldSome();
    void foldOn();
    void emitChanged(const RowSet &rows);

    Ask m_ask;
    Over m_over;
    std::function<bool(const Paper &)> m_pdfHere;
    std::optional<PaperQuery> m_query;
    std::optional<Error> m_error;
    Rows m_all; ///< in the order of the answer
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
