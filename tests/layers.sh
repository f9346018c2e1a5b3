#!/bin/sh
# Fails where a file includes from a folder that src/layers.txt does not list up to its own.
cd "$(dirname "$0")/../src" || exit 2
{
  # A folder that is in no layer would be free to include anything.
  find . -mindepth 2 -name '*.[ch]' | sed 's|^\./\([a-z_]*\)/.*|\1 \1 \1|' | LC_ALL=C sort -u
  grep -rn '^#include "[a-z_]*/' --include='*.[ch]' . |
    sed 's|^\./\([a-z_]*\)/\(.*\):#include "\([a-z_]*\)/.*|\1 \3 \1/\2|'
} | awk '
  FILENAME == "layers.txt" { if ($0 !~ /^#/) rank[$1] = ++count; next }
  !($1 in rank) { print "layers: " $1 "/ is not in src/layers.txt"; bad = 1; next }
  !($2 in rank) || rank[$2] > rank[$1] {
    print "src/" $3 ": layers: " $1 "/ may not include " $2 "/"
    bad = 1
  }
  END { exit bad }' layers.txt -
