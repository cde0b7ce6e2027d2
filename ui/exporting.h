// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"
#include "app/transfer/export.h"

#include <QObject>
#include <memory>

namespace paperdawn {

class MessageBar;
class ReadingPane;

/**
 * Takes papers out of the window: to a file or the clipboard, in a format or as links. Lists are read and
 * written in the pool, one export at a time. Thread: UI.
 */
class Exporting final : public QObject
{
    Q_OBJECT
public:
    Exporting(Services &services, Settings &settings, ReadingPane &reading, MessageBar &messages,
              QWidget *window);

    /** Asks what and where, then does it. */
    void exportList();
    /** What is selected, as a Markdown list. */
    void copyMarkdown();
    /** What is selected, as BibTeX entries. */
    void copyBibtex();
    /** What is selected, as Markdown links. */
    void copyLinks();
    [[nodiscard]] bool isUnderWay() const { return !m_underWay.expired(); }

Q_SIGNALS:
    void failed(const paperdawn::Error &error);

private:
    void toFile(const ExportRequest &request, const QString &suggestedName);
    void toFileAt(const QString &path, const ExportRequest &request);
    template <typename Work, typename Then>
    void produce(Work work, Then then);
    void copySelection(ExportFormat format, const char *said);
    void toClipboard(const QString &text, const QString &said);

    Services &m_services;
    Settings &m_settings;
    ReadingPane &m_reading;
    MessageBar &m_messages;
    QWidget *m_window;
    std::weak_ptr<const bool> m_underWay; ///< there while one is
};

} // namespace paperdawn
