// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"
#include "app/pdf/pdfcache.h"
#include "app/settings/settings.h"
#include "app/store/library.h"

#include <QUrl>
#include <QWidget>
#include <optional>

namespace paperdawn {

class PaperBrowser;
class TextButton;
struct PaperLook;

/**
 * One paper in full: buttons above, what is known of it below. It shows values and emits intentions; nothing
 * in it opens, loads or keeps anything. Letters typed in it are left to the window's commands. Thread: UI.
 */
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPane(QWidget *parent = nullptr);

    /** `kind`: how the paper stands on the list that it was chosen from. */
    void show(const PaperDetails &details, const Marks &marks, TitleLanguage mode, Kind kind = Kind::Unknown);
    /** The marks of the paper shown; moves nothing. */
    void setMarks(const Marks &marks);
    /** Where the PDF of the paper shown is; none: at an address that only a browser opens. */
    void setPdf(std::optional<PdfCache::Place> place);
    void clear();
    void setMode(TitleLanguage mode);
    /** While held, the original is shown; released, all is as it was. */
    void peekOriginal(bool held);
    /** Scrolls on by a page; false where the end was in view already. */
    bool pageDown();

    /** What is shown, in plain text with formulas as TeX. */
    [[nodiscard]] QString plainText() const;

    using QWidget::show;
    /** What Tab goes to, in its order. */
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    void starToggled();
    void linkActivated(const QUrl &url); ///< http or https, with a host, without a user name
    void pdfRequested();
    void pageRequested();
    void bibtexRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] PaperLook look() const;
    void rebuild();
    void enablePdf();
    void showPdfPlace();
    void activate(const QUrl &url);
    void retranslate();

    TextButton *m_star;
    TextButton *m_pdf;
    TextButton *m_page;
    TextButton *m_bibtex;
    PaperBrowser *m_browser;
    std::optional<PaperDetails> m_paper;
    Kind m_kind = Kind::Unknown;
    TitleLanguage m_mode = TitleLanguage::Both;
    int m_scrolledBeforePeek = 0;
    std::optional<PdfCache::Place> m_pdfPlace;
    bool m_starred = false;
    bool m_peeking = false;
    bool m_allText = false;
    bool m_allAuthors = false;
};

} // namespace paperdawn
