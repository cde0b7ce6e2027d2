// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/paper.h"

#include "app/domain/dayfile.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr std::array kinds = {""_L1, "new"_L1, "cross"_L1, "replaced"_L1, "replaced-cross"_L1};
constexpr std::array flags = {"chatter"_L1, "formula-lost"_L1, "untranslated"_L1, "probable-twin"_L1,
                              "sample"_L1};
constexpr std::array statuses = {"unknown"_L1,   "complete"_L1,    "approximate"_L1,
                                 "selection"_L1, "incomplete"_L1,  "failed"_L1,
                                 "empty"_L1,     "uncheckable"_L1, "future"_L1};

/** The enumerator whose key this is; the first one for a key that is none. */
template <typename Enum>
Enum parseKey(const auto &keys, QStringView key)
{
    const auto it = std::find(keys.begin(), keys.end(), key);
    return it == keys.end() ? Enum() : Enum(it - keys.begin());
}

qsizetype richness(const QString &text)
{
    return text.simplified().size();
}

/** Takes what is told of one text: always where nothing is known, else if it is newer or, `mayBeRicher`,
 * longer. */
void take(QString &known, const QString &told, bool isNewer, bool mayBeRicher)
{
    if (told.isEmpty() || told == known) {
        return;
    }
    if (known.isEmpty() || isNewer || (mayBeRicher && richness(told) > richness(known))) {
        known = told;
    }
}

void take(QDateTime &known, const QDateTime &told, bool isNewer)
{
    if (told.isValid() && (isNewer || !known.isValid())) {
        known = told;
    }
}

/** Whether `a` is the earlier time; of one day, a time is better than the bare date (midnight). */
bool isEarlier(const QDateTime &a, const QDateTime &b)
{
    const auto rank = [](const QDateTime &time) {
        const QDateTime utc = time.toUTC();
        return std::tuple(utc.date(), utc.time() == QTime(0, 0), utc.time());
    };
    return rank(a) < rank(b);
}

void takeAuthors(PaperDetails &known, const PaperDetails &told, bool isNewer)
{
    if (told.authors.isEmpty()) {
        return;
    }
    const bool sameTrust = told.authorsComplete == known.authorsComplete;
    const bool better = told.authorsComplete ? isNewer : told.authors.size() > known.authors.size();
    if (known.authors.isEmpty() || (sameTrust ? better : told.authorsComplete)) {
        known.authors = told.authors;
        known.authorsComplete = told.authorsComplete;
    }
}

/** Adds what is missing, behind what is there: so a known primary category stays the first. */
void unite(QStringList &known, const QStringList &told)
{
    for (const QString &item : told) {
        if (!known.contains(item)) {
            known.append(item);
        }
    }
}

bool sameLanguage(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0; // RFC 5646, 2.1.1
}

bool isSpoilt(const Translation &translation)
{
    return translation.flags.testAnyFlags(PaperFlag::Chatter | PaperFlag::Untranslated);
}

bool isEmpty(const Translation &translation)
{
    return translation.title.isEmpty() && translation.abstract.isEmpty();
}

/** Every day keeps its own words, even those that another day uses too: its list shows them. */
bool isOfADay(const Translation &translation)
{
    return dayOfFileOrigin(translation.origin).value_or(QDate()).isValid();
}

bool saysNothingNew(const Translation &told, const Translation &known)
{
    return sameLanguage(told.language, known.language) &&
           (told.title.isEmpty() || told.title == known.title) &&
           (told.abstract.isEmpty() || told.abstract == known.abstract);
}

/** Of the same language and origin. The result bears the flags of those whose texts it is made of. */
void mergeTranslation(Translation &known, const Translation &told)
{
    const bool toldIsCleaner = isSpoilt(known) && !isSpoilt(told);
    const bool mayBeRicher = !isSpoilt(known) && !isSpoilt(told); // more chatter is not richer
    Translation both = known;
    take(both.title, told.title, toldIsCleaner, mayBeRicher);
    take(both.abstract, told.abstract, toldIsCleaner, mayBeRicher);
    const auto isMadeOf = [&both](const Translation &part) {
        return (!both.title.isEmpty() && both.title == part.title) ||
               (!both.abstract.isEmpty() && both.abstract == part.abstract);
    };
    both.flags = isMadeOf(known) ? known.flags : PaperFlags();
    if (isMadeOf(told) && both != known) {
        both.flags |= told.flags;
    }
    known = both;
}

Translation *ofSameOrigin(QList<Translation> &known, const Translation &told)
{
    const auto same = std::find_if(known.begin(), known.end(), [&told](const Translation &other) {
        return sameLanguage(told.language, other.language) && told.origin == other.origin;
    });
    return same == known.end() ? nullptr : &*same;
}

void takeTranslation(QList<Translation> &known, const Translation &told)
{
    const auto isRepeatedBy = [&told](const Translation &other) { return saysNothingNew(told, other); };
    if (Translation *same = ofSameOrigin(known, told)) {
        mergeTranslation(*same, told);
    } else if (!isEmpty(told) && (isOfADay(told) || std::none_of(known.begin(), known.end(), isRepeatedBy))) {
        known.append(told);
    }
}

