# `make run` starts the assistant, `make test` and `make production-test` run the tests. All bring what
# they need.
.DEFAULT_GOAL := help
.PHONY: help run build test production-test benchmarks setup lock lint model clean

PYTHON ?= python3
PORT ?= 5005
BIN := .venv/bin
UV := $(BIN)/uv
UV_VERSION := 0.13.9
READY := .venv/ready
# Python keeps what it compiled, whatever the environment says: each start is then 9 s shorter.
unexport PYTHONDONTWRITEBYTECODE
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# Asked not to start anything: the tests have servers of their own.
INSTALL = $(SUDO) apt-get update -qq && $(SUDO) env RUNLEVEL=1 apt-get install -y -qq
debian = [ -x "$$(PATH="$$PATH:/usr/sbin" command -v $(1))" ] || { \
	  echo "== Production: installing $(1)"; \
	  $(INSTALL) --no-install-recommends $(1) >/dev/null; }

help:
	@echo "make run    start Partneris (environment and model are made first where needed)"
	@echo "make build  make environment, model and widget, without starting anything"
	@echo "make test   run all checks and tests"
	@echo "make production-test   try out the set-up of deploy/: PostgreSQL, Redis, RabbitMQ, nginx"
	@echo "make benchmarks   make what benchmarks/ needs beside that: Rasa's own pipeline, locust, the services"
	@echo "make lock   write requirements.lock anew from pyproject.toml"
	@echo "make clean  remove environment, models and caches"

run: setup
	@$(BIN)/partneris serve --port $(PORT)

build: setup model
	@$(BIN)/python -c 'from bot.web.build import ensure; ensure()'

test: setup hunspell libreoffice chromium postgresql redis faketime
	@echo "== Checks (ruff, mypy, widget: biome and tsc, import contract) and the model, at once"
	@$(MAKE) --no-print-directory --jobs 2 lint model
	@echo "== Tests"
	@$(BIN)/pytest -n 3 --dist loadgroup --no-loadscope-reorder

production-test: build chromium postgresql redis rabbitmq nginx faketime
	@$(BIN)/pytest -m production tests/production

# TensorFlow and locust are needed for comparisons only.
benchmarks: build postgresql redis rabbitmq nginx .venv-benchmarks/ready

.venv-benchmarks/ready: benchmarks/requirements.lock
	@echo "== Benchmarks: making .venv-benchmarks (about 2.5 GB)"
	@$(PYTHON) -m venv .venv-benchmarks
	@$(UV) pip sync --quiet --require-hashes --python .venv-benchmarks/bin/python $<
	@touch $@

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	  { echo "Partneris needs Python 3.11; $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
	    echo "Name another with: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory debian-venv
	@command -v cc >/dev/null || $(MAKE) --no-print-directory debian-compiler
	@test -f "$$($(PYTHON) -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h" || \
	  $(MAKE) --no-print-directory debian-headers
	@echo "== Environment: making .venv (about 1.7 GB, a minute or two)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(UV) pip sync --quiet --require-hashes requirements.lock
	@$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'from bot.checks import check_rasa; check_rasa()'
	@touch $(READY)

.PHONY: debian-venv
debian-venv:
	@echo "== Python's venv is missing: installing Debian's python3-venv"
	@$(INSTALL) python3-venv

# Rasa holds some packages at versions that PyPI has as source only.
.PHONY: debian-compiler debian-headers
debian-compiler:
	@echo "== Environment: installing gcc"
	@$(INSTALL) --no-install-recommends gcc libc6-dev >/dev/null

debian-headers:
	@echo "== Environment: installing Python's headers"
	@$(INSTALL) --no-install-recommends libpython3.11-dev >/dev/null

# The spelling test needs Debian's hunspell with both dictionaries.
.PHONY: hunspell
hunspell:
	@command -v hunspell >/dev/null && hunspell -D </dev/null 2>&1 | grep -q lv_LV || { \
	  echo "== Spelling: installing hunspell, hunspell-lv, hunspell-en-gb"; \
	  $(INSTALL) hunspell hunspell-lv hunspell-en-gb >/dev/null; }

# The spreadsheet tests work out every formula with Debian's LibreOffice.
.PHONY: libreoffice
libreoffice:
	@command -v soffice >/dev/null || { \
	  echo "== Spreadsheets: installing libreoffice-calc-nogui (about 400 MB)"; \
	  $(INSTALL) --no-install-recommends libreoffice-calc-nogui >/dev/null; }

# The website's tests drive Debian's chromium.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { \
	  echo "== Website: installing chromium and fonts (about 350 MB)"; \
	  $(INSTALL) --no-install-recommends chromium fonts-noto-core >/dev/null; }

# Tickets, slots, inbox and report are tested on PostgreSQL, too, each run on a server of its own.
.PHONY: postgresql
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	  echo "== Databases: installing postgresql (about 60 MB)"; \
	  $(INSTALL) --no-install-recommends postgresql >/dev/null; }

# Locks and limits that processes share.
.PHONY: redis
redis:
	@$(call debian,redis-server)

.PHONY: rabbitmq
rabbitmq:
	@$(call debian,rabbitmq-server)

# A clock that tests may set, for one program only.
.PHONY: faketime
faketime:
	@$(call debian,faketime)

.PHONY: nginx
nginx:
	@$(call debian,nginx)

lint:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m bot.web.build
	@$(BIN)/lint-imports --no-cache > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }

model:
	@$(BIN)/partneris train

# No addresses and no paths stand in the lock, only names, versions and hashes.
lock:
	@$(UV) pip compile pyproject.toml --group dev --generate-hashes --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --quiet --output-file requirements.lock
	@$(UV) pip compile benchmarks/requirements.in --generate-hashes --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --quiet --output-file benchmarks/requirements.lock

clean:
	rm -rf .venv .venv-benchmarks models .rasa .partneris/cache bot/web/node_modules bot/web/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
