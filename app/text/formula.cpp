// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"

#include "app/text/characters.h"
#include "app/text/mathlist.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFormula = 1'000;
constexpr int deepestNesting = 24;
constexpr char16_t wideSpace = 0x2003;

/** A letter that stands for a variable: Latin, or lower-case Greek (TeX sets capital Greek upright). */
bool isVariable(char32_t c)
{
    const auto script = QChar::script(c);
    return QChar::isLetter(c) &&
           (script == QChar::Script_Latin || (script == QChar::Script_Greek && QChar::isLower(c)));
}

bool isLatinOrGreek(QChar c)
{
    return c.isLetter() && (c.script() == QChar::Script_Latin || c.script() == QChar::Script_Greek);
}

QChar accentMark(QStringView name)
{
    static const QHash<QString, char16_t> marks = {
        {u"hat"_s, 0x302},   {u"widehat"_s, 0x302},  {u"tilde"_s, 0x303}, {u"widetilde"_s, 0x303},
        {u"bar"_s, 0x304},   {u"overline"_s, 0x304}, {u"dot"_s, 0x307},   {u"ddot"_s, 0x308},
        {u"vec"_s, 0x20D7},  {u"check"_s, 0x30C},    {u"acute"_s, 0x301}, {u"grave"_s, 0x300},
        {u"breve"_s, 0x306}, {u"mathring"_s, 0x30A},
    };
    return QChar(marks.value(name.toString(), 0));
}

bool isIgnored(QStringView name)
{
    static const QSet<QString> names = {
        u"!"_s,        u"/"_s,          u"displaystyle"_s, u"textstyle"_s,    u"scriptstyle"_s,  u"limits"_s,
        u"nolimits"_s, u"normalsize"_s, u"small"_s,        u"scriptsize"_s,   u"footnotesize"_s, u"large"_s,
        u"xspace"_s,   u"nonumber"_s,   u"relax"_s,        u"negthinspace"_s,
    };
    return names.contains(name.toString());
}

QString spaceOf(QStringView name)
{
    static const QSet<QString> thin = {u","_s,       u":"_s,         u";"_s,        u">"_s,
                                       u" "_s,       u"thinspace"_s, u"medspace"_s, u"thickspace"_s,
                                       u"enspace"_s, u"enskip"_s};
    if (thin.contains(name.toString())) {
        return QChar(thinSpace);
    }
    return name == u"quad" || name == u"qquad" ? QString(name.size() - 3, QChar(wideSpace)) : QString();
}

/** A sign that takes no scripts. */
bool isApart(const Atom &atom)
{
    return atom.signClass == SignClass::Punctuation ||
           (atom.signClass == SignClass::Binary &&
            (atom.runs.first().text == u"+" || atom.runs.first().text == u"−"));
}

class FormulaParser
{
public:
    explicit FormulaParser(QStringView tex)
        : m_tex(tex)
    {
    }

    std::optional<Runs> formula()
    {
        Atoms atoms;
        sequence({}, Until::End, atoms);
        Runs runs = setBeside(atoms, {});
        if (m_failed || m_open != 0 || runs.isEmpty()) {
            return std::nullopt;
        }
        return runs;
    }

private:
    enum class Until : quint8 { End, Brace };

