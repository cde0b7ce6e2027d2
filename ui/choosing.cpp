// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/choosing.h"

#include "app/base/async.h"
#include "app/base/sentence.h"
#include "app/domain/category.h"
#include "ui/importing.h"
#include "ui/messagebar.h"

#include <QFileInfo>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60;

QString nameOf(const QString &path)
{
    return printable(QFileInfo(path).fileName(), longestName);
}

QString nameOf(const QStringList &files)
{
    return files.size() == 1 ? nameOf(files.first()) : Choosing::tr("%n file(s)", nullptr, int(files.size()));
}

QString inARow(const QString &before, const QString &behind)
{
    //: two sentences, one after the other
    return before.isEmpty() || behind.isEmpty() ? before + behind : Choosing::tr("%1 %2").arg(before, behind);
}

QString choiceWords(const QStringList &files, const NamedCategories &named, const QStringList &chosen)
{
    if (named.naming == 0) {
        //: %1 is the name of a file, or “2 files”
        return Choosing::tr("No category of today's arXiv stands in the %n entries of %1: many programs "
                            "leave it out. Choose categories by hand.",
                            nullptr, named.entries)
            .arg(nameOf(files));
    }
    const QString categories = QLocale().createSeparatedList(chosen.isEmpty() ? named.usual() : chosen);
    //: %1 is the name of a file, or “2 files”; %2 are ids of categories
    const QString choice = chosen.isEmpty() ? Choosing::tr("Those from %1 are chosen already: %2.")
                                            //: likewise
                                            : Choosing::tr("Chosen from %1: %2.");
    //: the entries of a bibliography
    const QString count =
        Choosing::tr("A category of arXiv stands in %1 of %n entries.", nullptr, named.entries);
    return inARow(choice.arg(nameOf(files), categories), count.arg(named.naming));
}

QString refusalWords(const Error &error)
{
    const QString file = nameOf(error.where);
    switch (error.kind) {
    case ErrorKind::Empty:
    case ErrorKind::Binary:
        return Choosing::tr("There is no BibTeX entry in %1. Choose another file.").arg(file);
    case ErrorKind::TooLarge:
        //: %2 is such as “40 MiB”
        return Choosing::tr("%1 is too large to be read (%2). Export a smaller part of it.")
            .arg(file, error.what);
    default:
        return sentence(error);
    }
}

/** What could not be read: entries, then files. */
QString lossWords(const NamedCategories &named)
{
    QString words;
    if (named.unread > 0) {
        words = Choosing::tr("%n entries are damaged and were left out, the first in line %1 of %2.", nullptr,
                             named.unread)
                    .arg(QString::number(named.firstUnreadLine), nameOf(named.firstUnreadFile));
    }
    if (!named.refused.isEmpty()) {
        words = inARow(words, refusalWords(named.refused.first()));
    }
    if (named.refused.size() > 1) {
        words = inARow(words, Choosing::tr("%n other file(s) could not be read, either.", nullptr,
                                           int(named.refused.size()) - 1));
    }
    return words;
}

} // namespace

Choosing::Choosing(Services &services, Settings &settings, Importing &importing, MessageBar &messages,
                   QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_importing(importing)
    , m_messages(messages)
{
}

Choosing::~Choosing()
{
    m_stop.request_stop();
}

void Choosing::start(const QStringList &files)
{
    if (!files.isEmpty()) {
        read(files, {});
    }
}

/** `before`: what stands in front of what is said of it. */
void Choosing::read(const QStringList &files, const QString &before)
{
    if (m_importing.isImporting()) {
        const auto readThen = [this, files] { read(files, m_messages.text()); };
        connect(&m_importing, &Importing::finished, this, readThen, Qt::SingleShotConnection);
        return;
    }
    const auto look = [files, stop = m_stop.get_token()] { return categoriesNamedIn(files, stop); };
    whenDone(runIn(&m_services.pool(), look), this,
             [this, files, before](const NamedCategories &named) { choose(files, named, before); });
}

void Choosing::choose(const QStringList &files, const NamedCategories &named, const QString &before)
{
    const QStringList already = m_settings.categories();
    QStringList chosen = named.usual();
    for (const QString &id : already) { // by hand, another id of it may have been written there
        chosen.removeAll(Category::canonical(id));
    }
    if (!chosen.isEmpty()) {
        m_settings.setCategories(already + chosen);
    }

    const QString choice = named.entries > 0 ? choiceWords(files, named, chosen) : QString();
    const QString loss = lossWords(named);
    const QString words = inARow(before, inARow(choice, loss));
    const QString undo = chosen.isEmpty() ? QString() : tr("Undo the choice");
    const auto deed = [this, chosen] { takeBack(chosen); };
    if (loss.isEmpty()) {
        m_messages.say(words, undo, deed);
    } else {
        m_messages.warn(words, undo, deed);
    }
}

void Choosing::takeBack(const QStringList &chosen)
{
    QStringList left = m_settings.categories();
    QStringList taken;
    for (const QString &id : chosen) {
        taken += left.removeAll(id) > 0 ? QStringList{id} : QStringList();
    }
    m_settings.setCategories(left);
    m_messages.say(taken.isEmpty()
                       ? tr("None of them was chosen any more.")
                       //: %1 are ids of categories
                       : tr("Not chosen any more: %1.").arg(QLocale().createSeparatedList(taken)));
}

} // namespace paperdawn
