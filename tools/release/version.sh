#!/bin/sh
# The version of this commit: the tag on it, or the last tag with the commits
# since then, or 0.0.0 with their number. "python" gives it as PEP 440 wants.
set -eu
if tag=$(git describe --tags --match 'v[0-9]*' 2>/dev/null); then
	tag=${tag#v}
else
	tag=0.0.0-$(git rev-list --count HEAD)-g$(git rev-parse --short HEAD)
fi
if [ "${1:-}" = python ]; then
	echo "$tag" | sed -E 's/-([0-9]+)-(g[0-9a-f]+)$/.dev\1+\2/'
else
	echo "$tag"
fi
