// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/**
 * Goes over HTML token by token, as far as arXiv's pages need it: attributes in either kind of quotes or in
 * none, blanks around "=", names in any case of letters. Comments, scripts and styles are passed over; what
 * is no markup is text, whatever it looks like. Nothing is refused, and no tree is kept, so that nesting
 * costs nothing. Linear. The text has to live as long as the reader. Thread: any.
 */
class HtmlReader final
{
public:
    enum class Token : quint8 { Text, Start, End, Done };

    explicit HtmlReader(QStringView html)
        : m_html(html)
    {
    }

    Token next();

    /** Of a tag: whether its name is this one, given in small letters. */
    [[nodiscard]] bool is(QLatin1StringView name) const;
    /** Of a start tag: the value, references decoded; null where it has no such attribute. */
    [[nodiscard]] QString attribute(QLatin1StringView name) const;
    /** Of a text: as it reads, references decoded. */
    [[nodiscard]] QString text() const;

private:
    struct Attribute
    {
        QStringView name; ///< empty behind the last one
        QStringView value;
    };

    Token readTag(Token token, qsizetype nameBegin);
    Token readText();
    void passOver();
    [[nodiscard]] Attribute readAttribute(qsizetype &at) const;

    const QStringView m_html;
    qsizetype m_at = 0;
    QStringView m_token;        ///< a text, or the name of a tag
    qsizetype m_attributes = 0; ///< where those of the tag begin
};

/** Text with references such as "&amp;" and "&#233;" decoded; what is none that we know stays as it is. */
[[nodiscard]] QString withoutReferences(QStringView text);

/** What a piece of HTML says, without its tags. */
[[nodiscard]] QString textOfHtml(QStringView html);

} // namespace paperdawn
