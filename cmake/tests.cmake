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

# What the programs of the tests share; they see the insides of the library.
function(pv_add_test_support)
  file(GLOB support CONFIGURE_DEPENDS support/*.c)
  list(FILTER support EXCLUDE REGEX "/fuzz_main\\.c$")
  add_library(proviso_test_support STATIC ${support})
  target_include_directories(
    proviso_test_support PUBLIC ${PROJECT_SOURCE_DIR}/src ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(
    proviso_test_support PUBLIC proviso proviso_flags PkgConfig::PCRE2 PkgConfig::LIBXML2
                                PkgConfig::LIBZIP
                                PkgConfig::UTF8PROC PkgConfig::NETTLE PkgConfig::CMOCKA)
endfunction()

function(pv_add_test_program name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE proviso_test_support)
endfunction()

# unit/text/test_token.c is unit.text.token.
function(pv_add_unit_tests)
  file(GLOB programs CONFIGURE_DEPENDS unit/*/test_*.c)
  foreach(program IN LISTS programs)
    string(REGEX REPLACE ".*/unit/([a-z_0-9]+)/test_([a-z_0-9]+)\\.c$" "unit.\\1.\\2" name
                         ${program})
    pv_add_test_program(${name} ${program})
    pv_add_test(${name} ${name})
  endforeach()
endfunction()

# compare/sentences.c compares the machine with the reference matcher; here on our own contracts.
function(pv_add_comparison)
  pv_add_test_program(compare.sentences compare/sentences.c)
  pv_add_test(compare.sentences compare.sentences corpus/agreements)
endfunction()

# fuzz/fuzz_token.c is fuzz.token: with libFuzzer where that was asked for, else with a main of our
# own, which runs the seeds and a fixed number of mutations of them.
function(pv_add_fuzz_tests)
  file(GLOB fuzzers CONFIGURE_DEPENDS fuzz/fuzz_*.c)
  foreach(fuzzer IN LISTS fuzzers)
    string(REGEX REPLACE ".*/fuzz_([a-z_0-9]+)\\.c$" "\\1" name ${fuzzer})
    set(seeds ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
    if(PV_FUZZERS)
      pv_add_test_program(fuzz.${name} ${fuzzer})
      target_link_options(fuzz.${name} PRIVATE -fsanitize=fuzzer)
      set(found ${CMAKE_CURRENT_BINARY_DIR}/corpus/${name}) # what it finds goes here
      file(MAKE_DIRECTORY ${found})
      set(arguments -seed=1 -max_total_time=5 -timeout=10 ${found})
    else()
      pv_add_test_program(fuzz.${name} ${fuzzer} support/fuzz_main.c)
      set(arguments)
    endif()
    pv_add_test(fuzz.${name} fuzz.${name} ${arguments} ${seeds})
  endforeach()
endfunction()

# golden/tokens/ is golden.tokens; cli/scan.test is cli.scan.
function(pv_add_program_tests)
  file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true golden/*)
  foreach(folder IN LISTS folders)
    if(IS_DIRECTORY ${folder})
      cmake_path(GET folder FILENAME name)
      pv_add_test(golden.${name} tests/golden/run --bin $<TARGET_FILE:proviso_cli> ${folder})
    endif()
  endforeach()
  file(GLOB scripts CONFIGURE_DEPENDS cli/*.test)
  foreach(script IN LISTS scripts)
    cmake_path(GET script STEM name)
    pv_add_test(cli.${name} tests/cli/run --bin $<TARGET_FILE:proviso_cli> ${script})
  endforeach()
  file(GLOB cases CONFIGURE_DEPENDS checks/*.cases)
  pv_add_test(checks tests/checks/run --bin $<TARGET_FILE:proviso_cli> ${cases})
  pv_add_test(spec.report tests/spec/report --bin $<TARGET_FILE:proviso_cli> corpus/agreements
              corpus/hard-negatives corpus/portfolio)
  pv_add_test(spec.contracts tests/spec/report --bin $<TARGET_FILE:proviso_cli> ../shared/cuad/txt)
  pv_add_test(portfolio.scenario tests/portfolio/run --bin $<TARGET_FILE:proviso_cli>
              corpus/portfolio/dispute corpus/portfolio/clean)
  pv_add_test(spec.grammars $<TARGET_FILE:proviso_cli> grammar test grammars)
  if(NOT PV_SANITIZE) # twelve seconds become minutes
    pv_add_test(spec.examples tests/spec/examples --bin $<TARGET_FILE:proviso_cli> --least 85
                grammars)
  endif()
  pv_add_test(spec.packs tests/spec/report --bin $<TARGET_FILE:proviso_cli> --grammar
              corpus/packs/data-protection corpus/packs/data-protection/agreement.txt)
  pv_add_test(spec.sessions tests/spec/session --bin $<TARGET_FILE:proviso_cli> docs/tutorial.md
              corpus/packs/data-protection/README.md README.md)
  pv_add_test(spec.exact tests/spec/exact --bin $<TARGET_FILE:proviso_cli> corpus
              ../shared/cuad/txt)
  pv_add_test(pathological tests/pathological/run --bin $<TARGET_FILE:proviso_cli>)
  set(slower)
  if(PV_SANITIZE)
    set(slower --slower 10)
  endif()
  pv_add_test(hostile tests/hostile/run --bin $<TARGET_FILE:proviso_cli> ${slower})
  pv_add_test(install.consumers tests/install/run ${PROJECT_BINARY_DIR} ${CMAKE_C_COMPILER}
              ${PV_SANITIZE})
endfunction()

function(pv_add_lint_tests)
  file(GLOB grammars CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammars/*/*.xml
       ${PROJECT_SOURCE_DIR}/corpus/packs/*/*.xml)
  pv_add_test(lint.format tools/format --check)
  pv_add_test(lint.layers tests/layers.sh)
  pv_add_test(lint.spelling codespell)
  pv_add_test(lint.man mandoc -T lint -W warning docs/proviso.1)
  pv_add_test(lint.grammars xmllint --noout --relaxng grammars/schema/grammar.rng ${grammars})
endfunction()
