//! How new the announcements are, and how many.

use serde::Serialize;

use crate::answer::Named;
use crate::glossary::day::Day;

/// The day of the newest announcement, whatever was asked for, and how many days that is ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    /// The day.
    pub day: Day,
    /// The days since then.
    pub age: i64,
}

/// A record of kind `count`: the announcements of a publisher in a month.
#[derive(Debug, Serialize)]
pub struct Count {
    /// The month, `YYYY-MM`.
    pub month: String,
    /// The publisher.
    pub publisher: Named,
    /// How many.
    pub count: usize,
}
