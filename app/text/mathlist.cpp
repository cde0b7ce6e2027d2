// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/mathlist.h"

#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** Parts that stand beside a fraction or radical as a factor would. */
bool isFactor(const Atom &atom)
{
    return (atom.signClass == SignClass::Ordinary && atom.form != Atom::Form::Sign) ||
           atom.signClass == SignClass::Opening || atom.signClass == SignClass::Operator;
}

/** Binary signs that have nothing to join on one side are ordinary ones (The TeXbook, appendix G, rule 5
 * f). */
void settleSigns(Atoms &atoms)
{
    Atom *previous = nullptr;
    for (Atom &atom : atoms) {
        if (atom.signClass == SignClass::Space) {
            continue;
        }
        const auto is = [&](std::initializer_list<SignClass> classes) {
            return std::find(classes.begin(), classes.end(),
                             previous ? previous->signClass : SignClass::Opening) != classes.end();
        };
        if (atom.signClass == SignClass::Binary &&
            is({SignClass::Binary, SignClass::Operator, SignClass::Relation, SignClass::Opening,
                SignClass::Punctuation})) {
            atom.signClass = SignClass::Ordinary;
            atom.form = Atom::Form::Sign;
        } else if (previous && previous->signClass == SignClass::Binary &&
                   (atom.signClass == SignClass::Relation || atom.signClass == SignClass::Closing ||
                    atom.signClass == SignClass::Punctuation)) {
            previous->signClass = SignClass::Ordinary;
            previous->form = Atom::Form::Sign;
        }
        previous = &atom;
    }
    if (previous && previous->signClass == SignClass::Binary) {
        previous->signClass = SignClass::Ordinary;
        previous->form = Atom::Form::Sign;
    }
}

/** Puts parentheses where a fraction or root would run into its neighbour; false where they do not help. */
bool settleNeighbours(Atoms &atoms, const Face &face)
{
    QList<Atom *> solid;
    for (Atom &atom : atoms) {
        if (atom.signClass != SignClass::Space && !atom.runs.isEmpty()) {
            solid.append(&atom);
        }
    }
    for (qsizetype i = 0; i < solid.size(); ++i) {
        Atom &atom = *solid.at(i);
        const Atom *before = i > 0 ? solid.at(i - 1) : nullptr;
        const Atom *after = i + 1 < solid.size() ? solid.at(i + 1) : nullptr;
        if (atom.form != Atom::Form::Fraction && atom.form != Atom::Form::Radical) {
            continue;
        }
        bool alone = !after || !isFactor(*after);
        if (before && atom.form == Atom::Form::Fraction) {
            const bool slash = before->form == Atom::Form::Slash;
            if (before->signClass == SignClass::Ordinary && before->form != Atom::Form::Sign && !slash) {
                return false; // x(1/2) would read as a function, 2(1/2) as a product
            }
            alone = alone && !slash && before->signClass != SignClass::Operator &&
                    before->signClass != SignClass::Closing;
        }
        if (!alone) {
            parenthesise(atom, face);
        }
    }
    return true;
}

/** A comma between thousands: 10,000. */
bool partsThousands(const Atoms &atoms, qsizetype comma)
{
    return comma > 0 && comma + 1 < atoms.size() && atoms.at(comma - 1).form == Atom::Form::Number &&
           atoms.at(comma + 1).form == Atom::Form::Number && atoms.at(comma).runs.first().text == u"," &&
           atoms.at(comma + 1).runs.first().text.size() == 3;
}

