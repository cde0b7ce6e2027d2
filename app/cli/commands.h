// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/services.h"

namespace paperdawn {

/** Where a command writes: results, and what is meant for people. Thread: main. */
class Terminal final
{
public:
    explicit Terminal(bool quiet)
        : m_quiet(quiet)
    {
    }

    [[nodiscard]] Result<> print(const QByteArray &bytes); ///< to standard output, all of it
    void say(const QString &line);                         ///< a result in words, unless quiet
    void complain(const QString &line);                    ///< to standard error
    void progress(const QString &line); ///< on a terminal only, over the line before; empty wipes it

private:
    bool m_quiet;
};

/** Carries out what was asked; the exit code. */
[[nodiscard]] int runCommand(const Arguments &arguments, Services &services, Terminal &terminal);

} // namespace paperdawn
