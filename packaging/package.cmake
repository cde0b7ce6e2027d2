# SPDX-License-Identifier: GPL-3.0-or-later
# A .deb and an .rpm, made by CPack of what `cmake --install` installs. packaging/dev package runs it.
set(CPACK_PACKAGE_NAME paperdawn)
set(CPACK_PACKAGE_VENDOR "The Paperdawn developers")
set(CPACK_PACKAGE_CONTACT "The Paperdawn developers <developers@paperdawn.github.io>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reader for the daily preprint list")
set(CPACK_PACKAGE_DESCRIPTION "\
Choose a day of arXiv, bioRxiv or medRxiv, skim every title in the
original language and in Chinese, read the few abstracts that matter,
star papers and export them. What was stored opens without a network.
paperdawnctl works on the same library without a window.")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# dpkg-shlibdeps names the libraries; the rest is what packaging/dev's to_run tells, and Qt's way to a display, which
# Qt only recommends.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "qt6-qpa-plugins, libqt6svg6, fonts-noto-cjk, fonts-dejavu-extra, qt6-translations-l10n, tzdata, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland")
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/debian/finish.cmake")

# Libraries are found by rpm itself. The fonts are only recommended: not every distribution has all of them.
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_GROUP "Applications/Engineering")
set(CPACK_RPM_PACKAGE_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_PACKAGE_REQUIRES "libQt6Svg.so.6()(64bit), tzdata, ca-certificates")
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _buildhost localhost
%define use_source_date_epoch_as_buildtime 1
Recommends: font(notosanscjksc), font(dejavumathtexgyre), qt6-qttranslations, qt6-qtwayland")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/mime /usr/share/mime/packages
    /usr/share/man /usr/share/man/man1 /usr/share/man/zh_CN /usr/share/man/zh_CN/man1
    /usr/share/icons /usr/share/icons/hicolor)
foreach(size scalable 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        "/usr/share/icons/hicolor/${size}" "/usr/share/icons/hicolor/${size}/apps")
endforeach()

include(CPack)
