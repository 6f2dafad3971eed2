#!/bin/sh
# Runs `ausfall measure` and DuckDB side by side on the same generated measurements, alternating, and compares their answers.
#   bench/scan.sh [rows] [sites] [timeline: none|5m] [by: site|location] [rounds] [style: clean|messy|gz|hard] [seed]
# Messy input has no answer of DuckDB's to compare with: there the peer is the scanner itself on the clean file.
# With AUSFALL_BENCH_TABLE a row of a Markdown table is added to that file. Needs a JDK 17+, Maven, and about 65 bytes of disk a row in ${TMPDIR:-/tmp}. Times are whole processes, in seconds.
set -eu
rows=${1:-2000000} sites=${2:-1000} timeline=${3:-none} by=${4:-site} rounds=${5:-5} style=${6:-clean} seed=${7:-1}
here=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/ausfall-bench
mkdir -p "$work"
[ -n "${AUSFALL_BENCH_BUILT:-}" ] || (cd "$here" && mvn -q -B ${MAVEN_ARGS:-} -Pbench -pl core,ingest,bench package -DskipTests)
path="$here/core/target/classes:$here/ingest/target/classes:$here/bench/target/classes:$(cat "$here/bench/target/classpath")"

generate() { # style; prints the file's name
  name="$work/$rows-$sites-$1$([ "$seed" = 1 ] || echo "-$seed").csv"
  [ -s "$name" ] || java -cp "$path" org.ausfall.bench.Generator "$rows" "$sites" 20 "$seed" "$1" "$name"
  cat "$name" > /dev/null
  echo "$name"
}

case $style in
  messy) file=$(generate messy) peer_file=$(generate clean) ;;
  hard) file=$(generate hard) peer_file=$file ;;
  *) file=$(generate clean) peer_file=$file ;;
esac
if [ "$style" = gz ]; then
  [ -s "$file.gz" ] || gzip -k -6 "$file"
  file="$file.gz"
  peer_file=$file
  cat "$file" > /dev/null
fi

timed() { # name, then the command
  name=$1
  shift
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" > "$work/$name.out" 2> "$work/$name.err" ||
    { cat "$work/$name.err" >&2; exit 1; }
  awk '{print $0, $2 + $3}' "$work/time" >> "$work/$name.times"
}

ausfall() { # name, file
  timed "$1" "$here/ausfall" measure "$2" --window 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z \
    --baseline 2017-02-27T17:37:00Z/2017-02-28T17:37:00Z --by "$([ "$by" = site ] && echo site || echo site,location)" \
    --timeline "$timeline" --max-bad-rows 5% --quiet --out "$work/$1"
}

peer() {
  if [ "$style" = messy ]; then
    ausfall clean "$peer_file"
  else
    timed duckdb java -cp "$path" org.ausfall.bench.DuckDbRun "$peer_file" "$timeline" "$by" "$work/duckdb"
  fi
}

median() { # name, column
  awk -v c="$2" '{print $c}' "$work/$1.times" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}

rm -rf "$work/scanner" "$work/duckdb" "$work/clean"
# The first run makes what later ones start from: the class-data archive.
ausfall scanner "$file"
rm -f "$work"/*.times
other=$([ "$style" = messy ] && echo clean || echo duckdb)
round=0
while [ $round -lt "$rounds" ]; do
  ausfall scanner "$file"
  peer
  if [ "$style" = gz ]; then timed gzip sh -c 'exec gzip -dc "$1" > /dev/null' gzip "$file"; else timed wc wc -l "$file"; fi
  round=$((round + 1))
done

ratio() { # name, column, other name: how many times as long the other took, or as much processor time
  awk -v a="$(median "$1" "$2")" -v b="$(median "$3" "$2")" 'BEGIN {printf "%.2f", (a > 0 ? b / a : 0)}'
}

echo "$rows rows, $sites sites, timeline $timeline, by $by, $style, seed $seed; medians of $rounds"
for name in scanner "$other" wc gzip; do
  [ -s "$work/$name.times" ] || continue
  echo "$name: $(median "$name" 1) s elapsed, $(median "$name" 5) s of processor time, $(median "$name" 4) KB"
done
for name in "$other" wc gzip; do
  [ -s "$work/$name.times" ] || continue
  echo "$name takes $(ratio scanner 1 "$name") times as long as the scanner, $(ratio scanner 5 "$name") times the processor time"
done
answers=
if [ "$other" = duckdb ]; then
  answers=$(java -cp "$path" org.ausfall.bench.Compare "$work/scanner" "$work/duckdb" 2>&1) ||
    { echo "$answers" >&2; exit 1; }
  echo "$answers"
fi

# One row of the table of docs/performance.md.
if [ -n "${AUSFALL_BENCH_TABLE:-}" ]; then
  peer="DuckDB $(median "$other" 1) s"
  [ "$other" = duckdb ] || peer="clean $(median clean 1) s, $(($(wc -c < "$file") * 100 / $(wc -c < "$peer_file"))) % of its bytes"
  [ "$style" = gz ] && tool="gzip $(ratio gzip 1 scanner)" || tool="wc $(ratio wc 1 scanner)"
  echo "| $((rows / 1000000)) M rows, $sites sites, time line $timeline, $style | $(median scanner 1) | $(median scanner 5)" \
    "| $(($(median scanner 4) / 1024)) MB | $peer | $(ratio scanner 1 "$other") | $(ratio scanner 5 "$other") | $tool" \
    "| $(echo "$answers" | tr '\n' ' ')|" >> "$AUSFALL_BENCH_TABLE"
fi
