#!/bin/sh
# Runs all comparisons of docs/performance.md and prints what they say; about 20 minutes and 6 GB of disk.
#   bench/all.sh [rounds]
set -eu
rounds=${1:-5}
scan="$(dirname "$0")/scan.sh"
"$scan" 2000000 1000 none site "$rounds"
export AUSFALL_BENCH_BUILT=yes
"$scan" 20000000 1000 none site "$rounds"
"$scan" 20000000 1000 5m site "$rounds"
"$scan" 20000000 10000 none site "$rounds"
"$scan" 20000000 1000 none site "$rounds" gz
"$scan" 20000000 1000 none site "$rounds" messy
for seed in 1 2 3; do
  for sites in 1 100 1000 10000; do
    "$scan" 200000 "$sites" 5m site 1 hard "$seed"
    "$scan" 200000 "$sites" none location 1 hard "$seed"
  done
done
