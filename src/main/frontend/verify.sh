#!/bin/sh
# Fails when the committed files are not what the committed sources build, or when the lockfile
# names a registry other than the public one.
set -eu
cd "$(dirname "$0")"
if grep -n '"resolved"' package-lock.json | grep -v '"https://registry\.npmjs\.org/'; then
  echo "package-lock.json names another registry than registry.npmjs.org" >&2
  exit 1
fi
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
./build.sh "$built"
for file in diagram.js diagram.css LICENSES.txt; do
  if ! cmp "$built/$file" "../resources/static/assets/$file"; then
    echo "$file differs from its sources: run src/main/frontend/build.sh and commit the result" >&2
    exit 1
  fi
done
echo "the viewer is what its sources build"
