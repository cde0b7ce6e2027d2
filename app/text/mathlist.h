// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/latex.h"
#include "app/text/mathalphabet.h"
#include "app/text/texsymbols.h"

#include <optional>

namespace paperdawn {

/*
 * A formula on its way from TeX to runs: a list of atoms (The TeXbook, chapter 17), which are then set beside
 * one another with the spaces and parentheses that a line needs. Thread: any.
 */

using Runs = QList<Run>;

constexpr char16_t thinSpace = 0x2009;

/** One thing of a formula with its scripts, and what it does there. */
struct Atom
{
    enum class Form : quint8 {
        Plain,
        Number,   ///< digits
        Sign,     ///< a binary sign that has nothing to join: -1
        Slash,    ///< a/b
        Fraction, ///< needs parentheses where something stands beside it
        Radical,  ///< √x without parentheses
    };
    SignClass signClass = SignClass::Ordinary;
    Form form = Form::Plain;
    Runs runs;
};
using Atoms = QList<Atom>;

/** Adds a run, or what it says to the last one where both look the same. */
void append(Runs &runs, const Run &run);
void append(Runs &runs, const Runs &more);
/** A sign, which is never italic. */
[[nodiscard]] Run sign(const QString &text, const Face &face);

/** x, 12: an atom that reads rightly without parentheses wherever it stands. */
[[nodiscard]] bool isOneThing(const Atoms &atoms);
/** -2ab: what may stand over a fraction's slash without parentheses. */
[[nodiscard]] bool isProduct(const Atoms &atoms);
/** (a+b): parentheses around all of it. */
[[nodiscard]] bool isParenthesised(const Atoms &atoms);
void parenthesise(Atom &atom, const Face &face);

/** The atoms beside one another; nothing where a line would say something else than the formula does. */
[[nodiscard]] std::optional<Runs> joined(Atoms atoms, const Face &face);

} // namespace paperdawn
