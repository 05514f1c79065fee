#!/usr/bin/env bash
# A random draw out of a whole province by the API: seconds and memory to freeze the list, to announce it, to
# draw, to hand out the files, and to verify them with both verifiers. Fills a record with the place and the
# class of each firm first (timed by itself). Wants a Release build, python3 and curl.
#   bash tests/draw-scale.sh [FIRMS, default 100000] [FOLDER for the record, which is kept and used again]
# ALL=1: with all rules that ship; else with the pack that classes firms, and no other.
set -euo pipefail
cd "$(dirname "$0")/.."
firms=${1:-100000}
work=$(mktemp -d)
keep=${2:-$work}
mkdir -p "$keep"
service=
trap '[ -n "$service" ] && kill "$service" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
export CREDIT__Rules__TrustFolder=true
credit=$PWD/src/CreditScoring.Cli/bin/Release/net10.0/credit
rules=$PWD/rules
if [ -z "${ALL:-}" ]; then
  rules=$work/rules
  mkdir "$rules"
  cp -r rules/. "$rules"
  rm -rf "$rules"/cn "$rules"/mps "$rules"/cn-gd-yuexiu "$rules"/draws/cn-gd-yuexiu.json "$rules"/plans
fi

if [ ! -f "$keep/credit.db" ]; then
  python3 - "$firms" >"$work/events.ndjson" <<'PYTHON'
import sys
letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
rank = {each: place for place, each in enumerate(letters)}
def check(code):  # GB 32100
    return letters[-sum(rank[each] * pow(3, place, 31) for place, each in enumerate(code)) % 31]
def organisation(body):  # GB 11714
    left = 11 - sum((int(each) if each.isdigit() else ord(each) - 55) * weight
        for each, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    return "X" if left == 10 else "0" if left == 11 else str(left)
for number in range(int(sys.argv[1])):
    rest, body = number * 387420491 % 887503681, ""
    for _ in range(6):
        rest, one = divmod(rest, 31)
        body = letters[one] + body
    region = f"41{1 + number % 18:02}00"
    code = f"91{region}MA{body}"
    code += organisation(code[8:16])
    code += check(code)
    share = number % 100
    name = "D" if share < 2 else "C" if share < 7 else "B" if share < 27 else "A"
    def event(name, kind, data):
        print(f'{{"id":"{name}{number}","source":"ha","kind":"{kind}","subject":{{"kind":"operator","id":"{code}"}},'
              f'"occurredOn":"2025-03-01","region":"{region}","data":{data}}}')
    event("p", "profile", f'{{"registeredIn":"{region}"}}')
    event("c", "risk-class", f'{{"riskClass":"{name}"}}')
PYTHON
  began=$(date +%s)
  dotnet tests/CreditScoring.RecordHost/bin/Release/net10.0/CreditScoring.RecordHost.dll \
    "$keep/credit.db" "$rules" "$work/events.ndjson" 5000 >/dev/null
  echo "filled: $firms firms in $(($(date +%s) - began)) s, $(($(stat -c %s "$keep/credit.db") >> 20)) MiB"
  rm "$work/events.ndjson"
fi

web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
dotnet src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll --record "$keep/credit.db" \
  --rules "$rules" --urls "http://127.0.0.1:$web" >"$work/service.log" 2>&1 & service=$!
until curl -sf "http://127.0.0.1:$web/health/ready" >/dev/null; do
  kill -0 $service 2>/dev/null || { tail -20 "$work/service.log"; exit 1; }
  sleep 1
done
PYTHONUNBUFFERED=1 python3 - "$web" "$service" "$work" <<'PYTHON'
import datetime, json, secrets, sys, time, urllib.error, urllib.request
web, process, work = sys.argv[1:]
def peak():  # KiB since it was last asked
    with open(f"/proc/{process}/status") as status:
        most = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    open(f"/proc/{process}/clear_refs", "w").write("5")
    return most >> 10
def ask(what, path, body=None, to=None):
    began = time.monotonic()
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{web}{path}", data, {"Content-Type": "application/json"})
    try:
        answer = urllib.request.urlopen(request, timeout=3600)
    except urllib.error.HTTPError as refused:
        sys.exit(f"{what}: {refused.read().decode()}")
    with answer:
        if to is None:
            said = json.load(answer)
        else:
            said = 0
            with open(to, "wb") as file:
                while piece := answer.read(1 << 20):
                    said += file.write(piece)
    size = "" if to is None else f", {said / (1 << 20):.1f} MiB"
    print(f"{what}: {time.monotonic() - began:.1f} s, the service at most {peak()} MiB{size}")
    return said
peak()
people = "".join(f"Z{number:04}\t\t41\n" for number in range(400))
ask("register of 400 inspectors", "/v1/inspectors", {"table": people})
today = datetime.date.today()
draw = ask("freeze", "/v1/draws", {
    "number": f"第{secrets.token_hex(4)}号", "title": "全省抽查", "profile": "cn-ha",
    "visitsFrom": f"{today}", "visitsTo": f"{today + datetime.timedelta(60)}"})
print(f"  listed {draw['listed']:,}: {', '.join(each['of'] + ' ' + format(each['count'], ',') for each in draw['strata'])}")
at = (datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))) + datetime.timedelta(seconds=3)).replace(microsecond=0)
own = f"/v1/draws/{draw['id']}"
ask("announce", f"{own}/announce", {"public": "typed", "name": "当众掷骰", "at": at.isoformat()})
time.sleep(4)
made = ask("draw, with pairs of inspectors", f"{own}/draw", {"value": "31415926"})
print(f"  drawn {len(made['visits']):,}")
for file in ("commit.json", "population.txt", "inspectors.txt", "proof.json"):
    ask(f"hand out {file}", f"{own}/files/{file}", to=f"{work}/{file}")
PYTHON
cd "$work"
verified() {
  /usr/bin/env time -o seconds -f "$1: %e s, %M KiB at most" "${@:2}" >said || { tail -5 said; exit 1; }
  cat seconds
}
verified "credit draw verify" "$credit" draw verify proof.json --population population.txt \
  --inspectors inspectors.txt --commit commit.json
verified "python3 verify_draw.py" python3 "$OLDPWD/docs/verify_draw.py" proof.json population.txt inspectors.txt commit.json
