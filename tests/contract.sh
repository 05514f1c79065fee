#!/usr/bin/env bash
# Writes docs/openapi.json: the contract of the service as it is built, with the rules that ship.
export CREDIT__Rules__TrustFolder=true
set -euo pipefail
cd "$(dirname "$0")/.."
service=src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll
folder=$(mktemp -d)
log="$folder/log"
CREDIT__Logging__Form=text dotnet "$service" --record "$folder/credit.db" --rules rules \
  --urls http://127.0.0.1:0 >"$log" 2>&1 &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 300); do
  url=$(grep -o 'serving on http://[^ ;]*' "$log" | head -1 | cut -d' ' -f3 || true)
  [ -n "$url" ] && break
  kill -0 "$pid" 2>/dev/null || { cat "$log" >&2; exit 1; }
  sleep 0.1
done
curl -sS --fail "$url/openapi/v1.json" -o docs/openapi.json
echo "docs/openapi.json: $(wc -c < docs/openapi.json) octets"
