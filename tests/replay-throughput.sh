#!/usr/bin/env bash
# How fast a record is rebuilt from its events and compared: fills a record with invented events (not
# timed), then times `replay` on it.
#   bash tests/replay-throughput.sh [EVENTS, default 2000000] [RULES, default all that ship]
set -euo pipefail
cd "$(dirname "$0")/.."
events=${1:-2000000}
rules=${2:-rules}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
credit=src/CreditScoring.Cli/bin/Release/net10.0/credit
host=tests/CreditScoring.RecordHost/bin/Release/net10.0/CreditScoring.RecordHost.dll

# Three years give about 5.5 events an enterprise; the host's day is 2025-07-31.
"$credit" sample --enterprises $((events * 2 / 11 + 1000)) --years 3 --until 2025-07-31 2>/dev/null \
  | head -n "$events" >"$work/events.ndjson" || true
echo "$(wc -l <"$work/events.ndjson") events; filling the record"
dotnet "$host" "$work/credit.db" "$rules" "$work/events.ndjson" 5000 | tail -1
echo "the record has $(stat -c %s "$work/credit.db") octets"
began=$(date +%s.%N)
/usr/bin/env time -f '%M KiB at most, %U s of processor' dotnet \
  src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll replay \
  --record "$work/credit.db" --rules "$rules" | tail -1
ended=$(date +%s.%N)
python3 -c "print(f'replay: {$(wc -l <"$work/events.ndjson") / ($ended - $began):,.0f} events/s in {$ended - $began:.1f} s')"
