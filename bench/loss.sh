#!/bin/sh
# Times the simulation of losses: the full model, and the plain task of PlainTask.java (one-factor lognormal losses, their sums and
# percentiles) here, in numpy and in R, alternating, and compares all percentiles.
#   bench/loss.sh [companies] [draws] [rounds] [threads]
# Needs a JDK 17+, Maven, and for the peers python3 with numpy (PYTHON names another) and Rscript; a peer that is missing is left out.
# Every process does its task once unmeasured and three times measured, from drawing to percentiles.
set -eu
companies=${1:-500} draws=${2:-100000} rounds=${3:-5} threads=${4:-2}
here=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/ausfall-bench-loss
rm -rf "$work"
mkdir -p "$work"
python=${PYTHON:-python3}
[ -n "${AUSFALL_BENCH_BUILT:-}" ] || (cd "$here" && mvn -q -B ${MAVEN_ARGS:-} -Pbench -pl core,ingest,bench package -DskipTests)
path="$here/core/target/classes:$here/ingest/target/classes:$here/bench/target/classes:$(cat "$here/bench/target/classpath")"

measured() { # name, then the command
  name=$1
  shift
  /usr/bin/time -f "%M" -o "$work/$name.memory" "$@" > "$work/$name.out"
  grep '^time' "$work/$name.out" >> "$work/$name.times"
  grep '^quantile' "$work/$name.out" > "$work/$name.quantiles" || true
}

ausfall() { # name, task, threads
  measured "$1" java -Xmx900m -XX:+UseSerialGC -cp "$path" org.ausfall.bench.LossRun "$2" "$companies" "$draws" "$3" 3 "$here/data"
}

round=0
while [ $round -lt "$rounds" ]; do
  ausfall full full "$threads"
  ausfall plain plain "$threads"
  ausfall full1 full 1
  ausfall plain1 plain 1
  ! "$python" -c 'import numpy' 2>/dev/null || measured numpy "$python" "$here/bench/plain.py" "$companies" "$draws" 3
  ! command -v Rscript >/dev/null || measured R Rscript "$here/bench/plain.R" "$companies" "$draws" 3
  round=$((round + 1))
done

median() { awk -v c="$2" '{print $c}' "$work/$1.times" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
least() { awk -v c="$2" '{print $c}' "$work/$1.times" | sort -n | head -n 1; }

echo "$companies companies x $draws draws, $threads threads, medians (and least) of $((3 * rounds))"
for name in full plain full1 plain1 numpy R; do
  [ -s "$work/$name.times" ] || continue
  awk -v n="$name" -v e="$(median $name 2)" -v l="$(least $name 2)" -v p="$(median $name 3)" -v m="$(cat "$work/$name.memory")" \
    -v size="$companies" -v draws="$draws" 'BEGIN {
      printf "%s: %.3f s elapsed (%.3f), %.3f s of processor, %.1f (%.1f) million company-draws a second, %d MB\n",
        n, e, l, p, size * draws / e / 1e6, size * draws / l / 1e6, m / 1024 }'
done
ratio() { # what, name, name
  [ -s "$work/$2.times" ] && [ -s "$work/$3.times" ] || return 0
  awk -v w="$1" -v a="$(median "$2" 2)" -v b="$(median "$3" 2)" -v c="$(least "$2" 2)" -v d="$(least "$3" 2)" \
    -v e="$(median "$2" 3)" -v f="$(median "$3" 3)" \
    'BEGIN {printf "%s: %.2f elapsed (%.2f by the least), %.2f processor\n", w, a / b, c / d, e / f}'
}
ratio "the full model over the plain task" full plain
ratio "numpy over the plain task" numpy plain
ratio "R over the plain task" R plain
ratio "numpy over the plain task on one thread" numpy plain1
ratio "R over the plain task on one thread" R plain1

# Companies against the exact percentile exp(mu + z), sums against those computed here, both in Monte Carlo standard errors.
for name in plain numpy R; do
  [ -s "$work/$name.quantiles" ] || continue
  awk -v n="$draws" -v name="$name" '
    function normal(p) { return p == 0.5 ? 0 : p < 0.5 ? -1.6448536269514722 : 1.6448536269514722 }
    FNR == NR { if ($2 == -1) { sum[$3] = $4; error[$3] = $5 }; next }
    $2 >= 0 {
      z = normal($3); exact = exp(10 + $2 / 250 + z)
      se = exact * sqrt($3 * (1 - $3) / n) / (exp(-z * z / 2) / 2.5066282746310002)
      d = ($4 - exact) / se; if (d < 0) d = -d; if (d > worst) worst = d; count++
    }
    $2 == -1 { d = ($4 - sum[$3]) / error[$3] / sqrt(2); if (d < 0) d = -d; if (d > far) far = d }
    END { printf "%s: %d percentiles of companies within %.1f standard errors of the exact ones, the sum within %.1f of ours%s\n",
      name, count, worst, far, worst < 5 && far < 4 ? "" : ": NOT THE SAME TASK"; exit !(worst < 5 && far < 4) }' \
    "$work/plain.quantiles" "$work/$name.quantiles"
done
