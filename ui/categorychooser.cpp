// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/categorychooser.h"

#include "app/base/sentence.h"
#include "app/domain/paperid.h"
#include "app/models/categorymodel.h"
#include "ui/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsInSight = 7;
constexpr qsizetype longestSearch = 40;
constexpr double secondsATitle = 1.5; ///< of who looks at each title of a list: between one and two

int minutesFor(int papers)
{
    return std::max(1, qRound(papers * secondsATitle / 60));
}

/** What heads a group stands out. */
class HeadingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(CategoryModel::IdRole).toString().isEmpty()) {
            option->font.setWeight(QFont::DemiBold);
        }
    }
};

} // namespace

CategoryChooser::CategoryChooser(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_model(new CategoryModel(this))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_chosen(new QLabel)
    , m_papers(new QLabel)
{
    m_search->setObjectName("categorySearch"_L1);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName("categories"_L1);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new HeadingDelegate(m_list));
    m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setWordWrap(true);
    m_papers->setObjectName("papersADay"_L1);
    m_papers->setTextFormat(Qt::PlainText);
    m_model->setChosen(settings.categories());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::gap);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_chosen);
    column->addWidget(m_papers);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textEdited, this, &CategoryChooser::search);
    connect(m_model, &CategoryModel::chosenChanged, this, [this] {
        m_settings.setCategories(m_model->chosen());
        tellChosen();
        Q_EMIT chosenChanged();
    });
    connect(&settings, &Settings::changed, m_model, [this] { m_model->setChosen(m_settings.categories()); });
    retranslate();
}

/** From the search, Down goes to the list, Return marks its first row, and Escape begins anew. */
bool CategoryChooser::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_search && isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        !m_search->text().isEmpty()) {
        if (event->type() == QEvent::KeyPress) {
            m_search->clear();
            search({});
        }
        event->accept(); // else it is the window's
        return true;
    }
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex first = m_model->firstCategory();
        if (key == Qt::Key_Down && first.isValid()) {
            m_list->setFocus();
            m_list->setCurrentIndex(first);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_search->text().isEmpty() &&
            first.isValid()) {
            const bool isChosen = first.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            m_model->setData(first, isChosen ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            m_search->clear();
            m_model->setSearch({});
            tellChosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/** The keyboard is here where a window is new, so a paper that is pasted comes here, too. */
void CategoryChooser::search(const QString &text)
{
    const bool isPasted = text.size() > std::exchange(m_typed, text.size()) + 1;
    if (isPasted && PaperId::parse(text.trimmed())) {
        m_search->clear();
        m_typed = 0;
        m_model->setSearch({});
        tellChosen();
        Q_EMIT pasted(text);
        return;
    }
    m_model->setSearch(text);
    tellChosen();
}

void CategoryChooser::tellChosen()
{
    tellPapersADay();
    if (m_model->rowCount() == 0) {
        m_chosen->setText(
            tr("No category matches “%1”.").arg(printable(m_search->text().trimmed(), longestSearch)));
        return;
    }
    const QStringList chosen = m_model->chosen();
    //: %1 are ids of arXiv's categories
    m_chosen->setText(chosen.isEmpty() ? tr("Nothing is chosen yet.")
                                       : tr("Chosen: %1").arg(QLocale().createSeparatedList(chosen)));
}

/** On a line that is there before they are known, so that nothing moves when they come. */
void CategoryChooser::tellPapersADay()
{
    const auto papers = m_model->papersADay();
    if (!papers || *papers == 0) { // too few to be told by five lists
        m_papers->clear();
    } else if (m_model->chosen().size() > 1) {
        //: papers of several categories, of which some stand in more than one, and how long it takes to look
        //: at their titles
        m_papers->setText(tr("At most %n a day, %1 min at most", nullptr, *papers).arg(minutesFor(*papers)));
    } else {
        //: papers of the category that is chosen, and how long it takes to look at their titles
        m_papers->setText(tr("≈ %n a day, about %1 min", nullptr, *papers).arg(minutesFor(*papers)));
    }
}

void CategoryChooser::setPapersADay(const QHash<QString, int> &papers)
{
    m_model->setPapersADay(papers);
    tellPapersADay();
}

void CategoryChooser::retranslate()
{
    m_model->setLanguage(m_settings.language().isEmpty() ? QLocale().name() : m_settings.language());
    m_search->setPlaceholderText(tr("cs.CV, quantum, 高能…", "an example of what can be searched for"));
    m_search->setAccessibleName(tr("Search categories"));
    m_list->setAccessibleName(tr("arXiv's categories"));
    m_papers->setFixedHeight(lineHeight(font(), u"zh-Hans"));
    if (m_model->rowCount() > 0) { // else no row says how high it is
        m_list->setFixedHeight(m_list->sizeHintForRow(0) * rowsInSight + 2 * m_list->frameWidth());
    }
    tellChosen();
}

void CategoryChooser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        retranslate();
    }
}

} // namespace paperdawn
