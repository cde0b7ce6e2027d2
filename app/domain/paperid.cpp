// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/paperid.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr qsizetype longestText = 200; // as arXiv's Identifier.is_mostly_safe
constexpr qsizetype longestVersion = 6;

/**
 * The archives that ids of the old form name, each by its position, 1 for the first; 0 stands for ids of the
 * new form. Positions are part of row numbers on disk: only ever append.
 */
constexpr std::array archives = {
    "acc-phys"_L1, "adap-org"_L1, "alg-geom"_L1, "ao-sci"_L1,   "astro-ph"_L1, "atom-ph"_L1, "bayes-an"_L1,
    "chao-dyn"_L1, "chem-ph"_L1,  "cmp-lg"_L1,   "comp-gas"_L1, "cond-mat"_L1, "cs"_L1,      "dg-ga"_L1,
    "econ"_L1,     "eess"_L1,     "funct-an"_L1, "gr-qc"_L1,    "hep-ex"_L1,   "hep-lat"_L1, "hep-ph"_L1,
    "hep-th"_L1,   "math"_L1,     "math-ph"_L1,  "mtrl-th"_L1,  "nlin"_L1,     "nucl-ex"_L1, "nucl-th"_L1,
    "patt-sol"_L1, "physics"_L1,  "plasm-ph"_L1, "q-alg"_L1,    "q-bio"_L1,    "q-fin"_L1,   "quant-ph"_L1,
    "solv-int"_L1, "stat"_L1,     "supr-con"_L1,
};

/** The DOI prefixes of bioRxiv and medRxiv. Positions are part of row numbers on disk: only ever append. */
constexpr std::array prefixes = {"10.1101"_L1, "10.64898"_L1};

/**
 * A row number, from its highest bits down: 11 bits of months since 1990-12 (0 = undated), 5 of the day
 * (0 for arXiv, whose ids know no day), 2 of the source, 30 of what follows. arXiv: archive above 17 bits of
 * serial. DOIs: prefix above 1 bit "eight digits" above 27 bits of serial.
 */
constexpr int dayShift = 32;
constexpr int monthShift = 37;
constexpr int sourceShift = 30;
constexpr int archiveShift = 17;
constexpr int prefixShift = 28;
constexpr int wideShift = 27;
constexpr int rowBits = 48;

constexpr qint64 bits(qint64 row, int shift, int count)
{
    return (row >> shift) & ((qint64(1) << count) - 1);
}

constexpr int monthIndex(int year, int month) // 1991-01 is 1
{
    return (year - 1991) * 12 + month;
}

int position(const auto &table, QStringView word)
{
    const auto it = std::find(table.begin(), table.end(), word);
    return it == table.end() ? -1 : int(it - table.begin());
}

/** What a text turned out to name. */
struct Reading
{
    Source source;
    QString value;
    int version = 0;
};

int readVersion(QStringView digits)
{
    return digits.isEmpty() ? 0 : digits.toInt();
}

QString newArxivValue(int year, int month, int serial)
{
    return u"%1%2.%3"_s.arg(year % 100, 2, 10, '0'_L1)
        .arg(month, 2, 10, '0'_L1)
        .arg(serial, year >= 2015 ? 5 : 4, 10, '0'_L1);
}

std::optional<Reading> readNewArxiv(const QString &id)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(uR"((\d\d)(\d\d)\.(\d{4,5})(?:v([1-9]\d*))?(?:[#/].*)?)"_s));
    const auto match = form.match(id);
    if (!match.hasMatch() || match.capturedLength(4) > longestVersion) {
        return {};
    }
    const int year = 2000 + match.capturedView(1).toInt();
    const int month = match.capturedView(2).toInt();
    const int serial = match.capturedView(3).toInt();
    const bool dated = month >= 1 && month <= 12 && monthIndex(year, month) >= monthIndex(2007, 4);
    if (!dated || serial == 0 || (year < 2015 && serial > 9999)) {
        return {};
    }
    return Reading{Source::Arxiv, newArxivValue(year, month, serial), readVersion(match.capturedView(4))};
}

/** -1 for an archive that never was. "hepth" is taken for "hep-th", as arXiv does. */
int archiveOf(QStringView written)
{
    const auto same = [written](QLatin1StringView archive) {
        return written == archive ||
               (written.size() == archive.size() - 1 && written == QString(archive).remove(u'-'));
    };
    const auto it = std::find_if(archives.begin(), archives.end(), same);
    return it == archives.end() ? -1 : int(it - archives.begin());
}

