# make run      set up a fresh machine, build and show MAIGEN at work
# make test     set up and run every test
# The other targets are for people who work on MAIGEN.

CONFIGURATION ?= release
BUILD := swift build --explicit-target-dependency-import-check error
BINARY := .build/$(CONFIGURATION)/maigen
DEMO := Corpus/binary-search

.PHONY: run demo pictures test bench bench-corpus bench-build check format setup build clean

run: demo

demo: build
	@mkdir -p out
	$(BINARY) generate --problem $(DEMO)/problem.md --solution $(DEMO)/std.cpp --out out/binary-search.zip

# The pictures of the READMEs, from what it prints today.
pictures: build
	@mkdir -p out
	for language in en zh; do MAIGEN_LANG=$$language COLUMNS=118 $(BINARY) generate --problem $(DEMO)/problem.md \
		--solution $(DEMO)/std.cpp --out out/data.zip </dev/null 2>/dev/null | sed 's|out/data.zip|data.zip|' | scripts/draw-terminal \
		'$$ maigen generate --problem problem.md --solution std.cpp --out data.zip' >docs/images/demo.$$language.svg; done

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

check: setup
	@scripts/check

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build out
