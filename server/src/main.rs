//! `yibaotong`: the one binary.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // One cryptography provider for everything; a second call would only say that there is one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    server::command::main()
}