int oldYear(int yy)
{
    return yy >= 91 ? 1900 + yy : 2000 + yy;
}

std::optional<Reading> readOldArxiv(const QString &id)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"(([a-z]+(?:-[a-z]{2,})?)(?:\.[a-z-]{2,})?/(\d\d)(\d\d)(\d{3})(?:v([1-9]\d*))?(?:[#/].*)?)"_s));
    const auto match = form.match(id);
    if (!match.hasMatch() || match.capturedLength(5) > longestVersion) {
        return {};
    }
    const int archive = archiveOf(match.capturedView(1));
    const int year = oldYear(match.capturedView(2).toInt());
    const int month = match.capturedView(3).toInt();
    const bool dated = month >= 1 && month <= 12 && monthIndex(year, month) <= monthIndex(2007, 3);
    if (archive < 0 || !dated || match.capturedView(4) == "000"_L1) {
        return {};
    }
    const QString value = archives[size_t(archive)] + u'/' + match.capturedView(2) + match.capturedView(3) +
                          match.capturedView(4);
    return Reading{Source::Arxiv, value, readVersion(match.capturedView(5))};
}

/** Repeated slashes and hyphens become one; the first segment becomes lower case: as arXiv does. */
QString folded(QStringView text)
{
    QString id;
    id.reserve(text.size());
    bool first = true;
    for (const QChar c : text) {
        if ((c == u'/' || c == u'-') && id.endsWith(c)) {
            continue;
        }
        first = first && c != u'/';
        id += first ? c.toLower() : c;
    }
    return id;
}

/** Follows arXiv's arxiv/identifier, save that the archive must be one that existed. */
std::optional<Reading> readArxiv(QStringView text)
{
    for (const QLatin1StringView ending : {".pdf"_L1, ".ps.gz"_L1, ".ps"_L1, ".gz"_L1}) {
        if (text.endsWith(ending)) {
            text.chop(ending.size());
            break;
        }
    }
    if (text.startsWith(u'/')) {
        text = text.mid(1);
    }
    if (text.startsWith("arxiv:"_L1, Qt::CaseInsensitive)) {
        text = text.mid(6);
    }
    const QString id = folded(text);
    const auto reading = readNewArxiv(id);
    return reading ? reading : readOldArxiv(id);
}

/** A DOI of bioRxiv or medRxiv, with what their addresses hang on to it. */
std::optional<Reading> readRxiv(QStringView text, std::optional<Source> source)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"((10\.\d+)/((?:(\d{4})\.(\d\d)\.(\d\d)\.)?(\d{8}|\d{6}))(?:v([1-9]\d*))?(?:\.[a-z][a-z./+-]*)?/?)"_s));
    const auto match = form.match(text.toString().toLower());
    if (!match.hasMatch() || match.capturedLength(7) > longestVersion ||
        position(prefixes, match.capturedView(1)) < 0) {
        return {};
    }
    if (match.capturedLength(3) > 0) {
        const int year = match.capturedView(3).toInt();
        const bool dated = QDate::isValid(year, match.capturedView(4).toInt(), match.capturedView(5).toInt());
        if (!dated || year < 2000 || year > 2099) {
            return {};
        }
    }
    const Source byTail = match.capturedLength(6) == 6 ? Source::Biorxiv : Source::Medrxiv;
    const bool told = source && *source != Source::Arxiv;
    return Reading{told ? *source : byTail, match.captured(1) + u'/' + match.capturedView(2),
                   readVersion(match.capturedView(7))};
}

std::optional<Reading> readDoi(QStringView text, std::optional<Source> source)
{
    const auto arxivPrefix = "10.48550/arxiv."_L1;
    if (text.startsWith(arxivPrefix, Qt::CaseInsensitive)) {
        return readArxiv(text.mid(arxivPrefix.size()));
    }
    return readRxiv(text, source);
}

std::optional<Reading> readArxivPath(QStringView path)
{
    for (const QLatin1StringView page :
         {"abs/"_L1, "pdf/"_L1, "html/"_L1, "src/"_L1, "e-print/"_L1, "format/"_L1, "bibtex/"_L1, "ps/"_L1}) {
        if (path.startsWith(page)) {
            return readArxiv(path.mid(page.size()));
        }
    }
    return {};
}

