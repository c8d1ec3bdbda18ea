#!/usr/bin/env bash
# Builds everything and runs every test: those in .NET, and with Node 20 or later those of tests/clients and tests/mongosh and,
# with Chromium, those of tests/browser and samples/react-apollo. The last line is "N passed, N failed".
# With libmongoc and in OWNEDDATA_TEST_MONGODB_URI the address of a MongoDB server, the tests of that store run on it, in databases of their own.
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
  awk '/outcome="NotExecuted"/ { skipped = 1 } skipped && /<Message>/ { gsub(/ *<[^>]*>/, ""); print; skipped = 0 }' "$trx" 2>/dev/null | sort | uniq -c \
    | sed "s/^ *\([0-9]*\) \(.*\)$/$name: \1 left out, because \2/"
  passed=$((passed + ${projectPassed:-0}))
  failed=$((failed + ${projectFailed:-0}))
done

# Other people's clients and tools, and a browser. Arguments of this script are for `dotnet test`, so with any these are left out.
run_node() {
  local name=$1 folder=${2:-tests/$1} log="$results/$1.log" status nodePassed nodeFailed
  { npm ci --prefix "$folder" --no-audit --no-fund && npm test --prefix "$folder"; } >"$log" 2>&1
  status=$?

  # Node writes `# pass 7` or, for people, a sign and `pass 7`.
  nodePassed=$(sed -n 's/^[^ ]* pass \([0-9]*\)$/\1/p' "$log")
  nodeFailed=$(sed -n 's/^[^ ]* fail \([0-9]*\)$/\1/p' "$log")
  if [ "$status" -ne 0 ]; then
    nodeFailed=$((${nodeFailed:-0} > 0 ? nodeFailed : 1))
    cat "$log"
  fi

  echo "$name: ${nodePassed:-0} passed, ${nodeFailed:-0} failed"
  passed=$((passed + ${nodePassed:-0}))
  failed=$((failed + ${nodeFailed:-0}))
}

nodeVersion=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
if [ "$#" -gt 0 ]; then
  echo "clients, mongosh, browser, react: left out, because arguments choose among the .NET tests"
elif [ "${nodeVersion:-0}" -ge 20 ] && command -v npm >/dev/null; then
  dotnet build tests/Judge --configuration Release --verbosity quiet --nologo || failed=$((failed + 1))
  run_node clients
  run_node mongosh
  if [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    run_node browser
    run_node react samples/react-apollo
  else
    echo "browser, react: left out, because Chromium is missing (${CHROMIUM:-/usr/bin/chromium})"
  fi
else
  echo "clients, mongosh, browser, react: left out, because Node 20 or later with npm is missing (https://nodejs.org)"
fi

# What it finds is kept in tests/Fuzz/corpus. The seed stands still, so that a change is judged by itself; look for more with other seeds.
if [ "$#" -gt 0 ]; then
  echo "fuzzing: left out, because arguments choose among the .NET tests"
elif dotnet run --no-build --project tests/Fuzz -- --seconds 60 --seed 1; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
