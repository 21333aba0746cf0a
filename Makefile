# Two commands do everything: `make start` and `make test`.
PYTHON ?= python3
PORT ?= 8000
FUZZ_SECONDS ?= 60
BIN := .venv/bin
SAMPLE := docs/assets/samples/แผนปฏิบัติการประจำปี-2570-ตัวอย่าง.docx
# Material for MkDocs prints a notice about its own future at every build; the site does not depend on it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: start setup site edit offline pdf check serve test lint bench fuzz clean

start: setup site check serve

setup: .venv/.ready

# The mark is newer than pyproject.toml once everything is installed.
.venv/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Khumue needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[site,dev]'
	@$(BIN)/python -m compileall -q lib && touch $@

site: setup
	$(BIN)/mkdocs build --quiet --strict

# The site while its data are written: an edited file shows in both languages within two seconds.
edit: setup
	@echo "คู่มือ / The handbook: http://127.0.0.1:$(PORT)/  (Ctrl+C: หยุด / stop)"
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# A site for a folder or a USB stick: open offline/index.html, no server is needed.
offline: setup
	DIRECTORY_URLS=false SITE_URL= $(BIN)/mkdocs build --quiet --strict --site-dir offline

# The whole handbook as one PDF for each language, in pdf/; skipped with a line where there is no Chromium.
pdf: offline
	@$(BIN)/python tools/make_pdf.py offline pdf

# The sample has two planted faults: that is no failure here. Its report stands beside the handbook, with links into it.
check: setup
	@mkdir -p site
	@$(BIN)/khumue check --fail-on never --handbook . --output site/sample-report.html --force '$(SAMPLE)'

serve: setup
	@$(BIN)/python tools/serve.py site $(PORT)

test: setup lint
	$(BIN)/pytest --cov --cov-report=term

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/khumue lint

# Peers have an environment of their own, so that the project's stays small. QUICK=1 takes a sample of the checker's part
# in about a minute; the site is measured only without it: its build and, in Chromium, its search and ways to answers.
bench: export PYTHONPATH := lib:tests:tools
bench: setup .venv-bench/.ready
	$(BIN)/python -m bench $(if $(QUICK),--quick)
ifndef QUICK
	$(BIN)/python -m bench.building
	$(BIN)/python -m bench.searching
	$(BIN)/python -m bench.tasks
endif

.venv-bench/.ready: pyproject.toml
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

# Only a few versions of Python have a build of the fuzzer; where there is none, the script says so.
fuzz: setup
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@$(BIN)/python tests/fuzz/fuzz.py $(FUZZ_SECONDS)

clean:
	rm -rf .venv .venv-bench .bench-cache site offline pdf .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .cache lib/khumue/data