std::optional<Reading> readRxivPath(QStringView path, Source source)
{
    const auto page = "content/"_L1;
    return path.startsWith(page) ? readRxiv(path.mid(page.size()), source) : std::nullopt;
}

QStringView withoutScheme(QStringView text)
{
    for (const QLatin1StringView scheme : {"https://"_L1, "http://"_L1}) {
        if (text.startsWith(scheme, Qt::CaseInsensitive)) {
            return text.mid(scheme.size());
        }
    }
    return text;
}

QStringView withoutQuery(QStringView text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'?' || c == u'#'; });
    return text.first(end - text.begin());
}

/**
 * An address of one of the services, with or without its scheme. Whole hosts are compared, so that neither
 * "arxiv.org@elsewhere" nor "arxiv.org.elsewhere" nor a port passes.
 */
std::optional<Reading> readAddress(QStringView text, std::optional<Source> hint)
{
    const QStringView bare = withoutScheme(text);
    const qsizetype slash = bare.indexOf(u'/');
    if (slash < 0) {
        return {};
    }
    const QString host = bare.first(slash).toString().toLower();
    const QString path =
        QString::fromUtf8(QByteArray::fromPercentEncoding(withoutQuery(bare.mid(slash + 1)).toLatin1()));
    const auto is = [&host](QLatin1StringView name) { return host == name || host == "www."_L1 + name; };
    if (is("arxiv.org"_L1) || host == "export.arxiv.org"_L1) {
        return readArxivPath(path);
    }
    if (is("biorxiv.org"_L1)) {
        return readRxivPath(path, Source::Biorxiv);
    }
    if (is("medrxiv.org"_L1)) {
        return readRxivPath(path, Source::Medrxiv);
    }
    if (is("doi.org"_L1) || host == "dx.doi.org"_L1) {
        return readDoi(path, hint);
    }
    return {};
}

std::optional<Reading> read(QStringView text, std::optional<Source> hint)
{
    text = text.trimmed();
    const auto printable = [](QChar c) { return c >= u' ' && c <= u'~'; };
    if (text.size() > longestText || !std::all_of(text.begin(), text.end(), printable)) {
        return {};
    }
    for (const Source source : {Source::Biorxiv, Source::Medrxiv}) {
        const QString prefix = sourceKey(source) + u':';
        if (text.startsWith(prefix, Qt::CaseInsensitive)) {
            return readRxiv(withoutQuery(text.mid(prefix.size()).trimmed()), source);
        }
    }
    const bool isDoi = text.startsWith("doi:"_L1, Qt::CaseInsensitive);
    if (isDoi) {
        text = text.mid(4).trimmed();
    }
    if (const auto reading = readAddress(text, hint)) {
        return reading;
    }
    if (isDoi || text.startsWith("10."_L1)) {
        return readDoi(withoutQuery(text), hint);
    }
    return readArxiv(text);
}

} // namespace

QString sourceKey(Source source)
{
    switch (source) {
    case Source::Arxiv:
        return u"arxiv"_s;
    case Source::Biorxiv:
        return u"biorxiv"_s;
    case Source::Medrxiv:
        return u"medrxiv"_s;
    }
    return {};
}

QString sourceName(Source source)
{
    switch (source) {
    case Source::Arxiv:
        return u"arXiv"_s;
    case Source::Biorxiv:
        return u"bioRxiv"_s;
    case Source::Medrxiv:
        return u"medRxiv"_s;
    }
    return {};
}

std::optional<Source> parseSource(QStringView text)
{
    for (const Source source : {Source::Arxiv, Source::Biorxiv, Source::Medrxiv}) {
        if (text.compare(sourceKey(source), Qt::CaseInsensitive) == 0) {
            return source;
        }
    }
    return {};
}

std::optional<PaperId> PaperId::parse(QStringView text, std::optional<Source> hint)
{
    const auto versioned = VersionedId::parse(text, hint);
    return versioned ? std::optional(versioned->id) : std::nullopt;
}

std::optional<PaperId> PaperId::fromKey(QStringView key)
{
    const auto id = parse(key);
    return id && id->key() == key ? id : std::nullopt;
}

