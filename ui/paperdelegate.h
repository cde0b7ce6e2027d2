// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QStyledItemDelegate>

namespace paperdawn {

/**
 * Paints the rows of the paper table: dot, star, title in one language or both, the beginning of the
 * abstract, authors, categories; and what heads a group of them. Paints only: it asks the model's roles and
 * changes nothing. Papers are as high as each other.
 */
class PaperDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PaperDelegate(QObject *parent);

    void setDensity(Density density) { m_density = density; }
    [[nodiscard]] Density density() const { return m_density; }
    void setTitles(TitleLanguage titles) { m_titles = titles; }
    [[nodiscard]] TitleLanguage titles() const { return m_titles; }
    /** The row under the pointer, which shows where to click for a star; -1 = none. */
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    void setHoveredRow(int row) { m_hoveredRow = row; }

    /** The height of a row in `font`: on the 4 px grid. */
    [[nodiscard]] static int rowHeight(Density density, const QFont &font);
    /** The height of what heads a group. */
    [[nodiscard]] static int headHeight(const QFont &font) { return rowHeight(Density::Compact, font); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /** A title and the language it is in. */
    struct Title
    {
        QString text;
        QString language;
    };
    [[nodiscard]] std::pair<Title, Title> titlesOf(const QModelIndex &index) const;
    [[nodiscard]] Title abstractOf(const QModelIndex &index) const;
    struct Inks
    {
        QFont font;
        QColor first;
        QColor second;
    };
    void paintPaper(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    static void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const QString &counts);
    void paintTitle(QPainter *painter, const QRect &rect, const Inks &inks, const QModelIndex &index) const;
    [[nodiscard]] QRect paintPdfMark(QPainter *painter, const QRect &rect, const Inks &inks) const;
    void paintLines(QPainter *painter, const QRect &rect, const Inks &inks, const QModelIndex &index) const;
    void paintOther(QPainter *painter, const QRect &rect, const Inks &inks, const QModelIndex &index) const;

    Density m_density = Density::Compact;
    TitleLanguage m_titles = TitleLanguage::Both;
    int m_hoveredRow = -1;
};

} // namespace paperdawn
