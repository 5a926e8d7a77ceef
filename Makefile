# make help says what there is. Only Go and a C++ compiler are needed; make
# test and make lint fetch the pinned tools they use.

GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
VERSION  := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
FUZZTIME ?= 20s
CORPUS   ?= $(if $(wildcard ../shared/corpus),../shared/corpus,testdata/reports)
GOLD     ?= $(if $(wildcard ../shared/gold/dev),../shared/gold/dev,testdata/gold)
PYTHON   ?= python3

.DEFAULT_GOAL := help
.PHONY: help build run test lint quality bench fuzz golden venv format clean need-go need-cxx

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: need-cxx ## build bin/zhibiao
	@mkdir -p bin
	go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o bin/zhibiao ./cmd/zhibiao

run: build ## extract testdata/reports into out/ and print the summary
	bin/zhibiao extract testdata/reports -o out

test: need-cxx venv ## run every test
	go test ./...

lint: need-cxx bin/golangci-lint ## check style, imports and the usual mistakes
	bin/golangci-lint run

format: bin/golangci-lint ## format the source
	bin/golangci-lint fmt

quality: build ## score the rules on the annotated reports and count their mistakes by kind
	bin/zhibiao eval $(GOLD) --by kind

bench: need-cxx ## compare the whole extract with Jieba's bare Tag over the same text
	go test ./cmd/zhibiao -run '^$$' -bench '^BenchmarkExtract$$' -benchtime 3x -corpus '$(abspath $(CORPUS))'

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
	rm -rf bin .venv

need-go:
	@command -v go >/dev/null 2>&1 || { \
		echo "Go is missing. Install Go 1.26 or later (https://go.dev/doc/install), then run make again." >&2; exit 1; }

need-cxx: need-go
	@cxx=$$(go env CXX); command -v $${cxx%% *} >/dev/null 2>&1 || { \
		echo "A C++ compiler is missing: Jieba, the word segmenter, is written in C++." >&2; \
		echo "Install one (Debian, Ubuntu: apt-get install g++; Fedora: dnf install gcc-c++; macOS: xcode-select --install), then run make again." >&2; exit 1; }
	@test "$$(go env CGO_ENABLED)" = 1 || { \
		echo "cgo is switched off: unset CGO_ENABLED or set it to 1, then run make again." >&2; exit 1; }
