#!/usr/bin/env bash
# How many questions a second the demo answers to whoever shows a key, and how long they take: a standing,
# a page of a list, an explanation; each alone, and while a program sends events over HTTP.
# Wants wrk and a Release build.
#   bash tests/load.sh [SECONDS a measurement, default 15] [READERS, default 20]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-15} readers=${2:-20}
work=$(mktemp -d)
web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
service= feeder=
trap 'kill $service $feeder 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
# One person asks for all readers here, more than anybody may.
export CREDIT__Access__Mode=keys CREDIT__Limits__CallerPerMinute=0 CREDIT__Limits__AddressPerMinute=0
dotnet src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll --demo \
  --urls "http://127.0.0.1:$web" >"$work/demo.txt" 2>&1 & service=$!
until grep -q "密钥位于" "$work/demo.txt"; do sleep 0.5; done
keys=$(sed -n 's/.*密钥位于 //p' "$work/demo.txt")
ask() { curl -sf -H "Authorization: Bearer $(cat "$keys/$1.key")" "http://127.0.0.1:$web$2"; }
ask viewer '/v1/enterprises?limit=1000' >"$work/list.json"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$web/v1/enterprises")" = 401 ] \
  || { echo "answered without a key"; exit 1; }

script() { # a path with %s for an enterprise
  python3 - "$work/list.json" "$keys/officer.key" "$1" <<'PYTHON'
import json, sys
known = sorted({each["subject"] for each in json.load(open(sys.argv[1]))["items"]})
print("local known = {" + ",".join(f'"{each}"' for each in known) + "}")
print(f'wrk.headers["Authorization"] = "Bearer {open(sys.argv[2]).read().strip()}"')
print(f'request = function() return wrk.format("GET", string.format("{sys.argv[3]}", known[math.random(#known)])) end')
print("""
done = function(summary, latency)
  io.write(string.format("%8.0f/s  p50 %6.2f ms  p99 %6.2f ms  not 200: %d",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status))
end""")
PYTHON
}
measure() {
  script "$2" >"$work/ask.lua"
  wrk -t1 -c3 -d3s -s "$work/ask.lua" "http://127.0.0.1:$web" >/dev/null
  printf '%-28s %s  load %s\n' "$1" "$(wrk -t1 -c"$readers" -d"${seconds}s" -s "$work/ask.lua" \
    "http://127.0.0.1:$web" | grep ' ms ')" "$(cut -d' ' -f1 /proc/loadavg)"
}
all() {
  measure "standing$1" '/v1/enterprises/%s'
  measure "list of 100$1" '/v1/enterprises?tier=C,D&limit=100'
  measure "explanation$1" '/v1/enterprises/%s/explanation'
}
echo "$readers readers, each with a key:"
all ""
src/CreditScoring.Cli/bin/Release/net10.0/credit sample --enterprises 20000 --years 3 --seed 7 2>/dev/null \
  | sed 's/"source":"samr-[0-9]*"/"source":"demo"/' >"$work/events.ndjson"
python3 - "$work/events.ndjson" "$keys/sampling.key" "$web" <<'PYTHON' & feeder=$!
import sys, time, urllib.request
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
key = open(sys.argv[2]).read().strip()
for at in range(0, len(lines), 50):
    body = "\n".join(lines[at:at + 50]).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{sys.argv[3]}/v1/events", body, {
        "Authorization": f"Bearer {key}", "Content-Type": "application/x-ndjson"})
    try:
        urllib.request.urlopen(request).read()
    except OSError as error:
        print("a batch was not taken:", error, file=sys.stderr)
        time.sleep(1)
    time.sleep(0.05)
PYTHON
before=$(ask viewer /health/ready | python3 -c 'import json, sys; print(json.load(sys.stdin)["events"])')
began=$(date +%s)
all ", while ingesting"
after=$(ask viewer /health/ready | python3 -c 'import json, sys; print(json.load(sys.stdin)["events"])')
echo "meanwhile $(((after - before) / ($(date +%s) - began))) events/s were kept"
