//! The announcements, how new they are, and how many.

use serde::Serialize;

use crate::answer::Named;
use crate::glossary::bilingual::Text;
use crate::glossary::day::Day;
use crate::glossary::news::NewsItem;

/// A record of kind `news`.
#[derive(Debug, Serialize)]
pub struct News {
    /// The day of the announcement.
    pub date: Day,
    /// Who announced it.
    pub publisher: Named,
    /// What happened.
    pub headline: Text,
    /// The facts.
    pub summary: Text,
    /// The original.
    pub url: String,
    /// Since when the original is gone.
    pub gone: Option<Day>,
    /// Ids of the entries that it touches.
    pub terms: Vec<String>,
}

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

impl News {
    /// An announcement under its publisher's name.
    pub fn new(item: NewsItem, publisher: Named) -> Self {
        let NewsItem { date, headline, summary, url, terms, gone, .. } = item;
        Self { date, publisher, headline, summary, url, gone, terms }
    }
}
