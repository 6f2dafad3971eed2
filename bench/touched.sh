#!/bin/sh
# Times everything that `ausfall report` works out of single measurements (ranges, normal days, shifts, courses, losses) against the
# plain scan of the same file (`ausfall measure --timeline none`), alternating in the same run.
#   bench/touched.sh [rows] [rounds]
# The default, 12,777,600 rows, is 100 sites from 20 locations every five minutes over 22 days and the outage.
# Needs a JDK 17+, Maven, and about 57 bytes of disk a row in ${TMPDIR:-/tmp}. Times are whole processes, in seconds.
set -eu
rows=${1:-12777600} rounds=${2:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/ausfall-touched
event="$work/event-$rows"
mkdir -p "$work"
[ -d "$event" ] || "$here/ausfall" simulate "$here/data/events/aws-s3-2017-02-28" --rows "$rows" --out "$event"
cat "$event/measurements/measurements.csv" > /dev/null

timed() { # name, then the command
  name=$1
  shift
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" > "$work/$name.out" 2> "$work/$name.err" ||
    { cat "$work/$name.err" >&2; exit 1; }
  cat "$work/time" >> "$work/$name.times"
}

scan() {
  timed scan "$here/ausfall" measure "$event/measurements/measurements.csv" \
    --window 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z --timeline none --quiet --out "$work/out/measured"
}

touched() {
  timed touched "$here/ausfall" report "$event" --out "$work/out"
}

median() { # name, column
  awk -v c="$2" '{print $c}' "$work/$1.times" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}

# The first run makes what later ones start from: the class-data archive.
scan
rm -f "$work"/*.times
round=0
while [ $round -lt "$rounds" ]; do
  scan
  touched
  round=$((round + 1))
done

sed -n 3,6p "$work/touched.out"
echo "$rows rows; medians of $rounds"
for name in scan touched; do
  echo "$name: $(median $name 1) s elapsed, $(median $name 2) s user, $(median $name 3) s system, $(median $name 4) KB"
done
awk -v a="$(median touched 1)" -v b="$(median scan 1)" 'BEGIN {printf "everything takes %.2f times as long as the plain scan\n", a / b}'
cat "$work/touched.times" "$work/scan.times" | awk -v n="$rounds" '{c[NR <= n] += $2 + $3}
  END {printf "everything takes %.2f times the processor time\n", c[1] / c[0]}'
