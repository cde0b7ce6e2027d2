// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reachability.h"

#include <QNetworkInformation>

namespace paperdawn::reachability {

namespace {

/** Loaded when it is first needed, for it asks the system's bus; null where there is none. */
QNetworkInformation *information()
{
    static const bool isLoaded =
        QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability);
    return isLoaded ? QNetworkInformation::instance() : nullptr;
}

} // namespace

bool isOffline()
{
    const QNetworkInformation *system = information();
    return system != nullptr && system->reachability() == QNetworkInformation::Reachability::Disconnected;
}

void follow(QObject *context, const std::function<void()> &changed)
{
    if (QNetworkInformation *system = information()) {
        QObject::connect(system, &QNetworkInformation::reachabilityChanged, context, changed);
    }
}

} // namespace paperdawn::reachability
