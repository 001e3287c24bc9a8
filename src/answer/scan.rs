//! The names of the glossary in a text.

use serde::Serialize;

use crate::answer::search::Bytes;
use crate::answer::{Named, SCHEMA};
use crate::glossary::bilingual::Text;

/// A record of kind `mention`: a name at one place of a text.
#[derive(Debug, Serialize)]
pub struct Mention {
    schema: u8,
    kind: &'static str,
    /// The file; null for standard input.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: u64,
    /// The column of the first character, in characters, from 1.
    pub column: u64,
    /// The place in the file.
    pub range: Bytes,
    /// The name as it is written there.
    pub text: String,
    /// The id of the entry.
    pub id: String,
}

impl Mention {
    /// A mention in a file.
    pub fn new(file: Option<String>, (line, column): (u64, u64), range: Bytes, text: &str, id: &str) -> Self {
        Self { schema: SCHEMA, kind: "mention", file, line, column, range, text: text.to_owned(), id: id.to_owned() }
    }
}

/// An entry that a text uses.
#[derive(Debug)]
pub struct Used {
    /// The entry.
    pub named: Named,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// How its Japanese name is read, where a reading is known.
    pub reading: Option<String>,
    /// Its definition.
    pub definition: Text,
    /// How often it is named.
    pub count: u64,
    /// The file where it is named first; none for standard input.
    pub file: Option<String>,
    /// The line there.
    pub line: u64,
}

/// Everything that the texts use, in the order in which it is first named.
#[derive(Debug)]
pub struct Uses {
    /// The entries.
    pub used: Vec<Used>,
    /// How people want to see them.
    pub layout: Layout,
    /// Whether several files were read, so that places name them.
    pub files: bool,
}

/// How the entries that a text uses are shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One row for each.
    Table,
    /// With their definitions.
    Definitions,
    /// As a table in Markdown.
    Markdown,
}

/// A part of a text that is passed on.
#[derive(Debug)]
pub enum Piece {
    /// Text.
    Text(String),
    /// A name, and the address of the first source of its entry.
    Name(String, Option<String>),
    /// What is no text.
    Bytes(Vec<u8>),
}
