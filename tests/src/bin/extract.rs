//! The process in which the tests let PDF and DOCX be read, like the product's own.

fn main() -> std::io::Result<()> {
    let kind = std::env::args().nth(1).unwrap_or_default();
    services::documents::child_main(&kind, std::io::stdin(), std::io::stdout())
}
