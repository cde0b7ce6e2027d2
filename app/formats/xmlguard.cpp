// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/xmlguard.h"

#include "app/formats/filetext.h"

#include <QCoreApplication>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr qsizetype longestTag = 64 * 1024;
constexpr int mostAttributes = 256;
constexpr int mostNamespaces = 256; // in scope at once: each name is looked up among them
constexpr int deepest = 64;
constexpr int longestEntity = 1024;

struct XmlGuard
{
    Q_DECLARE_TR_FUNCTIONS(XmlGuard)
};

/** What the guard refuses, and where. */
struct Refusal
{
    QString what;
    qsizetype at = 0;
};

bool isXmlBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/** Goes over the markup as the parser will, up to the first thing that is no XML: that the parser tells. */
class Prescan final
{
public:
    explicit Prescan(QStringView text)
        : m_text(text)
    {
    }

    std::optional<Refusal> run()
    {
        while (!m_refusal && (m_at = m_text.indexOf(u'<', m_at)) >= 0) {
            const QStringView rest = m_text.sliced(m_at);
            if (rest.startsWith("<!--"_L1)) {
                goBehind("-->"_L1, 4);
            } else if (rest.startsWith("<![CDATA["_L1)) {
                goBehind("]]>"_L1, 9);
            } else if (rest.startsWith("<!"_L1)) {
                refuse(XmlGuard::tr("it has a document type declaration"));
            } else if (rest.startsWith("<?"_L1)) {
                readInstruction();
            } else if (rest.startsWith("</"_L1)) {
                readEndTag();
            } else {
                readStartTag();
            }
        }
        return m_refusal;
    }

private:
    void refuse(const QString &what) { m_refusal = Refusal{what, m_at}; }
    void refuseAsTooComplex() { refuse(XmlGuard::tr("it is too complex")); }

    void goBehind(QLatin1StringView end, qsizetype from)
    {
        const qsizetype found = m_text.indexOf(end, m_at + from);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }

    /** Ours is the only encoding: a text that says it is another is not to be guessed at. */
    void readInstruction()
    {
        const qsizetype begin = m_at;
        goBehind("?>"_L1, 2);
        const QStringView instruction = m_text.sliced(begin, m_at - begin);
        if (instruction.size() > longestTag) {
            return refuseAsTooComplex();
        }
        const qsizetype named = instruction.indexOf("encoding"_L1);
        if (begin > 0 || !instruction.startsWith("<?xml"_L1) || named < 0) {
            return;
        }
        QStringView encoding = trimmedBlanks(instruction.sliced(named + 8));
        encoding = encoding.startsWith(u'=') ? trimmedBlanks(encoding.sliced(1)) : QStringView();
        const QChar quote = encoding.isEmpty() ? QChar() : encoding.front();
        const qsizetype end = encoding.indexOf(quote, 1);
        encoding = end > 0 ? encoding.sliced(1, end - 1) : QStringView();
        if (encoding.compare("utf-8"_L1, Qt::CaseInsensitive) != 0 &&
            encoding.compare("us-ascii"_L1, Qt::CaseInsensitive) != 0) {
            refuse(XmlGuard::tr("it is not UTF-8"));
        }
    }

    void readEndTag()
    {
        const qsizetype begin = m_at;
        goBehind(">"_L1, 2);
        if (m_at - begin > longestTag) {
            return refuseAsTooComplex();
        }
        if (m_depth > 0) {
            --m_depth;
            m_namespaces -= m_declared[m_depth];
        }
    }

    void readStartTag()
    {
        int attributes = 0;
        int namespaces = 0;
        const qsizetype end = endOfTag(attributes, namespaces);
        if (end - m_at > longestTag || attributes > mostAttributes ||
            m_namespaces + namespaces > mostNamespaces) {
            return refuseAsTooComplex();
        }
        const bool isEmpty = m_text[end - 1] == u'>' && m_text[end - 2] == u'/';
        if (!isEmpty) {
            if (m_depth == deepest) {
                return refuseAsTooComplex();
            }
            m_declared[size_t(m_depth)] = namespaces;
            m_namespaces += namespaces;
            ++m_depth;
        }
        m_at = end;
    }

    /** Behind the next ">" outside of quotes; it looks no further than a tag may reach. */
    qsizetype endOfTag(int &attributes, int &namespaces) const
    {
        QChar quote;
        qsizetype name = m_at;
        const qsizetype most = std::min(m_text.size(), m_at + longestTag + 1);
        for (qsizetype at = m_at + 1; at < most; ++at) {
            const QChar c = m_text[at];
            if (!quote.isNull()) {
                quote = c == quote ? QChar() : quote;
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                return at + 1;
            } else if (c == u'=') {
                ++attributes;
                namespaces += m_text.sliced(name).startsWith("xmlns"_L1) ? 1 : 0;
            } else if (!isXmlBlank(c) &&
                       (isXmlBlank(m_text[at - 1]) || m_text[at - 1] == u'"' || m_text[at - 1] == u'\'')) {
                name = at;
            }
        }
        return most;
    }

    const QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_namespaces = 0;                     ///< in scope
    std::array<int, deepest> m_declared = {}; ///< by each open element
    std::optional<Refusal> m_refusal;
};

tl::unexpected<Error> notText(const Error &fault, const QString &where)
{
    const bool isEmpty = fault.kind == ErrorKind::Empty;
    return failure(ErrorKind::BadAnswer,
                   isEmpty ? XmlGuard::tr("it is empty") : XmlGuard::tr("it is not UTF-8"), where,
                   fault.line);
}

} // namespace

Result<QString> answerText(const QByteArray &bytes, const QString &where)
{
    auto file = fileText(bytes, where);
    if (!file) {
        return notText(file.error(), where);
    }
    if (file->torn) {
        return failure(ErrorKind::Incomplete, {}, where);
    }
    return std::move(file->text);
}

Result<std::unique_ptr<QXmlStreamReader>> openXml(const QByteArray &bytes, const QString &where)
{
    const auto text = answerText(bytes, where);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (const auto refusal = Prescan(*text).run()) {
        const int line = 1 + int(QStringView(*text).first(refusal->at).count(u'\n'));
        return failure(ErrorKind::BadAnswer, refusal->what, where, line);
    }
    auto xml = std::make_unique<QXmlStreamReader>(*text);
    xml->setEntityExpansionLimit(longestEntity);
    return xml;
}

Error xmlFault(const QXmlStreamReader &xml, const QString &where)
{
    if (xml.error() == QXmlStreamReader::PrematureEndOfDocumentError) {
        return {ErrorKind::Incomplete, {}, where, int(xml.lineNumber()), {}};
    }
    return {ErrorKind::BadAnswer, xml.errorString(), where, int(xml.lineNumber()), {}};
}

} // namespace paperdawn
