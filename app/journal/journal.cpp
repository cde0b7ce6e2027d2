// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"

#include "app/base/async.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Journal>> Journal::open(const QString &folder, const QString &machineIdFile,
                                               const Clock &clock)
{
    return JournalFile::open(folder, machineIdFile, clock).map([&](JournalFile &&file) {
        return std::unique_ptr<Journal>(new Journal(folder, std::move(file)));
    });
}

Journal::Journal(QString folder, JournalFile file)
    : m_folder(std::move(folder))
    , m_machine(file.machine())
    , m_file(std::move(file))
{
    m_thread.setObjectName(u"journal"_s);
    m_there.moveToThread(&m_thread);
    m_thread.start();
}

Journal::~Journal()
{
    // behind everything that waits already
    QMetaObject::invokeMethod(
        &m_there, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

Future<QList<Decision>> Journal::append(std::future<QList<Draft>> drafts, Undoable undoable)
{
    return runOn(&m_there, [this, coming = drafts.share(), undoable] {
        return m_file.append([&coming] { return coming.get(); }, undoable);
    });
}

} // namespace paperdawn