/** The TeXbook, chapter 18: 1 = a space, 2 = a space, but not in scripts (after a comma we put less). */
bool isSpaced(const Atoms &atoms, qsizetype left, const Face &face)
{
    // to the right: Ordinary, Operator, Binary, Relation, Opening, Closing, Punctuation, Space
    static constexpr quint8 spaces[8][8] = {
        {0, 1, 2, 2, 0, 0, 0, 0}, // Ordinary
        {1, 1, 0, 2, 0, 0, 0, 0}, // Operator
        {2, 2, 0, 0, 2, 0, 0, 0}, // Binary
        {2, 2, 0, 0, 2, 0, 0, 0}, // Relation
        {0, 0, 0, 0, 0, 0, 0, 0}, // Opening
        {0, 1, 2, 2, 0, 0, 0, 0}, // Closing
        {2, 2, 0, 2, 2, 0, 0, 0}, // Punctuation
        {0, 0, 0, 0, 0, 0, 0, 0}, // Space
    };
    const Atom &l = atoms.at(left);
    const Atom &r = atoms.at(left + 1);
    if (l.runs.isEmpty() || l.form == Atom::Form::Sign || l.form == Atom::Form::Slash ||
        partsThousands(atoms, left)) {
        return false;
    }
    const quint8 space = spaces[int(l.signClass)][int(r.signClass)];
    return space == 1 || (space == 2 && face.script == 0);
}

} // namespace

void append(Runs &runs, const Run &run)
{
    if (run.text.isEmpty()) {
        return;
    }
    if (!runs.isEmpty()) {
        Run &last = runs.last();
        if (last.italic == run.italic && last.bold == run.bold && last.script == run.script) {
            last.text += run.text;
            return;
        }
    }
    runs.append(run);
}

void append(Runs &runs, const Runs &more)
{
    for (const Run &run : more) {
        append(runs, run);
    }
}

Run sign(const QString &text, const Face &face)
{
    return {text, false, face.bold, face.script};
}

bool isOneThing(const Atoms &atoms)
{
    return atoms.size() == 1 && atoms.first().signClass == SignClass::Ordinary &&
           (atoms.first().form == Atom::Form::Plain || atoms.first().form == Atom::Form::Number);
}

bool isProduct(const Atoms &atoms)
{
    return isOneThing(atoms) || std::all_of(atoms.begin(), atoms.end(), [&](const Atom &atom) {
               const bool sign =
                   atom.signClass == SignClass::Binary && &atom == &atoms.first() && atoms.size() > 1;
               return sign || (atom.signClass == SignClass::Ordinary && atom.form != Atom::Form::Slash);
           });
}

bool isParenthesised(const Atoms &atoms)
{
    const auto is = [](const Atom &atom, QStringView text) {
        return atom.runs.size() == 1 && atom.runs.first().text == text;
    };
    return atoms.size() > 2 && is(atoms.first(), u"(") && is(atoms.last(), u")") &&
           std::none_of(atoms.begin() + 1, atoms.end() - 1,
                        [&](const Atom &atom) { return is(atom, u"(") || is(atom, u")"); });
}

void parenthesise(Atom &atom, const Face &face)
{
    Runs runs;
    if (atom.form == Atom::Form::Radical) {
        append(runs, {atom.runs.first().text.first(1), false, face.bold, face.script});
        atom.runs.first().text.remove(0, 1);
    }
    append(runs, sign(u"("_s, face));
    append(runs, atom.runs);
    append(runs, sign(u")"_s, face));
    atom.runs = runs;
    atom.form = Atom::Form::Plain;
}

std::optional<Runs> joined(Atoms atoms, const Face &face)
{
    settleSigns(atoms);
    if (!settleNeighbours(atoms, face)) {
        return std::nullopt;
    }
    Runs runs;
    for (qsizetype i = 0; i < atoms.size(); ++i) {
        const Atom &atom = atoms.at(i);
        if (atom.runs.isEmpty()) {
            continue;
        }
        const int script = atom.runs.first().script;
        if (script != face.script && !runs.isEmpty() && runs.last().script == script) {
            return std::nullopt; // two superscripts of different things would read as one
        }
        append(runs, atom.runs);
        if (i + 1 < atoms.size() && isSpaced(atoms, i, face)) {
            append(runs, sign(QChar(thinSpace), face));
        }
    }
    return runs;
}

} // namespace paperdawn
