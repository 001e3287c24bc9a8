//! What a search found.

use std::ops::Range;

use serde::Serialize;

use crate::answer::Place;
use crate::glossary::bilingual::Text;
use crate::glossary::places;

/// A record of kind `hit`: an entry that has every word of a search, and a passage that shows it.
#[derive(Debug, Serialize)]
pub struct Hit {
    /// What was searched for.
    pub query: String,
    /// The id.
    pub id: String,
    /// The headword.
    pub name: Text,
    /// The abbreviation.
    pub abbreviation: Option<String>,
    /// The directory it comes from; null for the embedded glossary.
    pub origin: Place,
    /// The most telling kind of place where all the words are found: `headword`, `alias`, `definition`, `heading` or `body`.
    pub place: places::Place,
    /// How often the words are found in the entry.
    pub count: usize,
    /// Where the passage stands in the JSON of the entry (RFC 6901).
    pub pointer: String,
    /// The whole passage.
    pub text: String,
    /// Where the words stand in the passage.
    pub ranges: Vec<Bytes>,
}

/// A part of a text, as the bytes of its UTF-8 form from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bytes {
    /// The first byte.
    pub start: u64,
    /// The byte after the last.
    pub end: u64,
}

impl From<Range<usize>> for Bytes {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start as u64, end: range.end as u64 }
    }
}

impl From<Bytes> for Range<usize> {
    fn from(bytes: Bytes) -> Self {
        bytes.start as usize..bytes.end as usize
    }
}

/// The hits of a search, the best first.
#[derive(Debug)]
pub struct Hits {
    /// What was searched for.
    pub query: String,
    /// Those to show.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
}
