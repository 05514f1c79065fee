#!/usr/bin/env bash
# Three service processes on one Redis and one PostgreSQL, with one killed and one restarted on the
# way: standings equal to `credit assess`, subject by subject. Wants: redis-server, postgresql.
#   bash tests/three-workers.sh [EVENTS, default 200000]
set -euo pipefail
cd "$(dirname "$0")/.."
CI=true CREDIT_EVENTS=${1:-200000} dotnet test tests/CreditScoring.Service.Tests -c Release \
  --filter "FullyQualifiedName~ThreeWorkersTests" --logger "console;verbosity=detailed" \
  | grep -vE '^\s*$|^Build started|NUnit Adapter|Running all tests|discovery'
