// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mnemonic.h"

#include <QRegularExpression>

namespace paperdawn {

using namespace Qt::StringLiterals;

QString plainLabel(QString label)
{
    static const QRegularExpression letter(u"\\s*\\(&\\w\\)"_s);
    static const QRegularExpression colon(u"\\s*[:：]$"_s);
    static const QRegularExpression mark(u"&(.)"_s); // "&&" is an ampersand
    return label.remove(letter).remove(colon).replace(mark, u"\\1"_s);
}

} // namespace paperdawn
