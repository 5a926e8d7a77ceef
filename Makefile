# make help says what there is. Only Go and a C++ compiler are needed; make
# test and make lint fetch the pinned tools they use.

GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
VERSION  := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
FUZZTIME ?= 20s
CORPUS   ?= $(if $(wildcard ../shared/corpus),../shared/corpus,testdata/reports)
GOLD     ?= $(if $(wildcard ../shared/gold/dev),../shared/gold/dev,testdata/gold)
PYTHON   ?= python3
PROFILE  := cmd/zhibiao/cpu.pgo

.DEFAULT_GOAL := help
.PHONY: profile confidence notebooks wheel release test-python test-cluster help build run test lint quality bench fuzz golden venv format clean need-go need-cxx

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: need-cxx ## build bin/zhibiao
	@mkdir -p bin
	go build -trimpath -pgo=$(PROFILE) -ldflags '-s -w -X main.version=$(VERSION)' -o bin/zhibiao ./cmd/zhibiao

run: build ## extract the reports of testdata into out/, with a panel, counts of words and pages to look at
	bin/zhibiao extract testdata/reports testdata/sample --lexicon testdata/lexicon -o out
	bin/zhibiao panel out -o out/panel.xlsx
	bin/zhibiao words out --terms environment,digital_economy,innovation,livelihood,rural,opening -o out/words.csv
	bin/zhibiao view out --lexicon testdata/lexicon

