#!/usr/bin/env bash
# What the product says, to the letter, for comparing before and after a change that should move code
# only: all cases (standings, explanations, recommendations, drafts), an invented city assessed and
# explained by the command line, and Detroit's tables imported, where they are at hand. Wants: a
# Release build.
#   bash tests/golden.sh OUT [FOLDER WITH DETROIT'S THREE TABLES]; diff -rq BEFORE AFTER
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd); detroit=${2:+$(cd "$2" && pwd)}
cd "$(dirname "$0")/.."; root=$PWD
# Exit code 1 is a finding, such as a subject that cannot be judged; it belongs to what is compared.
credit() { dotnet "$root/src/CreditScoring.Cli/bin/Release/net10.0/credit.dll" "$@" || [ $? = 1 ]; }
CREDIT_GOLDEN=$out dotnet test tests/CreditScoring.Tests -c Release --no-build --filter FullyQualifiedName~GoldenTests
credit sample --enterprises 400 --years 4 --seed 7 --out "$out/sample.ndjson"
for language in zh en; do
  credit assess --events "$out/sample.ndjson" --on 2025-12-31 --lang "$language" >"$out/sample.assess.$language"
done
credit assess --events "$out/sample.ndjson" --on 2025-12-31 --json >"$out/sample.assess.json"
subjects=$(python3 - "$out/sample.ndjson" <<'P'
import collections, json, sys
events = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
count = collections.Counter(each["subject"]["id"] for each in events if "subject" in each)
print(" ".join(subject for subject, _ in sorted(count.items(), key=lambda each: (-each[1], each[0]))[:6]))
P
)
for subject in $subjects; do
  for form in "--lang zh" "--lang en" "--json" "--notice" "--file-note"; do
    # shellcheck disable=SC2086
    credit explain "$subject" --events "$out/sample.ndjson" --on 2025-12-31 $form >"$out/$subject.explain${form// /.}"
  done
  credit why-not "$subject" --tier A --events "$out/sample.ndjson" --on 2025-12-31 >"$out/$subject.why-not" 2>&1
done
if [ -n "$detroit" ]; then
  cp "$detroit"/*.csv.gz "$out"; cp tests/CreditScoring.Tests/Detroit/mapping.json "$out"
  (cd "$out" && credit import inspections.csv.gz \
    --map mapping.json --rules "$root/tests/CreditScoring.Tests/Detroit/rules" --out detroit.ndjson)
fi
echo "$(find "$out" -type f | wc -l) files, $(du -sb "$out" | cut -f1) octets, $(cd "$out" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)"
