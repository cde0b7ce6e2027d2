// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/mainwindow.h"

namespace paperdawn {

/**
 * One run of the program: a library with its window, and the change to another library (the sample and back)
 * in the same place on the screen. Thread: UI. Owned by main.
 */
class Session final : public QObject
{
    Q_OBJECT
public:
    Session(QString folder, Settings &settings);
    ~Session() override;

    /** False, after the one dialog that says why, where the library cannot be opened. */
    bool openOwn();
    bool openSample();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

private:
    bool open(const LibraryFolder &folder, MainWindow::Content content);
    void tell(const Error &error);
    void returnToOwn(const QStringList &paths);

    QString m_folder;
    Settings &m_settings;
    std::unique_ptr<Services> m_services; ///< outlives its window
    std::unique_ptr<MainWindow> m_window;
};

} // namespace paperdawn
