// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include "app/base/sentence.h"
#include "app/transfer/sampleday.h"

#include <QMessageBox>
#include <QTimer>

namespace paperdawn {

using namespace Qt::StringLiterals;

Session::Session(QString folder, Settings &settings)
    : m_folder(std::move(folder))
    , m_settings(settings)
{
}

Session::~Session()
{
    m_window.reset();
}

bool Session::openOwn()
{
    return open({m_folder}, MainWindow::Content::Own);
}

bool Session::openSample()
{
    const LibraryFolder own{m_folder};
    if (const auto made = makeSample(own); !made) {
        tell(made.error());
        return false;
    }
    return open(sampleFolder(own), MainWindow::Content::Sample);
}

void Session::tell(const Error &error)
{
    QMessageBox box(QMessageBox::Critical, tr("Paperdawn"), sentence(error), QMessageBox::Close,
                    m_window.get());
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

bool Session::open(const LibraryFolder &folder, MainWindow::Content content)
{
    auto services = Services::open(folder);
    if (!services) {
        tell(services.error());
        return false;
    }
    if (m_window) {
        m_window->keepState(); // the new window comes where this one was
    }
    auto window = std::make_unique<MainWindow>(**services, m_settings, content);
    // both change what this very signal comes from: only once its work is done
    connect(window.get(), &MainWindow::sampleRequested, this, &Session::openSample, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::ownRequested, this, &Session::returnToOwn, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::importFinished, this, [this, content](const ImportSummary &summary) {
        if (content == MainWindow::Content::Own && summary.dayCount() > 0) {
            removeSample({m_folder}); // real days are here
        }
    });
    window->show();
    m_window = std::move(window); // the old one goes only now: without any window the program would end
    m_services = std::move(*services);
    return true;
}

void Session::returnToOwn(const QStringList &paths)
{
    if (openOwn() && !paths.isEmpty()) {
        m_window->import(paths);
    }
}

} // namespace paperdawn
