// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/webaddress.h"

#include <QUrl>

namespace paperdawn {

using namespace Qt::StringLiterals;

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

QString unescapedAddress(QStringView tex)
{
    QString text;
    const QStringView from = tex.trimmed();
    for (qsizetype at = 0; at < from.size(); ++at) {
        const bool escape =
            from.at(at) == u'\\' && at + 1 < from.size() && u"_%#&~{}$"_s.contains(from.at(at + 1));
        text += from.at(escape ? ++at : at);
    }
    return text;
}

qsizetype addressEnd(QStringView text, qsizetype begin)
{
    qsizetype end = begin;
    int open = 0; // parentheses and brackets, less those closed
    while (end < text.size()) {
        const QChar c = text.at(end);
        if (c == u'\\' && end + 1 < text.size() && u"_%#&~"_s.contains(text.at(end + 1))) {
            end += 2;
            continue;
        }
        if (c <= u' ' || c >= u'\u007f' || u"<>\"{}|\\^`$"_s.contains(c)) {
            break;
        }
        open += c == u'(' || c == u'[' ? 1 : c == u')' || c == u']' ? -1 : 0;
        ++end;
    }
    while (end > begin) { // what ends the sentence is no part of it
        const QChar last = text.at(end - 1);
        const bool surplus = (last == u')' || last == u']') && open < 0;
        if (!surplus && !u".,;:!?'*"_s.contains(last)) {
            break;
        }
        open += surplus ? 1 : 0;
        --end;
    }
    return end;
}

} // namespace paperdawn
