# SPDX-License-Identifier: GPL-3.0-or-later
# Shows that tests/layering.cmake accepts a clean tree and names file, line and rule of each breach.
#   cmake -DSCRATCH=<folder> -DQT_HEADERS=<folder> -P tests/layering_selftest.cmake
cmake_minimum_required(VERSION 3.25)

string(CONCAT home "/" "home/") # in two pieces, or this file would break the rule itself
set(spdx "// SPDX-License-Identifier: GPL-3.0-or-later")

# verdict(<file> <content> <expected regex, or CLEAN>): judges a tree of this one file
function(verdict file content expected)
    file(REMOVE_RECURSE "${SCRATCH}")
    file(WRITE "${SCRATCH}/${file}" "${content}")
    execute_process(
        COMMAND "${CMAKE_COMMAND}" "-DTREE=${SCRATCH}" "-DQT_HEADERS=${QT_HEADERS}"
                -P "${CMAKE_CURRENT_LIST_DIR}/layering.cmake"
        RESULT_VARIABLE status ERROR_VARIABLE said)
    string(REGEX REPLACE "[ \n]+" " " said "${said}")
    if(expected STREQUAL "CLEAN")
        if(NOT status EQUAL 0)
            message(SEND_ERROR "${file} was refused: ${said}")
        endif()
    elseif(status EQUAL 0 OR NOT said MATCHES "${expected}")
        message(SEND_ERROR "${file}: expected “${expected}”, heard “${said}”")
    endif()
endfunction()

verdict(app/store/a.h "${spdx}\n#include \"app/journal/b.h\"\n#include <QString>\n#include <QtCore>\n#include <vector>\n" CLEAN)
verdict(ui/a.cpp "${spdx}\n#include \"app/services/b.h\"\n#include \"ui/c.h\"\n#include <QWidget>\n#include \"a.moc\"\n" CLEAN)
verdict(app/base/a.h "${spdx}\n\n#include \"app/domain/paper.h\"\n" "app/base/a.h:3: base may not include domain")
verdict(app/journal/a.h "${spdx}\n#include \"app/settings/b.h\"\n" "app/journal/a.h:2: journal may not include settings")
verdict(app/cli/a.cpp "${spdx}\n#include \"ui/b.h\"\n" "app/cli/a.cpp:2: cli may not include ui")
verdict(app/store/a.h "${spdx}\n#include \"../base/b.h\"\n" "app/store/a.h:2: ../base/b.h is in no folder of the ladder")
verdict(app/misc/a.h "${spdx}\n" "app/misc/a.h:1: the folder “misc” is not on the ladder")
verdict(app/base/a.h "${spdx}\n#include <QtWidgets/QWidget>\n" "app/base/a.h:2: app/ may use QtCore, QtConcurrent, QtNetwork only, not <QtWidgets/QWidget>")
verdict(app/base/a.h "${spdx}\n#include <QColor>\n" "app/base/a.h:2: .*not <QColor>")
verdict(app/base/a.h "${spdx}\n#include <qwidget.h>\n" "app/base/a.h:2: .*not <qwidget.h>")
verdict(app/base/a.h "${spdx}\nclass B;\nclass B\n{\n};\n" CLEAN)
verdict(app/base/a.h "${spdx}\nstruct B\n{\n};\nclass B final : public C\n{\n};\n"
    "app/base/a.h:5: another header defines a type “B”")
verdict(app/base/a.h "#pragma once\n" "app/base/a.h:1: the line “SPDX.*is missing")
verdict(packaging/a "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n" CLEAN)
verdict(packaging/a "#!/bin/sh\necho\n" "packaging/a:1: the line “SPDX.*is missing")
verdict(tests/a.cpp "${spdx}\n\n// see tests/home/x" CLEAN)
verdict(tests/a.cpp "${spdx}\n\n// see \"${home}someone/x\"\n" "tests/a.cpp:3: an absolute path of one machine")
verdict(README.md "See https://example.org${home}x\n" CLEAN)
verdict(notes.txt "" "notes.txt:0: does not belong at the top level")
file(REMOVE_RECURSE "${SCRATCH}")