notebooks: build .notebooks/ok ## run the notebooks and write them as pages into out/notebooks/
	@mkdir -p out/notebooks
	@for notebook in notebooks/*.ipynb; do \
		.notebooks/bin/python -m nbconvert --log-level ERROR --to html --execute --output-dir out/notebooks $$notebook || exit 1; \
		echo "out/notebooks/$$(basename $$notebook .ipynb).html"; \
	done

.notebooks/ok: tools/notebooks.txt
	$(PYTHON) -m venv .notebooks
	.notebooks/bin/pip install --quiet --disable-pip-version-check -r tools/notebooks.txt
	@touch $@

test: need-cxx venv ## run every test
	go test ./...

lint: need-cxx bin/golangci-lint ## check style, imports and the usual mistakes
	bin/golangci-lint run

format: bin/golangci-lint ## format the source
	bin/golangci-lint fmt

quality: build ## score the rules on the annotated reports and count their mistakes by kind
	bin/zhibiao eval $(GOLD) --by kind

bench: need-cxx ## compare the whole extract with Jieba's bare Tag over the same text, the start with the dictionaries' load, counting terms with looking
	go test -pgo=$(PROFILE) ./cmd/zhibiao -run '^$$' -bench '^Benchmark(Extract|Start|Terms)$$' -benchtime 3x -corpus '$(abspath $(CORPUS))'

profile: need-cxx ## measure anew where a run spends its time, for the compiler
	mkdir -p bin
	go test -trimpath ./cmd/zhibiao -run '^$$' -bench '^BenchmarkExtract$$' -benchtime 6x -copies 6 -corpus '$(abspath $(CORPUS))' -cpuprofile '$(abspath bin/cpu)' -o bin/bench.test
	go tool pprof -proto -ignore 'tagAll|sentencesOf|BenchmarkExtract$$' bin/cpu > $(PROFILE)

fuzz: need-cxx ## fuzz each target for FUZZTIME (20s)
	@for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test $$package -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) || exit 1; \
		done; \
	done

golden: need-cxx ## write the golden files and the scores anew; look at the diff before you commit it
	@for package in $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n 1 dirname | sort -u); do \
		go test $$package -run 'Golden|Scores' -update || exit 1; \
	done

confidence: need-cxx .confidence/ok ## train the confidence model anew on ../shared/gold/dev; look at docs/confidence.md before you commit it
	go run ./tools/confidence fits ../shared/corpus ../shared/gold/dev > .confidence/fits.tsv
	cp .confidence/fits.tsv extract/confidence/data/fits.tsv
	go run ./tools/confidence cases ../shared/gold/dev > .confidence/cases.jsonl
	.confidence/bin/python tools/confidence/train.py .confidence/cases.jsonl evaluate/aside.txt extract/confidence/data/model.json docs/confidence.md

.confidence/ok: tools/confidence/requirements.txt
	$(PYTHON) -m venv .confidence
	.confidence/bin/pip install --quiet --disable-pip-version-check -r tools/confidence/requirements.txt
	@touch $@

wheel: build .release/ok ## build a Python wheel of this machine's program into dist/
	@mkdir -p dist
	cd python && ZHIBIAO_VERSION=$(shell tools/release/version.sh python) ZHIBIAO_PROGRAM=../bin/zhibiao \
		ZHIBIAO_PLATFORM=$$(../.release/bin/python -c 'import re, sysconfig; print(re.sub("[-.]", "_", sysconfig.get_platform()))') \
		../.release/bin/python -m hatchling build -t wheel -d ../dist

release: .release/ok ## build the programs and wheels of every platform into dist/, from Linux (half an hour)
	rm -rf dist
	.release/bin/pip install --quiet --disable-pip-version-check -r tools/release/requirements.txt
	@for target in linux-amd64 linux-arm64 windows-amd64 macos-arm64 macos-amd64; do tools/release/build.sh $$target || exit 1; done
	cd dist && sha256sum * > SHA256SUMS

test-python: .wheeltest/ok ## install the wheel as a user does and run the package's tests
	.wheeltest/bin/python -m pytest -q -p no:cacheprovider --ignore python/tests/test_spark.py --ignore python/tests/test_dask.py python/tests

test-cluster: .wheeltest/ok ## run the package on a Spark cluster of two workers on this machine (needs Java 17)
	@if command -v java >/dev/null 2>&1; then \
		.wheeltest/bin/pip install --quiet --disable-pip-version-check -r python/tests/requirements-cluster.txt && \
		.wheeltest/bin/python -m pytest -q -p no:cacheprovider python/tests/test_spark.py python/tests/test_dask.py; \
	else \
		echo "There is no Java: the test on a Spark cluster is skipped."; \
	fi

# A fresh environment with the wheel in it, as pip install gives it.
.wheeltest/ok: wheel python/tests/requirements.txt
	rm -rf .wheeltest
	$(PYTHON) -m venv .wheeltest
	.wheeltest/bin/pip install --quiet --disable-pip-version-check -r python/tests/requirements.txt $$(ls -t dist/zhibiao-*.whl | head -1)
	@touch $@

.release/ok: tools/release/wheel.txt
	$(PYTHON) -m venv .release
	.release/bin/pip install --quiet --disable-pip-version-check -r tools/release/wheel.txt
	@touch $@

venv: .venv/ok ## install the Python libraries that a test reads the files with

.venv/ok: tools/requirements.txt
	@if command -v $(PYTHON) >/dev/null 2>&1; then \
		echo "installing the Python readers into .venv"; \
		$(PYTHON) -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check -r tools/requirements.txt && touch $@ || \
		echo "The Python readers could not be installed: their test is skipped."; \
	else \
		echo "There is no $(PYTHON): the test of the Python readers is skipped."; \
	fi

bin/golangci-lint: Makefile | need-go
	@mkdir -p bin
	GOBIN='$(abspath bin)' GOFLAGS= go install $(GOLANGCI)
	@touch $@

clean: ## remove what was built
	rm -rf bin dist .confidence .venv .release .wheeltest .notebooks

need-go:
	@command -v go >/dev/null 2>&1 || { \
		echo "Go is missing. Install Go 1.26 or later (https://go.dev/doc/install), then run make again." >&2; exit 1; }

need-cxx: need-go
	@cxx=$$(go env CXX); command -v $${cxx%% *} >/dev/null 2>&1 || { \
		echo "A C++ compiler is missing: Jieba, the word segmenter, is written in C++." >&2; \
		echo "Install one (Debian, Ubuntu: apt-get install g++; Fedora: dnf install gcc-c++; macOS: xcode-select --install), then run make again." >&2; exit 1; }
	@test "$$(go env CGO_ENABLED)" = 1 || { \
		echo "cgo is switched off: unset CGO_ENABLED or set it to 1, then run make again." >&2; exit 1; }
