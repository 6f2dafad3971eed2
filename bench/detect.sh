#!/bin/sh
# Runs `ausfall detect` beside the plain scan of the same file (`ausfall measure` without a time line), alternating.
#   bench/detect.sh [rows] [rounds]        the usual 12,700,800 rows are 100 sites x 20 locations x 22 days at 5 minutes
# Needs about 57 bytes of disk a row in ${TMPDIR:-/tmp}. Times are whole processes, in seconds; memory in KB, of the process.
set -eu
rows=${1:-12700800} rounds=${2:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/ausfall-bench
mkdir -p "$work"
folder="$work/detect-$rows"
[ -d "$folder" ] || "$here/ausfall" simulate "$here/data/events/aws-s3-2017-02-28" --rows "$rows" --out "$folder" > /dev/null
file=$(ls "$folder"/measurements/*.csv)
cat "$file" > /dev/null

timed() { # name, then the command
  name=$1
  shift
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" > "$work/$name.out"
  cat "$work/time" >> "$work/$name.times"
}

median() { # name, column
  awk -v c="$2" '{print $c}' "$work/$1.times" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}

rm -rf "$work/plain" "$work/detected" "$work/plain.times" "$work/detect.times"
round=0
while [ $round -lt "$rounds" ]; do
  timed plain "$here/ausfall" measure "$file" --window 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z --timeline none --out "$work/plain"
  timed detect "$here/ausfall" detect "$file" --out "$work/detected"
  round=$((round + 1))
done

echo "$rows rows; medians of $rounds"
for name in plain detect; do
  echo "$name: $(median "$name" 1) s elapsed, $(median "$name" 2) s user, $(median "$name" 3) s system, $(median "$name" 4) KB"
done
cat "$work/plain.times" "$work/detect.times" | awk -v n="$rounds" '{e[NR <= n] += $1; c[NR <= n] += $2 + $3}
  END {printf "detect takes %.2f times as long as the plain scan, %.2f times the processor time\n", e[0] / e[1], c[0] / c[1]}'
cat "$work/detect.out"
