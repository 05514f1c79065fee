#!/usr/bin/env bash
# Tables of a million rows through `credit import`: rows a second and the most that stood in memory, of a workbook
# with shared texts, one with its texts in its cells, and a CSV. Wants a Release build of the tests.
#   bash tests/import-scale.sh [ROWS, default 1000000]
# and ten thousand damaged tables, with DAMAGED=10000.
set -euo pipefail
cd "$(dirname "$0")/.."
export CREDIT_IMPORT_ROWS=${1:-1000000}
[ -z "${DAMAGED:-}" ] || export CREDIT_DAMAGED=$DAMAGED
dotnet test tests/CreditScoring.Tests -c Release --no-build --logger "console;verbosity=detailed" \
  --filter "FullyQualifiedName~ManyRowsTests${DAMAGED:+|FullyQualifiedName~DamagedTablesTests}" \
  | grep -E "rows/s|Passed|Failed|seed|read "
