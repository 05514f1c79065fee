#!/usr/bin/env python3
"""双随机抽取证明的第二个验证程序：只用 Python 标准库，不联网，与 credit draw verify 互相核对。
A second verifier of draws, by docs/draw-proof.md alone. Exit code 1: something is not as it should be.
    python3 verify_draw.py proof.json population.txt [inspectors.txt] [commit.json]"""
import bisect, collections, hashlib, hmac, itertools, json, math, re, sys
from datetime import datetime
from fractions import Fraction

CHAINS = {  # drand, by hash: seconds of round 1, seconds a round, octets of a signature, whether rounds are linked
    "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce": (1595431050, 30, 96, True),
    "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971": (1692803367, 3, 48, False)}
ROUND = {"up": math.ceil, "half-up": lambda x: math.floor(x + Fraction(1, 2)), "down": math.floor}
failed = []

def check(name, sound):
    print(("ok      " if sound else "FAILED  ") + name)
    if not sound: failed.append(name)
def sha(octets): return hashlib.sha256(octets)
def framed(*parts): return b"".join(len(part).to_bytes(8, "big") + part for part in parts)
def keyed(key, *texts): return hmac.new(key, framed(*(text.encode() for text in texts)), "sha256").hexdigest()
def canonical(value): return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
def is_hex(text, octets): return bool(re.fullmatch("[0-9a-f]{%d}" % (2 * octets), text or ""))
def words(text): return text.split(",") if text else []

def frozen(path, fields):  # lines, each ended and greater than the one before; and the digest of the file
    octets = open(path, "rb").read()
    lines = octets.split(b"\n")
    rows = [line.decode().split("\t") for line in lines[:-1]]
    if lines.pop() or any(a >= b for a, b in zip(lines, lines[1:])) or any(len(row) != fields for row in rows):
        raise ValueError(f"{path} is no frozen list")
    return rows, sha(octets).hexdigest()

def check_public(source, public, published):
    if source["kind"] == "none":
        print("NOTE    no public value: whoever knew the secret knew the draw")
        return check("public-value", public is None)
    value, at, numbers = public["value"], datetime.fromisoformat(source["at"]), source["numbers"]
    check("time", published < at)
    if source["kind"] == "drand":
        (genesis, period, octets, linked), before = CHAINS[source["chain"]], public["previous"]
        check("round-time", at.timestamp() == genesis + period * (source["round"] - 1))
        check("round-hash", is_hex(public["signature"], octets) and sha(bytes.fromhex(public["signature"])).hexdigest() == value)
        check("round-link", is_hex(before, octets) and before != public["signature"] if linked else before is None)
        return print("NOTE    the signature (BLS12-381) was not checked: compare the round with the public one")
    number = "(0|[1-9][0-9]{0,8})"
    form = {"lottery": "%s( %s){%d}" % (number, number, (numbers or 1) - 1), "typed": r"\S(.*\S)?",
            "index": number + (r"\.[0-9]{%d}" % numbers if numbers else "")}[source["kind"]]
    check("public-value", re.fullmatch(form, value) and public["signature"] is public["previous"] is None
          and (source["kind"] != "lottery" or value.split() == sorted(value.split(), key=int)))
    print("NOTE    compare the public value where it was published:", source["name"], value)

class Deal:  # who goes where: shuffled by the seed, dealt in rounds, then levelled
    def __init__(self, seed, register, rule, visits, loads):
        self.seed, self.each, self.around = seed, rule["inspectors"], rule["regions"] == "around"
        away = lambda row: any(a <= visits[0] and visits[1] <= b for a, b in (x.split("/") for x in words(row[4])))
        self.who = sorted((row for row in register if not away(row)), key=lambda row: keyed(seed, "turn", "0", row[0]))
        self.load, self.served, self.serving, self.objects = [loads[row[0]] for row in self.who], [[] for _ in self.who], [], []
        self.line = sorted(self.turn(i) for i in range(len(self.who)))
    def turn(self, i): return self.load[i], keyed(self.seed, "turn", str(self.load[i]), self.who[i][0]), i
    def ids(self): return [[self.who[i][0] for i in chosen] for chosen in self.serving]
    def may_go(self, i, o):
        person, (id, _, region, needs, _) = self.who[i], self.objects[o]
        short = lambda code: re.sub("(?<=..)(00)+$", "", code)
        return id not in words(person[5]) and set(words(needs)) <= set(words(person[3])) and (
            not self.around or not person[2] or region != "" and short(region).startswith(short(person[2])))
    def serve(self, listed):
        self.objects.append(listed)
        o = len(self.objects) - 1
        may = list(itertools.islice((entry for entry in self.line if self.may_go(entry[2], o)), self.each))
        self.serving.append([entry[2] for entry in may] if len(may) == self.each else [])
        for entry in may if self.serving[o] else []:
            self.line.remove(entry)
            self.load[entry[2]] += 1
            self.served[entry[2]].append(o)
            bisect.insort(self.line, self.turn(entry[2]))
    def level(self):
        settled = set()
        while left := [i for i in range(len(self.who)) if i not in settled]:
            start = max(left, key=lambda i: (self.load[i], -i))
            if self.load[start] - min(self.load[i] for i in left) <= 1: return
            came, queue, to = {start: None}, collections.deque([start]), None
            while queue and to is None: to = self.step(start, left, came, queue)
            if to is None: settled.update(came)
            else: self.load[start], self.load[to] = self.load[start] - 1, self.load[to] + 1
            while to is not None and came[to]:
                (i, o), last = came[to], to
                self.serving[o][self.serving[o].index(i)], to = last, i
                self.served[i].remove(o)
                bisect.insort(self.served[last], o)
    def step(self, start, left, came, queue):
        i = queue.popleft()
        for o, to in ((o, to) for o in self.served[i] for to in left):
            if to in came or to in self.serving[o] or not self.may_go(to, o): continue
            came[to] = i, o
            queue.append(to)
            if self.load[to] <= self.load[start] - 2: return to

