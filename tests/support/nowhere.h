// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoints.h"
#include "app/settings/settings.h"

namespace paperdawn::test {

/** Every service at a port of this machine where nobody answers: a window may ask by itself, and no test
 * reaches a real host. */
inline Endpoints nowhere()
{
    Endpoints endpoints;
    for (int i = 0; i < endpointCount; ++i) {
        endpoints.replace(Endpoint(i), QUrl(QStringLiteral("http://127.0.0.1:1")));
    }
    return endpoints;
}

/** The same as words of the command line; what is told behind them wins. */
inline QStringList nowhereWords()
{
    QStringList words;
    for (int i = 0; i < endpointCount; ++i) {
        words +=
            {QStringLiteral("--endpoint"), endpointName(Endpoint(i)) + QStringLiteral("=http://127.0.0.1:1")};
    }
    return words;
}

/** The same as a reader's settings. */
inline void setNowhere(Settings &settings)
{
    for (int i = 0; i < endpointCount; ++i) {
        settings.setAddress(endpointName(Endpoint(i)), QStringLiteral("http://127.0.0.1:1"));
    }
}

} // namespace paperdawn::test
