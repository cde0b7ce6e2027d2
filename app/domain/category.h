// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace paperdawn {

/**
 * A category of arXiv, from resources/taxonomy/categories.tsv (arxiv-base, taxonomy/definitions.py). The
 * categories of bioRxiv and medRxiv are words without a table ("cell biology"): every function here lets them
 * pass as they are. Thread: any.
 */
struct Category
{
    QString id;          ///< "cs.CL", "hep-th", "cmp-lg"
    QString english;     ///< "Computation and Language"
    QString chinese;     ///< "计算与语言"
    QString archive;     ///< "cs"
    QString group;       ///< id of a CategoryGroup: "cs", "physics"
    bool active = false; ///< papers are still put into it
    QString aliasOf; ///< the category on whose list its papers stand, null if that is its own: "cs.NA" →
                     ///< "math.NA"

    bool operator==(const Category &) const = default;

    /** Every category, old ones included, sorted by id as arXiv does. */
    [[nodiscard]] static const QList<Category> &all();
    /** In any case of letters; null if arXiv has no such category. Lives as long as the program. */
    [[nodiscard]] static const Category *find(QStringView id);
    /** "cs.na" → "math.NA", "cmp-lg" → "cs.CL", "CS.cv" → "cs.CV"; any other text as it is. */
    [[nodiscard]] static QString canonical(QStringView id);
    /** The name in Chinese for any Chinese `language` ("zh-Hans", "zh_CN"), else in English; any other text
     * as it is. */
    [[nodiscard]] static QString name(QStringView id, QStringView language);
};

/** What arXiv's front page puts categories under: "Physics", "Mathematics", … */
struct CategoryGroup
{
    QString id;
    QString english;
    QString chinese;

    bool operator==(const CategoryGroup &) const = default;

    /** In arXiv's order. */
    [[nodiscard]] static const QList<CategoryGroup> &all();
    [[nodiscard]] QString name(QStringView language) const;
};

} // namespace paperdawn
