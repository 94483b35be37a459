# make run      set up a fresh machine, build and show MAIGEN at work
# make test     set up and run every test
# The other targets are for people who work on MAIGEN.

CONFIGURATION ?= release
BUILD := swift build --explicit-target-dependency-import-check error
BINARY := .build/$(CONFIGURATION)/maigen
DEMO := Corpus/binary-search

.PHONY: run demo test bench bench-corpus bench-build check format setup build clean

run: demo

demo: build
	@mkdir -p out
	$(BINARY) generate --problem $(DEMO)/problem.md --solution $(DEMO)/std.cpp --out out/binary-search.zip

setup:
	@scripts/setup

build: setup
	$(BUILD) -c $(CONFIGURATION) --product maigen

test: setup
	@scripts/test

bench: bench-build
	.build/release/maigen-bench all

bench-corpus: bench-build
	.build/release/maigen-bench corpus --table

bench-build: setup
	$(BUILD) -c release --product maigen
	$(BUILD) -c release --product maigen-bench

check:
	@scripts/check

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build out
