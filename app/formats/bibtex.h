// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

namespace paperdawn {

/**
 * The paper's entry. Of an arXiv paper of which all is known it is byte for byte the one that arXiv serves
 * (arxiv-browse, formatting/cite.py), with two exceptions for the sake of the file it stands in: a brace
 * without a partner is written as a command, and so is a backslash at the end. What is not known is left out;
 * an author list of which only the first is known ends with "and others", and where only a translated title
 * is known it stands as the "titleaddon". Texts of bioRxiv and medRxiv are plain, so TeX's own characters are
 * escaped in them. No line end behind it. Thread: any.
 */
[[nodiscard]] QString bibtexEntry(const PaperDetails &paper);

/** The entries of several papers in UTF-8, a blank line between them; keys that are the same get a, b, … */
[[nodiscard]] QByteArray writeBibtex(const QList<PaperDetails> &papers);

} // namespace paperdawn
