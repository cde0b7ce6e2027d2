// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace paperdawn {

/** Name, version, licence, and where this computer keeps the reader's things. Thread: UI. */
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    /** `libraryFolder`: the folder in use, as a path. */
    explicit AboutDialog(const QString &libraryFolder, QWidget *parent = nullptr);
};

} // namespace paperdawn
