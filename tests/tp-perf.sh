#!/usr/bin/env bash
# Redis in -> shipped packs -> SQLite (synchronous=FULL) -> tier in Redis -> recommendation out, in one
# run, beside redis-benchmark's XADD of the same size. Wants: redis-server, and a Release build.
#   bash tests/redis-throughput.sh [--postgres] [--by-day] [ENTERPRISES, default 20000] [RULES, default all that ship]
# --postgres: on a throwaway PostgreSQL with its own settings, fsync on, instead of SQLite.
# --by-day: in the order of the days on which they were known, as authorities send; else enterprise by enterprise.
export CREDIT__Rules__TrustFolder=true
set -euo pipefail
cd "$(dirname "$0")/.."
postgres=
byday=
[ "${1:-}" = --postgres ] && { postgres=1; shift; }
[ "${1:-}" = --by-day ] && { byday=1; shift; }
enterprises=${1:-20000}
rules=${2:+--rules $2}
work=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
redis-server --port "$port" --bind 127.0.0.1 --dir "$work" --save '' >"$work/redis.log" & redis=$!
service=
database=
trap 'kill $redis $service $database 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
record="--record $work/credit.db"
if [ -n "$postgres" ]; then
  binaries=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  # It does not run as root, and wants to own its folder.
  as=; [ "$(id -u)" = 0 ] && { as="setpriv --reuid=postgres --regid=postgres --clear-groups"; chmod 755 "$work"; }
  mkdir "$work/pg"; [ -z "$as" ] || chown postgres "$work/pg"
  pgport=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  $as "$binaries/initdb" -D "$work/pg/data" -U postgres --auth=trust --encoding=UTF8 >"$work/initdb.log"
  $as "$binaries/postgres" -D "$work/pg/data" -p "$pgport" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= >"$work/postgres.log" 2>&1 & database=$!
  until "$binaries/pg_isready" -q -h 127.0.0.1 -p "$pgport"; do sleep 0.1; done
  record="--postgres Host=127.0.0.1;Port=$pgport;Username=postgres;Database=postgres"
fi
say() { redis-cli -p "$port" "$@"; }
until [ "$(say ping 2>/dev/null)" = PONG ]; do sleep 0.1; done

credit=src/CreditScoring.Cli/bin/Release/net10.0/credit
"$credit" sample --enterprises "$enterprises" --years 3 >"$work/events.ndjson"
events=$(wc -l <"$work/events.ndjson")
size=$(($(wc -c <"$work/events.ndjson") / events))

echo "redis-benchmark, XADD of $size octets, -P 100:"
redis-benchmark -p "$port" -n 300000 -P 100 -c 10 -q XADD bench '*' event "$(head -c "$size" /dev/zero | tr '\0' x)" \
  | tr '\r' '\n' | grep 'per second' | tee "$work/bench"
say del bench >/dev/null
ceiling=$(grep -oE '[0-9.]+ requests' "$work/bench" | tail -1 | cut -d. -f1)

# Length-prefixed, since events hold spaces and quotes.
python3 - "$work/events.ndjson" $byday >"$work/adds" <<'PYTHON'
import json, sys
def known(line):
    event = json.loads(line)
    return max(event["occurredOn"], event.get("decidedOn") or "")
lines = [line.rstrip(b"\n") for line in open(sys.argv[1], "rb")]
if len(sys.argv) > 2:
    lines.sort(key=known)
out = sys.stdout.buffer
for text in lines:
    out.write(b"*5\r\n$4\r\nXADD\r\n$13\r\ncredit:events\r\n$1\r\n*\r\n$5\r\nevent\r\n$%d\r\n%s\r\n" % (len(text), text))
PYTHON
say --pipe <"$work/adds" >/dev/null
echo "$events events of $enterprises enterprises are in the stream, $([ -n "$byday" ] && echo "by day" || echo "enterprise by enterprise")"

web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
DOTNET_PerfMapEnabled=1 DOTNET_GCName=libclrgc.so DOTNET_EnableWriteXorExecute=0 dotnet src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll $record \
  $rules --redis "127.0.0.1:$port" --urls "http://127.0.0.1:$web" >"$work/service.log" 2>&1 & service=$!
until say xinfo groups credit:events 2>/dev/null | grep -q credit; do sleep 0.05; done
# Processor time of the service and of Redis: other load on the machine moves it little.
spent() { awk -v hz="$(getconf CLK_TCK)" '{ print ($14 + $15) / hz }' "/proc/$1/stat"; }
allocated() { curl -s "http://127.0.0.1:$web/metrics" | awk '/^dotnet_gc_heap_total_allocated/ { printf "%.0f", $2 }'; }
began=$(date +%s.%N)
start=$(spent $service)
# The second half is told apart: by then everything is compiled.
read_so_far() { say xinfo groups credit:events | grep -A1 '^entries-read' | tail -1; }
until [ "$(read_so_far)" -ge $((events / 2)) ]; do sleep 0.1; done
perf record -o /tmp/bt/perf.data -F 199 -g -p $service -- sleep 25 >/dev/null 2>&1 & half=$(spent $service) halved=$(read_so_far) made=$(allocated)
until [ "$(say xpending credit:events credit | head -1)" = 0 ] && say xinfo groups credit:events | grep -A1 '^lag' | tail -1 | grep -qx 0
do sleep 0.1; done
kept=$(date +%s.%N) made=$(($(allocated) - made))
# All of it is out when the copy has come as far as the record, twice the same.
last=; while now="$(say get credit:tiers) $(say xinfo stream credit:recommendations | grep -A1 last-generated-id | tail -1)"; [ "$now" != "$last" ]
do last=$now; sleep 0.5; done
out=$(date +%s.%N)
python3 - "$events" "$began" "$kept" "$out" "$ceiling" "$(spent $service)" "$(spent $redis)" "$start" \
  "$half" "$halved" "$made" <<'PYTHON'
import sys
events, began, kept, out, ceiling, service, redis, start, half, halved, made = map(float, sys.argv[1:])
rate = events / (kept - began)
print(f"kept and acknowledged: {rate:,.0f} events/s in {kept - began:.1f} s; tiers and recommendations out"
      f" at most {out - kept - 0.5:.1f} s later; redis-benchmark {ceiling:,.0f}/s, ratio {rate / ceiling:.3f}")
print(f"processor time: service {(service - start) / events * 1e6:.0f} us an event,"
      f" {(service - half) / (events - halved) * 1e6:.0f} us in the second half (and {start:.1f} s until it took the first one), redis {redis / events * 1e6:.0f} us")
print(f"allocated: {made / (events - halved) / 1000:.1f} KB an event in the second half")
PYTHON
echo "$(say xlen credit:recommendations) recommendations, $(say dbsize) keys, dead letters $(say xlen credit:dead-letters)"
