// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"
#include "app/store/statement.h"

namespace paperdawn {

/** Papers as rows of the cache: read by the Library, read and written by the Writer. Thread: the
 * connection's. */
class PaperRows final
{
public:
    explicit PaperRows(Connection &cache);

    /** Nothing where the cache does not hold the paper. */
    [[nodiscard]] std::optional<PaperDetails> find(const PaperId &id);
    [[nodiscard]] QList<Translation> translations(qint64 row);

private:
    [[nodiscard]] QString abstract(qint64 row);
    Statement m_paper;
    Statement m_abstract;
    Statement m_translations;
};

/**
 * `told` as it can be kept: text that is valid Unicode, and lists of one word a line. So that what is read
 * back compares equal to what was told, and a repeated import learns nothing.
 */
[[nodiscard]] PaperDetails storable(PaperDetails told);

/** Writes what differs between what the cache holds of a paper and what it is to hold. */
class PaperWriting final
{
public:
    explicit PaperWriting(Connection &cache);
    void write(const PaperDetails &paper, const std::optional<PaperDetails> &held);
    void forget(qint64 row);

private:
    Statement m_paper;
    Statement m_abstract;
    Statement m_translation;
    Statement m_forgetPaper;
    Statement m_forgetAbstract;
    Statement m_forgetTranslations;
};

} // namespace paperdawn