void takeTranslations(QList<Translation> &known, const QList<Translation> &told)
{
    // One of each origin, and those of known origins first: else one could overwrite what another repeats,
    // and the next repetition of the same file would change the paper again.
    QList<Translation> ofEachOrigin;
    for (const Translation &translation : told) {
        takeTranslation(ofEachOrigin, translation);
    }
    const auto isOfKnownOrigin = [&known](const Translation &t) { return ofSameOrigin(known, t) != nullptr; };
    std::stable_partition(ofEachOrigin.begin(), ofEachOrigin.end(), isOfKnownOrigin);
    for (const Translation &translation : std::as_const(ofEachOrigin)) {
        takeTranslation(known, translation);
    }
}

/** "from $5 to $10" and "$5-$10": two prices, not a formula between dollar signs. */
bool arePrices(QStringView between, QStringView after)
{
    const bool isLoose = !between.front().isSpace() && between.back().isSpace();
    const bool isRange = between.front().isDigit() && !after.isEmpty() && after.front().isDigit();
    return isLoose || isRange;
}

qsizetype nextDollar(QStringView text, qsizetype from)
{
    while (from < text.size() && text[from] != u'$') {
        from += text[from] == u'\\' ? 2 : 1; // "\$" is a price
    }
    return from < text.size() ? from : -1;
}

/** How many $…$, $$…$$ and \(…\) stand in a text. Takes time linear in its length. */
int formulaCount(QStringView text)
{
    const qsizetype lastParenthesis = text.lastIndexOf("\\)"_L1);
    const qsizetype lastDisplay = text.lastIndexOf("$$"_L1);
    int count = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = -1; // behind the formula that begins here
        if (text.mid(at, 2) == "\\("_L1 && lastParenthesis > at) {
            end = text.indexOf("\\)"_L1, at + 2) + 2;
        } else if (text.mid(at, 2) == "$$"_L1 && lastDisplay >= at + 2) {
            end = text.indexOf("$$"_L1, at + 2) + 2;
        } else if (text[at] == u'$') {
            const qsizetype partner = nextDollar(text, at + 1);
            const bool isFormula =
                partner > at + 1 && !arePrices(text.mid(at + 1, partner - at - 1), text.mid(partner + 1));
            end = isFormula ? partner + 1 : -1;
        }
        count += end > 0 ? 1 : 0;
        at = end > 0 ? end : at + (text[at] == u'\\' ? 2 : 1);
    }
    return count;
}

bool losesFormulas(const QString &original, const QString &translated)
{
    return !original.isEmpty() && !translated.isEmpty() && formulaCount(translated) < formulaCount(original);
}

} // namespace

QString kindKey(Kind kind)
{
    return kind == Kind::Unknown ? QString() : QString(kinds[size_t(kind)]);
}

Kind parseKind(QStringView key)
{
    return parseKey<Kind>(kinds, key);
}

QStringList flagKeys(PaperFlags set)
{
    QStringList keys;
    for (size_t bit = 0; bit < flags.size(); ++bit) {
        if (set.testFlag(PaperFlag(1 << bit))) {
            keys.append(flags[bit]);
        }
    }
    return keys;
}

PaperFlags parseFlags(const QStringList &keys)
{
    PaperFlags set;
    for (size_t bit = 0; bit < flags.size(); ++bit) {
        set.setFlag(PaperFlag(1 << bit), keys.contains(flags[bit]));
    }
    return set;
}

QString dayStatusKey(DayStatus status)
{
    return statuses[size_t(status)];
}

DayStatus parseDayStatus(QStringView key)
{
    return parseKey<DayStatus>(statuses, key);
}

bool merge(PaperDetails &known, const PaperDetails &told)
{
    if (known.id != told.id) {
        return false;
    }
    const PaperDetails before = known;
    const bool isNewer = told.version > known.version;
    // words of unknown version never replace those of a known one: else a repetition would bring back old
    // ones
    const bool mayBeRicher = told.version == known.version;
    known.version = std::max(known.version, told.version);
    take(known.title, told.title, isNewer, mayBeRicher);
    take(known.abstract, told.abstract, isNewer, mayBeRicher);
    take(known.comment, told.comment, isNewer, mayBeRicher);
    take(known.journalRef, told.journalRef, isNewer, false);
    take(known.doi, told.doi, isNewer, false);
    take(known.pdfUrl, told.pdfUrl, isNewer, false);
    take(known.updated, told.updated, isNewer);
    take(known.submitted, told.submitted, isEarlier(told.submitted, known.submitted));
    takeAuthors(known, told, isNewer);
    unite(known.categories, told.categories);
    unite(known.codeUrls, told.codeUrls);
    known.flags |= told.flags;
    takeTranslations(known.translations, told.translations);
    for (Translation &translation : known.translations) {
        translation.flags.setFlag(PaperFlag::FormulaLost,
                                  losesFormulas(known.title, translation.title) ||
                                      losesFormulas(known.abstract, translation.abstract));
    }
    return known != before;
}

const Translation *bestTranslation(const QList<Translation> &translations, QStringView language,
                                   QStringView origin)
{
    // a title-only row must choose as a whole paper does: what the abstract says has no vote
    const auto isBetter = [&](const Translation &a, const Translation &b) {
        const auto rank = [&](const Translation &t) {
            return std::tuple(!origin.isEmpty() && t.origin == origin, !t.flags, !t.title.isNull(), t.origin);
        };
        return rank(a) > rank(b);
    };
    const Translation *best = nullptr;
    for (const Translation &translation : translations) {
        if (!sameLanguage(translation.language, language)) {
            continue;
        }
        if (!best || isBetter(translation, *best)) {
            best = &translation;
        }
    }
    return best;
}

} // namespace paperdawn
