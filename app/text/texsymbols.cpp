// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/texsymbols.h"

#include <QHash>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

using Names = QHash<QString, QChar>;
using Symbols = QHash<QString, TexSymbol>;

/** Calls take(name, value) for each pair of words. */
template <typename Take>
void forEachPair(QStringView words, Take take)
{
    const auto list = words.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < list.size(); i += 2) {
        take(list.at(i).toString(), list.at(i + 1).toString());
    }
}

Names names(QStringView words)
{
    Names names;
    forEachPair(words, [&](const QString &name, const QString &value) { names.insert(name, value.front()); });
    return names;
}

Symbols symbols()
{
    Symbols symbols;
    const auto add = [&](SignClass signClass, QStringView words, bool italic = false) {
        forEachPair(words, [&](const QString &name, const QString &value) {
            symbols.insert(name, {value, signClass, italic});
        });
    };
    add(SignClass::Ordinary,
        u"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa "
        u"κ "
        u"varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ "
        u"upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ imath ı jmath ȷ",
        true);
    add(SignClass::Ordinary,
        u"Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
        u"infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ complement ∁ mho ℧ "
        u"eth ð "
        u"forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ emptyset ∅ varnothing ∅ angle ∠ measuredangle "
        u"∡ "
        u"prime ′ backprime ‵ degree ° sharp ♯ flat ♭ natural ♮ clubsuit ♣ diamondsuit ♢ heartsuit ♡ "
        u"spadesuit ♠ "
        u"triangle △ square □ Box □ Diamond ◇ lozenge ◊ blacksquare ■ blacktriangle ▲ bigstar ★ checkmark ✓ "
        u"backslash \\ | ‖ Vert ‖ vert | lvert | rvert | lVert ‖ rVert ‖ "
        u"dots … ldots … dotsc … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ "
        u"AA Å aa å AE Æ ae æ O Ø o ø L Ł l ł ss ß S § P ¶ pounds £ copyright © "
        u"R ℝ C ℂ Z ℤ N ℕ Q ℚ RR ℝ CC ℂ ZZ ℤ NN ℕ QQ ℚ");
    add(SignClass::Operator,
        u"sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ "
        u"bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄");
    add(SignClass::Binary,
        u"pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ "
        u"odot ⊙ "
        u"cup ∪ cap ∩ sqcup ⊔ sqcap ⊓ uplus ⊎ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ wr ≀ "
        u"amalg ⨿ "
        u"dagger † ddagger ‡ dag † ddag ‡ diamond ⋄ ltimes ⋉ rtimes ⋊ bowtie ⋈ boxtimes ⊠ boxplus ⊞ "
        u"bigcirc ◯ bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ lhd ⊲ rhd ⊳ intercal ⊺");
    add(SignClass::Relation,
        u"le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ lt < gt > leqslant ⩽ geqslant ⩾ leqq ≦ geqq "
        u"≧ "
        u"lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ "
        u"sim ∼ thicksim ∼ nsim ≁ simeq ≃ approx ≈ thickapprox ≈ approxeq ≊ cong ≅ ncong ≇ equiv ≡ asymp ≍ "
        u"doteq ≐ "
        u"triangleq ≜ propto ∝ varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ precsim ≾ succsim ≿ "
        u"in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq "
        u"⊈ "
        u"nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ mid ∣ nmid ∤ parallel ∥ nparallel ∦ "
        u"perp ⊥ "
        u"vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ nvdash ⊬ nvDash ⊭ Vdash ⊩ smile ⌣ frown ⌢ "
        u"trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ because ∵ therefore ∴ "
        u"to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ "
        u"longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ "
        u"Longleftrightarrow ⟺ iff ⟺ implies ⟹ impliedby ⟸ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ "
        u"hookleftarrow ↩ "
        u"rightharpoonup ⇀ leftharpoonup ↼ rightleftharpoons ⇌ leadsto ⇝ rightsquigarrow ⇝ uparrow ↑ "
        u"downarrow ↓ "
        u"updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ twoheadrightarrow ↠ "
        u"rightarrowtail ↣ circlearrowright ↻ circlearrowleft ↺ dashrightarrow ⇢ dashleftarrow ⇠ "
        u"upharpoonright ↾ "
        u"restriction ↾ multimap ⊸ nrightarrow ↛ nleftarrow ↚ rightrightarrows ⇉ rightleftarrows ⇄");
    add(SignClass::Opening, u"langle ⟨ lbrace { { { lbrack [ lfloor ⌊ lceil ⌈ llbracket ⟦ ulcorner ⌜");
    add(SignClass::Closing, u"rangle ⟩ rbrace } } } rbrack ] rfloor ⌋ rceil ⌉ rrbracket ⟧ urcorner ⌝");
    add(SignClass::Punctuation, u"colon :");
    for (const QChar c : u"%&#$_"_s) {
        symbols.insert(c, {c, SignClass::Ordinary, false});
    }
    const auto functions = u"log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan "
                           u"arg deg det dim gcd hom "
                           u"inf ker lim max min sup Pr "
                           u"argmax argmin Aut End Hom Ext Tor Spec Proj Pic Gal GL SL SU SO PGL PSL Sp Tr "
                           u"tr rank rk coker diag "
                           u"supp sgn Sym Hilb Vol vol Lie ord codim"_s;
    for (const QString &name : functions.split(u' ')) {
        symbols.insert(name, {name, SignClass::Operator, false});
    }
    symbols.insert(u"limsup"_s, {u"lim\u2009sup"_s, SignClass::Operator, false});
    symbols.insert(u"liminf"_s, {u"lim\u2009inf"_s, SignClass::Operator, false});
    symbols.insert(u"bmod"_s, {u"mod"_s, SignClass::Binary, false});
    return symbols;
}

