// SPDX-License-Identifier: GPL-3.0-or-later
// A BibTeX file: its entries, and what they say of their papers.
#include "app/domain/category.h"
#include "app/formats/bibtexfile.h"

#include "tests/fuzz/fuzz.h"

using namespace paperdawn;
using namespace paperdawn::fuzz;
using namespace Qt::StringLiterals;

namespace {

void requireOneLine(const QString &text)
{
    require(!text.contains(u'\n') && !text.contains(u'\r'), "what a field says is one line");
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto file = parseBibtex(input, u"refs.bib"_s);
    if (!file) {
        return;
    }
    require((file->unread > 0) == (file->firstUnread > 0), "where entries are damaged, the first has a line");
    int line = 1;
    for (const BibtexEntry &entry : file->entries) {
        require(!entry.type.isEmpty() && entry.line >= line, "entries follow one another");
        line = entry.line;
        for (auto it = entry.fields.begin(); it != entry.fields.end(); ++it) {
            require(!it.key().isEmpty() && !it->isNull(), "a field has a name and a value");
            requireOneLine(*it);
        }
        requireOneLine(entry.title());
        for (const QString &name : entry.authors().names) {
            require(!name.isEmpty(), "a name is never empty");
            requireOneLine(name);
        }
        const auto id = entry.arxivId();
        require(!id || id->source() == Source::Arxiv, "a number is one of arXiv");
        const QString category = entry.category();
        require(category.isNull() || Category::find(category), "a category is one of arXiv");
    }
}
