//! An answer becomes bytes: text for people or records for programs.

pub mod json;
pub mod screen;
pub mod style;
pub mod text;

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

/// Writes an answer: what was found to `out`, what was not to `err`.
///
/// # Errors
/// When one of the streams cannot be written.
pub fn write(answer: &Answer, format: Format, lang: Lang, out: (&mut dyn Write, Screen), err: (&mut dyn Write, Screen)) -> io::Result<()> {
    match format {
        Format::Text => text::write(answer, lang, out, err),
        Format::Json => json::write(answer, lang, out.0, out.1),
    }
}
