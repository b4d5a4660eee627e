#!/usr/bin/env bash
# Builds the browser half: compile, bind, optimise. Leaves $target/front/pkg/app.js and app_bg.wasm.
# wasm.sh [compile|bind|all]: two steps, because `bind` needs the build helper ($XTASK).
source "$(dirname "$0")/common.sh"

front=$target/front
step=${1:-all}
compiled=$front/compiled.stamp
bound=$front/bound.stamp
wasm=$front/wasm32-unknown-unknown/wasm-release/frontend.wasm

compile() {
    if [ -e "$wasm" ] && fresh "$compiled" "${wasm_sources[@]}" scripts/wasm.sh; then return; fi
    local kind
    kind=$(scripts/wasm-compiler.sh)
    say "compiling the browser half ($kind)"
    begin "$compiled"
    local arguments=(build --locked -p frontend --lib --target wasm32-unknown-unknown
        --profile wasm-release --target-dir "$front")
    unset RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER CLIPPY_ARGS
    if [ "$kind" = rustup ]; then
        cargo "${arguments[@]}"
    else
        env -u RUSTC -u RUSTUP_TOOLCHAIN PATH="/usr/bin:$PATH" RUSTC_BOOTSTRAP=1 \
            /usr/bin/cargo "${arguments[@]}" -Zbuild-std=std,panic_abort
    fi
    done_with "$compiled"
}

bind() {
    local pkg=$front/pkg
    if [ -e "$pkg/app_bg.wasm" ] && fresh "$bound" "$compiled" scripts/wasm-opt.sh; then return; fi
    begin "$bound"
    rm -rf "$pkg"
    "${XTASK:-$target/debug/xtask}" bindgen "$wasm" "$pkg"
    scripts/wasm-opt.sh "$pkg/app_bg.wasm"
    done_with "$bound"
}

case $step in
compile) compile ;;
bind) bind ;;
all) compile && bind ;;
*) fail "wasm.sh knows compile, bind and all" ;;
esac
