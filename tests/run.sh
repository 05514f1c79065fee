#!/usr/bin/env bash
# Runs every test: installs what they need where it may, else names what it skips; the last line is
#   N passed, N failed, N skipped
# Long runs (soak, fuzz, benchmarks) are commands of their own; see README.md.
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0 skipped=0

# A tool that tests need, as "command package". In CI nothing may be skipped.
tools="strace:strace redis-server:redis-server postgres:postgresql pgbouncer:pgbouncer chromium:chromium systemd-analyze:systemd prlimit:util-linux python3:python3 node:nodejs npm:npm"
# Debian keeps the server of PostgreSQL in a folder of its own, one a version.
have() { command -v "$1" >/dev/null || ls /usr/lib/postgresql/*/bin/"$1" >/dev/null 2>&1; }
missing=""
for tool in $tools; do
  have "${tool%%:*}" || missing="$missing ${tool##*:}"
done
# Without letters of its own a page in Chinese is boxes; nothing fails, but no picture of it is worth a look.
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fonts-noto-cjk"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing$missing"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing; } >"$logs/apt" 2>&1 \
    || tail -5 "$logs/apt"
fi
# Tests say by a category which package they need; in CI they are run all the same, and fail.
absent=
for tool in $tools; do
  if ! have "${tool%%:*}"; then
    package=${tool##*:}
    echo "SKIPPED: tests that need ${tool%%:*} (not installed)"
    skipped=$((skipped + 1))
    if [ "${CI:-}" = true ]; then failed=$((failed + 1))
    else absent="$absent${absent:+&}TestCategory!=needs_${package//-/_}"; fi
  fi
done

# The packages of tests/editor come from a feed that a machine may not reach; in CI that is a failure.
if [ "${CI:-}" != true ] && have npm && ! npm view vscode-jsonrpc version >/dev/null 2>&1; then
  echo "SKIPPED: tests that need packages of npm (its feed cannot be reached)"
  skipped=$((skipped + 1))
  absent="$absent${absent:+&}TestCategory!=needs_npm"
fi

# One step that passes or fails as a whole, counted as one test.
step() {
  name=$1; shift
  if "$@" >"$logs/step" 2>&1; then
    echo "ok      $name"; passed=$((passed + 1))
  else
    echo "FAILED  $name"; cat "$logs/step"; failed=$((failed + 1))
    { echo "$name"; tail -n 40 "$logs/step"; } >>"$logs/failures"
  fi
}

finish() {
  if [ -s "$logs/failures" ]; then echo; echo "What failed:"; cut -c1-400 "$logs/failures"; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

# Half of the random files of the properties; all of them, or more, are a run of their own:
#   CREDIT_FILES=1000 dotnet test tests/CreditScoring.Tests -c Release --filter "FullyQualifiedName~Tests.Standings|FullyQualifiedName~Tests.Files"
export CREDIT_FILES="${CREDIT_FILES:-500}"

step "builds without a warning" dotnet build CreditScoring.sln -c Release
[ "$failed" -eq 0 ] || finish

credit=src/CreditScoring.Cli/bin/Release/net10.0/credit
step "credit lint rules" "$credit" lint rules
step "credit test rules, each condition both ways, 95 % of mutants noticed" "$credit" test rules --coverage --mutate

# The test projects; the summary lines of the runner are added up. What failed is told once more at the end:
# between the logs of a thousand tests nobody finds it.
for project in tests/CreditScoring.Tests tests/CreditScoring.Service.Tests; do
  # Tests of the service wait half of their time for servers: three at once keep two processors busy.
  workers=; [ "$project" = tests/CreditScoring.Tests ] || workers="NUnit.NumberOfTestWorkers=3"
  dotnet test "$project" -c Release --no-build ${absent:+--filter "$absent"} --logger "console;verbosity=normal" \
    ${workers:+-- $workers} 2>&1 \
    | tee "$logs/test" | grep -vE '^\s+Passed |^\s*$|^Build started|^NUnit Adapter|Running all tests|discovery' 
  summary=$(grep -E '^ *(Total tests|Passed|Failed|Skipped):' "$logs/test" | tr -d ' ')
  count() { printf '%s\n' "$summary" | awk -F: -v name="$1" '$1 == name { sum += $2 } END { print sum + 0 }'; }
  if [ "$(count Totaltests)" -eq 0 ]; then
    echo "FAILED  $project ran no test" | tee -a "$logs/failures"; failed=$((failed + 1))
  fi
  awk '/^  (Passed|Skipped) /{on=0} /^  Failed /{on=1; n=0} /^Test Run|^Total tests/{on=0} on && n++ < 25' \
    "$logs/test" >>"$logs/failures"
  passed=$((passed + $(count Passed))); failed=$((failed + $(count Failed))); skipped=$((skipped + $(count Skipped)))
done
finish
