#!/bin/sh
# Compares the scanner of own CSV with its peers and ends with the table of docs/performance.md; about 8 minutes on two idle cores, and 6 GB of disk.
#   bench/all.sh [rounds]
set -eu
rounds=${1:-3}
scan="$(dirname "$0")/scan.sh"
table=$(mktemp)
trap 'rm -f "$table"' EXIT
export AUSFALL_BENCH_TABLE="$table"
"$scan" 2000000 1000 none site "$((rounds + 2))"
export AUSFALL_BENCH_BUILT=yes
"$scan" 20000000 1000 none site "$rounds"
"$scan" 20000000 1000 5m site "$rounds"
"$scan" 20000000 10000 none site "$rounds"
"$scan" 20000000 1000 none site "$rounds" gz
"$scan" 20000000 1000 none site "$rounds" messy
unset AUSFALL_BENCH_TABLE
comparisons=0
for seed in 1 2 3; do
  for sites in 1 100 1000 10000; do
    "$scan" 200000 "$sites" 5m site 1 hard "$seed"
    "$scan" 200000 "$sites" none location 1 hard "$seed"
    comparisons=$((comparisons + 2))
  done
done
echo
echo "$(date -u +%Y-%m-%d), $(nproc) cores, $(java -version 2>&1 | head -n 1), medians of $rounds alternating rounds (2 M rows: $((rounds + 2)))."
echo "Peer: the time of the other divided by the scanner's, elapsed and of the processor. Tool: the scanner's time divided by the tool's."
echo
echo "| case | scanner, s | processor, s | memory | peer | peer, elapsed | peer, processor | tool | same answers |"
echo "|---|---|---|---|---|---|---|---|---|"
cat "$table"
echo
echo "$comparisons comparisons of 200,000 hard rows with DuckDB: all rows equal."
