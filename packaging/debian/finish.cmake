# SPDX-License-Identifier: GPL-3.0-or-later
# What Debian wants of a package and others do not; cpack runs it over the installed files before it packs them.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
    return()
endif()
set(share "${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share")
set(doc "${share}/doc/${CPACK_PACKAGE_NAME}")
set(project "${CMAKE_CURRENT_LIST_DIR}/../..")

# The licence's text is in every Debian already: copyright says where.
file(REMOVE "${doc}/LICENSE")

# The day of the release stands in the metainfo.
file(READ "${project}/packaging/io.github.paperdawn.Paperdawn.metainfo.xml" metainfo)
string(REGEX MATCH "<release version=\"${CPACK_PACKAGE_VERSION}\" date=\"([^\"]+)\"" release "${metainfo}")
execute_process(COMMAND date --utc --rfc-email "--date=${CMAKE_MATCH_1}"
    OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
file(WRITE "${doc}/changelog.Debian" "\
${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Version ${CPACK_PACKAGE_VERSION}: see changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
configure_file("${project}/CHANGELOG.md" "${doc}/changelog" COPYONLY)
file(GLOB pages "${share}/man/man1/*.1" "${share}/man/*/man1/*.1")
execute_process(COMMAND gzip --best --no-name "${doc}/changelog" "${doc}/changelog.Debian" ${pages}
    COMMAND_ERROR_IS_FATAL ANY)
