// SPDX-License-Identifier: GPL-3.0-or-later
// An id or a link of a paper, as somebody pastes it.
#include "app/domain/paperid.h"
#include "app/pdf/pdffolder.h"

#include "tests/fuzz/fuzz.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const auto versioned = VersionedId::parse(text);
    const auto id = PaperId::parse(text);
    require(id.has_value() == versioned.has_value() && (!id || *id == versioned->id),
            "an id is the same with and without its version");
    if (const auto named = PaperId::fromKey(text)) {
        require(named->key() == text && named == id, "a key is an id, and written as it was");
    }
    if (!id) {
        return;
    }
    require(PaperId::fromKey(id->key()) == id, "an id is read from its key");
    require(PaperId::fromRow(id->row()) == id, "an id is made from its row");
    require(id->row() > 0 && id->row() < qint64(1) << 48, "a row has 48 bits");
    for (const QUrl &url : {id->absUrl(versioned->version), id->pdfUrl(versioned->version)}) {
        require(url.isValid() && url.scheme() == u"https"_s, "a link is an address");
        // a DOI alone does not tell bioRxiv from medRxiv
        require(VersionedId::parse(url.toString(), id->source()) == versioned,
                "a link names the paper that it leads to");
    }
    const QString file = QFileInfo(PdfFolder(u"/pdf"_s).fileOf(*versioned)).fileName();
    require(PdfFolder::paperOf(file) == versioned, "a file is known by its name");
}