    void fail() { m_failed = true; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_tex.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_tex.at(m_at); }
    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace() && peek() != QChar::Nbsp) {
            ++m_at;
        }
    }
    bool take(QStringView text)
    {
        if (!m_tex.sliced(m_at).startsWith(text)) {
            return false;
        }
        m_at += text.size();
        return true;
    }

    /** Reads atoms up to the end or the brace that closes (which it takes). */
    void sequence(Face face, Until until, Atoms &atoms)
    {
        if (++m_depth > deepestNesting) {
            fail();
        }
        while (!m_failed) {
            skipBlanks();
            if (atEnd()) {
                if (until == Until::Brace) {
                    fail();
                }
                break;
            }
            if (peek() == u'}') {
                if (until == Until::End) {
                    fail();
                }
                ++m_at;
                break;
            }
            scripted(face, atoms);
        }
        --m_depth;
    }

    /** A nucleus (or none) and the scripts behind it. Declarations change `face`. */
    void scripted(Face &face, Atoms &atoms)
    {
        const qsizetype before = atoms.size();
        const QChar c = peek();
        if (c != u'^' && c != u'_' && c != u'\'' && !nucleus(face, atoms)) {
            return;
        }
        if (atoms.size() > before && isApart(atoms.last())) {
            return; // ",^3He": the script belongs to what comes
        }
        bool raised = false;
        bool lowered = false;
        while (!m_failed) {
            skipBlanks();
            if (take(u"\\limits") || take(u"\\nolimits")) {
                continue;
            }
            const QChar mark = peek();
            if (mark != u'^' && mark != u'_' && mark != u'\'') {
                return;
            }
            bool &seen = mark == u'_' ? lowered : raised;
            if (seen) {
                return fail(); // as TeX does
            }
            seen = true;
            if (atoms.size() == before) {
                atoms.append(Atom{});
            }
            ++m_at;
            if (mark == u'\'') {
                primes(face, atoms.last());
                raised = peek() != u'^'; // x'^2 is allowed
            } else {
                script(mark == u'^' ? +1 : -1, face, atoms.last());
            }
        }
    }

    void primes(const Face &face, Atom &atom)
    {
        int count = 1;
        while (take(u"'")) {
            ++count;
        }
        raisedSign(QString(count, QChar(0x2032)), face, atom);
    }

    /** A sign that is raised by its own shape, so that it needs no superscript. */
    void raisedSign(const QString &text, const Face &face, Atom &atom)
    {
        if (!atom.runs.isEmpty() && atom.runs.last().script == face.script + 1) {
            return fail();
        }
        append(atom.runs, sign(text, face));
    }

    bool takeRaisedSign(const Face &face, Atom &atom)
    {
        static const QList<std::pair<QString, QString>> signs = {
            {u"{\\prime\\prime}"_s, u"″"_s}, {u"{\\prime}"_s, u"′"_s}, {u"{\\circ}"_s, u"°"_s},
            {u"\\prime"_s, u"′"_s},          {u"\\circ"_s, u"°"_s},    {u"\\degree"_s, u"°"_s},
        };
        const qsizetype before = m_at;
        skipBlanks();
        for (const auto &[tex, text] : signs) {
            if (take(tex) && (tex.endsWith(u'}') || !isAsciiLetter(peek()))) {
                raisedSign(text, face, atom);
                return true;
            }
        }
        m_at = before;
        return false;
    }

    void script(int direction, Face face, Atom &atom)
    {
        if (direction > 0 && takeRaisedSign(face, atom)) {
            return;
        }
        const bool again =
            face.script == direction && atom.runs.isEmpty(); // _{_{NN}} is no deeper than _{NN}
        const bool onScript = !atom.runs.isEmpty() && atom.runs.last().script == direction;
        if ((face.script != 0 && !again) || onScript || atom.form == Atom::Form::Radical) {
            return fail();
        }
        if (atom.form == Atom::Form::Fraction) {
            parenthesise(atom, face);
        }
        face.script = direction;
        Atoms atoms;
        argument(face, atoms);
        append(atom.runs, setBeside(atoms, face));
    }

    /** What stands behind a command or a script mark: a group or one thing. */
    void argument(Face face, Atoms &atoms)
    {
        skipBlanks();
        if (atEnd()) {
            return fail();
        }
        if (take(u"{")) {
            return sequence(face, Until::Brace, atoms);
        }
        if (isAsciiDigit(peek())) {
            Atom digit{SignClass::Ordinary, Atom::Form::Number, {}};
            character(face, digit);
            atoms.append(digit);
            return;
        }
        if (u"^_'}&$#"_s.contains(peek()) || !nucleus(face, atoms)) {
            fail();
        }
    }

    Runs argumentRuns(const Face &face)
    {
        Atoms atoms;
        argument(face, atoms);
        return setBeside(atoms, face);
    }

    /** Reads one thing without its scripts; false where there is nothing to put scripts on. */
    bool nucleus(Face &face, Atoms &atoms)
    {
        const QChar c = peek();
        if (c == u'\\') {
            return command(face, atoms);
        }
        if (c == u'{') {
            ++m_at;
            const qsizetype before = atoms.size();
            sequence(face, Until::Brace, atoms);
            if (atoms.size() == before + 1) { // {=}: a sign in braces is an ordinary one
                SignClass &only = atoms.last().signClass;
                only = only == SignClass::Operator || only == SignClass::Space ? only : SignClass::Ordinary;
            }
            return true;
        }
        if (u"&$#"_s.contains(c)) {
            fail();
            return false;
        }
        Atom atom;
        if (isAsciiDigit(c)) {
            atom.form = Atom::Form::Number;
            while (isAsciiDigit(peek()) ||
                   (peek() == u'.' && m_at + 1 < m_tex.size() && isAsciiDigit(m_tex.at(m_at + 1)))) {
                character(face, atom);
            }
        } else {
            character(face, atom);
        }
        if (atom.signClass == SignClass::Space) {
            atoms.append(atom);
            return false;
        }
        // a combining mark belongs to the letter before it
        if (!atom.runs.isEmpty() && atom.runs.first().text.front().isMark()) {
            if (atoms.isEmpty() || atoms.last().runs.isEmpty()) {
                fail();
                return false;
            }
            atoms.last().runs.last().text += atom.runs.first().text;
            return true;
        }
        atoms.append(atom);
        return true;
    }

    /** One character that stands for itself. */
    void character(const Face &face, Atom &atom)
    {
        const QChar c = m_tex.at(m_at++);
        char32_t code = c.unicode();
        if (c.isHighSurrogate() && !atEnd() && peek().isLowSurrogate()) {
            code = QChar::surrogateToUcs4(c, m_tex.at(m_at++));
        }
        switch (code) {
        case U'~':
        case 0xA0:
            atom.signClass = SignClass::Space;
            append(atom.runs, sign(QChar(thinSpace), face));
            return;
        case U'-':
            code = U'−';
            break;
        case U'*':
            code = U'∗';
            break;
        case U'`':
            code = U'‘';
            break;
        case U'/':
            atom.form = Atom::Form::Slash;
            break;
        default:
            break;
        }
        if (QChar::isSpace(code)) {
            atom.signClass = SignClass::Space;
        } else if (QChar::category(code) <= QChar::Other_NotAssigned &&
                   QChar::category(code) >= QChar::Other_Control) {
            return fail();
        }
        if (code < 0x80 && QChar::isLetterOrNumber(code)) {
            code = styled(code, face.alphabet);
            if (code == 0) {
                return fail();
            }
        }
        const QString text = QString::fromUcs4(&code, 1);
        const bool variable =
            isVariable(code) && (face.alphabet == Alphabet::Variables || face.alphabet == Alphabet::Italic);
        append(atom.runs, {text, variable, face.bold, face.script});
        if (atom.signClass != SignClass::Space) {
            atom.signClass = signClass(text);
        }
    }

    QStringView name()
    {
        ++m_at; // the backslash
        const qsizetype begin = m_at;
        while (!atEnd() && isAsciiLetter(peek())) {
            ++m_at;
        }
        if (m_at == begin && !atEnd()) {
            ++m_at;
        }
        return m_tex.sliced(begin, m_at - begin);
    }

    bool command(Face &face, Atoms &atoms)
    {
        const QStringView command = name();
        if (command.isEmpty()) {
            fail();
            return false;
        }
        if (isIgnored(command)) {
            return false;
        }
        if (const QString space = spaceOf(command); !space.isNull()) {
            atoms.append({SignClass::Space, Atom::Form::Plain, {sign(space, face)}});
            return false;
        }
        if (isDeclaration(command)) {
            setAlphabet(command, face);
            return false;
        }
        Face inner = face;
        if (setAlphabet(command, inner)) {
            argument(inner, atoms);
            return true;
        }
        if (const TexSymbol *symbol = texSymbol(command)) {
            const bool italic = symbol->italic && face.alphabet != Alphabet::Blackboard;
            Atom atom{symbol->signClass, Atom::Form::Plain, {{symbol->text, italic, face.bold, face.script}}};
            atoms.append(atom);
            return true;
        }
        if (const QChar mark = accentMark(command); !mark.isNull()) {
            accented(mark, face, atoms);
            return true;
        }
        return structure(command, face, atoms);
    }

    /** Commands that arrange what follows them. */
    bool structure(QStringView command, const Face &face, Atoms &atoms)
    {
        if (command == u"frac" || command == u"tfrac" || command == u"dfrac" || command == u"nicefrac" ||
            command == u"sfrac") {
            fraction(face, atoms);
        } else if (command == u"sqrt") {
            radical(face, atoms);
        } else if (command == u"operatorname" || command == u"mathop") {
            take(u"*");
            Face upright = face;
            if (command == u"operatorname") {
                upright.alphabet = Alphabet::Upright;
            }
            Runs runs = argumentRuns(upright);
            for (Run &run : runs) {
                run.text.replace(u'−', u'-'); // in a name it is a hyphen
            }
            atoms.append({SignClass::Operator, Atom::Form::Plain, runs});
        } else if (command == u"boldsymbol" || command == u"bm" || command == u"pmb") {
            Face bold = face;
            bold.bold = true;
            argument(bold, atoms);
        } else if (command == u"ensuremath" || command == u"mathord") {
            argument(face, atoms);
        } else if (command == u"mathrel" || command == u"mathbin") {
            const SignClass relation = command == u"mathrel" ? SignClass::Relation : SignClass::Binary;
            atoms.append({relation, Atom::Form::Plain, argumentRuns(face)});
        } else if (command == u"not") {
            negated(face, atoms);
        } else if (!enclosed(command, face, atoms) && !delimiter(command, face, atoms) &&
                   !words(command, face, atoms)) {
            fail();
            return false;
        }
        return true;
    }

    /** An argument between signs: \ket{x}, \pmod{n}. */
    bool enclosed(QStringView command, const Face &face, Atoms &atoms)
    {
        static const QHash<QString, std::pair<QString, QString>> signs = {
            {u"ket"_s, {u"|"_s, u"⟩"_s}},
            {u"bra"_s, {u"⟨"_s, u"|"_s}},
            {u"braket"_s, {u"⟨"_s, u"⟩"_s}},
            {u"pmod"_s, {u"\u2009(mod "_s, u")"_s}},
        };
        const auto found = signs.constFind(command.toString());
        if (found == signs.cend()) {
            return false;
        }
        atoms.append({SignClass::Opening, Atom::Form::Plain, {sign(found->first, face)}});
        argument(face, atoms);
        atoms.append({SignClass::Closing, Atom::Form::Plain, {sign(found->second, face)}});
        return true;
    }

    void accented(QChar mark, Face face, Atoms &atoms)
    {
        const Runs runs = argumentRuns(face);
        const bool single = runs.size() == 1 && runs.first().text.size() == 1 &&
                            runs.first().script == face.script && isLatinOrGreek(runs.first().text.front());
        if (!single) {
            return fail();
        }
        Run run = runs.first();
        run.text = QString(run.text + mark).normalized(QString::NormalizationForm_C);
        atoms.append({SignClass::Ordinary, Atom::Form::Plain, {run}});
    }

    void negated(const Face &face, Atoms &atoms)
    {
        Atoms relation;
        argument(face, relation);
        if (m_failed || relation.size() != 1 || relation.first().signClass != SignClass::Relation) {
            return fail(); // Feynman's slash has no character
        }
        Run &run = relation.first().runs.first();
        const QString text = QString(run.text + QChar(0x338)).normalized(QString::NormalizationForm_C);
        if (run.text.size() != 1 || run.text.normalized(QString::NormalizationForm_D).size() != 1) {
            return fail();
        }
        run.text = text;
        atoms.append(relation);
    }

    void fraction(const Face &face, Atoms &atoms)
    {
        Atoms numerator;
        Atoms denominator;
        argument(face, numerator);
        argument(face, denominator);
        const auto holds = [](const Atoms &in) {
            return std::any_of(in.begin(), in.end(), [](const Atom &atom) {
                return atom.form == Atom::Form::Fraction || atom.runs.isEmpty();
            });
        };
        if (m_failed || numerator.isEmpty() || denominator.isEmpty() || holds(numerator) ||
            holds(denominator)) {
            return fail();
        }
        Atom atom{SignClass::Ordinary, Atom::Form::Fraction, {}};
        append(atom.runs, grouped(numerator, isProduct(numerator), face));
        append(atom.runs, sign(u"/"_s, face));
        append(atom.runs,
               grouped(denominator, isOneThing(denominator) || isParenthesised(denominator), face));
        atoms.append(atom);
    }

    void radical(const Face &face, Atoms &atoms)
    {
        QString root = u"√"_s;
        skipBlanks();
        if (take(u"[3]")) {
            root = u"∛"_s;
        } else if (take(u"[4]")) {
            root = u"∜"_s;
        } else if (peek() == u'[') {
            return fail();
        }
        Atoms under;
        argument(face, under);
        if (m_failed || under.isEmpty()) {
            return fail();
        }
        // √s_NN reads rightly, √x² does not
        const bool bare =
            isOneThing(under) && std::none_of(under.first().runs.begin(), under.first().runs.end(),
                                              [&](const Run &run) { return run.script > face.script; });
        Atom atom{SignClass::Ordinary, bare ? Atom::Form::Radical : Atom::Form::Plain, {}};
        append(atom.runs, sign(root, face));
        append(atom.runs, grouped(under, bare, face));
        atoms.append(atom);
    }

    Runs grouped(const Atoms &atoms, bool bare, const Face &face)
    {
        Runs runs;
        if (!bare) {
            append(runs, sign(u"("_s, face));
        }
        append(runs, setBeside(atoms, face));
        if (!bare) {
            append(runs, sign(u")"_s, face));
        }
        return runs;
    }

    /** \left( and \bigr| and the like: the size is left out, the sign stays. */
    bool delimiter(QStringView command, const Face &face, Atoms &atoms)
    {
        static const QSet<QString> sizes = {u"left"_s,  u"right"_s, u"middle"_s, u"big"_s,   u"Big"_s,
                                            u"bigg"_s,  u"Bigg"_s,  u"bigl"_s,   u"Bigl"_s,  u"biggl"_s,
                                            u"Biggl"_s, u"bigr"_s,  u"Bigr"_s,   u"biggr"_s, u"Biggr"_s,
                                            u"bigm"_s,  u"Bigm"_s};
        if (!sizes.contains(command.toString())) {
            return false;
        }
        m_open += command == u"left" ? 1 : command == u"right" ? -1 : 0;
        if (m_open < 0) {
            fail();
        }
        skipBlanks();
        if (atEnd()) {
            fail();
            return true;
        }
        Atom atom;
        if (peek() == u'\\') {
            const TexSymbol *symbol = texSymbol(name());
            if (!symbol || symbol->italic || symbol->text.size() != 1 ||
                symbol->text.front().isLetterOrNumber()) {
                fail();
                return true;
            }
            atom = {symbol->signClass, Atom::Form::Plain, {sign(symbol->text, face)}};
        } else if (take(u".")) {
            return true;
        } else if (take(u"<")) {
            atom = {SignClass::Opening, Atom::Form::Plain, {sign(u"⟨"_s, face)}};
        } else if (take(u">")) {
            atom = {SignClass::Closing, Atom::Form::Plain, {sign(u"⟩"_s, face)}};
        } else if (u"()[]|/"_s.contains(peek())) {
            character(face, atom);
        } else {
            fail();
            return true;
        }
        if (command == u"left" || command.endsWith(u'l')) {
            atom.signClass = SignClass::Opening;
        } else if (command == u"right" || command.endsWith(u'r')) {
            atom.signClass = SignClass::Closing;
        }
        atoms.append(atom);
        return true;
    }

    /** Words of a text within the formula. */
    bool words(QStringView command, const Face &face, Atoms &atoms)
    {
        static const QHash<QString, Face> faces = {
            {u"text"_s, {}},
            {u"textrm"_s, {}},
            {u"textnormal"_s, {}},
            {u"textup"_s, {}},
            {u"textsf"_s, {}},
            {u"textsc"_s, {}},
            {u"texttt"_s, {}},
            {u"mbox"_s, {}},
            {u"hbox"_s, {}},
            {u"textit"_s, {Alphabet::Italic}},
            {u"textsl"_s, {Alphabet::Italic}},
            {u"emph"_s, {Alphabet::Italic}},
            {u"textbf"_s, {Alphabet::Upright, true}},
        };
        const auto found = faces.constFind(command.toString());
        if (found == faces.cend()) {
            return false;
        }
        skipBlanks();
        const qsizetype end = m_tex.indexOf(u'}', m_at);
        if (peek() != u'{' || end < 0) {
            fail();
            return true;
        }
        QString text = texToUnicode(m_tex.sliced(m_at + 1, end - m_at - 1), Greek::Keep);
        text.replace("\\_"_L1, "_"_L1)
            .replace("\\&"_L1, "&"_L1)
            .replace("\\%"_L1, "%"_L1)
            .replace("\\ "_L1, " "_L1);
        text.replace(u"---"_s, u"—"_s).replace(u"--"_s, u"–"_s).replace(u'~', u' ').replace(u'\n', u' ');
        const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) {
            return u"\\{$^#"_s.contains(c) || c.category() == QChar::Other_Control ||
                   c.category() == QChar::Other_Format;
        });
        if (!plain || !text.isValidUtf16()) {
            fail();
            return true;
        }
        m_at = end + 1;
        Atom atom;
        append(atom.runs, {text, found->alphabet == Alphabet::Italic, face.bold || found->bold, face.script});
        atoms.append(atom);
        return true;
    }

    Runs setBeside(const Atoms &atoms, const Face &face)
    {
        const std::optional<Runs> runs = m_failed ? std::nullopt : joined(atoms, face);
        if (!runs) {
            fail();
        }
        return runs.value_or(Runs());
    }

    QStringView m_tex;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_open = 0; ///< \left without its \right so far
    bool m_failed = false;
};

} // namespace

std::optional<QList<Run>> unicodeRuns(QStringView tex)
{
    if (tex.size() > longestFormula) {
        return std::nullopt;
    }
    return FormulaParser(tex).formula();
}

} // namespace paperdawn
