// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/transfer/export.h"

#include <QObject>

namespace paperdawn {

class MessageBar;
class ReadingPane;

/** Takes papers out of the window: to a file or the clipboard, in a format or as links. Thread: UI. */
class Exporting final : public QObject
{
    Q_OBJECT
public:
    Exporting(const Library &library, Settings &settings, ReadingPane &reading, MessageBar &messages,
              QWidget *window);

    /** Asks what and where, then does it. */
    void exportList();
    /** What is selected, as a Markdown list. */
    void copyMarkdown();
    /** What is selected, as BibTeX entries. */
    void copyBibtex();
    /** What is selected, as Markdown links. */
    void copyLinks();

Q_SIGNALS:
    void failed(const paperdawn::Error &error);

private:
    void toFile(const QByteArray &bytes, const QString &suggestedName);
    void copySelection(ExportFormat format, const char *said);
    void toClipboard(const QString &text, const QString &said);

    const Library &m_library;
    Settings &m_settings;
    ReadingPane &m_reading;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace paperdawn
