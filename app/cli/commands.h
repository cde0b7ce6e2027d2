// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/services.h"

#include <cstdio>

namespace paperdawn {

/** Where a command writes: results, and what is meant for people. Thread: main. */
class Terminal final
{
public:
    explicit Terminal(bool quiet)
        : m_quiet(quiet)
    {
    }

    [[nodiscard]] Result<> print(const QByteArray &bytes) const; ///< to standard output, all of it
    void say(const QString &line) const;                         ///< a result in words, unless quiet
    void complain(const QString &line) const;                    ///< to standard error
    void progress(const QString &line) const; ///< on a terminal only, over the line before; empty wipes it
    [[nodiscard]] bool showsProgress() const;
    void note(const QString &line) const; ///< to standard error, unless quiet

private:
    FILE *m_out = stdout;
    FILE *m_errors = stderr;
    bool m_quiet;
};

/** Carries out what was asked; the exit code. */
[[nodiscard]] int runCommand(const Arguments &arguments, Services &services, const Terminal &terminal);

} // namespace paperdawn
