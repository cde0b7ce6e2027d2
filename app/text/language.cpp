// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/**
 * Frequent characters that only one way of writing Chinese uses: at the same place of both tables the same
 * character, simplified and traditional. Those that traditional texts know too (后 里 只 台 云 系 制) are not
 * here.
 */
constexpr std::u16string_view simplifiedForms =
    u"为学与对动过现语结数测关标实细译种组个间进时应发术视构变态据们这机经类调质习预异图统计确导验评题强达"
    u"转觉网样显层规从检状单来证长扩频响脑训练维识络码该线专运联环试编论务点项号节记疗业适处级开会选录设连"
    u"领随场断风较问观离产条赖谱遗续电两词药监稳织潜驱认拟辑链释险国换双见础协择惯损独输触够键杂当诊归缩补"
    u"库忆诱阶马谢简肠献约虫叶广隐齐积报径称权护负盖头带纳轨脏备资难势块队龄灵轻脉极筛热错启误镜读鲁总递扰"
    u"还执击边门额装气馈终张树迁话兴贝辅缓帧际闭纹鱼议讨亲践竞卫钟贡红虑迟营审师员远纯洁虚奋渐岁浆残询阳谨"
    u"给载贯荡轮胆岛阵顺坏饮紧饰济阴顶顾鸟许滤软满杀绿跃缘扫档帮锁骤赛荐宽弹邻绝颗鸣车东罗绘团盐蓝驾请绪欧"
    u"枢盘详妇铁阅继寻暂脸赋须浓灭桥弃缝艺颜银湿销汉顿责惊润吗陆溃纽沟袭遥飞谈费鲜苏绑逊浅赞职抚觅辆闻纪让"
    u"诉韩矿纠罚订拥狭猫尝炼览雾";
constexpr std::u16string_view traditionalForms =
    u"為學與對動過現語結數測關標實細譯種組個間進時應發術視構變態據們這機經類調質習預異圖統計確導驗評題強達"
    u"轉覺網樣顯層規從檢狀單來證長擴頻響腦訓練維識絡碼該線專運聯環試編論務點項號節記療業適處級開會選錄設連"
    u"領隨場斷風較問觀離產條賴譜遺續電兩詞藥監穩織潛驅認擬輯鏈釋險國換雙見礎協擇慣損獨輸觸夠鍵雜當診歸縮補"
    u"庫憶誘階馬謝簡腸獻約蟲葉廣隱齊積報徑稱權護負蓋頭帶納軌臟備資難勢塊隊齡靈輕脈極篩熱錯啟誤鏡讀魯總遞擾"
    u"還執擊邊門額裝氣饋終張樹遷話興貝輔緩幀際閉紋魚議討親踐競衛鐘貢紅慮遲營審師員遠純潔虛奮漸歲漿殘詢陽謹"
    u"給載貫蕩輪膽島陣順壞飲緊飾濟陰頂顧鳥許濾軟滿殺綠躍緣掃檔幫鎖驟賽薦寬彈鄰絕顆鳴車東羅繪團鹽藍駕請緒歐"
    u"樞盤詳婦鐵閱繼尋暫臉賦須濃滅橋棄縫藝顏銀濕銷漢頓責驚潤嗎陸潰紐溝襲遙飛談費鮮蘇綁遜淺讚職撫覓輛聞紀讓"
    u"訴韓礦糾罰訂擁狹貓嘗煉覽霧";
static_assert(simplifiedForms.size() == traditionalForms.size());

template <std::size_t size>
constexpr std::array<char16_t, size> sorted(std::u16string_view characters)
{
    std::array<char16_t, size> table{};
    std::copy_n(characters.begin(), size, table.begin());
    std::sort(table.begin(), table.end());
    return table;
}
constexpr auto simplifiedOnly = sorted<simplifiedForms.size()>(simplifiedForms);
constexpr auto traditionalOnly = sorted<traditionalForms.size()>(traditionalForms);

/** What a text is made of. */
struct Letters
{
    qsizetype han = 0, kana = 0, hangul = 0;
    qsizetype simplified = 0, traditional = 0; ///< of han: those that tell
    qsizetype latin = 0;                       ///< letters
    qsizetype words = 0;                       ///< of Latin letters, names of models and the like left out
};

