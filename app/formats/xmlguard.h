// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QXmlStreamReader>
#include <memory>

namespace paperdawn {

/*
 * What every reader of a server's XML goes through. QXmlStreamReader alone takes seconds to minutes over a
 * tag with 80,000 attributes or a document type declaration of 2 MB, and believes a declared UTF-7. Here the
 * bytes are UTF-8 or refused, a document type declaration is refused (and with it every entity of one's own),
 * and a tag over 64 KiB, more than 256 attributes or namespaces in scope and a depth over 64 are refused
 * before the parser sees them. Linear. Thread: any.
 */

/**
 * The text of a server's answer, of any markup. Errors: BadAnswer (nothing, or not UTF-8), Incomplete where
 * the bytes end in the middle of a character. `where` is for the errors.
 */
[[nodiscard]] Result<QString> answerText(const QByteArray &bytes, const QString &where);

/**
 * A reader at the start of the document. Errors: BadAnswer (what = how, in words; line), Incomplete where the
 * bytes end in the middle of a character. `where` is for the errors.
 */
[[nodiscard]] Result<std::unique_ptr<QXmlStreamReader>> openXml(const QByteArray &bytes,
                                                                const QString &where);

/** Why `xml` stopped: Incomplete where the document ends too soon, else BadAnswer with the parser's words. */
[[nodiscard]] Error xmlFault(const QXmlStreamReader &xml, const QString &where);

} // namespace paperdawn
