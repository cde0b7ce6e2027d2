// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/importsummary.h"

#include <QDialog>

namespace paperdawn {

/** Whether an import refused, left out or mended anything that a list should tell of. */
[[nodiscard]] bool hasRemarks(const ImportSummary &summary);

/** What an import refused, left out or mended: a sentence each, with the file and the number of the line. */
class ImportDetails final : public QDialog
{
    Q_OBJECT
public:
    ImportDetails(const ImportSummary &summary, QWidget *parent);
};

} // namespace paperdawn
