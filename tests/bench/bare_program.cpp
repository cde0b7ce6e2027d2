// SPDX-License-Identifier: GPL-3.0-or-later
// bare_program FOLDER DAY: the floor of a start: a bare window with the list of that day of a library.
#include "tests/bench/barewindow.h"

#include <QApplication>

using namespace paperdawn::bench;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QStringList arguments = QApplication::arguments();
    BareWindow window;
    window.model().show(
        BareReader(arguments.value(1)).day(QDate::fromString(arguments.value(2), Qt::ISODate)));
    window.show();
    return QApplication::exec();
}
