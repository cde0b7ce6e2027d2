// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papercolumns.h"

#include "app/models/papertablemodel.h"
#include "ui/theme.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QScopedValueRollback>
#include <algorithm>

namespace paperdawn {

namespace {

using Model = PaperTableModel;

constexpr int stateWidth = 20;
constexpr int starWidth = 24;
constexpr int kindWidth = 24;
constexpr int leastTitleWidth = 240;
constexpr int widest = 4000;
constexpr quint32 stateVersion = 2;

constexpr int resizable[] = {Model::Authors, Model::Categories, Model::Date};
constexpr int optional[] = {Model::ListKind, Model::Authors, Model::Categories, Model::Date};

int usualWidth(int column)
{
    switch (column) {
    case Model::Authors:
        return 176;
    case Model::Categories:
        return 104;
    default:
        return 88;
    }
}

template <size_t size>
bool isOneOf(int column, const int (&columns)[size])
{
    return std::find(std::begin(columns), std::end(columns), column) != std::end(columns);
}

bool isOrder(QList<int> order)
{
    std::sort(order.begin(), order.end());
    for (int column = 0; column < order.size(); ++column) {
        if (order.at(column) != column) {
            return false;
        }
    }
    return order.size() == Model::ColumnCount;
}

} // namespace

PaperColumns::Layout PaperColumns::usual(ListView list)
{
    Layout layout;
    for (int column = 0; column < Model::ColumnCount; ++column) {
        layout.order += column;
    }
    layout.wanted = {Model::ListKind, Model::Authors, Model::Categories};
    if (list != ListView::Day) {
        layout.wanted += Model::Date; // the papers are of many days
    }
    return layout;
}

PaperColumns::PaperColumns(QHeaderView &header)
    : QObject(&header)
    , m_header(header)
    , m_layouts{usual(ListView::Day), usual(ListView::Unread), usual(ListView::ReadingList)}
{
    header.setSectionsMovable(true);
    for (const int column : {Model::State, Model::Star, Model::ListKind}) {
        header.setSectionResizeMode(column, QHeaderView::Fixed);
    }
    header.setSectionResizeMode(Model::Title, QHeaderView::Stretch);
    for (const int column : resizable) {
        header.setSectionResizeMode(column, QHeaderView::Interactive);
    }
    connect(&header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_applying && width > 0 && isOneOf(column, resizable)) {
            layout().widths.insert(column, width);
        }
    });
    connect(&header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_applying) {
            keepOrder();
        }
    });
    apply();
}

int PaperColumns::widthOf(int column) const
{
    return layout().widths.value(column, usualWidth(column));
}

void PaperColumns::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    for (int place = 0; place < Model::ColumnCount; ++place) {
        m_header.moveSection(m_header.visualIndex(layout().order.at(place)), place);
    }
    for (const int column : resizable) {
        m_header.resizeSection(column, widthOf(column));
    }
}

/** As the reader has moved them, but dot and star, which have no words to take hold of, stay in front. */
void PaperColumns::keepOrder()
{
    QList<int> order{Model::State, Model::Star};
    for (int place = 0; place < Model::ColumnCount; ++place) {
        const int column = m_header.logicalIndex(place);
        if (!order.contains(column)) {
            order += column;
        }
    }
    layout().order = order;
    apply();
    Q_EMIT changed();
}

void PaperColumns::showList(ListView list)
{
    if (list != m_list) {
        m_list = list;
        apply();
        Q_EMIT changed();
    }
}

void PaperColumns::fit(int width, const QFont &font, Density density)
{
    const QScopedValueRollback applying(m_applying, true);
    m_header.resizeSection(Model::State, beside(font, stateWidth));
    m_header.resizeSection(Model::Star, beside(font, starWidth));
    m_header.resizeSection(Model::ListKind, beside(font, kindWidth));

    int room = width - beside(font, stateWidth + starWidth + leastTitleWidth);
    const auto show = [&](int column, bool worth, int needed) {
        const bool shown = worth && isWanted(column) && needed <= room;
        room -= shown ? needed : 0;
        m_header.setSectionHidden(column, !shown);
        return shown;
    };
    show(Model::ListKind, m_kindsDiffer, beside(font, kindWidth));
    show(Model::Date, true, widthOf(Model::Date));
    const bool authors = show(Model::Authors, true, widthOf(Model::Authors));
    // rows of several lines have the categories under the authors
    show(Model::Categories, density == Density::Compact || !authors, widthOf(Model::Categories));
    for (const int column : resizable) {
        if (!m_header.isSectionHidden(column)) {
            m_header.resizeSection(column, widthOf(column));
        }
    }
}

bool PaperColumns::isWanted(int column) const
{
    return layout().wanted.contains(column);
}

void PaperColumns::setWanted(int column, bool wanted)
{
    if (wanted == isWanted(column)) {
        return;
    }
    if (wanted) {
        layout().wanted.insert(column);
    } else {
        layout().wanted.remove(column);
    }
    Q_EMIT changed();
}

void PaperColumns::reset()
{
    m_layouts = {usual(ListView::Day), usual(ListView::Unread), usual(ListView::ReadingList)};
    apply();
    Q_EMIT changed();
}

QByteArray PaperColumns::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << stateVersion;
    for (const Layout &layout : m_layouts) {
        stream << layout.order << layout.widths << layout.wanted;
    }
    return bytes;
}

void PaperColumns::restore(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    stream >> version;
    std::array<Layout, 3> layouts;
    for (Layout &layout : layouts) {
        stream >> layout.order >> layout.widths >> layout.wanted;
        layout.widths.removeIf([](std::pair<const int &, int &> width) {
            return !isOneOf(width.first, resizable) || width.second < grid::wide || width.second > widest;
        });
        layout.wanted.removeIf([](int column) { return !isOneOf(column, optional); });
        if (version != stateVersion || stream.status() != QDataStream::Ok || !isOrder(layout.order)) {
            return;
        }
    }
    m_layouts = std::move(layouts);
    apply();
    Q_EMIT changed();
}

} // namespace paperdawn
