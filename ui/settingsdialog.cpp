// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "ui/categorychooser.h"
#include "ui/mnemonic.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int textScaleStep = 10;
constexpr int offeredRooms[] = {512, 1024, 2048, 5 * 1024, 10 * 1024, 20 * 1024}; ///< MiB
constexpr int offeredDwells[] = {0, 700, 1000, 2000, 5000};

struct Offer
{
    QString words;
    QVariant value;
};

void offer(QComboBox *box, const QList<Offer> &offers, const QVariant &chosen)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const Offer &one : offers) {
        box->addItem(one.words, one.value);
    }
    box->setCurrentIndex(box->findData(chosen));
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_form(new QFormLayout)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_contrast(new QComboBox)
    , m_titles(new QComboBox)
    , m_density(new QComboBox)
    , m_textScale(new QSpinBox)
    , m_dwell(new QComboBox)
    , m_pdfRoom(new QComboBox)
    , m_keepsPdfs(new QComboBox)
    , m_categories(new CategoryChooser(settings))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
{
    setObjectName("settingsDialog"_L1);
    m_language->setObjectName("language"_L1);
    m_theme->setObjectName("theme"_L1);
    m_contrast->setObjectName("contrast"_L1);
    m_titles->setObjectName("titleLanguage"_L1);
    m_density->setObjectName("density"_L1);
    m_textScale->setObjectName("textScale"_L1);
    m_dwell->setObjectName("dwell"_L1);
    m_pdfRoom->setObjectName("pdfRoom"_L1);
    m_keepsPdfs->setObjectName("keepsPdfs"_L1);
    m_textScale->setRange(Settings::smallestTextScale, Settings::largestTextScale);
    m_textScale->setSingleStep(textScaleStep);
    m_textScale->setValue(settings.textScale());

    m_form->setHorizontalSpacing(grid::section);
    m_form->setVerticalSpacing(grid::pad);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_language, m_theme, m_contrast, m_titles, m_density, m_textScale,
                                          m_dwell, m_keepsPdfs, m_pdfRoom, m_categories}) {
        m_form->addRow(new QLabel, field);
        auto *label = static_cast<QLabel *>(m_form->labelForField(field));
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(field);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::section);
    column->setSpacing(grid::wide);
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(m_buttons);
    retranslate();

    const auto chosen = [](QComboBox *box) { return box->currentData(); };
    connect(m_language, &QComboBox::activated, this,
            [=, this] { m_settings.setLanguage(chosen(m_language).toString()); });
    connect(m_theme, &QComboBox::activated, this,
            [=, this] { m_settings.setTheme(ThemeChoice(chosen(m_theme).toInt())); });
    connect(m_contrast, &QComboBox::activated, this,
            [=, this] { m_settings.setContrast(Contrast(chosen(m_contrast).toInt())); });
    connect(m_titles, &QComboBox::activated, this,
            [=, this] { m_settings.setTitleLanguage(TitleLanguage(chosen(m_titles).toInt())); });
    connect(m_density, &QComboBox::activated, this,
            [=, this] { m_settings.setDensity(Density(chosen(m_density).toInt())); });
    connect(m_textScale, &QSpinBox::valueChanged, this,
            [this](int percent) { m_settings.setTextScale(percent); });
    connect(m_dwell, &QComboBox::activated, this,
            [=, this] { m_settings.setDwell(chosen(m_dwell).toInt()); });
    connect(m_pdfRoom, &QComboBox::activated, this,
            [=, this] { m_settings.setPdfRoom(chosen(m_pdfRoom).toInt()); });
    connect(m_keepsPdfs, &QComboBox::activated, this,
            [=, this] { m_settings.setKeepsPdfs(chosen(m_keepsPdfs).toBool()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    const std::pair<QWidget *, QString> labels[] = {
        {m_language, tr("&Language:")},     {m_theme, tr("&Theme:")},
        {m_contrast, tr("C&ontrast:")},     {m_titles, tr("T&itles and abstracts:")},
        {m_density, tr("&Rows:")},          {m_textScale, tr("Text &size:")},
        {m_dwell, tr("&Mark as read:")},    {m_keepsPdfs, tr("Starre&d PDFs:")},
        {m_pdfRoom, tr("Room &for PDFs:")}, {m_categories, tr("&Categories:")},
    };
    for (const auto &[field, words] : labels) {
        static_cast<QLabel *>(m_form->labelForField(field))->setText(words);
        field->setAccessibleName(plainLabel(words));
    }
    //: Per cent, after a number
    m_textScale->setSuffix(tr(" %"));
    fill();
}

void SettingsDialog::fill()
{
    // a language is named in itself, so that who cannot read the others finds it
    offer(m_language, {{tr("System"), QString()}, {u"English"_s, u"en"_s}, {u"简体中文"_s, u"zh_CN"_s}},
          m_settings.language());
    offer(m_theme,
          {{tr("Like the desktop"), int(ThemeChoice::Auto)},
           {tr("Light"), int(ThemeChoice::Light)},
           {tr("Dark"), int(ThemeChoice::Dark)}},
          int(m_settings.theme()));
    offer(m_contrast,
          {{tr("Like the desktop"), int(Contrast::Auto)},
           {tr("Usual"), int(Contrast::Usual)},
           {tr("High"), int(Contrast::High)}},
          int(m_settings.contrast()));
    offer(m_titles,
          {{tr("Translated"), int(TitleLanguage::Translated)},
           {tr("Original"), int(TitleLanguage::Original)},
           {tr("Both"), int(TitleLanguage::Both)}},
          int(m_settings.titleLanguage()));
    offer(m_density,
          {{tr("Compact, one line"), int(Density::Compact)},
           {tr("Cosy, two lines"), int(Density::Cosy)},
           {tr("Reading, with the abstract"), int(Density::Reading)}},
          int(m_settings.density()));

    QList<int> dwells(std::begin(offeredDwells), std::end(offeredDwells));
    if (!dwells.contains(m_settings.dwell())) { // written into the file by hand
        dwells += m_settings.dwell();
        std::sort(dwells.begin(), dwells.end());
    }
    QList<Offer> offers;
    for (const int dwell : dwells) {
        offers += dwell == 0 ? Offer{tr("Never by itself"), 0} //: %1 is a number such as 0.7
                             : Offer{tr("After %1 s in view").arg(QLocale().toString(dwell / 1000.0)), dwell};
    }
    offer(m_dwell, offers, m_settings.dwell());
    offer(m_keepsPdfs, {{tr("Downloaded with the star"), true}, {tr("Downloaded when opened"), false}},
          m_settings.keepsPdfs());
    fillPdfRoom();
}

void SettingsDialog::fillPdfRoom()
{
    QList<int> rooms(std::begin(offeredRooms), std::end(offeredRooms));
    if (const int room = m_settings.pdfRoom(); room > 0 && !rooms.contains(room)) { // written by hand
        rooms += room;
        std::sort(rooms.begin(), rooms.end());
    }
    QList<Offer> offers;
    for (const int room : rooms) {
        offers += Offer{QLocale().formattedDataSize(qint64(room) * 1024 * 1024, 0), room};
    }
    offers += Offer{tr("As much as there is"), 0};
    offer(m_pdfRoom, offers, m_settings.pdfRoom());
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace paperdawn
