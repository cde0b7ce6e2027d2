// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pdf/pdfcache.h"
#include "app/services.h"
#include "app/settings/settings.h"

#include <QWidget>

namespace paperdawn {

class MessageBar;
class Outside;
class ProgressStrip;

/**
 * PDFs in the window: opens those that are here, fetches the others first, and those of papers that are
 * starred so that they can be read anywhere. Shows in the status bar how far it is, and says what came of it;
 * what nobody waits for fails in silence, unless it was starred just now and the disk or its room is full.
 * Thread: UI.
 */
class PdfFetching final : public QWidget
{
    Q_OBJECT
public:
    PdfFetching(Services &services, Settings &settings, MessageBar &messages, Outside &outside,
                QWidget *parent);

    void open(const PaperDetails &paper);
    /** Fetches for later, where the reader wishes it. */
    void keep(const QList<PaperId> &papers);
    /** The same of starred papers that lack their PDF, some of them, once; false: others are under way. */
    [[nodiscard]] bool keepStarred();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applySettings();
    [[nodiscard]] bool isToBeKept(const PaperDetails &paper) const;
    void keepSomeOf(const QList<Paper> &starred);
    template <typename Ask, typename Take>
    void inPool(Ask ask, Take take);
    void openFile(const QString &file);
    void openOrFetch(const VersionedId &paper);
    void openBrowser(const VersionedId &paper);
    void show(const PdfProgress &progress);
    void showProgress();
    void end(const PdfOutcome &outcome);
    void tellHere(const PdfOutcome &outcome);
    void tellFailure(const VersionedId &paper, const Error &error);
    /** A deed to offer beside a sentence, and its words. */
    struct Offer
    {
        QString words;
        std::function<void()> deed;
    };
    [[nodiscard]] Offer otherVersionOr(const VersionedId &paper, const Offer &otherwise);
    void retranslate();

    Services &m_services;
    Settings &m_settings;
    MessageBar &m_messages;
    Outside &m_outside;
    PdfCache &m_pdfs;
    ProgressStrip *m_strip;
    std::optional<PdfProgress> m_progress;
    bool m_beginsNoMore = false; ///< by itself: it did so, or the reader stopped what was under way
};

} // namespace paperdawn
