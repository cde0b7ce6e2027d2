// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/chatter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** The first line up to its colon, if there is one near its beginning; else null. */
QStringView introduction(QStringView text)
{
    constexpr qsizetype longest = 200; // some repeat the whole English title before it
    const QStringView head = text.first(std::min(text.size(), longest));
    const auto isEnd = [](QChar c) { return c == u'：' || c == u':' || c == u'\n'; };
    // the colon of the introduction stands behind the word, one of the quoted title may stand before it
    const qsizetype word = head.indexOf(u"翻译");
    const auto end = word < 0 ? head.end() : std::find_if(head.begin() + word, head.end(), isEnd);
    return end == head.end() || *end == u'\n' ? QStringView() : head.first(end - head.begin());
}

/** "以下是这段英文的中文翻译：", "将这段文字翻译成中文为：", "标题翻译：" */
bool isIntroduced(QStringView text)
{
    const QStringView words = introduction(text);
    const bool isAnswer = words.contains(u"翻译成中文") &&
                          (words.contains(u"这段") || words.contains(u"这句") || words.contains(u"这个"));
    return isAnswer || words.startsWith(u"以下是") || words == u"标题翻译"_s || words == u"翻译"_s;
}

/** "翻译说明：", "（注：根据学术翻译规范…", "希望这个翻译对你有帮助！" */
bool isRemark(QStringView line)
{
    const bool isThanks = line.startsWith(u"希望") && line.contains(u"有帮助");
    while (!line.isEmpty() && QStringView(u"（(【*# ").contains(line.front())) {
        line = line.sliced(1);
    }
    const auto begins = [line](QStringView words) { return line.startsWith(words); };
    return isThanks || begins(u"翻译说明") || begins(u"翻译解释") || begins(u"翻译解读") ||
           begins(u"译者注") || begins(u"注：");
}

/** Whether a line after the first is a remark. */
bool hasRemark(QStringView text)
{
    for (qsizetype end = text.indexOf(u'\n'); end >= 0;) {
        const qsizetype begin = end + 1;
        end = text.indexOf(u'\n', begin);
        if (isRemark(text.sliced(begin, (end < 0 ? text.size() : end) - begin))) {
            return true;
        }
    }
    return false;
}

} // namespace

bool isChattyTitle(QStringView title)
{
    return title.contains(u"\n\n") || isIntroduced(title) || hasRemark(title);
}

bool isChattyAbstract(QStringView abstract)
{
    return isIntroduced(abstract) || hasRemark(abstract);
}

} // namespace paperdawn
