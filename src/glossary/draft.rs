//! A parsed glossary, each part with the file that it came from.

use crate::glossary::news::{NewsItem, Publisher};
use crate::glossary::term::{Category, Section, Source, Term};

/// Everything that one directory says.
#[derive(Debug, Default)]
pub struct Draft {
    /// The entries.
    pub entries: Vec<Entry>,
    /// `categories.json`
    pub categories: Vec<Category>,
    /// `sources.json`
    pub sources: Vec<Source>,
    /// `publishers.json`
    pub publishers: Vec<Publisher>,
    /// `news/`
    pub news: Vec<Announcement>,
}

/// An entry, its article and its file.
#[derive(Debug)]
pub struct Entry {
    /// The file, relative to the glossary's directory.
    pub file: String,
    /// What every answer needs.
    pub term: Term,
    /// What only the whole entry shows.
    pub article: Vec<Section>,
}

/// A news item and its place.
#[derive(Debug)]
pub struct Announcement {
    /// The file, relative to the glossary's directory.
    pub file: String,
    /// The place in the file.
    pub pointer: String,
    /// The item.
    pub item: NewsItem,
}
