// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"
#include "app/transfer/namedcategories.h"

#include <QObject>

namespace paperdawn {

class Importing;
class MessageBar;

/**
 * Chooses the categories that BibTeX files usually name, beside those that are chosen already; says what came
 * of it, with a way to take it back. An import that is under way comes first, and what it says stays in
 * front. Thread: UI; files are read in the pool.
 */
class Choosing final : public QObject
{
    Q_OBJECT
public:
    Choosing(Services &services, Settings &settings, Importing &importing, MessageBar &messages,
             QObject *parent);
    ~Choosing() override; ///< what is being read ends with the file at hand, and chooses nothing

    void start(const QStringList &files);

private:
    void read(const QStringList &files, const QString &before);
    void choose(const QStringList &files, const NamedCategories &named, const QString &before);
    void takeBack(const QStringList &chosen);

    Services &m_services;
    Settings &m_settings;
    Importing &m_importing;
    MessageBar &m_messages;
    std::stop_source m_stop;
};

} // namespace paperdawn
