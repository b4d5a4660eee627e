#!/usr/bin/env bash
# Builds the browser half: compile, bind, optimise. Leaves app.js and app_bg.wasm in $front_pkg.
# wasm.sh compile|bind: two steps, because `bind` needs the build helper ($XTASK).
source "$(dirname "$0")/common.sh"

front=$target/front
compiled=$front/$wasm_profile.compiled
bound=$front/$wasm_profile.bound
wasm=$front/wasm32-unknown-unknown/$wasm_profile/frontend.wasm

compile() {
    if [ -e "$wasm" ] && fresh "$compiled" "${wasm_watched[@]}" scripts/wasm.sh; then return; fi
    local kind
    kind=$(scripts/wasm-compiler.sh)
    say "compiling the browser half ($kind)"
    begin "$compiled"
    local arguments=(build --locked -p frontend --lib --target wasm32-unknown-unknown
        --profile "$wasm_profile" --target-dir "$front")
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
    if [ ! -e "$wasm" ]; then return; fi
    if [ -e "$front_pkg/app_bg.wasm" ] && fresh "$bound" "$compiled" scripts/wasm-opt.sh; then return; fi
    begin "$bound"
    rm -rf "$front_pkg"
    "$XTASK" bindgen "$wasm" "$front_pkg"
    if [ "$wasm_profile" = wasm-release ]; then scripts/wasm-opt.sh "$front_pkg/app_bg.wasm"; fi
    done_with "$bound"
}

case ${1:-} in
compile) compile ;;
bind) bind ;;
*) fail "wasm.sh knows compile and bind" ;;
esac
