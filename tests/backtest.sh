#!/usr/bin/env bash
# A back-test of many enterprises with ten events each and one threshold changed, on a throwaway PostgreSQL
# with its own settings; beside it, over the same rows, the SQL that a bureau would write by hand: points by
# kind of event summed over 24 months, and banded, before and after. Then it is killed in the middle, goes on,
# and has to come to the same report. Wants a Release build.
#   bash tests/backtest.sh [SUBJECTS, default 100000]
set -euo pipefail
cd "$(dirname "$0")/.."
subjects=${1:-100000}
work=$(mktemp -d)
host=tests/CreditScoring.RecordHost/bin/Release/net10.0/CreditScoring.RecordHost.dll
database=
trap 'kill $database 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
binaries=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
# It does not run as root, and wants to own its folder.
as=; [ "$(id -u)" = 0 ] && { as="setpriv --reuid=postgres --regid=postgres --clear-groups"; chmod 755 "$work"; }
mkdir "$work/pg"; [ -z "$as" ] || chown postgres "$work/pg"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
$as "$binaries/initdb" -D "$work/pg/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$work/initdb.log"
$as "$binaries/postgres" -D "$work/pg/data" -p "$port" -c listen_addresses=127.0.0.1 \
  -c unix_socket_directories= >"$work/postgres.log" 2>&1 & database=$!
until "$binaries/pg_isready" -q -h 127.0.0.1 -p "$port"; do sleep 0.1; done
"$binaries/createdb" -h 127.0.0.1 -p "$port" -U postgres record
at="Host=127.0.0.1;Port=$port;Username=postgres;Database=record;Command Timeout=3600"
sql() { "$binaries/psql" -h 127.0.0.1 -p "$port" -U postgres -d record -qAt "$@"; }

# One threshold: class C from 7 points on, and no more from 6.
cp -r rules "$work/candidate"
pack="$work/candidate/cn/product-quality-points/2024-01-01"
sed -i 's/"total >= 6"/"total >= 7"/' "$pack/tier.workflow.json"
rm -f "$pack/published.json"

now() { date +%s.%N; }
began=$(now)
events=$(dotnet "$host" backtest fill "$at" "$subjects" | cut -d' ' -f1)
filled=$(python3 -c "print(f'{$(now) - $began:.0f}')")
echo "$subjects enterprises, $events events; the record was made in $filled s"

# Processor time of PostgreSQL, whichever of its processes spent it.
spent() { python3 - "$database" <<'PYTHON'
import os, sys
top, total = sys.argv[1], 0
def walk(pid):
    global total
    try:
        fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
        # Its own, and of children that have ended.
        total += sum(int(fields[i]) for i in (11, 12, 13, 14))
        for child in open(f"/proc/{pid}/task/{pid}/children").read().split():
            walk(child)
    except OSError:
        pass
walk(top)
print(total / os.sysconf("SC_CLK_TCK"))
PYTHON
}
before=$(spent)
dotnet "$host" backtest run "$at" rules "$work/candidate" whole >"$work/whole"
after=$(spent)
read -r _ report _ judged _ moved _ seconds _ processor _ memory < <(tail -1 "$work/whole")

began=$(now)
sql -c "
  WITH points AS (
    SELECT f.kind, f.subject, CASE e.body::jsonb ->> 'kind'
        WHEN 'sampling-result' THEN CASE WHEN e.body::jsonb #>> '{data,result}' = 'failed' THEN 6 ELSE 0 END
        WHEN 'penalty' THEN CASE WHEN (e.body::jsonb #>> '{data,fine}')::numeric >= 100000 THEN 12 ELSE 6 END
        WHEN 'recheck-result' THEN CASE WHEN e.body::jsonb #>> '{data,result}' = 'failed' THEN 12 ELSE 0 END
        WHEN 'complaint' THEN CASE WHEN (e.body::jsonb #>> '{data,upheld}')::boolean THEN 1 ELSE 0 END
        ELSE 0 END AS points
    FROM filings f JOIN events e ON e.source = f.source AND e.id = f.id
    WHERE coalesce(e.body::jsonb ->> 'decidedOn', e.body::jsonb ->> 'occurredOn')::date
      BETWEEN date '2025-07-31' - interval '24 months' AND date '2025-07-31'),
  totals AS (SELECT kind, subject, sum(points) AS total FROM points GROUP BY kind, subject)
  SELECT CASE WHEN total >= 12 THEN 'D' WHEN total >= 6 THEN 'C' WHEN total >= 1 THEN 'B' ELSE 'A' END AS was,
    CASE WHEN total >= 12 THEN 'D' WHEN total >= 7 THEN 'C' WHEN total >= 1 THEN 'B' ELSE 'A' END AS becomes, count(*)
  FROM totals GROUP BY 1, 2 ORDER BY 1, 2" >"$work/sql"
byhand=$(python3 -c "print(f'{$(now) - $began:.1f}')")

# Killed in the middle, it goes on.
dotnet "$host" backtest run "$at" rules "$work/candidate" killed >"$work/killed" & middle=$!
half=$(($(grep -c portion "$work/whole") / 2))
until [ "$(grep -c portion "$work/killed" || true)" -ge "$half" ]; do
  kill -0 $middle 2>/dev/null || break
  sleep 0.05
done
kill -9 $middle 2>/dev/null || true
wait $middle 2>/dev/null || true
done=$(grep -c portion "$work/killed")
dotnet "$host" backtest run "$at" rules "$work/candidate" killed >"$work/resumed"
read -r _ again _ < <(tail -1 "$work/resumed")

python3 - <<PYTHON
rate = $events / $seconds
print(f"""
back-test                     {$seconds:10.1f} s   {rate:12,.0f} events/s   {$moved} of {$judged} moved
  processor, of our process   {$processor:10.1f} s   {$processor * 1e6 / $events:12.1f} us an event
  processor, of PostgreSQL    {$after - $before:10.1f} s   {($after - $before) * 1e6 / $events:12.1f} us an event
  memory at most              {$memory:10d} MiB
SQL by hand, sums and bands   {$byhand:10.1f} s   {$events / $byhand:12,.0f} events/s
killed after $done of $(grep -c portion "$work/whole") portions, gone on: the report is {'the same' if "$again" == "$report" else 'ANOTHER ONE'}
load of the machine           $(cut -d' ' -f1-3 /proc/loadavg) on $(nproc) cores""")
PYTHON
[ "$again" = "$report" ]
