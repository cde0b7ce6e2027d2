// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <memory>

namespace paperdawn {

/**
 * Shows a document that was built elsewhere, in lines of a comfortable measure. Loads nothing, opens nothing,
 * edits nothing; copies formulas as their TeX; tells where a link leads before it is followed. Thread: UI.
 */
class PaperBrowser final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit PaperBrowser(QWidget *parent = nullptr);
    ~PaperBrowser() override;

    /** Puts `document` in the place of the one before it, at its beginning. Laid out once, as far as it is
     * seen. */
    void setPaper(std::unique_ptr<QTextDocument> document);

    /** Scrolls on by a page less a line; false where the end was in view already. */
    bool pageDown();

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void measure();
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace paperdawn
