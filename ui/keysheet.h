// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

namespace paperdawn {

/** One line of the key sheet. */
struct KeyRow
{
    QString name;                 ///< of the action, for tests and settings; not shown
    QString text;                 ///< what it does, in words; a mnemonic & is left out
    QList<QKeySequence> shortcut; ///< any of these; rows without are left out
    QString group;                ///< a heading stands where it changes; empty: none
};

/** All keys at a glance, made of the table of actions. Escape, ? and F1 close it. Thread:
 * UI. */
class KeySheet final : public QDialog
{
    Q_OBJECT
public:
    explicit KeySheet(const QList<KeyRow> &rows, QWidget *parent = nullptr);
};

} // namespace paperdawn
