// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bareday.h"

#include <QMainWindow>

class QTableView;

namespace paperdawn::bench {

/** What any window of this kind costs: a toolbar, a bare table of a day, a text beside it. */
class BareWindow final : public QMainWindow
{
    Q_OBJECT
public:
    BareWindow();

    [[nodiscard]] BareModel &model() { return *m_model; }
    [[nodiscard]] QTableView &table() { return *m_table; }

private:
    BareModel *m_model;
    QTableView *m_table;
};

} // namespace paperdawn::bench
