// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/standing.h"

#include "app/store/looking.h"
#include "app/store/statement.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <tuple>

namespace paperdawn {

using namespace Qt::StringLiterals;

Result<QList<Decision>> standingIn(Connection &library)
{
    QList<Decision> decisions;
    const Snapshot snapshot(library);
    Statement stored(library,
                     "SELECT d.key, d.field, d.time, d.machine, d.sequence, '[' || d.value || ']',"
                     " c.paper FROM decision d LEFT JOIN copy c ON c.key = d.key AND d.field = 'star'"
                     " ORDER BY d.time, d.machine, d.sequence");
    stored.with();
    while (stored.step()) {
        Decision decision{.machine = stored.text(3), .sequence = stored.number(4), .time = stored.number(2)};
        decision.paper = stored.text(0);
        decision.field = stored.text(1);
        decision.value = QJsonDocument::fromJson(stored.text(5).toUtf8()).array().at(0);
        decision.copy = QJsonDocument::fromJson(stored.text(6).toUtf8()).object();
        decisions += decision;
    }
    if (auto error = library.takeError()) {
        return tl::unexpected(*error);
    }
    return decisions;
}

Result<QList<Decision>> standingIn(const LibraryFolder &folder)
{
    if (QFileInfo(folder.libraryFile()).size() == 0) {
        return QList<Decision>();
    }
    const auto onlyRead = reasonOnlyToRead(folder);
    auto standing =
        Connection::open(folder.libraryFile(), onlyRead ? Connection::Mode::Look : Connection::Mode::Read,
                         Connection::Sync::Normal)
            .and_then([](const std::unique_ptr<Connection> &library) { return standingIn(*library); });
    if (!standing && onlyRead && onlyRead->kind == ErrorKind::NewerSchema) {
        return QList<Decision>(); // it may say it in words of its own: the journal is the truth
    }
    return standing;
}

bool isLaterThan(const Decision *known, const Decision &decision)
{
    const auto order = [](const Decision &d) { return std::tie(d.time, d.machine, d.sequence); };
    return !known || order(*known) < order(decision);
}

} // namespace paperdawn
