#!/usr/bin/env bash
# Builds everything and runs every test that needs nothing but the .NET SDK. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK is missing (global.json says which): https://dotnet.microsoft.com/download"
  exit 1
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if ! dotnet build OwnedData.sln --verbosity quiet --nologo; then
  echo "The build failed."
  echo "0 passed, 1 failed"
  exit 1
fi

dotnet test OwnedData.sln --no-build --nologo --verbosity quiet --logger trx --results-directory "$results" "$@"
status=$?

passed=0
failed=0
for trx in "$results"/*.trx; do
  [ -e "$trx" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$trx")
  passed=$((passed + $(sed 's/.* passed="\([0-9]*\)".*/\1/' <<<"$counters")))
  failed=$((failed + $(sed 's/.* failed="\([0-9]*\)".*/\1/' <<<"$counters")))
  grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*>' "$trx" | sed 's/.* testName="\([^"]*\)".*/failed: \1/'
done

# A test process that died has no failed test to show for it.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  failed=1
  echo "failed: a test run ended with exit code $status"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