const Symbols &allSymbols()
{
    static const Symbols all = symbols();
    return all;
}

QHash<QString, SignClass> classes()
{
    QHash<QString, SignClass> classes;
    for (const TexSymbol &symbol : allSymbols()) {
        if (symbol.text.size() == 1 && symbol.signClass != SignClass::Ordinary) {
            classes.insert(symbol.text, symbol.signClass);
        }
    }
    const auto add = [&](SignClass signClass, QStringView signs) {
        for (const QChar sign : signs) {
            classes.insert(sign, signClass);
        }
    };
    // those that stand for two commands of different classes, and those that have none
    add(SignClass::Ordinary, u"⊥△");
    add(SignClass::Binary, u"+−∗·");
    add(SignClass::Relation, u"=<>:");
    add(SignClass::Opening, u"([{");
    add(SignClass::Closing, u")]}!?");
    add(SignClass::Punctuation, u",;，；");
    return classes;
}

QChar find(const Names &names, QStringView name)
{
    return name.size() > 20 ? QChar() : names.value(name.toString());
}

/** Letters that arXiv's tex2utf knows under each accent. */
QStringView accentable(QChar accent)
{
    switch (accent.unicode()) {
    case u'\'':
        return u"ACEILNORSUYZaceilnorsuyz";
    case u'"':
        return u"AEIOUYaeiouy";
    case u'.':
        return u"ACEGIOZacegoz";
    case u'=':
        return u"AEIOUYaeiouy";
    case u'^':
        return u"ACEGHIJOSUWYaceghijosuwy";
    case u'`':
        return u"AEIOUaeiou";
    case u'~':
        return u"AINOUainou";
    case u'H':
        return u"OUou";
    case u'c':
        return u"CEGKLNRSTceglknrst";
    case u'k':
        return u"AEIOUaeiou";
    case u'r':
        return u"AUau";
    case u'u':
        return u"AEGIOUaegiou";
    case u'v':
        return u"ACDEGHIKLNORSTUZacdeghiklnorstuz";
    default:
        return {};
    }
}

} // namespace

const TexSymbol *texSymbol(QStringView name)
{
    if (name.size() > 24) {
        return nullptr;
    }
    const auto found = allSymbols().constFind(name.toString());
    return found == allSymbols().cend() ? nullptr : &*found;
}

SignClass signClass(QStringView sign)
{
    static const QHash<QString, SignClass> all = classes();
    return all.value(sign.toString(), SignClass::Ordinary);
}

QChar texLetter(QStringView name)
{
    static const Names all =
        names(u"AA Å AE Æ DH Ð DJ Đ ETH Ð L Ł NG Ŋ O Ø oe œ OE Œ TH Þ aa å ae æ dh ð dj đ eth ð i ı "
              u"l ł ng ŋ o ø ss ß th þ");
    return find(all, name);
}

QChar texSign(QStringView name)
{
    static const Names all =
        names(u"P ¶ S § copyright © guillemotleft « guillemotright » pounds £ dag † ddag ‡ div ÷ deg °");
    return find(all, name);
}

QChar texGreek(QStringView name)
{
    static const Names all = names(
        u"Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω alpha α beta β "
        u"gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο "
        u"pi π rho ρ varsigma ς sigma σ tau τ upsion υ varphi φ phi ϕ chi χ psi ψ omega ω"); // sic: "upsion"
    return find(all, name);
}

QChar texAccentMark(QChar accent)
{
    switch (accent.unicode()) {
    case u'\'':
        return QChar(0x301);
    case u'`':
        return QChar(0x300);
    case u'^':
        return QChar(0x302);
    case u'"':
        return QChar(0x308);
    case u'~':
        return QChar(0x303);
    case u'=':
        return QChar(0x304);
    case u'.':
        return QChar(0x307);
    case u'u':
        return QChar(0x306);
    case u'v':
        return QChar(0x30C);
    case u'H':
        return QChar(0x30B);
    case u'c':
        return QChar(0x327);
    case u'k':
        return QChar(0x328);
    case u'r':
        return QChar(0x30A);
    case u'd':
        return QChar(0x323);
    case u'b':
        return QChar(0x331);
    default:
        return {};
    }
}

QString texAccented(QChar accent, QChar base)
{
    if (!accentable(accent).contains(base)) {
        return {};
    }
    return QString(QString(base) + texAccentMark(accent)).normalized(QString::NormalizationForm_C);
}

} // namespace paperdawn
