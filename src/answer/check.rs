//! The report on a glossary.

use std::path::PathBuf;

use crate::glossary::problem::Problem;

/// The report on a glossary.
#[derive(Debug)]
pub struct Checked {
    /// The directory.
    pub directory: PathBuf,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Whether it was held to the rules for a team's glossary, where editorial problems only warn.
    pub team: bool,
    /// Whether any of them keeps the glossary from being used.
    pub broken: bool,
    /// The entries that it has.
    pub entries: usize,
}
