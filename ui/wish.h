// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"
#include "ui/mainwindow.h"

#include <QStringList>
#include <optional>

namespace paperdawn {

/** What a reader wants to see, from the command line of this program or of one that was started after it. */
struct Wish
{
    MainWindow::Content content = MainWindow::Content::Own;
    bool latest = false;          ///< to fetch the latest list
    QStringList paths;            ///< absolute, to import once the library is open
    std::optional<PaperId> paper; ///< to show then
};

/** As one program hands it to another: one line of JSON. */
[[nodiscard]] QByteArray toLine(const Wish &wish);
/** Nothing where it is not one. */
[[nodiscard]] std::optional<Wish> wishFromLine(const QByteArray &line);

} // namespace paperdawn
