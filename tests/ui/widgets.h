// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTextEdit>
#include <QWidget>
#include <QtTest>

namespace paperdawn::test {

/** What a screen reader would call a widget. */
inline QString spokenName(QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

inline QAccessible::Role role(QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->role() : QAccessible::NoRole;
}

/** The object names in the order in which Tab visits them, beginning where the keyboard is. */
inline QStringList tabOrder(QWidget *window)
{
    QStringList names;
    QWidget *first = QApplication::focusWidget();
    for (QWidget *at = first; at && names.size() < 50;) {
        names += at->objectName().isEmpty() ? spokenName(at) : at->objectName();
        QTest::keyClick(window, Qt::Key_Tab);
        at = QApplication::focusWidget();
        if (at == first) {
            break;
        }
    }
    return names;
}

/**
 * What is wrong with a window that is to be driven by keyboard and heard: controls without a name, and labels
 * that would take markup for markup. Empty: nothing.
 */
inline QStringList faultsOf(QWidget *window)
{
    QStringList faults;
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const QString what =
            QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
        const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(window) &&
                             !widget->inherits("QComboBoxPrivateContainer") &&
                             !widget->inherits("QAbstractItemView") && !widget->inherits("QLineEdit");
        if (control && spokenName(widget).isEmpty()) {
            faults += what + u" has no name";
        }
        const auto *label = qobject_cast<QLabel *>(widget);
        if (label && label->textFormat() != Qt::PlainText) {
            faults += what + u" would take markup: " + label->text();
        }
    }
    return faults;
}

inline bool shownAndActive(QWidget *window)
{
    window->show();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window);
}

} // namespace paperdawn::test
