//! The screen: how wide it is and what it can show.

use std::borrow::Cow;
use std::ops::Range;

use crate::render::wrap::{Ambiguous, wrap};

/// The widest that prose is set, in columns, unless somebody asks for more: longer lines are hard to read.
pub const MEASURE: usize = 80;
/// The narrowest that a line may get beside its indent.
const LEAST_LINE: usize = 8;

/// One output stream as a place to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Whether the stream is a terminal.
    pub terminal: bool,
    /// The columns that a row of a table may take; none where rows are not cut.
    pub width: Option<usize>,
    /// The columns that prose is set in; none where it is not wrapped.
    pub measure: Option<usize>,
    /// Whether to use colour.
    pub color: bool,
    /// Whether addresses are links behind the text rather than text.
    pub links: bool,
    /// The columns of characters of ambiguous width.
    pub ambiguous: Ambiguous,
}

impl Screen {
    /// Breaks a paragraph into lines with room for `indent` columns before each, told as places in it; into one where nothing is wrapped.
    pub fn wrap(&self, text: &str, indent: usize) -> Vec<Range<usize>> {
        match self.measure {
            Some(measure) => wrap(text, measure.saturating_sub(indent).max(LEAST_LINE), self.ambiguous),
            None => std::iter::once(0..text.len()).collect(),
        }
    }

    /// The columns of a text.
    pub fn columns(&self, text: &str) -> usize {
        self.ambiguous.width(text)
    }

    /// A text cut to `columns`, with … where something was cut off.
    pub fn shorten<'t>(&self, text: &'t str, columns: usize) -> Cow<'t, str> {
        let room = columns.saturating_sub(self.columns("…"));
        // One look at each character, and none at what is far beyond the end.
        let (mut width, mut end) = (0, 0);
        for (at, c) in text.char_indices() {
            if width <= room {
                end = at;
            }
            width += self.ambiguous.char_width(c);
            if width > columns {
                return Cow::Owned([text[..end].trim_end(), "…"].concat());
            }
        }
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Screen;
    use crate::render::wrap::Ambiguous;

    #[test]
    fn columns() {
        let screen = Screen { terminal: true, width: Some(80), measure: Some(80), color: false, links: false, ambiguous: Ambiguous::Narrow };
        assert_eq!(screen.shorten("報酬モデル", 10), "報酬モデル");
        assert_eq!(screen.shorten("報酬モデル", 9), "報酬モデ…");
        assert_eq!(screen.shorten("Reward Model", 8), "Reward…");
        assert_eq!(Screen { ambiguous: Ambiguous::Wide, ..screen }.shorten("報酬モデル", 9), "報酬モ…");
    }
}
