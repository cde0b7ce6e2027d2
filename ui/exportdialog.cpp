// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportdialog.h"

#include "ui/mnemonic.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rememberedAs = "export"_L1;

// The words in which the last choice is kept, in the order of the enums.
const QStringList &whats()
{
    static const QStringList words{u"day"_s, u"selection"_s, u"reading-list"_s};
    return words;
}
const QStringList &styles()
{
    static const QStringList words{u"table"_s, u"reading"_s};
    return words;
}
const QStringList &languages()
{
    static const QStringList words{u"zh"_s, u"original"_s, u"both"_s};
    return words;
}
const QStringList &wheres()
{
    static const QStringList words{u"file"_s, u"clipboard"_s};
    return words;
}

template <typename Enum>
Enum fromWord(const QStringList &words, const QString &word)
{
    return Enum(std::max<qsizetype>(words.indexOf(word), 0));
}

template <typename Enum>
QString toWord(const QStringList &words, Enum value)
{
    return words.value(qsizetype(value));
}

/** What is not understood counts as the first of its kind. */
ExportChoice parse(const QString &text)
{
    const QStringList words = text.split(u' ');
    return {fromWord<ExportChoice::What>(whats(), words.value(0)),
            fromWord<ExportStyle>(styles(), words.value(1)),
            fromWord<ExportLanguage>(languages(), words.value(2)),
            fromWord<ExportChoice::Where>(wheres(), words.value(3)),
            parseFormat(words.value(4)).value_or(ExportFormat::Markdown)};
}

QString write(const ExportChoice &choice)
{
    return QStringList{toWord(whats(), choice.what), toWord(styles(), choice.style),
                       toWord(languages(), choice.language), toWord(wheres(), choice.where),
                       formatKey(choice.format)}
        .join(u' ');
}

QComboBox *boxOf(QFormLayout *form, const QString &label, QLatin1StringView name, const QStringList &words)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(plainLabel(label));
    box->addItems(words);
    form->addRow(label, box);
    static_cast<QLabel *>(form->labelForField(box))->setTextFormat(Qt::PlainText);
    return box;
}

/** Greys out what there is none of, and moves a choice that stands on it to the first that there is. */
void offerOnly(QComboBox *box, const QList<int> &counts)
{
    auto *items = qobject_cast<QStandardItemModel *>(box->model());
    for (int i = 0; i < counts.size(); ++i) {
        items->item(i)->setEnabled(counts.at(i) > 0);
    }
    if (counts.value(box->currentIndex()) == 0) {
        const auto some = std::find_if(counts.begin(), counts.end(), [](int count) { return count > 0; });
        box->setCurrentIndex(some == counts.end() ? 0 : int(some - counts.begin()));
    }
}

} // namespace

ExportDialog::ExportDialog(Settings &settings, const ExportOffer &offer, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_form(new QFormLayout)
{
    setObjectName("exportDialog"_L1);
    setWindowTitle(tr("Export"));

    m_form->setHorizontalSpacing(grid::section);
    m_form->setVerticalSpacing(grid::pad);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const QString day =
        offer.day.isValid() ? QLocale().toString(offer.day, QLocale::LongFormat) : tr("This day");
    m_what = boxOf(m_form, tr("&Papers:"), "what"_L1,
                   //: %1 is a date, or "This day"; %n papers stand on its list
                   {tr("%1 (%n)", nullptr, offer.onDay).arg(day),
                    //: %n papers are selected in the list
                    tr("Selection (%n)", nullptr, offer.selected),
                    //: %n papers are starred
                    tr("Reading list (%n)", nullptr, offer.inReadingList)});
    m_format = boxOf(m_form, tr("&Format:"), "format"_L1,
                     {u"Markdown"_s, u"BibTeX"_s, tr("RIS, for Zotero and EndNote"),
                      tr("CSV, for spreadsheets"), tr("JSON, for programs")});
    m_style = boxOf(m_form, tr("&Style:"), "style"_L1,
                    {tr("Table, one row a paper"), tr("For reading, with abstracts")});
    m_language = boxOf(m_form, tr("&Language:"), "language"_L1, {tr("Chinese"), tr("Original"), tr("Both")});
    m_where = boxOf(m_form, tr("&To:"), "where"_L1, {tr("A file"), tr("The clipboard")});

    const ExportChoice last = parse(settings.value(rememberedAs));
    m_what->setCurrentIndex(int(last.what));
    m_format->setCurrentIndex(int(last.format));
    m_style->setCurrentIndex(int(last.style));
    m_language->setCurrentIndex(int(last.language));
    m_where->setCurrentIndex(int(last.where));
    const QList<int> counts{offer.onDay, offer.selected, offer.inReadingList};
    offerOnly(m_what, counts);

    auto *buttons = new QDialogButtonBox;
    // first, as it stands first: Tab would pass by a button that was made before the one it enters the box by
    m_export = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_export->setObjectName("export"_L1);
    m_export->setEnabled(std::any_of(counts.begin(), counts.end(), [](int count) { return count > 0; }));
    nameTheDeed();
    askForStyle();
    connect(m_where, &QComboBox::currentIndexChanged, this, &ExportDialog::nameTheDeed);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::askForStyle);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, &ExportDialog::remember);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::section);
    column->setSpacing(grid::wide);
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(buttons);
    m_export->setDefault(true); // only now: it needs to know its dialog
    m_what->setFocus();
}

ExportChoice ExportDialog::choice() const
{
    return {ExportChoice::What(m_what->currentIndex()), ExportStyle(m_style->currentIndex()),
            ExportLanguage(m_language->currentIndex()), ExportChoice::Where(m_where->currentIndex()),
            ExportFormat(m_format->currentIndex())};
}

QString ExportDialog::suggestedName(const ExportChoice &choice, QDate day)
{
    const QString date = day.isValid() ? day.toString(Qt::ISODate) : u"papers"_s;
    const QString suffix = u'.' + fileSuffix(choice.format);
    switch (choice.what) {
    case ExportChoice::What::Day:
        return date + suffix;
    case ExportChoice::What::Selection:
        return date + u"-selection"_s + suffix;
    case ExportChoice::What::ReadingList:
        return u"reading-list"_s + suffix;
    }
    return {};
}

void ExportDialog::remember()
{
    m_settings.setValue(rememberedAs, write(choice()));
}

void ExportDialog::nameTheDeed()
{
    m_export->setText(choice().where == ExportChoice::Where::File ? tr("&Export…") : tr("&Copy"));
}

void ExportDialog::askForStyle()
{
    const bool hasStyle = choice().format == ExportFormat::Markdown;
    m_form->setRowVisible(m_style, hasStyle);
    m_form->setRowVisible(m_language, hasStyle);
}

} // namespace paperdawn
