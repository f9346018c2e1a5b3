# Writes OUTPUT, a header with the sum of the sources that say what a compiled grammar looks like: one
# that was written by a program of other sources is not read.
file(GLOB sources ${SOURCES}/base/*.[ch] ${SOURCES}/text/*.[ch] ${SOURCES}/value/*.[ch]
     ${SOURCES}/grammar/*.[ch] ${SOURCES}/match/*.[ch])
foreach(source IN LISTS sources)
  file(SHA256 ${source} sum)
  string(APPEND sums ${sum})
endforeach()
string(SHA256 identity "${sums}")
file(WRITE ${OUTPUT} "#define PV_IDENTITY \"${identity}\"\n")
