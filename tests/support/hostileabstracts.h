// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <utility>

namespace paperdawn::test {

/** Abstracts that nobody writes but anybody may send, by name. */
inline QList<std::pair<const char *, QString>> hostileAbstracts()
{
    using namespace Qt::StringLiterals;
    return {
        {"40 tables", u"<table><tr><td>"_s.repeated(40)},
        {"50,000 <b>", u"<b>x"_s.repeated(50'000)},
        {"1 MB, one word", QString(1'000'000, u'w')},
        {"1 MB, Chinese", QString(1'000'000, QChar(0x9AA8))},
        {"1 MB, formulas", u"$x_{1}^{2}$ "_s.repeated(90'000)},
        {"1 MB, dollars", QString(1'000'000, u'$')},
        {"1 MB, braces", QString(1'000'000, u'{')},
        {"1 MB, paragraphs", u"a\n\n"_s.repeated(330'000)},
        {"20,000 marks", u"a"_s + QString(20'000, QChar(0x0301))},
        {"right to left", u"\u202Eabc\u05D0 "_s.repeated(3'000)},
        {"3,000 links", u"https://example.org/x "_s.repeated(3'000)},
    };
}

} // namespace paperdawn::test