def verify(proof_file, population, register_file, commit_file):
    text = open(proof_file, "rb").read().decode()
    proof, commit = json.loads(text), json.loads(text)["commit"]
    rule, listed, inspectors = commit["rule"], commit["population"], commit["inspectors"]
    if commit_file: check("commit", open(commit_file, "rb").read() == canonical(commit).encode())
    secret, value = bytes.fromhex(proof["secret"]), (proof["public"] or {"value": ""})["value"]
    check("commitment", sha(framed(b"credit-draw/1 secret", commit["draw"].encode(), secret)).hexdigest() == commit["commitment"])
    check_public(commit["public"], proof["public"], datetime.fromisoformat(commit["published"]))
    seed = sha(framed(b"credit-draw/1 seed", sha(canonical(commit).encode()).digest(), secret, value.encode())).digest()
    again = {"form": "credit-draw-proof/1", "commit": commit, "secret": secret.hex(), "public": proof["public"],
             "seed": seed.hex(), "drawn": [], "reserves": [], "replacements": []}
    rows, digest = frozen(population, 5)
    by_id, out = {row[0]: row for row in rows}, collections.Counter(row[4] for row in rows if row[4])
    check("population", digest == listed["digest"] and len(rows) == len(by_id) == listed["listed"]
          and [{"reason": r, "count": out[r]} for r in sorted(out, key=str.encode)] == listed["excluded"])
    for s in rule["strata"]:
        lots = sorted((keyed(seed, "rank", row[1], row[0]), row[0]) for row in rows if row[1] == s["stratum"] and not row[4])
        share, most = Fraction(s["share"]), len(lots) if s["most"] is None else s["most"]
        n = min(len(lots), most, max(s["least"], ROUND[rule["rounding"]](share * len(lots))) if share else 0)
        spare = min(len(lots) - n, math.ceil(Fraction(rule["reserves"]) * n))
        check("stratum " + s["stratum"], [s["population"], s["drawn"], s["reserves"]] == [len(lots), n, spare])
        lots = [{"stratum": s["stratum"], "id": id, "rank": rank} for rank, id in lots[:n + spare]]
        again["drawn"], again["reserves"] = again["drawn"] + [dict(lot, inspectors=[]) for lot in lots[:n]], again["reserves"] + lots[n:]
    total = sum(s["population"] for s in rule["strata"])
    least = math.ceil(Fraction(rule["floor"] or "0") * total)
    check("floor", [rule["least"], rule["short"], total] == [least, max(0, least - len(again["drawn"])), len(rows) - out.total()])
    if inspectors:
        register, digest = frozen(register_file, 6)
        once = len(set(row[0] for row in register)) == len(register) and rule["inspectors"] >= 2
        check("inspectors", once and digest == inspectors["digest"] and len(register) == inspectors["listed"])
        deal = lambda loads: Deal(seed, register, rule, (inspectors["from"], inspectors["to"]), loads)
        first = deal(collections.Counter())
        for lot in again["drawn"]: first.serve(by_id[lot["id"]])
        first.level()
        for lot, chosen in zip(again["drawn"], first.ids()): lot["inspectors"] = chosen
    body = lambda: canonical(again)[:-3] + ",\n"
    visited, spare = {lot["id"]: lot for lot in again["drawn"]}, list(again["reserves"])
    for r in proof["replacements"]:
        gone, before = visited.pop(r["out"]), sha(body().encode()).hexdigest()
        lot = next(lot for lot in spare if lot["stratum"] == gone["stratum"])
        spare.remove(lot)
        one = inspectors and deal(collections.Counter(i for each in visited.values() for i in each["inspectors"]))
        if inspectors: one.serve(by_id[lot["id"]])
        visited[lot["id"]] = dict(lot, inspectors=one.ids()[0] if inspectors else [])
        again["replacements"].append({"out": r["out"], "in": lot["id"], "reason": r["reason"], "approver": r["approver"],
                                      "on": r["on"], "inspectors": visited[lot["id"]]["inspectors"], "before": before})
    for part in ("seed", "drawn", "reserves", "replacements"): check(part, proof[part] == again[part])
    check("form", text == body() + f' "digest": "{sha(body().encode()).hexdigest()}"\n}}\n')

try: verify(*sys.argv[1:3], *(next((path for path in sys.argv[3:] if path.endswith(end)), None) for end in (".txt", ".json")))
except Exception as fault: check(f"the proof can be read: {type(fault).__name__}: {fault}", False)
sys.exit(1 if failed else 0)
