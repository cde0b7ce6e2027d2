// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutdialog.h"

#include "app/base/parts.h"
#include "paperdawn_version.h"
#include "ui/report.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QLabel *sentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setObjectName("sentence"_L1);
    label->setAccessibleName(text);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const QString &libraryFolder, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("aboutDialog"_L1);
    setWindowTitle(tr("About Paperdawn"));

    //: %1 is a version such as 1.0.2
    auto *name = sentence(tr("Paperdawn %1").arg(QLatin1StringView(PAPERDAWN_VERSION)));
    QFont heading = larger(font());
    heading.setWeight(QFont::DemiBold);
    name->setFont(heading);
    auto *what =
        sentence(tr("A reader for the daily list of new preprints. Everything it has stays on this computer "
                    "and can be read offline."));
    //: %1 is a folder
    auto *where = sentence(tr("Your library is kept in %1.").arg(QDir::toNativeSeparators(libraryFolder)));
    auto *licence =
        sentence(tr("Free software under the GNU General Public License, version 3 or later: you may use, "
                    "study, share and change it. It comes without any warranty."));
    const PartVersions versions = partVersions();
    //: %1 to %4 are versions such as 6.4.2, before them names of libraries, behind them their licences
    auto *parts = sentence(tr("It is made with Qt %1 (LGPL 3), SQLite %2 (public domain), zlib %3 (zlib "
                              "licence) and tl::expected %4 (CC0). The fonts are those of the system: none "
                              "comes with it.")
                               .arg(versions.qt, versions.sqlite, versions.zlib, versions.expected));
    //: arXiv asks for the first two sentences, in these words in English.
    auto *thanks =
        sentence(tr("Thank you to arXiv for use of its open access interoperability. This product was not "
                    "reviewed or approved by, nor does it necessarily express or reflect the policies or "
                    "opinions of, arXiv. The same holds for bioRxiv and medRxiv, with thanks to them."));
    auto *build = sentence(particulars());
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colours(palette()).muted);
    build->setPalette(muted);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    // in our own words: Qt's translations may not be installed
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *copy = buttons->addButton(tr("&Copy version"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copyVersion"_L1);
    connect(copy, &QPushButton::clicked, this, [] { QApplication::clipboard()->setText(particulars()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::section);
    column->setSpacing(grid::pad);
    for (QLabel *label : {name, what, where, licence, parts, thanks, build}) {
        label->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
        column->addWidget(label);
    }
    column->addSpacing(grid::gap);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace paperdawn
