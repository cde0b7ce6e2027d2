// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papercounts.h"

#include "app/domain/category.h"
#include "app/fetch/papersaday.h"
#include "ui/fetching.h"
#include "ui/reachability.h"
#include "ui/startpage.h"

#include <utility>

namespace paperdawn {

PaperCounts::PaperCounts(Services &services, Settings &settings, StartPage &page, Fetching &fetching,
                         QHash<QString, int> &told, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_page(page)
    , m_fetching(fetching)
    , m_told(told)
{
    connect(&page, &StartPage::shown, this, &PaperCounts::begin);
    connect(&page, &StartPage::categoriesChosen, this, &PaperCounts::ask);
    connect(&page, &StartPage::hidden, this, &PaperCounts::cancel);
    connect(&fetching, &Fetching::begun, this, &PaperCounts::cancel);
    connect(&fetching, &Fetching::givenUp, this, &PaperCounts::ask);
    connect(&fetching, &Fetching::finished, this, [this](const FetchOutcome &outcome) {
        if (outcome.error && outcome.error->kind == ErrorKind::Cancelled) {
            ask(); // the reader thought better of it
        }
    });
}

void PaperCounts::begin()
{
    if (!std::exchange(m_followsNetwork, true)) {
        reachability::follow(this, [this] { networkChanged(); });
    }
    tell();
    ask();
}

void PaperCounts::networkChanged()
{
    if (m_asking) {
        m_asking->forgetFailures();
    }
    ask();
}

/** Nobody looks, or a list is to come first. */
void PaperCounts::cancel()
{
    if (m_asking) {
        m_asking->cancel();
    }
}

bool PaperCounts::mayAsk() const
{
    return m_page.isVisible() && !m_fetching.isUnderWay() && !m_fetching.isWaiting() &&
           !reachability::isOffline();
}

/** Of those that are chosen. By hand, others may have been written into the settings. */
QStringList PaperCounts::unknownCategories() const
{
    const QHash<QString, int> known = papersADay();
    QStringList unknown;
    for (const QString &chosen : m_settings.categories()) {
        const QString category = Category::canonical(chosen);
        if (Category::find(category) && !known.contains(category)) {
            unknown += category;
        }
    }
    return unknown;
}

void PaperCounts::ask()
{
    const QStringList unknown = unknownCategories();
    if (!mayAsk() || (unknown.isEmpty() && !m_asking)) {
        return;
    }
    if (!m_asking) {
        m_asking = new PapersADay(m_services.arxiv().api, m_services.clock(), m_told, this);
        connect(m_asking, &PapersADay::changed, this, &PaperCounts::tell);
    }
    m_asking->ask(unknown);
}

void PaperCounts::tell()
{
    m_page.setPapersADay(papersADay());
}

QHash<QString, int> PaperCounts::papersADay() const
{
    QHash<QString, int> papers = m_told;
    papers.insert(m_services.library().papersADay());
    return papers;
}

} // namespace paperdawn
