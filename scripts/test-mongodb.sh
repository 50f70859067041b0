#!/bin/sh
# npm run test:mongodb: the whole test suite on a real MongoDB, a replica set that is fetched, started and stopped here.
set -eu
cd "$(dirname "$0")/.."
# Every write waits for the disk; in memory, where there is room for it, the suite takes less than half the time.
roomy=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $4 > 2000000 { print "/dev/shm" }')
started=$(TMPDIR=${roomy:-${TMPDIR:-/tmp}} sh test/mongodb/start.sh --replica-set)
uri=$(printf '%s\n' "$started" | sed -n 1p)
stop=$(printf '%s\n' "$started" | sed -n 2p)
trap 'eval "$stop"' EXIT
trap 'exit 130' INT TERM
MONGODB_URI=$uri npm test --silent -- "$@"
