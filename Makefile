# One command a task. Every target installs what it needs; `make demo` needs only Rust.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON := .venv/bin/python
CORE := cargo test --locked -p hoten
RUST_SOURCES := Cargo.toml Cargo.lock $(shell find core/src bindings-python/src bindings-wasm -name node_modules -prune -o -name pkg -prune -o -name tests -prune -o -name demo -prune -o -type f -print)

.PHONY: help demo demo-form test wheel wasm bench reliability fuzz fuzz-long deny lint docs test-rust test-python test-wasm test-browser test-fuzz test-benches doors bench-peers bench-febrl4 golden clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

demo: ## Deduplicate a file: make demo [FILE=path [TRUTH=path]]
	@cargo run --release --locked -p hoten --example dedupe --features file,report -- \
	  $(if $(FILE),'$(FILE)' $(if $(TRUTH),--truth '$(TRUTH)'),core/examples/residents.csv --truth core/examples/residents.truth.csv --unmask)

demo-form: target/demo/.ready ## Serve the browser demo, a birth registration: make demo-form [PORT=8080]
	node bindings-wasm/demo/serve.mjs target/demo $(or $(PORT),8080)

test: lint test-rust docs test-python test-wasm test-browser test-fuzz test-benches golden ## Everything that must hold before a change may land
	@echo 'make test: all passed'

lint: ## Formatting and clippy, warnings denied
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets --all-features -- -D warnings

test-rust: ## Core tests: without std, with default features, with all features
	@rm -f target/golden/rust.count
	$(CORE) --no-default-features
	$(CORE)
	$(CORE) --all-features

docs: ## API documentation, warnings denied
	RUSTDOCFLAGS='-D warnings' cargo doc --locked -p hoten --all-features --no-deps

wheel: target/wheels/.ready ## Build the Python wheel into target/wheels

wasm: bindings-wasm/pkg/.ready ## Build and lay out the npm package in bindings-wasm/pkg

test-python: .venv/.wheel target/.chromium ## Python tests, stubs and contract against the installed wheel
	@rm -f target/golden/python.count
	@command -v java >/dev/null || scripts/apt.sh openjdk-17-jre-headless || echo 'no Java: tests of Spark are skipped'
	$(PYTHON) -m mypy.stubtest hoten._hoten
	$(PYTHON) -m pytest -q bindings-python/tests contract
	HOTEN_ROWS=20000 $(PYTHON) -m pytest -q --nbmake bindings-python/notebooks \
	  $$(command -v java >/dev/null || echo --ignore-glob='*-spark.ipynb')

