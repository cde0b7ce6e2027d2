// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placewarning.h"

#include "app/base/async.h"
#include "app/platform/riskyplace.h"
#include "ui/messagebar.h"

#include <QCryptographicHash>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** Of a library in its place: where it is moved to another such place, it is said again. */
QString memoryOf(const QString &folder)
{
    constexpr qsizetype digits = 16;
    const QByteArray digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256);
    return "warned-of-place-"_L1 + QString::fromLatin1(digest.toHex().first(digits));
}

} // namespace

PlaceWarning::PlaceWarning(Services &services, Settings &settings, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_messages(messages)
{
}

void PlaceWarning::look()
{
    if (!m_settings.value(memoryOf(m_services.folder().path)).isEmpty()) {
        return;
    }
    const auto riskInWords = [folder = m_services.folder().path]() -> Result<QString> {
        const auto risk = riskOf(folder);
        return risk ? riskSentence(*risk) : QString();
    };
    whenDone(runIn(&m_services.pool(), riskInWords), this, [this](const Result<QString> &words) {
        if (!words->isEmpty() && m_messages.text().isEmpty()) {
            tell(*words);
        }
    });
}

void PlaceWarning::tell(const QString &words)
{
    const QString folder = m_services.folder().path;
    // one that was named for this start alone is moved by whoever named it
    const bool isReadersOwn = LibraryFolder::ofReader(m_settings.libraryFolder()).path == folder;
    m_messages.warn(words, isReadersOwn ? tr("Move the library…") : QString(),
                    [this] { Q_EMIT moveRequested(); });
    m_settings.setValue(memoryOf(folder), words);
}

} // namespace paperdawn
