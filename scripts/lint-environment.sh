# Sourced: cargo then compiles our own crates through clippy, so that one build gives both the
# warnings (as errors) and the artefacts that the tests run. See docs/decisions for why.
# shellcheck shell=bash
if command -v clippy-driver >/dev/null; then
    export RUSTC_WORKSPACE_WRAPPER=clippy-driver
    export CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__
else
    missing_part "clippy is missing ('rustup component add clippy'), so its lints are not checked"
fi
