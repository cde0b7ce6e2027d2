// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readingsettings.h"

#include <QComboBox>
#include <QLocale>
#include <QSpinBox>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int textScaleStep = 10;
constexpr int offeredDwells[] = {0, 700, 1000, 2000, 5000};

} // namespace

ReadingSettings::ReadingSettings(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_contrast(new QComboBox)
    , m_titles(new QComboBox)
    , m_density(new QComboBox)
    , m_textScale(new QSpinBox)
    , m_dwell(new QComboBox)
{
    m_textScale->setRange(Settings::smallestTextScale, Settings::largestTextScale);
    m_textScale->setSingleStep(textScaleStep);
    m_textScale->setValue(settings.textScale());
    addField(u"language"_s, m_language);
    addField(u"theme"_s, m_theme);
    addField(u"contrast"_s, m_contrast);
    addField(u"titleLanguage"_s, m_titles);
    addField(u"density"_s, m_density);
    addField(u"textScale"_s, m_textScale);
    addField(u"dwell"_s, m_dwell);
    ReadingSettings::retranslate();

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
}

QString ReadingSettings::title() const
{
    return tr("Rea&ding");
}

void ReadingSettings::retranslate()
{
    label(m_language, tr("&Language:"));
    label(m_theme, tr("&Theme:"));
    label(m_contrast, tr("C&ontrast:"));
    label(m_titles, tr("T&itles and abstracts:"));
    label(m_density, tr("&Rows:"));
    label(m_textScale, tr("Text si&ze:"));
    label(m_dwell, tr("&Mark as read:"));
    //: Per cent, after a number
    m_textScale->setSuffix(tr(" %"));
    fill();
}

void ReadingSettings::fill()
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
    fillDwell();
}

void ReadingSettings::fillDwell()
{
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
}

} // namespace paperdawn
