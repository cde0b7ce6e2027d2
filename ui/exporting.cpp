// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting.h"

#include "app/base/sentence.h"
#include "ui/exportdialog.h"
#include "ui/messagebar.h"
#include "ui/papertableview.h"
#include "ui/readingpane.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

const QString folderKey = u"last-export"_s;
constexpr qsizetype longestPath = 120;

/** The text, with what Markdown would take for its own escaped. */
QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (u"\\`*_[]<>|"_s.contains(c)) {
            result += u'\\';
        }
        result += c;
    }
    return result;
}

QString markdownLink(const QModelIndex &paper, const QUrl &address)
{
    const QString original = paper.data(PaperTableModel::TitleRole).toString();
    const QString title =
        original.isEmpty() ? paper.data(PaperTableModel::TranslationRole).toString() : original;
    return u'[' + escaped(title) + "]("_L1 + address.toString(QUrl::FullyEncoded) + u')';
}

} // namespace

Exporting::Exporting(const Library &library, Settings &settings, ReadingPane &reading, MessageBar &messages,
                     QWidget *window)
    : QObject(window)
    , m_library(library)
    , m_settings(settings)
    , m_reading(reading)
    , m_messages(messages)
    , m_window(window)
{
}

void Exporting::exportList()
{
    const PaperTableModel &papers = m_reading.papers();
    const QList<PaperId> selected = m_reading.table().selectedPapers();
    const auto *day = papers.query() ? std::get_if<OnDay>(&*papers.query()) : nullptr;
    ExportOffer offer;
    offer.day = day ? day->day : QDate();
    offer.onDay = day ? papers.total() : 0;
    offer.selected = int(selected.size());
    offer.inReadingList = m_library.readingListSize();
    ExportDialog dialog(m_settings, offer, m_window);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const ExportChoice choice = dialog.choice();
    ExportRequest request;
    if (const auto question = papers.question(); choice.what == ExportChoice::What::ReadingList) {
        request.query.emplace<InReadingList>();
    } else {
        request.query = *question;
    }
    request.only = choice.what == ExportChoice::What::Selection ? selected : QList<PaperId>();
    request.style = choice.style;
    request.language = choice.language;
    request.format = choice.format;
    const auto bytes = exported(m_library, request);
    if (!bytes) {
        Q_EMIT failed(bytes.error());
    } else if (choice.where == ExportChoice::Where::Clipboard) {
        toClipboard(QString::fromUtf8(*bytes), tr("The list is on the clipboard."));
    } else {
        toFile(*bytes, ExportDialog::suggestedName(choice, offer.day));
    }
}

void Exporting::toFile(const QByteArray &bytes, const QString &suggestedName)
{
    const QString folder = m_settings.value(folderKey);
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("Export"), (folder.isEmpty() ? QDir::homePath() : folder) + u'/' + suggestedName);
    if (path.isEmpty()) {
        return;
    }
    m_settings.setValue(folderKey, QFileInfo(path).path());
    if (const auto saved = saveExport(path, bytes); !saved) {
        Q_EMIT failed(saved.error());
    } else {
        m_messages.say(tr("Exported to %1.").arg(printable(path, longestPath)));
    }
}

void Exporting::toClipboard(const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    m_messages.say(said);
}

/** `said`: a sentence for %n papers. */
void Exporting::copySelection(ExportFormat format, const char *said)
{
    ExportRequest request;
    request.query = *m_reading.papers().question();
    request.only = m_reading.table().selectedPapers();
    request.format = format;
    if (const auto bytes = exported(m_library, request); !bytes) {
        Q_EMIT failed(bytes.error());
    } else {
        toClipboard(QString::fromUtf8(*bytes), tr(said, nullptr, int(request.only.size())));
    }
}

void Exporting::copyMarkdown()
{
    copySelection(ExportFormat::Markdown, QT_TR_N_NOOP("%n paper(s) copied as Markdown."));
}

void Exporting::copyBibtex()
{
    copySelection(ExportFormat::Bibtex, QT_TR_N_NOOP("%n paper(s) copied as BibTeX."));
}

void Exporting::copyLinks()
{
    const PaperTableModel &papers = m_reading.papers();
    QStringList lines;
    for (const PaperId &id : m_reading.table().selectedPapers()) {
        const int row = papers.rowOf(id);
        lines +=
            markdownLink(papers.index(row, PaperTableModel::Title), id.absUrl(papers.paper(row).version));
    }
    toClipboard(lines.join(u'\n'), tr("%n link(s) copied.", nullptr, int(lines.size())));
}

} // namespace paperdawn