std::optional<PaperId> PaperId::fromRow(qint64 row)
{
    if (row <= 0 || row >> rowBits != 0) {
        return {};
    }
    const int months = int(bits(row, monthShift, 11)) - 1;
    const int year = 1991 + months / 12;
    const int month = months % 12 + 1;
    QString key;
    if (bits(row, sourceShift, 2) == qint64(Source::Arxiv)) {
        const qint64 archive = bits(row, archiveShift, sourceShift - archiveShift);
        const int serial = int(bits(row, 0, archiveShift));
        if (months < 0 || archive > qint64(archives.size())) {
            return {};
        }
        key = u"arxiv:"_s + (archive == 0 ? newArxivValue(year, month, serial)
                                          : u"%1/%2%3%4"_s.arg(archives[size_t(archive - 1)])
                                                .arg(year % 100, 2, 10, '0'_L1)
                                                .arg(month, 2, 10, '0'_L1)
                                                .arg(serial, 3, 10, '0'_L1));
    } else {
        const auto source = Source(bits(row, sourceShift, 2));
        const auto prefix = size_t(bits(row, prefixShift, 2));
        if (prefix >= prefixes.size()) {
            return {};
        }
        const QString date = months < 0 ? QString()
                                        : u"%1.%2.%3."_s.arg(year)
                                              .arg(month, 2, 10, '0'_L1)
                                              .arg(bits(row, dayShift, 5), 2, 10, '0'_L1);
        const int width = bits(row, wideShift, 1) == 1 ? 8 : 6;
        key = sourceKey(source) + u':' + prefixes[prefix] + u'/' + date +
              u"%1"_s.arg(bits(row, 0, wideShift), width, 10, '0'_L1);
    }
    // Only what this class itself numbers comes back: not a 13th month, not bits that no id sets.
    const auto id = fromKey(key);
    return id && id->row() == row ? id : std::nullopt;
}

QString PaperId::key() const
{
    return sourceKey(m_source) + u':' + m_value;
}

qint64 PaperId::row() const
{
    // m_value has one of four known forms: to cut it at fixed places is safe.
    const QStringView value = m_value;
    const qsizetype slash = value.indexOf(u'/');
    const qint64 source = qint64(m_source) << sourceShift;
    if (m_source == Source::Arxiv) {
        const bool isOld = slash >= 0;
        const QStringView number = value.mid(slash + 1);
        const int yy = number.first(2).toInt();
        const int month = monthIndex(isOld ? oldYear(yy) : 2000 + yy, number.mid(2, 2).toInt());
        const qint64 archive = isOld ? position(archives, value.first(slash)) + 1 : 0;
        const qint64 serial = number.mid(isOld ? 4 : 5).toInt();
        return qint64(month) << monthShift | source | archive << archiveShift | serial;
    }
    const QStringView tail = value.mid(slash + 1);
    const bool isDated = tail.contains(u'.');
    const QStringView digits = isDated ? tail.mid(11) : tail;
    const qint64 month = isDated ? monthIndex(tail.first(4).toInt(), tail.mid(5, 2).toInt()) : 0;
    const qint64 day = isDated ? tail.mid(8, 2).toInt() : 0;
    const qint64 prefix = position(prefixes, value.first(slash));
    const qint64 wide = digits.size() == 8 ? 1 : 0;
    return month << monthShift | day << dayShift | source | prefix << prefixShift | wide << wideShift |
           digits.toInt();
}

QUrl PaperId::absUrl(int version) const
{
    if (m_source == Source::Arxiv) {
        return QUrl(u"https://arxiv.org/abs/"_s + m_value +
                    (version > 0 ? u'v' + QString::number(version) : QString()));
    }
    if (version <= 0) {
        return QUrl(u"https://doi.org/"_s + m_value);
    }
    return QUrl(u"https://www.%1.org/content/%2v%3"_s.arg(sourceKey(m_source), m_value).arg(version));
}

QUrl PaperId::pdfUrl(int version) const
{
    if (m_source == Source::Arxiv) {
        return QUrl(u"https://arxiv.org/pdf/"_s + m_value +
                    (version > 0 ? u'v' + QString::number(version) : QString()));
    }
    if (version <= 0) {
        return absUrl(); // the services have no PDF address without a version
    }
    return QUrl(absUrl(version).toString() + u".full.pdf"_s);
}

std::optional<VersionedId> VersionedId::parse(QStringView text, std::optional<Source> hint)
{
    auto reading = read(text, hint);
    if (!reading) {
        return {};
    }
    return VersionedId{PaperId(reading->source, std::move(reading->value)), reading->version};
}

} // namespace paperdawn
