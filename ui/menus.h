// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"

class QMenu;
class QMenuBar;

namespace paperdawn {

/** The menu bar, made of the table of actions. Thread: UI. */
class Menus final : public QObject
{
    Q_OBJECT
public:
    Menus(const Actions &actions, QMenuBar &bar);
    void retranslate();

private:
    QList<std::pair<Actions::Group, QMenu *>> m_menus;
    QMenu *m_order;
    QMenu *m_columns;
};

} // namespace paperdawn
