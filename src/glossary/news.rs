//! Official announcements and who publishes them.

use serde::{Deserialize, Serialize};

use crate::glossary::bilingual::Text;
use crate::glossary::day::Day;

/// An official announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsItem {
    /// The day on which it was announced.
    pub date: Day,
    /// The id of the publisher.
    pub publisher: String,
    /// What happened, in a few words.
    pub headline: Text,
    /// The facts in two or three sentences.
    pub summary: Text,
    /// The original, on the publisher's own site.
    pub url: String,
    /// The ids of the entries that it touches.
    pub terms: Vec<String>,
    /// The day since which the original is no longer to be found there.
    pub gone: Option<Day>,
}

/// A maker whose announcements are carried.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publisher {
    /// The id that news items use.
    pub id: String,
    /// The name for people.
    pub name: Text,
    /// The hosts of its own sites, lower case; a news item must link to one of them.
    pub hosts: Vec<String>,
    /// The page that lists its announcements.
    pub newsroom: String,
    /// The feeds that it publishes itself.
    pub feeds: Vec<Feed>,
}

/// A machine-readable list of announcements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// The https address.
    pub url: String,
    /// `rss` or `atom`.
    pub format: String,
}
