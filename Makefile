# Each target is the only command a person needs: what it stands on is made first.
PYTHON ?= python3.11
VENV := .venv
SOURCES := ../shared/seeds

# Whether an environment can be made: `$(error)` is one line on stderr and status 2.
ready = $(if $(shell command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import ensurepip' 2>/dev/null && echo yes),,\
	$(error $(notdir $(PYTHON)) with ensurepip is needed: apt-get install $(notdir $(PYTHON)) $(notdir $(PYTHON))-venv))
pip = $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test install check bench chaos lock picture

run: install
	@$(VENV)/bin/python -m bot run --or-sandbox

# One process of tests a core; tests of one group (the journeys of one database) stay in one.
test: $(VENV)/.development
	$(VENV)/bin/python -m pytest --cov -n auto --dist loadgroup

install: $(VENV)/.runtime

check: $(VENV)/.development
	$(VENV)/bin/python -m ruff check
	$(VENV)/bin/python -m ruff format --check
	$(VENV)/bin/python -m mypy
	$(VENV)/bin/python -m bot check \
		$(if $(wildcard $(SOURCES))$(filter true,$(CI)),--sources $(SOURCES))

bench: $(VENV)/.development
	@$(VENV)/bin/python -m tests.benchmarks

# Stop, kill and starve the bot while two hundred people talk to it.
chaos: $(VENV)/.development
	@$(VENV)/bin/python -m tests.chaos

# Take the README's picture of a conversation anew.
picture: $(VENV)/.development
	@$(VENV)/bin/python -m pytest tests/journeys/test_browser.py --picture .github/conversation.png

# Ask the index for the newest versions pyproject.toml allows, and write their hashes down.
# pip takes no extras in a constraint; without its extra it looks past a pin for a newer version.
lock:
	@$(ready)tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && $(PYTHON) -m venv "$$tools" && \
	"$$tools/bin/pip" install --quiet pip-tools && export CUSTOM_COMPILE_COMMAND='make lock' && \
	compile="$$tools/bin/pip-compile --quiet --upgrade --generate-hashes \
		--no-emit-options --annotation-style=line" && \
	$$compile --strip-extras --output-file requirements.lock pyproject.toml && \
	$$compile --no-strip-extras --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

# The stamps: a changed lock file is installed again.
$(VENV)/.runtime: requirements.lock | $(VENV)/bin/pip
	@echo 'Installing what the bot needs'
	@$(pip) --requirement requirements.lock
	@touch $@

$(VENV)/.development: requirements-dev.lock | $(VENV)/bin/pip
	@echo 'Installing what the bot and its tests need'
	@$(pip) --requirement requirements-dev.lock
	@touch $@ $(VENV)/.runtime

# pip comes last, so an interrupted beginning is begun anew.
$(VENV)/bin/pip:
	@$(ready)$(PYTHON) -m venv --clear $(VENV)
