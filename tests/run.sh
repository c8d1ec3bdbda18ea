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

passed=0
failed=0
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  trx="$results/$name.trx"
  dotnet test "$project" --no-build --nologo --verbosity quiet --logger "trx;LogFileName=$trx" "$@" >"$results/$name.log" 2>&1
  status=$?
  counters=$(grep -o '<Counters [^>]*>' "$trx" 2>/dev/null)
  projectPassed=$(sed -n 's/.* passed="\([0-9]*\)".*/\1/p' <<<"$counters")
  projectFailed=$(sed -n 's/.* failed="\([0-9]*\)".*/\1/p' <<<"$counters")
  grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*>' "$trx" 2>/dev/null | sed 's/.* testName="\([^"]*\)".*/failed: \1/'

  # A test process that died has no failed test to show for it.
  if [ "$status" -ne 0 ] && [ "${projectFailed:-0}" -eq 0 ]; then
    projectFailed=1
    echo "failed: $name ended with exit code $status"
  fi

  if [ "${projectFailed:-0}" -gt 0 ]; then
    cat "$results/$name.log"
  fi

  echo "$name: ${projectPassed:-0} passed, ${projectFailed:-0} failed"
  passed=$((passed + ${projectPassed:-0}))
  failed=$((failed + ${projectFailed:-0}))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
