//! One file for each command, named as it is typed: arguments become a question to the catalog, what it says becomes an answer.

pub mod check;
pub mod completions;
pub mod list;
pub mod lookup;
pub mod news;
pub mod random;
pub mod related;
pub mod scan;
pub mod search;
#[cfg(feature = "update")]
pub mod update;
