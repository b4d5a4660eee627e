//! The components that pages are made of, one file each.

pub mod frame;
