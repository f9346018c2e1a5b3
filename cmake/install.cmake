include(CMakePackageConfigHelpers)

install(
  TARGETS proviso
  EXPORT proviso-targets
  FILE_SET HEADERS)
if(TARGET proviso_cli)
  install(TARGETS proviso_cli)
endif()
install(DIRECTORY grammars DESTINATION ${CMAKE_INSTALL_DATADIR}/proviso)
if(TARGET grammar_image)
  install(FILES ${PROJECT_BINARY_DIR}/grammars.image DESTINATION ${CMAKE_INSTALL_DATADIR}/proviso
          OPTIONAL)
endif()
install(FILES docs/proviso.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/proviso)
install(
  EXPORT proviso-targets
  NAMESPACE proviso::
  DESTINATION ${package})
configure_package_config_file(cmake/proviso-config.cmake.in proviso-config.cmake
                              INSTALL_DESTINATION ${package})
write_basic_package_version_file(proviso-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/proviso-config.cmake
              ${PROJECT_BINARY_DIR}/proviso-config-version.cmake DESTINATION ${package})

# Who links the archive links what it uses, too; the shared library has that in it.
set(PV_PC_REQUIRES "libpcre2-8 libxml-2.0 libzip libutf8proc nettle")
if(BUILD_SHARED_LIBS)
  set(PV_PC_REQUIRES_KIND Requires.private)
else()
  set(PV_PC_REQUIRES_KIND Requires)
endif()
file(RELATIVE_PATH PV_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /) # the tree may be moved
configure_file(cmake/proviso.pc.in proviso.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/proviso.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