test-wasm: node_modules/hoten/.ready ## Node tests, types and contract against the installed npm package
	@rm -f target/golden/js.count
	node_modules/.bin/tsc -p bindings-wasm/tests
	node --test bindings-wasm/tests/*.test.mjs contract/*.test.mjs

test-browser: target/demo/.ready target/residents-100000.hoten ## The package in headless Chromium, and built by Vite, webpack, esbuild
	@[ -n "$${CHROMIUM:-}" ] || scripts/apt.sh chromium
	node --test --test-concurrency=2 bindings-wasm/tests/browser/*.test.mjs
	node --test bindings-wasm/tests/bundlers/*.test.mjs

test-fuzz: ## Fuzz targets as plain tests over their seeds
	@if [ -d fuzz ]; then cd fuzz && cargo test --locked; fi

test-benches: ## The generator of synthetic residents, and that benches build
	cargo test --locked -p hoten-benches

fuzz: ## Fuzz every target for SECONDS (300), or TARGETS alone
	@scripts/fuzz.sh $(or $(SECONDS),300) $(TARGETS)

fuzz-long: ## Millions of runs of every fuzz target, or of TARGETS: make fuzz-long [RUNS=5000000] [INDEX_RUNS=500000] [JOBS=2]
	@RUNS=$(or $(RUNS),5000000) INDEX_RUNS=$(or $(INDEX_RUNS),500000) JOBS=$(or $(JOBS),2) scripts/fuzz-long.sh $(TARGETS)

reliability: ## What must hold and takes an hour: kills, power cuts, damage, laws, linear time, fuzz; or STEPS alone
	@scripts/reliability.sh $(STEPS)

bench: ## Run the benches
	cargo bench --locked -p hoten-benches

bench-peers: target/peers/.ready ## hoten beside other tools: make bench-peers [PERSONS=10000] [SEEDS="1"] [MIXES="base"] [TOOLS=hoten,splink]
	cargo build --release --locked -p hoten-benches --bin generate --example figures
	target/peers/venv/bin/python benches/peers/test_evaluate.py --quiet
	target/peers/venv/bin/python benches/peers/run.py --out target/peers \
	  --persons $(or $(PERSONS),10000) --seeds "$(or $(SEEDS),1)" --mixes "$(or $(MIXES),base)" $(if $(TOOLS),--tools $(TOOLS))

doors: .venv/.wheel ## Every door gives one result, in an empty environment too: make doors [ROWS="0 1 3 1000 1000000"]
	$(PYTHON) scripts/doors.py $(wildcard target/wheels/*.whl) --rows $(or $(ROWS),0 1 3 1000)

bench-febrl4: target/peers/.ready ## hoten through declared fields, Splink and the Record Linkage Toolkit on febrl1 to 4
	cargo build --release --locked -p hoten-benches --example fields
	target/peers/venv/bin/python benches/peers/febrl4.py --out target/peers/febrl4 --hoten target/release/examples/fields

deny: target/tools/bin/cargo-deny ## Licences, bans and sources of every crate in the lock files
	$< --all-features check $(or $(CHECKS),licenses bans sources)
	cd fuzz && ../$< --config ../deny.toml check $(or $(CHECKS),licenses bans sources)

golden: ## Compare how many golden cases each language ran (after the three test targets)
	@scripts/golden-counts.sh

clean: ## Remove everything that was built or installed here
	rm -rf target fuzz/target .venv node_modules bindings-wasm/pkg

# --- what the targets above stand on; each file is the stamp of a finished step -----------------

.venv/.ready: bindings-python/requirements.txt
	python3 -m venv .venv || { rm -rf .venv; scripts/apt.sh python3-venv; python3 -m venv .venv; }
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

target/peers/.ready: benches/peers/requirements.txt
	@mkdir -p target/peers
	python3 -m venv target/peers/venv || { scripts/apt.sh python3-venv; python3 -m venv target/peers/venv; }
	target/peers/venv/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

node_modules/.ready: package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

target/wheels/.ready: .venv/.ready $(RUST_SOURCES) $(wildcard bindings-python/*.*) $(shell find bindings-python/python -name __pycache__ -prune -o -type f -print)
	rm -rf target/wheels
	$(PYTHON) -m maturin build --quiet --profile wheel --locked -m bindings-python/Cargo.toml -i $(PYTHON) --out target/wheels
	@ls -l target/wheels/*.whl | awk '{print $$NF ": " $$5 " B"}'
	@touch $@

# The review is tested in a browser; Playwright drives the distribution's.
target/.chromium:
	command -v chromium >/dev/null || command -v google-chrome >/dev/null || scripts/apt.sh chromium
	@mkdir -p target && touch $@

.venv/.wheel: target/wheels/.ready
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-index --no-deps --force-reinstall target/wheels/*.whl
	@touch $@

bindings-wasm/pkg/.ready: node_modules/.ready scripts/build-wasm.sh $(RUST_SOURCES)
	scripts/build-wasm.sh
	@touch $@

# What `npm install` of the packed package would lay out, without asking any registry.
node_modules/hoten/.ready: bindings-wasm/pkg/.ready
	rm -rf node_modules/hoten target/npm
	mkdir -p node_modules/hoten target/npm
	npm pack --silent --pack-destination target/npm ./bindings-wasm/pkg
	tar -xzf target/npm/hoten-*.tgz --strip-components=1 -C node_modules/hoten
	@touch $@

target/demo/.ready: node_modules/hoten/.ready target/residents.hoten $(wildcard bindings-wasm/demo/*)
	node bindings-wasm/demo/build.mjs node_modules/hoten target/demo target/residents.hoten
	@touch $@

target/residents.hoten: .venv/.wheel bindings-wasm/demo/residents.py
	$(PYTHON) bindings-wasm/demo/residents.py $@

target/residents-100000.hoten: .venv/.wheel bindings-wasm/demo/residents.py
	$(PYTHON) bindings-wasm/demo/residents.py $@ 100000

target/tools/bin/cargo-deny:
	cargo install --quiet --locked --root target/tools cargo-deny@0.20.2
