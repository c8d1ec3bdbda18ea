#!/usr/bin/env bash
# Builds everything and runs every test: those in .NET, and with Node 20 or later those of tests/clients and tests/mongosh and,
# with Chromium, those of tests/browser and samples/react-apollo. The last line is "N passed, N failed".
# With libmongoc the driver's and the server's tests run a second time on every MongoDB that can be had, in databases of their own: on the one in OWNEDDATA_TEST_MONGODB_URI,
# on that of tests/mongodb, which is fetched for it, and, as root, on the MongoDB-compatible server in ../shared/oracle, where it is there.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK is missing (global.json says which): https://dotnet.microsoft.com/download"
  exit 1
fi

# The tests of every project run without it first: on the embedded store.
givenServer=${OWNEDDATA_TEST_MONGODB_URI:-}
unset OWNEDDATA_TEST_MONGODB_URI

results=$(mktemp -d)
mongodPort=
stopsOracle=
end() {
  [ -z "$mongodPort" ] || tests/mongodb/stop "$mongodPort"
  [ -z "$stopsOracle" ] || ../shared/oracle/stop >/dev/null
  rm -rf "$results"
}
trap end EXIT

# Tests that start MongoDB servers of their own find them there.
timeout 300 tests/mongodb/setup >/dev/null 2>"$results/mongodb.log" || echo "MongoDB's own server: left out, because $(tail -1 "$results/mongodb.log")"

if ! dotnet build OwnedData.sln --verbosity quiet --nologo; then
  echo "The build failed."
  echo "0 passed, 1 failed"
  exit 1
fi

passed=0
failed=0

# A project's tests, by a name, with arguments for `dotnet test`.
run_project() {
  local project=$1 name=$2 trx="$results/$2.trx" log="$results/$2.log" status counters projectPassed projectFailed
  shift 2
  dotnet test "$project" --no-build --nologo --verbosity quiet --logger "trx;LogFileName=$trx" "$@" >"$log" 2>&1
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
    cat "$log"
  fi

  echo "$name: ${projectPassed:-0} passed, ${projectFailed:-0} failed"
  awk '/outcome="NotExecuted"/ { skipped = 1 } skipped && /<Message>/ { gsub(/ *<[^>]*>/, ""); print; skipped = 0 }' "$trx" 2>/dev/null | sort | uniq -c \
    | sed "s/^ *\([0-9]*\) \(.*\)$/$name: \1 left out, because \2/"
  passed=$((passed + ${projectPassed:-0}))
  failed=$((failed + ${projectFailed:-0}))
}

for project in tests/*.Tests/*.csproj; do
  run_project "$project" "$(basename "$project" .csproj)" "$@"
done

# The driver's tests, the embedded store's comparisons and the server's tests on a MongoDB. Those of faults, replica sets, sharding and TLS start servers of their own, so they have run.
run_on() {
  local server=$1 uri=$2 serverTests=$3
  OWNEDDATA_TEST_MONGODB_URI=$uri run_project tests/Mongo.Native.Tests/Mongo.Native.Tests.csproj "Mongo.Native.Tests on $server" --filter 'FullyQualifiedName!~.Faults.&FullyQualifiedName!~.ReplicaSets.&FullyQualifiedName!~.Security.'
  grep -q 'too old for libmongoc' "$results/Mongo.Native.Tests on $server.trx" && return
  if [ "$server" != DocumentDB ]; then
    OWNEDDATA_TEST_MONGODB_URI=$uri run_project tests/Mongo.Embedded.Tests/Mongo.Embedded.Tests.csproj "Mongo.Embedded.Tests on $server" --filter 'FullyQualifiedName~.Comparison.'
  fi

  OWNEDDATA_TEST_MONGODB_URI=$uri run_project tests/Server.Tests/Server.Tests.csproj "Server.Tests on $server" --filter "$serverTests"
}

# The address of the server in ../shared/oracle; it is started where it doesn't run yet.
start_oracle() {
  if ! (: <"/dev/tcp/127.0.0.1/27117") 2>/dev/null; then
    timeout 300 ../shared/oracle/setup && timeout 60 ../shared/oracle/start || return 1
    stopsOracle=yes
  fi
}

run_on_servers() {
  local mongod=$((28000 + $$ % 1000)) uri
  if [ -n "$givenServer" ]; then
    run_on 'the MongoDB of the environment' "$givenServer" 'FullyQualifiedName!~.Sharding.'
  fi

  if uri=$(timeout 300 tests/mongodb/start "$mongod" 2>"$results/mongod.log"); then
    mongodPort=$mongod
    run_on 'MongoDB 3.6.8' "$uri" 'FullyQualifiedName!~A_notebook_gives_its_notes&FullyQualifiedName!~.Sharding.'
    echo 'Server.Tests on MongoDB 3.6.8: 1 left out, because $unionWith came with 4.4'
  else
    echo "MongoDB 3.6.8: left out, because $(tail -1 "$results/mongod.log")"
  fi

  if [ ! -x ../shared/oracle/start ] || [ "$(uname -s)" != Linux ] || [ "$(id -u)" -ne 0 ]; then
    echo 'DocumentDB: left out, because it is not in ../shared/oracle or this is not root on Linux'
  elif start_oracle >"$results/oracle.log" 2>&1; then
    run_on DocumentDB 'mongodb://127.0.0.1:27117/' \
      '((FullyQualifiedName~.Access.|FullyQualifiedName~.Clients.|FullyQualifiedName~.Startup.|FullyQualifiedName~.Commands.Indexes|FullyQualifiedName~.Commands.ModelInfer)&FullyQualifiedName!~.ExplainTests&FullyQualifiedName!~.SampleRulesTests)|FullyQualifiedName~A_notebook_gives_its_notes'
    echo 'Server.Tests on DocumentDB: those of rules with lists of readers left out, because its PostgreSQL dies of $elemMatch with $eq on a compound index; what touches no store, because MongoDB 3.6.8 has run it'
  else
    echo "DocumentDB: left out, because $(tail -1 "$results/oracle.log")"
  fi
}

if [ "$#" -gt 0 ]; then
  echo 'The tests on MongoDB servers: left out, because arguments choose among the tests'
elif { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep -q libmongoc; then
  run_on_servers
else
  echo 'The tests on MongoDB servers: left out, because libmongoc is missing'
fi

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
