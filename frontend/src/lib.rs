//! The browser's half: what the islands of `app` export. The page's own small script loads it and
//! wakes each island by its name.

// The islands are exported by being linked: without this line the linker would drop them all.
use app as _;
