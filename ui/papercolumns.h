// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <array>

class QFont;
class QHeaderView;

namespace paperdawn {

/** The lists whose columns are remembered apart. */
enum class ListView : quint8 { Day, Unread, ReadingList };

/**
 * The columns of the paper table: which the reader wants of each list, how wide and in which order, and what
 * of it fits beside a title of readable width. Thread: UI.
 */
class PaperColumns final : public QObject
{
    Q_OBJECT
public:
    /** `header` already has the table's model. */
    explicit PaperColumns(QHeaderView &header);

    void showList(ListView list);
    /** Shows what is wanted, worth showing and fits into `width`; what is least needed goes first. */
    void fit(int width, const QFont &font, Density density);
    /** Whether the column of kinds has something to say. */
    void setKindsDiffer(bool differ) { m_kindsDiffer = differ; }

    [[nodiscard]] bool isWanted(int column) const;
    void setWanted(int column, bool wanted);
    /** All lists as they were at first. */
    void reset();

    [[nodiscard]] QByteArray state() const; ///< of all lists, to be kept
    void restore(const QByteArray &state);  ///< what is no such state changes nothing

Q_SIGNALS:
    /** Another list, or another wish: fit() is to be called. */
    void changed();

private:
    struct Layout
    {
        QList<int> order;       ///< of all columns, from left to right
        QHash<int, int> widths; ///< pixels, where the reader chose one
        QSet<int> wanted;
    };
    [[nodiscard]] static Layout usual(ListView list);
    [[nodiscard]] Layout &layout() { return m_layouts[size_t(m_list)]; }
    [[nodiscard]] const Layout &layout() const { return m_layouts[size_t(m_list)]; }
    [[nodiscard]] int widthOf(int column) const;
    void apply();
    void keepOrder();

    QHeaderView &m_header;
    std::array<Layout, 3> m_layouts;
    ListView m_list = ListView::Day;
    bool m_kindsDiffer = false;
    bool m_applying = false; ///< what changes now is not the reader's doing
};

} // namespace paperdawn
