# SPDX-License-Identifier: GPL-3.0-or-later
# The rules of the tree that no compiler guards. Prints every breach as "file:line: rule" and fails.
#   cmake -DTREE=<project> -DQT_HEADERS=<folder with QtCore/, QtGui/ …> -P tests/layering.cmake
cmake_minimum_required(VERSION 3.25)

# A folder may include itself and the folders of the rungs below its own; app/cli and ui stand on the last.
set(ladder
    "base"
    "domain"
    "text platform"
    "formats net journal settings"
    "store"
    "decisions sources translate pdf search"
    "fetch transfer models"
    "services"
    "cli ui")
set(qt_modules_of_app QtCore QtConcurrent QtNetwork)
set(top_level
    CMakeLists.txt CMakePresets.json README.md LICENSE ARCHITECTURE.md CHANGELOG.md
    .clang-format .clang-tidy .ci .gitattributes .gitignore
    app ui resources translations tests packaging)
# Not ours to judge: what git ignores, and git itself.
set(beside_the_tree .git .cache build compile_commands.json CMakeUserPresets.json CMakeLists.txt.user)

function(breach where rule)
    set_property(GLOBAL APPEND_STRING PROPERTY breaches "\n${where}: ${rule}")
endfunction()

# line_of(<variable> <file> <text>): where the text first stands in the file
function(line_of variable file text)
    file(READ "${TREE}/${file}" content)
    string(FIND "${content}" "${text}" position)
    string(SUBSTRING "${content}" 0 ${position} before)
    string(REGEX MATCHALL "\n" newlines "${before}")
    list(LENGTH newlines line)
    math(EXPR line "${line} + 1")
    set(${variable} ${line} PARENT_SCOPE)
endfunction()

function(breach_at file text rule)
    line_of(line "${file}" "${text}")
    breach("${file}:${line}" "${rule}")
endfunction()

# folder_of(<variable> <path>): "store" for app/store/x.h, "services" for app/services.h, "ui" for all of ui/
function(folder_of variable path)
    set(folder "")
    if(path MATCHES "^app/([a-z]+)[/.]")
        set(folder "${CMAKE_MATCH_1}")
    elseif(path MATCHES "^ui/")
        set(folder "ui")
    endif()
    set(${variable} "${folder}" PARENT_SCOPE)
endfunction()

# rung_of(<variable> <folder>): 0 is the lowest, empty where the ladder does not know the folder
function(rung_of variable folder)
    set(${variable} "" PARENT_SCOPE)
    set(rung 0)
    foreach(folders IN LISTS ladder)
        separate_arguments(folders)
        if(folder IN_LIST folders)
            set(${variable} ${rung} PARENT_SCOPE)
        endif()
        math(EXPR rung "${rung} + 1")
    endforeach()
endfunction()

function(check_own_include file header)
    folder_of(from "${file}")
    folder_of(to "${header}")
    rung_of(from_rung "${from}")
    rung_of(to_rung "${to}")
    if(to_rung STREQUAL "")
        breach_at("${file}" "\"${header}\"" "${header} is in no folder of the ladder (include from the root)")
    elseif(NOT from STREQUAL to AND NOT to_rung LESS from_rung)
        breach_at("${file}" "\"${header}\"" "${from} may not include ${to}: includes point only down the ladder")
    endif()
endfunction()

function(check_qt_include file header)
    if(NOT file MATCHES "^app/" OR NOT header MATCHES "^(Q|q[a-z]+\\.h)")
        return()
    endif()
    foreach(module IN LISTS qt_modules_of_app)
        if(header MATCHES "^${module}(/|$)" OR EXISTS "${QT_HEADERS}/${module}/${header}")
            return()
        endif()
    endforeach()
    list(JOIN qt_modules_of_app ", " modules)
    breach_at("${file}" "<${header}>" "app/ may use ${modules} only, not <${header}>")
endfunction()

