#!/usr/bin/env bash
# The list query over HTTP/1.1 keep-alive with a validated token, beside a bare Kestrel endpoint that validates the same token and writes
# the same bytes; both in one run, loopback only. Needs wrk (Debian: apt-get install wrk), curl and sha256sum.
# run.sh [seconds a measurement, default 10] [connections, default 16]
set -euo pipefail
seconds=${1:-10}
connections=${2:-16}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

server=$root/src/Server/bin/Release/net10.0/OwnedData.Server.dll
bare=$here/Bare/bin/Release/net10.0/OwnedData.Bare.dll
dotnet build -c Release --nologo --verbosity quiet "$root/src/Server" >/dev/null
dotnet build -c Release --nologo --verbosity quiet "$here/Bare" >/dev/null

text='{ notes(first: 20) { nodes { id title tags createdAt } } }'
hash=$(printf %s "$text" | sha256sum | cut -d' ' -f1)
mkdir -p "$work/documents"
printf %s "$text" >"$work/documents/$hash.graphql"

export DOTNET_ENVIRONMENT=Development Limits__RequestsPerSecond=1000000000 Limits__RequestBurst=1000000000 Limits__ConcurrentRequestsPerCaller=10000
export Documents__Path="$work/documents"
token=$(dotnet "$server" token --sub alice --expires 1d --data "$work/data")
dotnet "$server" --urls http://127.0.0.1:5181 --data "$work/data" >"$work/server.log" 2>&1 &
pids+=($!)

await() {
  for _ in $(seq 100); do
    curl -so "$work/answer" "$@" && return
    sleep 0.2
  done
  echo "no answer from $*"; exit 1
}

# CPU time a process has used, in clock ticks of 10 ms.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
memory() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }

# measure <name> <pid> <port> <body>
measure() {
  cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer $token"
wrk.body = [=[$4]=]
LUA
  wrk -t1 -c"$connections" -d2s -s "$work/post.lua" "http://127.0.0.1:$3/graphql" >/dev/null
  local before=$(ticks "$2")
  wrk -t1 -c"$connections" -d"${seconds}s" -s "$work/post.lua" "http://127.0.0.1:$3/graphql" >"$work/wrk.txt"
  local used=$(($(ticks "$2") - before))
  grep -q 'Non-2xx' "$work/wrk.txt" && { cat "$work/wrk.txt"; exit 1; }
  local requests=$(sed -n 's/ *\([0-9]*\) requests in.*/\1/p' "$work/wrk.txt")
  local rate=$(awk '/Requests\/sec/ { print $2 }' "$work/wrk.txt")
  awk -v n="$1" -v r="$rate" -v q="$requests" -v t="$used" -v m="$(memory "$2")" \
    'BEGIN { printf "%-18s %8.0f requests/s  %6.1f us CPU a request  %5d MiB resident\n", n, r, t * 10000 / q, m }'
}

await http://127.0.0.1:5181/health/ready
await -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "{\"query\":\"$text\"}" http://127.0.0.1:5181/graphql
cp "$work/answer" "$work/response.json"
dotnet "$bare" http://127.0.0.1:5182 "$work/data/development-issuer.pem" "$work/response.json" >"$work/bare.log" 2>&1 &
pids+=($!)
await http://127.0.0.1:5182/

echo "$(wc -c <"$work/response.json") bytes a response, $connections connections, $seconds s each, $(nproc) cores"
automatic="{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"$hash\"}}}"
for _ in 1 2; do
  measure bare "${pids[1]}" 5182 "{\"query\":\"$text\"}"
  measure text "${pids[0]}" 5181 "{\"query\":\"$text\"}"
  measure automatic "${pids[0]}" 5181 "$automatic"
  measure trusted "${pids[0]}" 5181 "{\"id\":\"$hash\"}"
done
