// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/platform/descriptor.h"

#include <QDeadlineTimer>
#include <stop_token>

namespace paperdawn {

/**
 * Holds flock(2) on a file, exclusively or with others who share it, against other processes and other
 * threads alike: every instance has a descriptor of its own. Released on destruction and, by the system, when
 * the process dies in any way. Thread: any; an instance may be moved between threads.
 */
class FileLock final
{
public:
    /**
     * Waits until the lock is ours; creates the file if it is absent (its folder must be there). An expired
     * deadline tries once. Errors: Busy (deadline), Cancelled, those of systemError().
     */
    [[nodiscard]] static Result<FileLock> acquire(const QString &path, QDeadlineTimer deadline,
                                                  std::stop_token stop = {});
    /** The same, together with everyone who shares it: waits while somebody holds it alone. */
    [[nodiscard]] static Result<FileLock> share(const QString &path, QDeadlineTimer deadline,
                                                const std::stop_token &stop = {});

private:
    [[nodiscard]] static Result<FileLock> lock(int how, const QString &path, QDeadlineTimer deadline,
                                               const std::stop_token &stop);
    explicit FileLock(Descriptor file)
        : m_file(std::move(file))
    {
    }
    Descriptor m_file;
};

} // namespace paperdawn
