#!/bin/sh
# Starts the real MongoDB on a temporary folder and prints its URI on the first line and the
# command that stops it on the second.
#   start.sh [--replica-set] [--port 27017]      without a port: a free one
set -eu
here=$(cd "$(dirname "$0")" && pwd)
port=
replica_set=
while [ $# -gt 0 ]; do
  case "$1" in
    --replica-set) replica_set=rs0 ;;
    --port) port=$2; shift ;;
    *) echo "unknown option: $1" >&2; exit 2 ;;
  esac
  shift
done
mongod=$("$here/fetch.sh")
[ -n "$port" ] || port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
data=$(mktemp -d "${TMPDIR:-/tmp}/tessera-mongodb-XXXXXX")
"$mongod" --dbpath "$data" --port "$port" --bind_ip 127.0.0.1 --fork --logpath "$data/mongod.log" \
  --pidfilepath "$data/mongod.pid" ${replica_set:+--replSet "$replica_set"} >/dev/null
uri="mongodb://127.0.0.1:$port/?directConnection=true"
if [ -n "$replica_set" ]; then
  (cd "$here/../.." && node test/mongodb/initiate-replica-set.mjs "$uri" "$replica_set" "127.0.0.1:$port")
  uri="mongodb://127.0.0.1:$port/?replicaSet=$replica_set"
fi
echo "$uri"
echo "kill $(cat "$data/mongod.pid") && rm -rf $data"
