// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <QUrl>
#include <optional>

namespace paperdawn {

enum class Source : quint8 { Arxiv, Biorxiv, Medrxiv };

/** "arxiv", "biorxiv", "medrxiv": the word in keys, JSON and options. */
[[nodiscard]] QString sourceKey(Source source);
/** "arXiv", "bioRxiv", "medRxiv": the name for people. */
[[nodiscard]] QString sourceName(Source source);
/** Either of both forms, in any case of letters. */
[[nodiscard]] std::optional<Source> parseSource(QStringView text);

struct VersionedId;

/**
 * What a paper is known by: an arXiv id (old or new form) or a bioRxiv/medRxiv DOI, without its version.
 * Follows arXiv's own arxiv/identifier (golden set: identifiers/golden.jsonl). A wrong id cannot be built.
 * Thread: any.
 */
class PaperId final
{
public:
    /**
     * Accepts ids ("2512.07834v1", "math.GT/0309136", "10.1101/2024.10.23.619800"), keys ("biorxiv:10.…"),
     * "arXiv:" and "doi:" prefixes, the services' addresses (abs, pdf, html, doi.org, content/…) and DOIs of
     * arXiv papers. `hint` tells bioRxiv from medRxiv where the text does not (section of a file); without it
     * the DOI's tail does: 6 digits bioRxiv, 8 medRxiv. Any text is safe; one over 200 characters is no id.
     */
    [[nodiscard]] static std::optional<PaperId> parse(QStringView text, std::optional<Source> hint = {});
    /** From key(), exactly. */
    [[nodiscard]] static std::optional<PaperId> fromKey(QStringView key);
    /** From row(), exactly. */
    [[nodiscard]] static std::optional<PaperId> fromRow(qint64 row);

    [[nodiscard]] Source source() const { return m_source; }
    [[nodiscard]] QString value() const { return m_value; } ///< "2512.07834", "math/0309136", "10.1101/…"
    [[nodiscard]] QString key() const;                      ///< "arxiv:2512.07834"
    /**
     * The row number of this paper in cache.db: made of month (or date), source, archive (or DOI prefix) and
     * serial, so that newer is larger and no two papers collide; DOIs without a date come first. Never
     * changes. Positive, below 2^48.
     */
    [[nodiscard]] qint64 row() const;

    [[nodiscard]] QUrl absUrl(int version = 0) const;
    [[nodiscard]] QUrl pdfUrl(int version = 0) const;

    bool operator==(const PaperId &other) const
    {
        return m_source == other.m_source && m_value == other.m_value;
    }
    friend size_t qHash(const PaperId &id, size_t seed = 0)
    {
        return qHashMulti(seed, quint8(id.m_source), id.m_value);
    }

private:
    friend struct VersionedId;
    PaperId(Source source, QString value)
        : m_source(source)
        , m_value(std::move(value))
    {
    }
    Source m_source;
    QString m_value;
};

/** A paper id with the version that a text named beside it, 0 where it named none. */
struct VersionedId
{
    PaperId id;
    int version = 0;

    [[nodiscard]] static std::optional<VersionedId> parse(QStringView text, std::optional<Source> hint = {});
    bool operator==(const VersionedId &) const = default;
};

} // namespace paperdawn
Q_DECLARE_METATYPE(paperdawn::Source)
