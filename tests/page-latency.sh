#!/usr/bin/env bash
# How long pages take on the data of the demo with 20 readers who are signed in, each in a session of his own:
# p50, p99, alone and while a program sends events. And how much the first page is, with all that it loads.
# Wants a Release build and python3.
#   bash tests/page-latency.sh [SECONDS for each page, default 10] [EVENTS_PER_SECOND meanwhile, default 50]
# Each reader asks again a second after his answer, as fast as people turn pages; PAUSE=0: at once.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
rate=${2:-50}
work=$(mktemp -d)
web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
service=
trap 'kill $service 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
CREDIT__Access__Mode=keys dotnet src/CreditScoring.Service/bin/Release/net10.0/CreditScoring.Service.dll --demo \
  --urls "http://127.0.0.1:$web" >"$work/service.log" 2>&1 & service=$!
until grep -q '^Serving on' "$work/service.log"; do
  kill -0 $service 2>/dev/null || { cat "$work/service.log"; exit 1; }
  sleep 0.5
done
PAUSE=${PAUSE:-1} python3 - "$work/service.log" "http://127.0.0.1:$web" "$seconds" "$rate" <<'PYTHON'
import gzip, html, http.client, json, os, random, re, sys, threading, time, urllib.parse
log, base, seconds, rate = open(sys.argv[1]).read(), sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
pause, readers = float(os.environ["PAUSE"]), 20
host = base.split("//")[1]
table = {line.split()[0]: line.split() for line in log.splitlines() if re.match(r"\s+(viewer|ingest)\s", line)}
keys = re.search(r"keys in / 密钥位于 (\S+)", log)[1]
key = {who: open(f"{keys}/{name}").read().strip() for who, name in (("viewer", "viewer.key"), ("ingest", "sampling.key"))}

def ask(connection, method, path, body=None, **headers):
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer, answer.read()

# The first password has to be changed before anything else; each reader then signs in by himself.
def form(connection, path, cookies, page, fields):
    answer, text = ask(connection, "GET", page, Cookie=cookies)
    cookies = joined(cookies, answer)
    token = re.search(r'name="antiforgery" value="([^"]+)"', text.decode())
    if token:
        fields = {**fields, "antiforgery": html.unescape(token[1])}
    answer, text = ask(connection, "POST", path, urllib.parse.urlencode(fields), **{
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies, "Origin": base})
    if answer.status != 302:
        sys.exit(f"POST {path}: {answer.status} {re.sub('<[^>]+>', ' ', text.decode())[:600]}")
    return joined(cookies, answer)

def joined(cookies, answer):
    kept = dict(part.split("=", 1) for part in cookies.split("; ") if part)
    for name, value in answer.getheaders():
        if name.lower() == "set-cookie":
            first = value.split(";")[0].split("=", 1)
            kept[first[0]] = first[1]
    return "; ".join(f"{name}={value}" for name, value in kept.items())

connection = http.client.HTTPConnection(host)
first, good = table["viewer"][2], "Neunzehn-Kraniche-91"
cookies = form(connection, "/sign-in", "", "/sign-in", {"id": "viewer", "password": first, "back": "/"})
cookies = form(connection, "/password", cookies, "/password", {"current": first, "password": good, "again": good})
sessions = [form(connection, "/sign-in", "", "/sign-in", {"id": "viewer", "password": good, "back": "/"}) for _ in range(readers)]

def all_of(encoding):
    """The first page, and each file that it names, as they come over the wire."""
    answer, body = ask(connection, "GET", "/", Cookie=sessions[0], **{"Accept-Encoding": encoding})
    kind = answer.getheader("Content-Encoding")
    text = gzip.decompress(body) if kind == "gzip" else body
    sizes = {"/": len(body)}
    if encoding == "br":
        text = ask(connection, "GET", "/", Cookie=sessions[0], **{"Accept-Encoding": "identity"})[1]
    for path in dict.fromkeys(re.findall(r'(?:href|src)="(/assets/[^"]+)"', text.decode())):
        sizes[path.split("/")[-1]] = len(ask(connection, "GET", path, Cookie=sessions[0], **{"Accept-Encoding": encoding})[1])
    return sizes

for encoding in ("identity", "gzip", "br"):
    sizes = all_of(encoding)
    print(f"first page with all that it loads, {encoding}: {sum(sizes.values()):,} octets; "
        + ", ".join(f"{name} {size:,}" for name, size in sizes.items()), flush=True)

grave = [each["subject"] for each in json.loads(ask(connection, "GET", "/v1/enterprises?regime=cn/product-quality-points&tier=C,D&limit=100",
    Authorization=f"Bearer {key['viewer']}")[1])["items"]]

def measure(name, paths):
    told, wrong, until = [], [], time.time() + seconds
    def read(session, seed):
        choose, mine = random.Random(seed), http.client.HTTPConnection(host)
        time.sleep(choose.random() * min(pause, 1))
        while time.time() < until:
            began = time.perf_counter()
            answer, _ = ask(mine, "GET", choose.choice(paths), Cookie=session, **{"Accept-Encoding": "gzip"})
            told.append((time.perf_counter() - began) * 1000)
            if answer.status != 200:
                wrong.append(answer.status)
            time.sleep(pause)
    threads = [threading.Thread(target=read, args=(session, seed)) for seed, session in enumerate(sessions)]
    [each.start() for each in threads]
    [each.join() for each in threads]
    told.sort()
    print(f"  {name}: {len(told)} pages, not answered with 200: {len(wrong)}; p50 {told[len(told) // 2]:.0f} ms, "
        f"p99 {told[int(len(told) * .99)]:.0f} ms, worst {told[-1]:.0f} ms", flush=True)

pages = {"first page": ["/"], "list": ["/enterprises", "/enterprises?tier=D", "/enterprises?region=44&sort=-points"],
    "enterprise": [f"/enterprises/{each}" for each in grave]}
# What runs for the first time is compiled then: that is not what is asked here.
for path in [*pages["first page"], *pages["list"], *pages["enterprise"][:20]] * 2:
    ask(connection, "GET", path, Cookie=sessions[0])
print("alone:", flush=True)
for name, paths in pages.items():
    measure(name, paths)

stop, sent = threading.Event(), 0
def send():
    global sent
    mine, number, choose = http.client.HTTPConnection(host), 0, random.Random(7)
    began = time.time()
    while not stop.is_set():
        part = []
        for _ in range(max(1, round(rate / 5))):
            number += 1
            part.append({"id": f"load-{number}", "source": "demo", "kind": "inspection", "occurredOn": time.strftime("%Y-%m-%d", time.gmtime(time.time() + 28800)),
                "subject": {"kind": "operator", "id": choose.choice(grave)}, "data": {}})
        answer, body = ask(mine, "POST", "/v1/events", json.dumps(part), **{"Content-Type": "application/json", "Authorization": f"Bearer {key['ingest']}"})
        if answer.status >= 300:
            print("events:", answer.status, body[:300].decode(), flush=True)
            return
        sent += len(part)
        time.sleep(max(0, began + number / rate - time.time()))
sender = threading.Thread(target=send)
sender.start()
time.sleep(2)
print(f"while a program sends {rate:.0f} events a second:", flush=True)
began, before = time.time(), sent
for name, paths in pages.items():
    measure(name, paths)
print(f"  {(sent - before) / (time.time() - began):.0f} events a second were kept; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
stop.set()
sender.join()
PYTHON