struct Letter
{
    QChar::Script script;
    char32_t character;
    qsizetype size; ///< UTF-16 units
};

Letter letterAt(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
        const char32_t character = QChar::surrogateToUcs4(c, text.at(at + 1));
        return {QChar::script(character), character, 2};
    }
    return {c.script(), c.unicode(), 1};
}

/** Where the address that begins at `at` ends; `at` if none begins there. */
qsizetype pastAddress(QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at);
    if (!rest.startsWith("http://"_L1) && !rest.startsWith("https://"_L1) && !rest.startsWith("www."_L1)) {
        return at;
    }
    while (at < text.size() && text.at(at) > u' ' && text.at(at) < u'\u007f') {
        ++at;
    }
    return at;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'\'' || c == u'.' || c == u'_' ||
           c == u'/';
}

/** "of", "Learning": a word of a language; "GPT-4o", "LLaVA", "x" may stand in any. */
bool isPlainWord(QStringView word)
{
    return word.size() > 1 && std::all_of(word.begin() + 1, word.end(),
                                          [](QChar c) { return c.isLower() || c == u'-' || c == u'\''; });
}

/** Counts the run of Latin letters and what hangs on to them, and says where it ends. */
qsizetype pastLatin(QStringView text, qsizetype at, Letters &letters)
{
    const qsizetype begin = at;
    while (at < text.size() && isWordPart(text.at(at)) &&
           (text.at(at).script() == QChar::Script_Latin || !text.at(at).isLetter())) {
        letters.latin += text.at(at).isLetter();
        ++at;
    }
    QStringView word = text.sliced(begin, at - begin);
    while (word.endsWith(u'.') || word.endsWith(u'-') || word.endsWith(u'/') || word.endsWith(u'\'')) {
        word.chop(1);
    }
    letters.words += isPlainWord(word);
    return at;
}

Letters lettersOf(QStringView text)
{
    Letters letters;
    qsizetype formulaEnd = -1; // the dollar that closes the formula begun last
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        if (c == u'$' && at > formulaEnd) {
            formulaEnd = text.indexOf(u'$', at + 1);
            if (formulaEnd < 0) {
                formulaEnd = text.size(); // the dollars end here: do not look again
                ++at;
            } else {
                at = formulaEnd + 1;
            }
            continue;
        }
        if (c == u'\\') {
            ++at;
            while (at < text.size() && text.at(at) < u'\u007f' && text.at(at).isLetter()) {
                ++at;
            }
            continue;
        }
        if (const qsizetype end = pastAddress(text, at); end > at) {
            at = end;
            continue;
        }
        const Letter letter = letterAt(text, at);
        switch (letter.script) {
        case QChar::Script_Latin:
            // a Latin letter beyond the BMP is no part of a word: step over it
            at = std::max(pastLatin(text, at, letters), at + letter.size);
            continue;
        case QChar::Script_Han:
            ++letters.han;
            letters.simplified += std::ranges::binary_search(simplifiedOnly, letter.character);
            letters.traditional += std::ranges::binary_search(traditionalOnly, letter.character);
            break;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            ++letters.kana;
            break;
        case QChar::Script_Hangul:
            ++letters.hangul;
            break;
        default:
            break;
        }
        at += letter.size;
    }
    return letters;
}

} // namespace

QString languageOf(QStringView text)
{
    const Letters letters = lettersOf(text);
    const qsizetype asian = letters.han + letters.kana + letters.hangul;
    // an English title that quotes a Chinese word has more words than this, a Chinese one that names models
    // has not
    if (asian == 0 || asian * 2 < letters.words * 3) {
        return letters.latin > 0 ? u"en"_s : QString();
    }
    if (letters.hangul > letters.han + letters.kana) {
        return u"ko"_s;
    }
    if (letters.kana * 10 > letters.han) { // a Chinese text may quote a Japanese word
        return u"ja"_s;
    }
    return letters.traditional > 3 * letters.simplified ? u"zh-Hant"_s : u"zh-Hans"_s;
}

bool hasHan(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const Letter letter = letterAt(text, at);
        if (letter.script == QChar::Script_Han) {
            return true;
        }
        at += letter.size;
    }
    return false;
}

} // namespace paperdawn
