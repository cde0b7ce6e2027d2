// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deedwords.h"

#include <QCoreApplication>

namespace paperdawn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeedWords)
};

QString doneSentence(Decide what, int n)
{
    switch (what) {
    case Decide::Star:
        return Words::tr("%n starred.", nullptr, n);
    case Decide::Unstar:
        return Words::tr("%n taken off the reading list.", nullptr, n);
    case Decide::Read:
        return Words::tr("%n marked read.", nullptr, n);
    case Decide::Unread:
        return Words::tr("%n marked unread.", nullptr, n);
    }
    return {};
}

QString undoneSentence(Decide what, int n)
{
    switch (what) {
    case Decide::Star:
        return Words::tr("%n star(s) taken back.", nullptr, n);
    case Decide::Unstar:
        return Words::tr("%n back on the reading list.", nullptr, n);
    case Decide::Read:
        return Words::tr("%n unread again.", nullptr, n);
    case Decide::Unread:
        return Words::tr("%n read again.", nullptr, n);
    }
    return {};
}

} // namespace

QString deedSentence(const DeedDone &deed)
{
    const int n = int(deed.papers.size());
    return deed.way == DeedDone::Way::Undone ? undoneSentence(deed.what, n) : doneSentence(deed.what, n);
}

} // namespace paperdawn
