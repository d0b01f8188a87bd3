# The commands of the project; `make` alone lists them.

PORT ?= 8000
HOST ?= 127.0.0.1
TILLAGG_DATA ?= var
ARGS ?=
export PORT HOST TILLAGG_DATA

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
# The first Python of 3.11 or later; asked for only where .venv has to be made.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
# Children get the environment's own tools; honcho is kept from reading a .env file that migrate would not see.
SERVE := exec env PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/honcho --env /dev/null start
# The demonstration uses the embedded database and engine, whatever the environment names.
DEMO := env -u DATABASE_URL -u ELASTICSEARCH_URL -u CACHE_URL -u TILLAGG_MODE \
	DJANGO_SETTINGS_MODULE=cms.settings.dev BASE_URL=http://localhost:$(PORT)

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test check format bench requirements clean port-free

help: ## List the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '  make %-14s %s\n' "$$name" "$$text"; done

setup: $(VENV)/.test-installed ## Make .venv with all that demo, serve and test need from PyPI

demo: $(VENV)/.base-installed port-free ## Everything with demo content on http://localhost:8000 (PORT= for another)
	@$(DEMO) $(BIN)/python manage.py migrate --verbosity 0
	@$(DEMO) $(BIN)/python manage.py demo
	@printf '\n  Reader        http://localhost:%s/\n  API           http://localhost:%s/api/v1/\n' $(PORT) $(PORT)
	@printf '  API docs      http://localhost:%s/api/v1/docs\n  Admin         http://localhost:%s/admin/\n' $(PORT) $(PORT)
	@printf '\n  Ctrl-C stops it.\n\n'
	@$(subst exec env,exec $(DEMO),$(SERVE))

serve: $(VENV)/.base-installed port-free ## Migrate the database of DATABASE_URL and serve it, with the worker
	@$(BIN)/python manage.py migrate --verbosity 0
ifeq ($(DJANGO_SETTINGS_MODULE),cms.settings.production)
	@$(BIN)/python manage.py collectstatic --no-input --verbosity 0
endif
	@$(SERVE)

test: $(VENV)/.test-installed ## Every check and every test, on SQLite and on a real PostgreSQL (ARGS= goes to pytest)
	@exec $(BIN)/python -m tests.run $(ARGS)

check: $(VENV)/.test-installed ## Only lint, types, layers and module rules
	@exec $(BIN)/python -m tests.run --static

format: $(VENV)/.test-installed ## Format the code and mend what ruff can
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

bench: $(VENV)/.test-installed ## The benchmarks, on a real PostgreSQL
	@exec $(BIN)/python -m tests.services.postgres $(BIN)/python -m benchmarks $(ARGS)

requirements: $(VENV)/.made ## Compile requirements/*.txt again after a change of *.in (ARGS=--upgrade for newer)
	@test -x .cache/pip-tools/bin/pip-compile || { $(BIN)/python -m venv .cache/pip-tools && \
		.cache/pip-tools/bin/python -m pip --quiet install pip-tools; }
	@cd requirements && for name in base test; do \
		../.cache/pip-tools/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
			--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
			--no-emit-options $(ARGS) --output-file $$name.txt $$name.in || exit 1; done

clean: ## Remove caches; .venv and var/ stay
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .cache
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# --- the environment: each step once, again only when what it depends on has changed --------------

$(VENV)/.made:
	@test -n "$(PYTHON)" || { \
		echo "Tillägg needs Python 3.11 or later; found: $$(python3 --version 2>&1)." >&2; \
		echo "Install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit(f"Tillägg needs Python 3.11 or later; $(PYTHON) is {v[0]}.{v[1]}.")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(INSTALL_VENV)
	@echo "Making $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.base-installed: requirements/base.txt $(VENV)/.made
	@echo "Installing requirements/base.txt"
	@$(PIP) -r requirements/base.txt
	@touch $@

$(VENV)/.test-installed: requirements/test.txt $(VENV)/.base-installed
	@echo "Installing requirements/test.txt"
	@$(PIP) -r requirements/test.txt
	@touch $@

# Debian keeps venv in a package of its own: installed as root, named to others.
define INSTALL_VENV
{ if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "Installing python3-venv"; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; \
	else echo "$(PYTHON) lacks venv. On Debian: apt-get install python3-venv" >&2; exit 1; fi; }
endef

# granian would share a busy port without a word, so ask first.
define PORT_FREE
import os, socket, sys
host, port = os.environ["HOST"], os.environ["PORT"]
if not port.isdecimal() or not 0 < int(port) < 65536:
    sys.exit(f"PORT={port} is not a port: give a number from 1 to 65535.")
family, kind, proto, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
probe = socket.socket(family, kind, proto)
probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
try:
    probe.bind(address)
except OSError as error:
    sys.exit(f"Port {port} on {host} cannot be used ({error.strerror}). Try another: PORT={int(port) % 65535 + 1}")
endef
export PORT_FREE

port-free: $(VENV)/.base-installed
	@$(BIN)/python -c "$$PORT_FREE"
