// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace paperdawn {

/** What a line of an exported reading page holds. */
enum class ReadingField : quint8 {
    Id,
    OriginalTitle,
    TranslatedTitle,
    Authors,     ///< all of them
    FirstAuthor, ///< only the first is known to be right
    Categories,
    Submitted,
    Updated,
    Comment,
    JournalRef,
    Doi,
    AbsLink,
    PdfLink,
    CodeLink,
    // headings, with paragraphs below
    OriginalAbstract,
    TranslatedAbstract,
};

struct ReadingLabel
{
    ReadingField field;
    QStringView chinese;
    QStringView english;

    [[nodiscard]] QStringView in(bool chineseLabels) const { return chineseLabels ? chinese : english; }
};

/** In the order of the page. Files out there carry these words: add, never change. */
inline constexpr ReadingLabel readingLabels[] = {
    {ReadingField::Id, u"编号", u"ID"},
    {ReadingField::OriginalTitle, u"原标题", u"Original title"},
    {ReadingField::TranslatedTitle, u"译名", u"Translated title"},
    {ReadingField::Authors, u"作者", u"Authors"},
    {ReadingField::FirstAuthor, u"第一作者", u"First author"},
    {ReadingField::Categories, u"分类", u"Categories"},
    {ReadingField::Submitted, u"提交日期", u"Submitted"},
    {ReadingField::Updated, u"更新日期", u"Updated"},
    {ReadingField::Comment, u"备注", u"Comment"},
    {ReadingField::JournalRef, u"期刊", u"Journal"},
    {ReadingField::Doi, u"DOI", u"DOI"},
    {ReadingField::AbsLink, u"摘要页", u"Abstract page"},
    {ReadingField::PdfLink, u"PDF", u"PDF"},
    {ReadingField::CodeLink, u"代码", u"Code"},
    {ReadingField::TranslatedAbstract, u"摘要", u"Translated abstract"},
    {ReadingField::OriginalAbstract, u"原文摘要", u"Abstract"},
};

} // namespace paperdawn
