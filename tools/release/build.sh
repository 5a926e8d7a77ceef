#!/usr/bin/env bash
# build.sh TARGET: builds the program and its wheel for one platform into
# dist/, from Linux. make release sets up what it needs and names the targets.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$1
python=${ZHIBIAO_RELEASE_PYTHON:-$PWD/.release/bin/python}
flags='-s -w -buildid='
suffix=
case $target in
linux-amd64)
	# The linker strips as well: objects of the C library name the folder that
	# they were built in.
	os=linux arch=amd64 zig_target=x86_64-linux-musl platform=manylinux_2_17_x86_64.musllinux_1_1_x86_64
	flags="$flags -linkmode external -extldflags '-static -Wl,-s'" ;;
linux-arm64)
	os=linux arch=arm64 zig_target=aarch64-linux-musl platform=manylinux_2_17_aarch64.musllinux_1_1_aarch64
	flags="$flags -linkmode external -extldflags '-static -Wl,-s'" ;;
windows-amd64)
	os=windows arch=amd64 zig_target=x86_64-windows-gnu platform=win_amd64 suffix=.exe
	flags="$flags -extldflags -Wl,-s" ;;
macos-arm64 | macos-amd64)
	# Apple's SDK is not needed: the few functions that Go itself calls are
	# named in stubs of our own. The program is signed ad hoc by the linker.
	os=darwin arch=${target#macos-} stubs=$PWD/tools/release/macos
	case $arch in
	arm64) cpu=aarch64 platform=macosx_13_0_arm64 ;;
	amd64) cpu=x86_64 platform=macosx_13_0_x86_64 ;;
	esac
	zig_target="$cpu-macos.13.0 -F$stubs -L$stubs/lib" ;;
*)
	echo "build.sh: no target $target: linux-amd64, linux-arm64, windows-amd64, macos-arm64 or macos-amd64" >&2
	exit 2 ;;
esac
version=$(tools/release/version.sh)
program=dist/zhibiao-$version-$target$suffix
mkdir -p dist
zig=$(cd "$(dirname "$python")" && pwd)/python\ -m\ ziglang
CGO_ENABLED=1 GOOS=$os GOARCH=$arch GOAMD64=v1 \
	CC="$zig cc -target $zig_target" CXX="$zig c++ -target $zig_target" \
	go build -trimpath -buildvcs=false -pgo=cmd/zhibiao/cpu.pgo -ldflags "$flags -X main.version=$version" -o "$program" ./cmd/zhibiao
(
	cd python
	SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) \
	ZHIBIAO_VERSION=$(../tools/release/version.sh python) ZHIBIAO_PROGRAM=../$program ZHIBIAO_PLATFORM=$platform \
		"$python" -m hatchling build -t wheel -d ../dist
)
