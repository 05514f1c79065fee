#!/usr/bin/env bash
# How long a standing takes over HTTP while events come in from Redis at a steady rate: p50, p99.
# Wants redis-server, wrk, and a Release build.
#   bash tests/read-latency.sh [EVENTS_PER_SECOND, default 5000] [RULES, default all that ship] [PAUSE, default 2]
# Two readers, each asking again PAUSE milliseconds after its answer; 0: as fast as they can.
export CREDIT__Rules__TrustFolder=true
set -euo pipefail
cd "$(dirname "$0")/.."
rate=${1:-5000}
rules=${2:+--rules $2}
pause=${3:-2}
seconds=20
work=$(mktemp -d)
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free) web=$(free)
redis-server --port "$port" --bind 127.0.0.1 --dir "$work" --save '' >"$work/redis.log" & redis=$!
service= feeder=
trap 'kill $redis $service $feeder 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
until [ "$(redis-cli -p "$port" ping 2>/dev/null)" = PONG ]; do sleep 0.1; done
events=$((rate * (seconds + 20)))
src/CreditScoring.Cli/bin/Release/net10.0/credit sample --enterprises $((events / 5 + 1)) --years 3 \
  2>/dev/null >"$work/events.ndjson"
dotnet src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll --record "$work/credit.db" \
  $rules --redis "127.0.0.1:$port" --urls "http://127.0.0.1:$web" >"$work/service.log" 2>&1 & service=$!
until curl -sf "http://127.0.0.1:$web/health/live" >/dev/null; do sleep 0.1; done

# A tenth of a second's events at a time, over one connection.
python3 - "$work/events.ndjson" "$port" "$rate" $((seconds + 15)) <<'PYTHON' &
import socket, sys, time, threading
lines = [line.rstrip(b"\n") for line in open(sys.argv[1], "rb")]
rate, seconds = int(sys.argv[3]), int(sys.argv[4])
redis = socket.create_connection(("127.0.0.1", int(sys.argv[2])))
def drain():
    while redis.recv(65536):
        pass
threading.Thread(target=drain, daemon=True).start()
began = time.time()
for tick in range(seconds * 10):
    part = lines[tick * rate // 10:(tick + 1) * rate // 10]
    redis.sendall(b"".join(b"*5\r\n$4\r\nXADD\r\n$13\r\ncredit:events\r\n$1\r\n*\r\n$5\r\nevent\r\n$%d\r\n%s\r\n"
        % (len(line), line) for line in part))
    time.sleep(max(0, began + (tick + 1) / 10 - time.time()))
PYTHON
feeder=$!
sleep 12   # Enough is known by then, and the program is warm.
python3 - "$work/events.ndjson" $((rate * 6)) "$pause" >"$work/ask.lua" <<'PYTHON'
import json, sys
known = []
for number, line in enumerate(open(sys.argv[1])):
    if number == int(sys.argv[2]):
        break
    subject = json.loads(line).get("subject")
    if subject and subject["kind"] == "operator":
        known.append(subject["id"])
if int(sys.argv[3]) > 0:
    print(f"function delay() return {int(sys.argv[3])} end")
print("local known = {" + ",".join(f'"{each}"' for each in known[::7]) + "}")
print("""
request = function() return wrk.format("GET", "/v1/enterprises/" .. known[math.random(#known)]) end
local threads = {}
function setup(thread) table.insert(threads, thread) end
done = function(summary, latency)
  io.write(string.format("asked %d, not answered with 200: %d; p50 %.2f ms, p99 %.2f ms, worst %.1f ms\\n",
    summary.requests, summary.errors.status, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end""")
PYTHON
before=$(curl -s "http://127.0.0.1:$web/health/ready" | python3 -c 'import json, sys; print(json.load(sys.stdin)["events"])')
wrk -t1 -c2 -d${seconds}s -s "$work/ask.lua" "http://127.0.0.1:$web" | grep -E '^asked|Requests/sec'
after=$(curl -s "http://127.0.0.1:$web/health/ready" | python3 -c 'import json, sys; print(json.load(sys.stdin)["events"])')
echo "meanwhile $(((after - before) / seconds)) events/s were kept, of $rate sent; load $(cut -d' ' -f1 /proc/loadavg)"
