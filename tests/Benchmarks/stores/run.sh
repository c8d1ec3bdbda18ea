#!/usr/bin/env bash
# The list query on each store, in one run: the server on the embedded store in its own process (embedded), through libmongoc to an embedded
# store's listener in another process (listener), and beside these a bare Kestrel endpoint that sends the same find through the same driver and
# writes the same bytes, without a token (bare) and with the framework's validation of it (bare+token). With OWNEDDATA_TEST_MONGODB_URI, an address
# without a database, the same on that MongoDB as well. Needs wrk, curl, jq, libmongoc. run.sh [seconds a measurement, 5] [connections, 16] [rounds, 5]
set -euo pipefail
seconds=${1:-5} connections=${2:-16} rounds=${3:-5}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
declare -A pids ports
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

server=$root/src/Server/bin/Release/net10.0/OwnedData.Server.dll
bare=$root/tests/Benchmarks/http/Bare/bin/Release/net10.0/OwnedData.Bare.dll
dotnet build -c Release --nologo --verbosity quiet "$root/src/Server" >"$work/build.log" || { cat "$work/build.log"; exit 1; }
dotnet build -c Release --nologo --verbosity quiet "$root/tests/Benchmarks/http/Bare" >"$work/build.log" || { cat "$work/build.log"; exit 1; }

text='{ notes(first: 20) { nodes { id title tags createdAt } } }'
export DOTNET_ENVIRONMENT=Development Limits__RequestsPerSecond=1000000000 Limits__RequestBurst=1000000000 Limits__ConcurrentRequestsPerCaller=10000
# One key for all: the token is good everywhere.
mkdir -p "$work/store" "$work/embedded" "$work/listener" "$work/mongodb"
token=$(dotnet "$server" token --sub carol --expires 1d --data "$work/store")
for folder in embedded listener mongodb; do cp "$work/store/development-issuer.pem" "$work/$folder"; done

# start <name> <port> <command…>
start() {
  local name=$1 port=$2
  shift 2
  "$@" >"$work/$name.log" 2>&1 &
  pids[$name]=$! ports[$name]=$port
}

# ask <name> <curl's arguments…>: the list query, once the server is there
ask() {
  local port=${ports[$1]}
  shift
  for _ in $(seq 300); do
    curl -fso "$work/answer" "$@" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "{\"query\":\"$text\"}" "http://127.0.0.1:$port/graphql" && return
    sleep 0.2
  done
  echo "no answer on port $port"; cat "$work"/*.log; exit 1
}

# compare <uri> <server's name> <bare's name> <port> <data>: a server and both bare ones on a MongoDB
compare() {
  Mongo__Uri=$1 start "$2" "$4" dotnet "$server" --urls "http://127.0.0.1:$4" --data "$5"
  start "$3" $(($4 + 1)) dotnet "$bare" "http://127.0.0.1:$(($4 + 1))" none "$1" "$work/command.json"
  start "$3+token" $(($4 + 2)) dotnet "$bare" "http://127.0.0.1:$(($4 + 2))" "$work/store/development-issuer.pem" "$1" "$work/command.json"
  for name in "$2" "$3" "$3+token"; do
    ask "$name"
    cmp -s "$work/answer" "$work/response.json" || { echo "$name answers otherwise:"; cat "$work/answer"; exit 1; }
  done
}

start embedded 5181 dotnet "$server" --urls http://127.0.0.1:5181 --data "$work/embedded"
ask embedded -H 'GraphQL-Access: explain'
jq -c '.extensions.access[0].command' "$work/answer" >"$work/command.json"
ask embedded
cp "$work/answer" "$work/response.json"
start store 5180 dotnet "$server" --urls http://127.0.0.1:5180 --data "$work/store" --embedded-port 5189
ask store
password=$(sed -n 's/.*password.*: //p' "$work/store.log")
compare "mongodb://owneddata:$password@127.0.0.1:5189/owneddata" listener bare 5182 "$work/listener"
names=(embedded listener bare bare+token)
if [ -n "${OWNEDDATA_TEST_MONGODB_URI:-}" ]; then
  uri=$(sed -E 's#^(mongodb[^/]*//[^/?]+)/?#\1/owneddata_benchmark#' <<<"$OWNEDDATA_TEST_MONGODB_URI")
  compare "$uri" mongodb bare-mongodb 5186 "$work/mongodb"
  names+=(mongodb bare-mongodb bare-mongodb+token)
fi

cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer $token"
wrk.body = [=[{"query":"$text"}]=]
LUA

# CPU time a process has used, in clock ticks of 10 ms.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

load() { wrk -t1 -c"$connections" -d"$1s" -s "$work/post.lua" "http://127.0.0.1:$2/graphql" >"$work/wrk.txt"; }

# measure <name>: adds name, requests a second, microseconds of CPU a request to the figures
measure() {
  local before=$(ticks "${pids[$1]}")
  load "$seconds" "${ports[$1]}"
  local used=$(($(ticks "${pids[$1]}") - before))
  ! grep -q 'Non-2xx' "$work/wrk.txt" || { cat "$work/wrk.txt"; exit 1; }
  local requests=$(sed -n 's/ *\([0-9]*\) requests in.*/\1/p' "$work/wrk.txt")
  awk -v n="$1" -v q="$requests" -v t="$used" '/Requests\/sec/ { print n, $2, t * 10000 / q }' "$work/wrk.txt" | tee -a "$work/figures"
}

echo "$(wc -c <"$work/response.json") bytes a response, $connections connections, $rounds rounds of $seconds s each, $(nproc) cores"
# Until what runs often is compiled for good.
for name in "${names[@]}"; do load 15 "${ports[$name]}"; done
for _ in $(seq "$rounds"); do
  for name in "${names[@]}"; do measure "$name" >/dev/null; done
done

median() { awk -v n="$1" -v c="$2" '$1 == n { print $c }' "$work/figures" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
printf '%-20s %12s %18s %s\n' '' 'requests/s' 'us CPU a request' '(medians; lowest and highest CPU)'
for name in "${names[@]}"; do
  range=$(awk -v n="$name" '$1 == n { print $3 }' "$work/figures" | sort -n | awk 'NR == 1 { low = $1 } END { printf "%.0f to %.0f", low, $1 }')
  printf '%-20s %12.0f %18.1f (%s)\n' "$name" "$(median "$name" 2)" "$(median "$name" 3)" "$range"
done
ratio() { printf '%-36s %5.2f CPU %7.2f requests/s\n' "$1 / $2" "$(awk "BEGIN { print $(median "$1" 3) / $(median "$2" 3) }")" "$(awk "BEGIN { print $(median "$1" 2) / $(median "$2" 2) }")"; }
ratio listener embedded
ratio listener bare
ratio listener bare+token
[ -z "${OWNEDDATA_TEST_MONGODB_URI:-}" ] || { ratio mongodb bare-mongodb; ratio mongodb bare-mongodb+token; }
