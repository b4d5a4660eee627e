# The commands of the house. Each script in scripts/ does one thing and nothing twice.
.DEFAULT_GOAL := help
.PHONY: help run test dev bench bench-scale bench-openfisca lighthouse setup lint fmt clean-var

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: ## build in release and serve on http://127.0.0.1:3000 (PORT=, VAR=, POLICIES=)
	@exec scripts/run.sh

test: ## prove everything: style, lints, supply chain, both databases, the browser
	@exec scripts/test.sh

dev: ## rebuild, restart and reload on change
	@exec scripts/dev.sh

bench: ## the benchmarks, as ratios against named peers; target/bench/report.md and search.md
	@exec scripts/bench.sh

bench-scale: ## pages among a million people, a draft on a million bills; target/bench/scale.md (SCALE_PEOPLE=)
	@exec scripts/bench-scale.sh

bench-openfisca: ## our engine beside the same rules in openfisca-core, equal to the fen first (BILLS=, SEED=)
	@exec scripts/bench-openfisca.sh

lighthouse: ## every page on a throttled phone, as a table, also in target/lighthouse.md (WHO=)
	@exec scripts/lighthouse.sh

setup: ## install what `make run` and `make test` need, now rather than then
	@exec scripts/setup.sh

lint: ## the compiler's and clippy's warnings, as errors
	@exec scripts/lint.sh

fmt: ## put the code into shape
	@cargo fmt

clean-var: ## forget the data of `make run` (VAR=)
	@exec scripts/clean-var.sh
