// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

namespace paperdawn {

namespace {

using Group = Actions::Group;

constexpr Group order[] = {Group::Library, Group::Moving, Group::Deciding,
                           Group::Paper,   Group::View,   Group::Help};
/** A line stands above these. */
constexpr Command parted[] = {Command::Export,      Command::OpenSettings, Command::NextUnread,
                              Command::PreviousDay, Command::Undo,         Command::CopyBibtex,
                              Command::CycleTitles, Command::Compact,      Command::FoldGroup,
                              Command::ZoomIn,      Command::HideLeft,     Command::About};
constexpr Command sorting[] = {Command::SortByList, Command::SortByTitle, Command::SortByAuthor,
                               Command::SortByDate};

constexpr Command columns[] = {Command::ColumnKind, Command::ColumnAuthors, Command::ColumnCategories,
                               Command::ColumnDay, Command::ResetColumns};

template <size_t size>
bool isOneOf(const Actions &actions, const QAction *action, const Command (&commands)[size])
{
    return std::any_of(std::begin(commands), std::end(commands),
                       [&](Command command) { return actions[command] == action; });
}

} // namespace

Menus::Menus(const Actions &actions, QMenuBar &bar)
    : QObject(&bar)
    , m_order(new QMenu(&bar))
    , m_columns(new QMenu(&bar))
{
    for (const Group group : order) {
        QMenu *menu = bar.addMenu(QString());
        m_menus += {group, menu};
        for (QAction *action : actions.of(group)) {
            if (action == actions[Command::Escape] || isOneOf(actions, action, sorting) ||
                isOneOf(actions, action, columns)) {
                continue;
            }
            if (isOneOf(actions, action, parted)) {
                menu->addSeparator();
            }
            menu->addAction(action);
        }
        if (group == Group::View) {
            menu->addMenu(m_order);
            menu->addMenu(m_columns);
        }
    }
    auto *orders = new QActionGroup(this);
    for (const Command command : sorting) {
        m_order->addAction(orders->addAction(actions[command]));
    }
    auto *densities = new QActionGroup(this);
    densities->addAction(actions[Command::Compact]);
    densities->addAction(actions[Command::Cosy]);
    densities->addAction(actions[Command::Reading]);
    for (const Command command : columns) {
        m_columns->addAction(actions[command]);
    }
    retranslate();
}

void Menus::retranslate()
{
    for (const auto &[group, menu] : std::as_const(m_menus)) {
        menu->setTitle(Actions::title(group));
    }
    m_order->setTitle(tr("S&ort"));
    m_columns->setTitle(tr("Colu&mns"));
}

} // namespace paperdawn
