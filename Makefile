# make run      set up a fresh machine, build and start the whole platform at http://127.0.0.1:8080
# make cluster  the same on PostgreSQL, Redis and S3, with processes of each role behind a load balancer
# make demo     play everything that people do on it, over HTTP, and leave a ZIP
# make example  make the data of a bundled problem on the command line, without a server
# make test     set up and run every test
# The other targets are for people who work on MAIGEN.

CONFIGURATION ?= release
BUILD := swift build --explicit-target-dependency-import-check error
BINARY := .build/$(CONFIGURATION)/maigen
EXAMPLE := Corpus/binary-search

.PHONY: run cluster demo deb example pictures test bench bench-agents bench-corpus bench-platform bench-pages bench-build check format setup build clean

# The first administrator is made on an empty database only; the password is shown this once.
run: build
	@$(BINARY) admin create --if-none --email admin@maigen.local
	@$(BINARY) serve

# CLUSTER: options of scripts/cluster, such as "--port 9000 --sandbox 6".
cluster: build
	@scripts/cluster --maigen $(BINARY) $(CLUSTER)

demo: build
	@scripts/demo $(BINARY)

deb: build
	@scripts/deb .build/release/maigen

example: build
	@mkdir -p out
	$(BINARY) generate --problem $(EXAMPLE)/problem.md --solution $(EXAMPLE)/std.cpp --out out/binary-search.zip

# The pictures of the READMEs, from what it prints today.
pictures: build
	@mkdir -p out
	for language in en zh; do MAIGEN_LANG=$$language COLUMNS=118 $(BINARY) generate --problem $(EXAMPLE)/problem.md \
		--solution $(EXAMPLE)/std.cpp --out out/data.zip </dev/null 2>/dev/null | sed 's|out/data.zip|data.zip|' | scripts/draw-terminal \
		'$$ maigen generate --problem problem.md --solution std.cpp --out data.zip' >docs/images/demo.$$language.svg; done

setup:
	@scripts/setup

build: setup
	$(BUILD) -c $(CONFIGURATION) --product maigen

test: setup
	@scripts/test

bench: bench-build
	.build/release/maigen-bench all
	@scripts/bench-platform
	@scripts/bench-pages

bench-corpus: bench-build
	.build/release/maigen-bench corpus --table

# AGENTS: options and problems of scripts/bench-agents, such as "--replay session.json best-segment".
bench-agents: build
	@scripts/bench-agents --maigen $(BINARY) $(AGENTS)

bench-platform: bench-build
	@scripts/bench-platform

bench-pages: bench-build
	@scripts/bench-pages

bench-build: setup
	$(BUILD) -c release --product maigen
	$(BUILD) -c release --product maigen-bench

check: setup
	@scripts/check

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build out
