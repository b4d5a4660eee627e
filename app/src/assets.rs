//! Where the static files are: logical names to addresses with a content hash.

use std::collections::BTreeMap;

/// The manifest that the build wrote, or an empty one.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    addresses: BTreeMap<String, String>,
}

impl Assets {
    /// The manifest with these addresses by logical name (`site.css` to `/pkg/site.1a2b.css`).
    #[must_use]
    pub fn new(addresses: BTreeMap<String, String>) -> Self {
        Self { addresses }
    }

    /// The address of `name`, if it was built.
    #[must_use]
    pub fn address(&self, name: &str) -> Option<&str> {
        self.addresses.get(name).map(String::as_str)
    }
}
