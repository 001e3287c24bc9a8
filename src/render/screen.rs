//! The screen: how wide it is, and how text is broken into its lines.
//!
//! Text is wrapped first and styled afterwards, so that no escape sequence is ever counted. Japanese is broken between any two characters
//! except where the rules for line starts and ends forbid it (kinsoku shori, JIS X 4051); Latin words stay whole.

use std::borrow::Cow;

use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use crate::glossary::script::{is_kana, is_kanji};

/// The widest that prose is set, in columns: longer lines are hard to read.
const MEASURE: usize = 80;
/// The narrowest that text is wrapped to.
const LEAST: usize = 20;

/// One output stream as a place to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The columns of the terminal; none when the stream is no terminal, where nothing is wrapped or decorated.
    pub width: Option<usize>,
    /// Whether to use colour.
    pub color: bool,
}

impl Screen {
    /// Whether the stream is a terminal.
    pub fn is_terminal(self) -> bool {
        self.width.is_some()
    }

    /// Breaks a paragraph into lines, each with room for `indent` columns before it; into one line where there is no terminal.
    pub fn wrap(self, text: &str, indent: usize) -> Vec<Cow<'_, str>> {
        let Some(width) = self.width else { return vec![Cow::Borrowed(text)] };
        let width = width.clamp(LEAST, MEASURE).saturating_sub(indent).max(1);
        let options = Options::new(width)
            .word_separator(WordSeparator::Custom(words))
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        textwrap::wrap(text, options)
    }
}

/// Cuts a text to `columns`, with … where something was cut off.
pub fn shorten(text: &str, columns: usize) -> Cow<'_, str> {
    if display_width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut end = 0;
    for (start, c) in text.char_indices() {
        let next = start + c.len_utf8();
        if display_width(&text[..next]) + 1 > columns {
            break;
        }
        end = next;
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// Adds spaces to `page` that fill up a text to `columns`.
pub fn pad(page: &mut String, text: &str, columns: usize) {
    page.extend(std::iter::repeat_n(' ', columns.saturating_sub(display_width(text))));
}

/// The pieces of a line that stay together.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let mut breaks: Vec<usize> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in line.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            breaks.push(at);
        }
        before = Some(c);
    }
    breaks.push(line.len());
    Box::new(breaks.into_iter().filter(|&end| end > 0).map(move |end| {
        let piece = &line[start..end];
        start = end;
        Word::from(piece)
    }))
}

fn may_break(before: char, after: char) -> bool {
    if after == ' ' || starts_no_line(after) || ends_no_line(before) {
        return false;
    }
    before == ' ' || is_ideographic(before) || is_ideographic(after)
}

fn is_ideographic(c: char) -> bool {
    is_kana(c) || is_kanji(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}')
}

/// Closing marks, small kana, iteration marks: they belong to what stands before them.
fn starts_no_line(c: char) -> bool {
    "、。，．・：；？！ー々」』）】〕〉》〟’”)]},.:;?!…‥゛゜ヽヾゝゞ〻％%".contains(c)
        || "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ".contains(c)
        || matches!(c, '\u{31f0}'..='\u{31ff}')
}

/// Opening brackets belong to what stands after them.
fn ends_no_line(c: char) -> bool {
    "「『（【〔〈《〝‘“([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{Screen, ends_no_line, pad, shorten, starts_no_line};

    fn wrap(text: &str, width: usize) -> Vec<String> {
        let screen = Screen { width: Some(width), color: false };
        screen.wrap(text, 0).into_iter().map(std::borrow::Cow::into_owned).collect()
    }

    #[test]
    fn latin_words_stay_whole_and_japanese_breaks_anywhere_it_may() {
        assert_eq!(wrap("A way of training GPT-4o models", 20), ["A way of training", "GPT-4o models"]);
        assert_eq!(wrap("報酬モデルを学習させ、点数を高める", 20), ["報酬モデルを学習さ", "せ、点数を高める"]);
        assert_eq!(wrap("OpenAIのChatGPTを使う（例）", 20), ["OpenAIのChatGPTを使", "う（例）"]);
    }

    #[test]
    fn no_line_starts_or_ends_with_what_may_not() {
        let text =
            "強化学習（RL）は、「エージェント」が環境とやり取りしながら、報酬を最大にする方策を学ぶ手法です。ッャュョー々も、行頭に置きません！";
        for width in 20..80 {
            for line in wrap(text, width).iter().skip(1) {
                assert!(!line.starts_with(starts_no_line), "{width}: {line}");
            }
            for line in wrap(text, width) {
                assert!(!line.ends_with(ends_no_line), "{width}: {line}");
            }
            assert_eq!(wrap(text, width).concat(), text, "nothing is lost");
        }
    }

    #[test]
    fn columns() {
        assert_eq!(shorten("報酬モデル", 10), "報酬モデル");
        assert_eq!(shorten("報酬モデル", 9), "報酬モデ…");
        assert_eq!(shorten("Reward Model", 8), "Reward…");
        let mut page = String::from("報酬");
        pad(&mut page, "報酬", 6);
        assert_eq!(page, "報酬  ");
    }
}
