//! What must hold for any input. As tests, the targets run over their seeds in `__fuzz__/<target>/corpus` and over a few random inputs; the same
//! targets run for as long as one likes under libFuzzer: `cargo bolero test <target>`.
//!
//! An input that broke a target becomes a seed of it, with a name that says what it is, and a case in the tests of what was mended.

#[cfg(feature = "update")]
mod feed;
mod fold;
mod glossary;
mod pieces;
mod query;
mod scan;

use bolero::check;

#[test]
fn fold() {
    check!().with_iterations(4_000).for_each(|bytes| fold::holds(&pieces::text(bytes, 1024)));
}

#[test]
fn query() {
    check!().with_iterations(150).for_each(|bytes| query::holds(&pieces::text(bytes, 1024)));
}

#[test]
fn scan() {
    let mut readers = scan::Readers::new();
    check!().with_iterations(400).for_each(move |bytes| readers.hold(bytes));
}

#[test]
fn glossary() {
    check!().with_iterations(400).for_each(glossary::holds);
}

#[test]
#[cfg(feature = "update")]
fn feed() {
    check!().with_iterations(4_000).for_each(|bytes: &[u8]| feed::holds(bytes));
}
