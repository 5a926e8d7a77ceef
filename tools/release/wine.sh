#!/usr/bin/env bash
# wine.sh PROGRAM.exe: runs the program for Windows under Wine, in a Chinese
# locale (GBK), in folders and on a report with Chinese names, and shows what it
# prints. For a look by hand: Wine is not Windows. Needs wine, the locale
# zh_CN.GBK and, where Wine is old, gcc-mingw-w64-x86-64 (Debian's names).
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
export WINEPREFIX=$scratch/prefix WINEDEBUG=-all LC_ALL=zh_CN.GBK
trap 'wineserver -k || true; rm -rf "$scratch"' EXIT
wineboot --init > "$scratch/boot" 2>&1
if ! wine "$program" --version > "$scratch/version" 2>&1 < /dev/null; then
	echo 'The program does not start as it is: ProcessPrng, which Wine 8 lacks, is supplied by processprng.c.'
	x86_64-w64-mingw32-gcc -shared -O1 -s tools/release/processprng.c -ladvapi32 \
		-o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll"
	export WINEDLLOVERRIDES=bcryptprimitives=n
fi
cp "$program" "$scratch/zhibiao.exe"
cp testdata/sample/海珞区_2022.txt "$scratch/report.txt"
cp -r testdata/lexicon "$scratch/lexicon"
iconv -f UTF-8 -t GBK > "$scratch/go.bat" << 'END'
@echo off
md "酒 测试"
copy report.txt "酒 测试\海珞区_2022.txt"
zhibiao.exe --version
zhibiao.exe explain 全区地区生产总值1500亿元 --date 2023-01-05
zhibiao.exe extract "酒 测试" --lexicon lexicon -o 结果 --lang zh
zhibiao.exe extract "酒 测试" --lexicon lexicon -o 结果 --lang zh
zhibiao.exe extract 没有 --lang zh
zhibiao.exe panel 结果 -o 面板.xlsx
zhibiao.exe doctor
dir /b /s 结果 *.xlsx
END
cd "$scratch"
# What the program writes into a pipe is UTF-8, what cmd writes is GBK.
wine cmd /c go.bat < /dev/null 2>&1 | while IFS= read -r line; do
	iconv -f UTF-8 -t UTF-8 2> "$scratch/bad" <<< "$line" || iconv -c -f GBK -t UTF-8 <<< "$line"
done
