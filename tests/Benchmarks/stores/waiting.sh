#!/usr/bin/env bash
# Many requests at once, few connections to a MongoDB that is slow: all must end, and /health/live must answer all the while, within 50 ms.
# The MongoDB is an embedded store's listener behind slow.mjs. Asked first without load: what the machine itself takes. Needs wrk, curl, Node.js, libmongoc.
# waiting.sh [requests at once, 1000] [pool, 50] [milliseconds a reply, 100] [seconds, 20]
set -euo pipefail
requests=${1:-1000} pool=${2:-50} delay=${3:-100} seconds=${4:-20}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$work"' EXIT
dotnet build -c Release --nologo --verbosity quiet "$root/src/Server" >"$work/build.log" || { cat "$work/build.log"; exit 1; }
server=$root/src/Server/bin/Release/net10.0/OwnedData.Server.dll

export DOTNET_ENVIRONMENT=Development Limits__RequestsPerSecond=1000000000 Limits__RequestBurst=1000000000
export Limits__ConcurrentRequestsPerCaller=100000 Limits__ConcurrentRequests=100000 Limits__QueuedRequests=100000

await() {
  for _ in $(seq 300); do
    curl -fso /dev/null "http://127.0.0.1:$1/health/ready" && return
    sleep 0.2
  done
  cat "$work"/*.log; exit 1
}

mkdir -p "$work/store" "$work/data"
token=$(dotnet "$server" token --sub carol --expires 1d --data "$work/store")
cp "$work/store/development-issuer.pem" "$work/data"
dotnet "$server" --urls http://127.0.0.1:5170 --data "$work/store" --embedded-port 5179 >"$work/store.log" 2>&1 &
pids+=($!)
await 5170
password=$(sed -n 's/.*password.*: //p' "$work/store.log")
node "$here/slow.mjs" 5178 5179 "$delay" >"$work/slow.log" 2>&1 &
pids+=($!)
Mongo__Uri="mongodb://owneddata:$password@127.0.0.1:5178/owneddata?maxPoolSize=$pool" \
  dotnet "$server" --urls http://127.0.0.1:5171 --data "$work/data" >"$work/server.log" 2>&1 &
pids+=($!)
await 5171

cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer $token"
wrk.body = [=[{"query":"{ notes(first: 20) { nodes { id title tags createdAt } } }"}]=]
LUA
load() { wrk -t1 -c"$requests" -d"$1s" --timeout 30s -s "$work/post.lua" http://127.0.0.1:5171/graphql; }

# What is compiled at first use is compiled now.
load 10 >/dev/null
echo "$requests requests at once, a pool of $pool, $delay ms a reply, $(nproc) cores"
echo "without load: $(node "$here/health.mjs" 5171 5)"
load "$seconds" >"$work/wrk.txt" &
node "$here/health.mjs" 5171 "$seconds"
wait $!
grep -E 'requests in|Latency|Non-2xx|Socket errors' "$work/wrk.txt"