function(check_includes)
    file(GLOB_RECURSE sources RELATIVE "${TREE}" "${TREE}/app/*.cpp" "${TREE}/app/*.h" "${TREE}/ui/*.cpp" "${TREE}/ui/*.h")
    foreach(file IN LISTS sources)
        folder_of(folder "${file}")
        rung_of(rung "${folder}")
        if(rung STREQUAL "")
            breach("${file}:1" "the folder “${folder}” is not on the ladder; give it a rung in tests/layering.cmake")
            continue()
        endif()
        file(STRINGS "${TREE}/${file}" includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
        foreach(include IN LISTS includes)
            if(include MATCHES "include[ \t]*\"([^\"]+)\"")
                set(header "${CMAKE_MATCH_1}")
                # Only what is generated (moc files, the version) carries no folder.
                get_filename_component(here "${file}" DIRECTORY)
                if(header MATCHES "/" OR EXISTS "${TREE}/${here}/${header}")
                    check_own_include("${file}" "${header}")
                endif()
            elseif(include MATCHES "include[ \t]*<([^>]+)>")
                check_qt_include("${file}" "${CMAKE_MATCH_1}")
            endif()
        endforeach()
    endforeach()
endfunction()

# Two types of one name in one program: the linker takes the functions of either for both, whatever their size.
function(check_type_names)
    file(GLOB_RECURSE headers RELATIVE "${TREE}" "${TREE}/app/*.h" "${TREE}/ui/*.h")
    set(names "")
    foreach(file IN LISTS headers)
        file(STRINGS "${TREE}/${file}" definitions REGEX "^(struct|class|union) [A-Za-z0-9_]+[^;]*$")
        foreach(definition IN LISTS definitions)
            string(REGEX REPLACE "^[a-z]+ ([A-Za-z0-9_]+).*" "\\1" name "${definition}")
            if(name IN_LIST names)
                breach_at("${file}" "${definition}" "another header defines a type “${name}”, too")
            endif()
            list(APPEND names "${name}")
        endforeach()
    endforeach()
endfunction()

# The licence stands in the first line, or in the second where the first names the interpreter.
function(check_licence_line file)
    file(STRINGS "${TREE}/${file}" head LIMIT_COUNT 2)
    if(file MATCHES "\\.(cpp|h|in|cmake|py|js|sql)$|CMakeLists\\.txt$" OR head MATCHES "^#!")
        if(NOT head MATCHES "SPDX-License-Identifier: GPL-3\\.0-or-later")
            breach("${file}:1" "the line “SPDX-License-Identifier: GPL-3.0-or-later” is missing")
        endif()
    endif()
endfunction()

# A path of the machine it was built on works nowhere else. (An address such as https://host/home/ is none.)
function(check_no_machine_path file)
    file(STRINGS "${TREE}/${file}" found REGEX "(^|[^A-Za-z0-9._~-])/(work|home|root)/" LIMIT_COUNT 1)
    if(found)
        list(GET found 0 text)
        breach_at("${file}" "${text}" "an absolute path of one machine")
    endif()
endfunction()

function(check_every_file)
    file(GLOB entries RELATIVE "${TREE}" "${TREE}/*" "${TREE}/.*")
    foreach(entry IN LISTS entries)
        if(entry IN_LIST beside_the_tree)
            continue()
        endif()
        if(NOT entry IN_LIST top_level)
            breach("${entry}:0" "does not belong at the top level")
        endif()
        set(files "${entry}")
        if(IS_DIRECTORY "${TREE}/${entry}")
            file(GLOB_RECURSE files RELATIVE "${TREE}" "${TREE}/${entry}/*" "${TREE}/${entry}/.*")
        endif()
        # What others wrote (recorded answers, shipped databases) may hold any text.
        list(FILTER files EXCLUDE REGEX "^tests/(data|databases)/|/__pycache__/")
        foreach(file IN LISTS files)
            check_licence_line("${file}")
            check_no_machine_path("${file}")
        endforeach()
    endforeach()
endfunction()

check_includes()
check_type_names()
check_every_file()

get_property(breaches GLOBAL PROPERTY breaches)
if(breaches)
    message(FATAL_ERROR "The rules of the tree are broken:${breaches}")
endif()
