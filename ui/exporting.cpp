// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting.h"

#include "app/base/async.h"
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

Exporting::Exporting(Services &services, Settings &settings, ReadingPane &reading, MessageBar &messages,
                     QWidget *window)
    : QObject(window)
    , m_services(services)
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
    offer.inReadingList = m_services.library().readingListSize();
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
    if (choice.where == ExportChoice::Where::File) {
        return toFile(request, ExportDialog::suggestedName(choice, offer.day));
    }
    const auto make = [request](const Library &library) { return exported(library, request); };
    produce(make, [this](const QByteArray &bytes) {
        toClipboard(QString::fromUtf8(bytes), tr("The list is on the clipboard."));
    });
}

void Exporting::toFile(const ExportRequest &request, const QString &suggestedName)
{
    const QString folder = m_settings.value(folderKey);
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("Export"), (folder.isEmpty() ? QDir::homePath() : folder) + u'/' + suggestedName);
    if (!path.isEmpty()) {
        m_settings.setValue(folderKey, QFileInfo(path).path());
        toFileAt(path, request);
    }
}

void Exporting::toFileAt(const QString &path, const ExportRequest &request)
{
    const auto write = [path, request](const Library &library) {
        return exported(library, request).and_then([&](const QByteArray &bytes) {
            return saveExport(path, bytes).map([] { return QByteArray(); });
        });
    };
    produce(write, [this, path](const QByteArray &) {
        m_messages.say(tr("Exported to %1.").arg(printable(path, longestPath)));
    });
}

/** Does `work(library)` in the pool, then hands what it made to `then` here. A star of just now is exported
 * too: decisions that are still being written are waited for. */
template <typename Work, typename Then>
void Exporting::produce(Work work, Then then)
{
    if (isUnderWay()) {
        m_messages.say(tr("An export is under way. Wait for it, then try again."));
        return;
    }
    const auto underWay = std::make_shared<const bool>(true);
    m_underWay = underWay;
    const auto inPool = [this, underWay, work, then](const Result<> &written) {
        if (!written && !m_services.onlyRead()) { // what is told is not the whole truth, so nothing is
            Q_EMIT failed(written.error());
            return;
        }
        const auto make = [&services = m_services, work] {
            return services.anotherLibrary().and_then(
                [&](const std::unique_ptr<Library> &library) -> Result<QByteArray> {
                    return work(*library);
                });
        };
        whenDone(runIn(&m_services.pool(), make), this,
                 [this, underWay, then](const Result<QByteArray> &made) {
                     if (made) {
                         then(*made);
                     } else {
                         Q_EMIT failed(made.error());
                     }
                 });
    };
    whenDone(m_services.decisions().flush(), this, [this, underWay, inPool](const Result<> &) {
        whenDone(m_services.store().catchUp(), this, inPool);
    });
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
    if (const auto bytes = exported(m_services.library(), request); !bytes) {
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
