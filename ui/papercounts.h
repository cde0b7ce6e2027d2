// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace paperdawn {

class Fetching;
class PapersADay;
class StartPage;

/**
 * Has the start page say how many papers a day the chosen categories bring: as the library knows it, else as
 * arXiv counts them. arXiv is asked only while that page is looked at, there is a network, and no list is
 * being fetched or waits to be. Thread: UI.
 */
class PaperCounts final : public QObject
{
    Q_OBJECT
public:
    /** What arXiv tells goes into `told`, and is not asked for again. All outlive this. */
    PaperCounts(Services &services, Settings &settings, StartPage &page, Fetching &fetching,
                QHash<QString, int> &told, QObject *parent);

    /** By category, where it is known. */
    [[nodiscard]] QHash<QString, int> papersADay() const;
    /** The network may be another now: what failed is asked for again. */
    void networkChanged();

private:
    void begin();
    void ask();
    void cancel();
    void tell();
    [[nodiscard]] bool mayAsk() const;
    [[nodiscard]] QStringList unknownCategories() const;

    Services &m_services;
    Settings &m_settings;
    StartPage &m_page;
    Fetching &m_fetching;
    QHash<QString, int> &m_told;
    PapersADay *m_asking = nullptr; ///< made when it is first needed
    bool m_followsNetwork = false;
};

} // namespace paperdawn
