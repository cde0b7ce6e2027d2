// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QXmlStreamReader>

namespace paperdawn::test {

/** One block of a document as GitHub's own parser shows it: "heading", "paragraph" or "table_cell". */
struct MarkdownBlock
{
    QString kind;
    QString text; ///< `<br>` is a line end; markup that was understood as such stands in ⟨⟩
    int row = 0;  ///< of a cell, counted through the document
    bool operator==(const MarkdownBlock &) const = default;
};

inline QString inlineText(QXmlStreamReader &xml)
{
    const QString kind = xml.name().toString();
    if (kind == QLatin1String("text")) {
        return xml.readElementText();
    }
    if (kind == QLatin1String("html_inline")) {
        const QString tag = xml.readElementText();
        return tag == QLatin1String("<br>") ? QStringLiteral("\n") : u'⟨' + tag + u'⟩';
    }
    QString text;
    while (xml.readNextStartElement()) {
        text += inlineText(xml);
    }
    const bool isPlain = kind == QLatin1String("heading") || kind == QLatin1String("paragraph") ||
                         kind == QLatin1String("table_cell") || kind == QLatin1String("link");
    return isPlain ? text : u'⟨' + kind + u' ' + text + u'⟩';
}

inline void readBlocks(QXmlStreamReader &xml, QList<MarkdownBlock> &blocks, int &row)
{
    while (xml.readNextStartElement()) {
        const QString kind = xml.name().toString();
        const bool isContainer = kind == QLatin1String("list") || kind == QLatin1String("item") ||
                                 kind == QLatin1String("table") || kind == QLatin1String("table_header") ||
                                 kind == QLatin1String("table_row");
        row += kind == QLatin1String("table_header") || kind == QLatin1String("table_row");
        if (isContainer) {
            readBlocks(xml, blocks, row);
        } else if (kind == QLatin1String("html_block") || kind == QLatin1String("code_block")) {
            blocks += {kind, xml.readElementText(), 0};
        } else {
            const QString text = inlineText(xml);
            blocks += {kind, text, kind == QLatin1String("table_cell") ? row : 0};
        }
    }
}

/** What cmark-gfm (Debian: cmark-gfm) makes of `markdown`; empty where it is not installed or fails. */
inline QList<MarkdownBlock> commonmarkBlocks(const QByteArray &markdown)
{
    QProcess process;
    process.start(QStringLiteral("cmark-gfm"),
                  {QStringLiteral("-e"), QStringLiteral("table"), QStringLiteral("-e"),
                   QStringLiteral("strikethrough"), QStringLiteral("-t"), QStringLiteral("xml")});
    process.write(markdown);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0) {
        return {};
    }
    QXmlStreamReader xml(process.readAllStandardOutput());
    QList<MarkdownBlock> blocks;
    int row = 0;
    if (xml.readNextStartElement()) {
        readBlocks(xml, blocks, row);
    }
    return xml.hasError() ? QList<MarkdownBlock>{{QStringLiteral("error"), xml.errorString(), 0}} : blocks;
}

} // namespace paperdawn::test
