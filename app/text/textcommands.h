// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/*
 * What the TeX commands of running text mean, by their names without the backslash. Thread: any.
 */

/** How text looks at one place. */
struct TextStyle
{
    bool bold = false;
    bool italic = false;
    bool mono = false;
    QString href;
};

/** Applies a command with an argument (\textbf{x}); false if it is none. */
[[nodiscard]] bool applyCommand(QStringView name, TextStyle &style);
/** Applies a declaration, which holds to the end of its group ({\bf x}); false if it is none. */
[[nodiscard]] bool applyDeclaration(QStringView name, TextStyle &style);
/** Words and signs for which a command stands (\LaTeX, \dots, \item); null if it is none. */
[[nodiscard]] QString textCommand(QStringView name);

/** Commands of formulas that authors forget to put between dollars. */
[[nodiscard]] bool isFormulaCommand(QStringView name);
[[nodiscard]] bool isCitation(QStringView name);
[[nodiscard]] bool isMathEnvironment(QStringView name);
[[nodiscard]] bool isList(QStringView environment);

} // namespace paperdawn
