// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"

namespace paperdawn {

namespace {

constexpr qsizetype longestShown = 20'000;
constexpr int mostMarks = 8;
constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;

bool isMark(char32_t c)
{
    // joiners make Persian, Indic scripts and emoji right, and are bounded as marks are
    return QChar::isMark(c) || c == zeroWidthNonJoiner || c == zeroWidthJoiner;
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
        return c != U'\n' && c != U'\t';
    case QChar::Other_Format: // bidirectional controls among them
        return true;
    default:
        return QChar::isNonCharacter(c); // QTextDocument takes some of them for frames of its own
    }
}

/** The text character by character, line ends as newlines, broken surrogates as U+FFFD. */
class Characters
{
public:
    explicit Characters(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    char32_t next()
    {
        const QChar c = m_text.at(m_at++);
        const QChar after = atEnd() ? QChar() : m_text.at(m_at);
        if (c.isHighSurrogate() && after.isLowSurrogate()) {
            ++m_at;
            return QChar::surrogateToUcs4(c, after);
        }
        if (c == u'\r' && after == u'\n') {
            ++m_at;
        }
        if (c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            return U'\n';
        }
        if (c.isSurrogate() || c == QChar::ObjectReplacementCharacter) {
            return QChar::ReplacementCharacter; // an object character would pass for one of our formulas
        }
        return c.unicode();
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

QString shown(QStringView text, bool *cut)
{
    QString out;
    out.reserve(qMin(text.size(), longestShown));
    int marks = 0;
    bool full = false;
    for (Characters characters(text); !characters.atEnd() && !full;) {
        const char32_t c = characters.next();
        if (isMark(c)) {
            if (++marks > mostMarks) {
                continue;
            }
        } else if (isInvisible(c)) {
            continue;
        } else {
            marks = 0;
        }
        const auto units = QChar::fromUcs4(c);
        full = out.size() + QStringView(units).size() > longestShown;
        if (!full) {
            out += units;
        }
    }
    if (cut) {
        *cut = full;
    }
    return out;
}

} // namespace paperdawn
