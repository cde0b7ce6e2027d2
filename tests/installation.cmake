# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` installs, and that what it installs names each other rightly.
#   cmake -DSOURCE=<project> -DBUILD=<build folder> -DSCRATCH=<folder> -DVERSION=<of the project> -P tests/installation.cmake
cmake_minimum_required(VERSION 3.25)

set(id io.github.paperdawn.Paperdawn)
set(expected
    bin/paperdawn
    bin/paperdawnctl
    share/applications/${id}.desktop
    share/doc/paperdawn/LICENSE
    share/doc/paperdawn/copyright
    share/icons/hicolor/scalable/apps/${id}.svg
    share/man/man1/paperdawn.1
    share/man/man1/paperdawnctl.1
    share/man/zh_CN/man1/paperdawn.1
    share/man/zh_CN/man1/paperdawnctl.1
    share/metainfo/${id}.metainfo.xml
    share/mime/packages/${id}.xml)
foreach(size 16 22 24 32 48 64 128 256 512)
    list(APPEND expected share/icons/hicolor/${size}x${size}/apps/${id}.png)
endforeach()

function(must_equal what actual expected)
    if(NOT actual STREQUAL expected)
        list(JOIN actual "\n  " actual)
        list(JOIN expected "\n  " expected)
        message(SEND_ERROR "${what}:\n  ${actual}\nexpected:\n  ${expected}")
    endif()
endfunction()

# values(<variable> <file> <regular expression with one group>): what the group holds, wherever it matches
function(values variable file expression)
    file(STRINGS "${file}" lines REGEX "${expression}" ENCODING UTF-8)
    set(found "")
    foreach(line IN LISTS lines)
        string(REGEX MATCH "${expression}" match "${line}")
        list(APPEND found "${CMAKE_MATCH_1}")
    endforeach()
    list(SORT found)
    set(${variable} "${found}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${SCRATCH}")
execute_process(COMMAND "${CMAKE_COMMAND}" -E env "DESTDIR=${SCRATCH}"
    "${CMAKE_COMMAND}" --install "${BUILD}" --prefix /usr OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
set(share "${SCRATCH}/usr/share")

file(GLOB_RECURSE installed RELATIVE "${SCRATCH}/usr" "${SCRATCH}/*")
list(SORT installed)
list(SORT expected)
must_equal("Installed" "${installed}" "${expected}")

set(metainfo "${share}/metainfo/${id}.metainfo.xml")
values(defined "${share}/mime/packages/${id}.xml" "<mime-type type=\"([^\"]+)\"")
values(told "${metainfo}" "<mediatype>([^<]+)<")
must_equal("Media types of the metainfo" "${told}" "${defined}")
values(opened "${share}/applications/${id}.desktop" "^MimeType=(.+);$")
list(SORT opened)
must_equal("Media types of the desktop file" "${opened}" "${defined}")
values(icon "${share}/applications/${id}.desktop" "^Icon=(.+)$")
must_equal("Icon of the desktop file" "${icon}" "${id}")

file(READ "${metainfo}" text)
string(REGEX MATCH "<release version=\"([^\"]+)\"" newest "${text}")
must_equal("Newest release of the metainfo" "${CMAKE_MATCH_1}" "${VERSION}")

# What packaging/dev installs to run a build, the .deb depends on.
file(READ "${BUILD}/CPackConfig.cmake" package)
string(REGEX MATCH "CPACK_DEBIAN_PACKAGE_DEPENDS \"([^\"]+)\"" match "${package}")
string(REPLACE ", " ";" depends "${CMAKE_MATCH_1}")
file(READ "${SOURCE}/packaging/dev" dev)
string(REGEX MATCH "\nto_run\\(\\) {[^}]*\nTABLE" table "${dev}")
string(REGEX MATCHALL "\n[a-z0-9-]+ +(plugin|font|file) " rows "${table}")
if(NOT rows)
    message(SEND_ERROR "There is no table to_run in packaging/dev.")
endif()
foreach(row IN LISTS rows)
    string(REGEX MATCH "[a-z0-9-]+" needed "${row}")
    if(NOT needed IN_LIST depends)
        message(SEND_ERROR "The .deb does not depend on ${needed}, which packaging/dev installs to run a build.")
    endif()
endforeach()

file(REMOVE_RECURSE "${SCRATCH}")
