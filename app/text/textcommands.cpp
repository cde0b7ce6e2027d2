// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/textcommands.h"

#include "app/text/texsymbols.h"

#include <QHash>
#include <QSet>

namespace paperdawn {

using namespace Qt::StringLiterals;

bool applyCommand(QStringView name, TextStyle &style)
{
    static const QSet<QString> plain = {u"textrm"_s, u"textsf"_s,     u"textsc"_s, u"textup"_s, u"textmd"_s,
                                        u"text"_s,   u"textnormal"_s, u"mbox"_s,   u"hbox"_s};
    if (name == u"textbf") {
        style.bold = true;
    } else if (name == u"emph" || name == u"textit" || name == u"textsl" || name == u"underline" ||
               name == u"uline") {
        style.italic = true; // an underlined word is meant to be stressed
    } else if (name == u"texttt") {
        style.mono = true;
    } else {
        return plain.contains(name.toString());
    }
    return true;
}

bool applyDeclaration(QStringView name, TextStyle &style)
{
    static const QSet<QString> plain = {u"rm"_s,         u"sc"_s,         u"sf"_s,           u"rmfamily"_s,
                                        u"scshape"_s,    u"sffamily"_s,   u"upshape"_s,      u"normalfont"_s,
                                        u"tiny"_s,       u"scriptsize"_s, u"footnotesize"_s, u"small"_s,
                                        u"normalsize"_s, u"large"_s};
    if (name == u"bf" || name == u"bfseries") {
        style.bold = true;
    } else if (name == u"em" || name == u"it" || name == u"sl" || name == u"itshape" || name == u"slshape") {
        style.italic = true;
    } else if (name == u"tt" || name == u"ttfamily") {
        style.mono = true;
    } else {
        return plain.contains(name.toString());
    }
    return true;
}

bool isFormulaCommand(QStringView name)
{
    static const QSet<QString> names = {u"mathbb"_s,   u"mathcal"_s, u"mathrm"_s, u"mathbf"_s,    u"mathsf"_s,
                                        u"mathfrak"_s, u"mathscr"_s, u"mathit"_s, u"ensuremath"_s};
    return names.contains(name.toString());
}

bool isCitation(QStringView name)
{
    static const QSet<QString> names = {u"cite"_s,     u"citep"_s,     u"citet"_s,    u"citealp"_s,
                                        u"citealt"_s,  u"parencite"_s, u"textcite"_s, u"citeauthor"_s,
                                        u"citeyear"_s, u"autocite"_s};
    return names.contains(name.toString());
}

bool isMathEnvironment(QStringView name)
{
    static const QSet<QString> names = {u"equation"_s, u"align"_s,       u"gather"_s,
                                        u"multline"_s, u"eqnarray"_s,    u"flalign"_s,
                                        u"alignat"_s,  u"displaymath"_s, u"math"_s};
    return names.contains((name.endsWith(u'*') ? name.chopped(1) : name).toString());
}

bool isList(QStringView environment)
{
    return environment == u"itemize" || environment == u"enumerate";
}

QString textCommand(QStringView name)
{
    static const QHash<QString, QString> texts = {
        {u"LaTeX"_s, u"LaTeX"_s},
        {u"TeX"_s, u"TeX"_s},
        {u"BibTeX"_s, u"BibTeX"_s},
        {u"dots"_s, u"…"_s},
        {u"ldots"_s, u"…"_s},
        {u"textellipsis"_s, u"…"_s},
        {u"textendash"_s, u"–"_s},
        {u"textemdash"_s, u"—"_s},
        {u"textquoteleft"_s, u"‘"_s},
        {u"textquoteright"_s, u"’"_s},
        {u"textquotedblleft"_s, u"“"_s},
        {u"textquotedblright"_s, u"”"_s},
        {u"textquotesingle"_s, u"'"_s},
        {u"textbackslash"_s, u"\\"_s},
        {u"textasciitilde"_s, u"~"_s},
        {u"textasciicircum"_s, u"^"_s},
        {u"textunderscore"_s, u"_"_s},
        {u"textbar"_s, u"|"_s},
        {u"textless"_s, u"<"_s},
        {u"textgreater"_s, u">"_s},
        {u"textbullet"_s, u"•"_s},
        {u"textperiodcentered"_s, u"·"_s},
        {u"textdegree"_s, u"°"_s},
        {u"textmu"_s, u"µ"_s},
        {u"texttimes"_s, u"×"_s},
        {u"textpm"_s, u"±"_s},
        {u"textdagger"_s, u"†"_s},
        {u"textregistered"_s, u"®"_s},
        {u"texttrademark"_s, u"™"_s},
        {u"textcopyright"_s, u"©"_s},
        {u"texteuro"_s, u"€"_s},
        {u"euro"_s, u"€"_s},
        {u"newline"_s, u"\n"_s},
        {u"par"_s, u"\n\n"_s},
        {u"thinspace"_s, u"\u2009"_s},
        {u"item"_s, u"\n• "_s},
        {u"quad"_s, u" "_s},
        {u"qquad"_s, u" "_s},
        {u"noindent"_s, u""_s},
        {u"xspace"_s, u""_s},
    };
    const auto found = texts.constFind(name.toString());
    if (found != texts.cend()) {
        return *found;
    }
    const QChar sign = texSign(name);
    return sign.isNull() ? QString() : QString(sign);
}

} // namespace paperdawn
