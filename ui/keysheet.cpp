// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keysheet.h"

#include "ui/mnemonic.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

enum Column { Keys, What, ColumnCount };

/** "J or Down": the words of every way, as the desktop writes keys. */
QString keysOf(const KeyRow &row)
{
    QStringList keys;
    for (const QKeySequence &sequence : row.shortcut) {
        const QString key = sequence.toString(QKeySequence::NativeText);
        if (!key.isEmpty() && !keys.contains(key)) { // two keys may have one name: Return and Enter
            keys += key;
        }
    }
    //: Between two keys that do the same: "J or Down"
    return keys.join(KeySheet::tr(" or "));
}

QTableWidgetItem *addCell(QTableWidget *table, int row, int column, const QString &text)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    table->setItem(row, column, cell);
    return cell;
}

void addHeading(QTableWidget *table, const QString &text)
{
    const int at = table->rowCount();
    table->insertRow(at);
    table->setSpan(at, Keys, 1, ColumnCount);
    QTableWidgetItem *cell = addCell(table, at, Keys, text);
    QFont bold = table->font();
    bold.setWeight(QFont::DemiBold);
    cell->setFont(bold);
    cell->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
    if (at > 0) {
        table->setRowHeight(at, table->verticalHeader()->defaultSectionSize() + grid::pad);
    }
}

void fill(QTableWidget *table, const QList<KeyRow> &rows)
{
    QString group;
    for (const KeyRow &row : rows) {
        const QString keys = keysOf(row);
        if (keys.isEmpty()) {
            continue;
        }
        if (row.group != group) {
            group = row.group;
            addHeading(table, plainLabel(group));
        }
        const int at = table->rowCount();
        table->insertRow(at);
        addCell(table, at, Keys, keys);
        addCell(table, at, What, plainLabel(row.text));
    }
    if (table->rowCount() > 0) {
        table->setCurrentCell(0, Keys);
    }
}

} // namespace

KeySheet::KeySheet(const QList<KeyRow> &rows, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("keySheet"_L1);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_InputMethodEnabled, false);

    auto *table = new QTableWidget(0, ColumnCount);
    table->setObjectName("keys"_L1);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(Keys, QHeaderView::Fixed);
    table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(grid::up(lineHeight(font(), u"zh-Hans") + grid::unit));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setAttribute(Qt::WA_InputMethodEnabled, false);
    fill(table, rows);
    table->resizeColumnToContents(Keys);
    table->setColumnWidth(Keys, grid::up(table->columnWidth(Keys) + grid::wide));
    // a page of words, not a box in a box
    const Colours &c = colours(palette());
    QPalette calm = palette();
    calm.setColor(QPalette::Base, c.window);
    calm.setColor(QPalette::Button, c.window);
    calm.setColor(QPalette::Highlight, c.selection);
    calm.setColor(QPalette::HighlightedText, c.ink);
    table->setPalette(calm);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // shortcuts, since a table takes every letter for the beginning of a search
    for (const QKeySequence &key : {QKeySequence(u"?"_s), QKeySequence(Qt::Key_F1)}) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, &QDialog::reject);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::pad, grid::pad, grid::pad, grid::pad);
    column->setSpacing(grid::pad);
    column->addWidget(table);
    column->addWidget(buttons);

    // as tall as its rows, as far as the screen allows
    const int wanted = table->verticalHeader()->length() + table->horizontalHeader()->sizeHint().height() +
                       buttons->sizeHint().height() + 4 * grid::pad;
    const int roomy = fontMetrics().averageCharWidth() * 64;
    const QSize room = screen()->availableGeometry().size();
    resize(std::min(roomy, room.width() * 9 / 10), std::min(wanted, room.height() * 4 / 5));
    table->setFocus();
}

} // namespace paperdawn
