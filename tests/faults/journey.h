// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

#include <QMap>
#include <QSet>

namespace paperdawn::test {

/** What a reader was told of one step of a journey. */
struct Told
{
    enum class What : quint8 { Begun, Done, Failed } what = What::Begun;
    QString step;          ///< "star 7", "unstar 7", "has 2025-12-08", "lacks 2025-12-08", "holds 12", …
    Error error = {};      ///< of Failed
    QByteArray bytes = {}; ///< of an export
};

/**
 * A reader's way through a library on two mornings: importing, fetching, starring, marking, taking back,
 * exporting, backing up, removing a day, restoring. On the first one arXiv breaks off in the middle of a list
 * and of a PDF. All of it is in `folder`. Each step is told when it begins and when it is known how it ended;
 * after one that failed the next is taken all the same.
 */
class Journey final
{
public:
    Journey(QString folder, std::function<void(const Told &)> tell);
    void go();

private:
    using Step = std::function<Result<>()>;
    void take(const QStringList &steps, const Step &step, const QByteArray &bytes = {});
    void onAMorning(void (Journey::*morning)(Services &));
    void first(Services &services);
    void second(Services &services);
    void decide(Services &services, const QList<int> &papers, Decide what);
    void import(Services &services, const QString &day, int firstPaper, int count);
    void fetch(Services &services, bool isBroken);
    void download(Services &services, bool isBroken);
    void save(Services &services);
    void restore(Services &services);

    const QString m_folder;
    const std::function<void(const Told &)> m_tell;
    qint64 m_lastImport = 0;
};

/** What a reader may rely on after so much of a journey, whatever happens to the machine then. */
class Promises final
{
public:
    void hear(const Told &told);
    /** Opens what is there, looks at all that was promised, and goes on working. Null: all is well. */
    [[nodiscard]] QString brokenIn(const QString &folder) const;

private:
    /** What is promised of a thing by name; nothing where it was being changed. */
    using Kept = QMap<QString, std::optional<bool>>;
    [[nodiscard]] QStringList brokenStars(Services &services) const;
    [[nodiscard]] QStringList brokenDays(Services &services) const;
    [[nodiscard]] QStringList brokenList(Services &services) const;
    [[nodiscard]] QStringList brokenFiles(const QString &folder) const;
    [[nodiscard]] static QStringList brokenWork(Services &services);

    Kept m_stars;
    Kept m_days;
    Kept m_files;
    int m_held = 0;              ///< papers of the fetched list, at least
    QList<QByteArray> m_exports; ///< any of which may be there
};

} // namespace paperdawn::test
