// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoints.h"

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

} // namespace paperdawn::test
