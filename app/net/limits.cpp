// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/limits.h"

namespace paperdawn {

using namespace std::chrono_literals;

Limits limitsOf(Purpose purpose)
{
    constexpr qint64 mebibyte = 1024 * 1024;
    switch (purpose) {
    case Purpose::Listing:
    case Purpose::Feed:
    case Purpose::Api:
        break;
    case Purpose::OaiPage:
        return {35s, 120s, 64 * mebibyte};
    case Purpose::Pdf:
        return {30s, 0s, 200 * mebibyte};
    }
    return {35s, 120s, 20 * mebibyte};
}

} // namespace paperdawn
