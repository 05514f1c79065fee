#!/usr/bin/env bash
# All figures of docs/performance.md in one run, as one table, beside the limits of the machine. Nothing here
# passes or fails: what is counted (statements, octets, round trips an event) is in the tests.
# Wants redis-server, postgresql, wrk, python3, and a Release build; about half an hour on two cores.
#   bash tests/bench.sh [ENTERPRISES, default 20000]
set -uo pipefail
cd "$(dirname "$0")/.."
enterprises=${1:-20000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
credit=src/CreditScoring.Cli/bin/Release/net10.0/credit
# One pack: the points of quality violations, with the events and calendars that it reads.
default=$work/rules
mkdir -p "$default/cn"
cp -r rules/events rules/calendars "$default/"
cp -r rules/cn/product-quality-points "$default/cn/"

row() { printf '%-52s %14s %14s %10s\n' "$1" "$2" "$3" "$4"; }
load() { cut -d' ' -f1 /proc/loadavg; }

printf '%-52s %14s %14s %10s\n' "what" "a second" "us of CPU each" "/ XADD"

# The machine, with nothing of ours.
fsync=$(python3 - "$work/fsync" <<'PYTHON'
import os, sys, time
at = os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY)
began, count = time.time(), 0
while time.time() - began < 3:
    os.write(at, b"x" * 4096)
    os.fsync(at)
    count += 1
print(round(count / (time.time() - began)))
PYTHON
)
row "fsync of 4 KiB" "$fsync" "" ""
insert=$(python3 - "$work/raw.db" <<'PYTHON'
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode=WAL")
db.execute("PRAGMA synchronous=FULL")
db.execute("CREATE TABLE e (source TEXT, id TEXT, body TEXT, PRIMARY KEY (source, id)) WITHOUT ROWID")
began, count = time.time(), 0
while time.time() - began < 3:
    db.execute("BEGIN")
    db.executemany("INSERT INTO e VALUES ('s', ?, ?)", [(f"{count + i:012}", "x" * 450) for i in range(2000)])
    db.execute("COMMIT")
    count += 2000
print(round(count / (time.time() - began)))
PYTHON
)
row "SQLite alone: rows of 450 octets, 2,000 a commit" "$insert" "" ""

# From Redis to what goes out.
throughput() {
  local name=$1; shift
  bash tests/redis-throughput.sh "$@" >"$work/out" 2>&1 || { tail -3 "$work/out"; return; }
  local rate ratio cpu
  rate=$(grep -oE 'acknowledged: [0-9,]+' "$work/out" | grep -oE '[0-9,]+')
  ratio=$(grep -oE 'ratio [0-9.]+' "$work/out" | cut -d' ' -f2)
  cpu=$(grep -oE '[0-9]+ us in the second half' "$work/out" | cut -d' ' -f1)
  row "$name" "$rate" "$cpu" "$ratio"
  row "  allocated, KB an event" "$(grep -oE 'allocated: [0-9.]+' "$work/out" | cut -d' ' -f2)" "" ""
}
throughput "Redis -> SQLite -> out, one pack, by enterprise" "$enterprises" "$default"
throughput "  the same, by day" --by-day "$enterprises" "$default"
throughput "Redis -> SQLite -> out, all packs, by enterprise" "$enterprises"
throughput "  the same, by day" --by-day "$enterprises"
throughput "Redis -> PostgreSQL -> out, one pack, by enterprise" --postgres "$enterprises" "$default"
throughput "  the same, by day" --postgres --by-day "$enterprises" "$default"

# Replay from the record.
bash tests/replay-throughput.sh $((enterprises * 10)) >"$work/out" 2>&1
rate=$(grep -oE 'replay: [0-9,]+' "$work/out" | grep -oE '[0-9,]+')
used=$(grep -oE '[0-9.]+ s of processor' "$work/out" | cut -d' ' -f1)
row "replay from SQLite, all packs" "$rate" "$(python3 -c "print(round($used * 1e6 / ($enterprises * 10)))")" ""

# Events of a file, judged on the command line.
"$credit" sample --enterprises "$enterprises" --years 3 2>/dev/null >"$work/events.ndjson"
events=$(wc -l <"$work/events.ndjson")
for rules in "$default" rules; do
  TIMEFORMAT='%R %U %S'
  spent=$({ time "$credit" assess --events "$work/events.ndjson" --on 2025-12-31 --rules "$rules" --json >/dev/null 2>&1; } 2>&1)
  name=$([ "$rules" = rules ] && echo "all packs" || echo "one pack")
  row "credit assess, $name" "$(python3 -c "r, u, s = map(float, '$spent'.split()); print(f'{$events / r:,.0f}')")" \
    "$(python3 -c "r, u, s = map(float, '$spent'.split()); print(round((u + s) * 1e6 / $events))")" ""
done

# A standing read while events come in.
bash tests/read-latency.sh 1000 >"$work/out" 2>&1
row "read of a standing at 1,000 events/s, p50 ms" "$(grep -oE 'p50 [0-9.]+' "$work/out" | cut -d' ' -f2)" "" ""
row "  p99 ms" "$(grep -oE 'p99 [0-9.]+' "$work/out" | cut -d' ' -f2)" "" ""

# Everybody judged by two laws.
bash tests/backtest.sh $((enterprises * 5)) >"$work/out" 2>&1
row "back-test, events" "$(grep -oE '[0-9,]+ events/s +[0-9]+ of' "$work/out" | cut -d' ' -f1)" \
  "$(grep 'of our process' "$work/out" | grep -oE '[0-9.]+ us' | cut -d' ' -f1)" ""
row "  sums and bands in SQL by hand, events" "$(grep 'SQL by hand' "$work/out" | grep -oE '[0-9,]+ events/s' | cut -d' ' -f1)" "" ""
echo "$(nproc) cores, load $(load); $(uname -m); .NET $(dotnet --version)"
