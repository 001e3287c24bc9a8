//! An answer becomes bytes: text for people or records for programs.

pub mod help;
pub mod json;
pub mod screen;
pub mod style;
pub mod text;
pub mod wrap;

use std::io::{self, Write};

use crate::answer::Answer;
use crate::glossary::bilingual::Lang;
use crate::render::screen::Screen;

/// For whom an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: JSON Lines.
    Json,
}

/// Where to write, and how.
pub type Stream<'a> = (&'a mut dyn Write, Screen);

/// Writes an answer: what was found to `out`, what was not found to `err`.
///
/// # Errors
/// When one of the streams cannot be written.
pub fn write(answer: &Answer, format: Format, lang: Lang, out: Stream<'_>, err: Stream<'_>) -> io::Result<()> {
    match format {
        Format::Text => text::write(answer, lang, out, err),
        Format::Json => json::write(answer, lang, out.1, out.0),
    }
}
