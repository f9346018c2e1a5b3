# Every test runs in the source folder and finds the grammars there.
function(pv_add_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(
    ${name}
    PROPERTIES
      SKIP_RETURN_CODE 77
      ENVIRONMENT
      "PROVISO_GRAMMARS=${PROJECT_SOURCE_DIR}/grammars;UBSAN_OPTIONS=print_stacktrace=1;LC_ALL=C.UTF-8"
  )
endfunction()

# A program of the tests: it sees the insides of the library.
function(pv_add_test_program name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(
    ${name} PRIVATE proviso proviso_flags PkgConfig::PCRE2 PkgConfig::LIBXML2 PkgConfig::UTF8PROC
                    PkgConfig::NETTLE Threads::Threads)
endfunction()

# tests/unit/text/test_token.c becomes unit.text.token.
function(pv_add_unit_tests)
  file(GLOB support CONFIGURE_DEPENDS support/*.c)
  list(FILTER support EXCLUDE REGEX "/fuzz_main\\.c$")
  file(GLOB programs CONFIGURE_DEPENDS unit/*/test_*.c)
  foreach(program IN LISTS programs)
    string(REGEX REPLACE ".*/unit/([a-z_0-9]+)/test_([a-z_0-9]+)\\.c$" "unit.\\1.\\2" name
                         ${program})
    pv_add_test_program(${name} ${program} ${support})
    target_link_libraries(${name} PRIVATE PkgConfig::CMOCKA)
    pv_add_test(${name} ${name})
  endforeach()
endfunction()
