//! Breaking text into lines as a typesetter of both languages would.
//!
//! Japanese may break between any two characters except where kinsoku shori forbids it (JIS X 4051; JLREQ, strict rules): no line starts with
//! a closing mark, a small kana or a sign of repetition, none ends with an opening bracket; dashes and ellipses are not taken apart, nor a number
//! and its unit. Latin words stay whole. Only what is longer than a line is cut, after `/` `.` `_` `-` first.

use std::ops::Range;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthChar;

use crate::glossary::script::{self, is_kanji};

/// How many columns characters of ambiguous width take (Unicode annex 11): — … ① and many symbols, wide in fonts made for East Asian text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// One.
    #[default]
    Narrow,
    /// Two.
    Wide,
}

impl Ambiguous {
    /// The columns of a text.
    pub fn width(self, text: &str) -> usize {
        text.chars().map(|c| self.char_width(c)).sum()
    }

    /// The columns of a character.
    pub fn char_width(self, c: char) -> usize {
        match self {
            Self::Narrow => c.width(),
            Self::Wide => c.width_cjk(),
        }
        .unwrap_or_default()
    }
}

/// The lines of a paragraph, each at most `columns` wide: places in `text` without the spaces at its breaks.
pub fn wrap(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<Range<usize>> {
    let pieces = pieces(text, columns, ambiguous);
    let lines = wrap_first_fit(&pieces, &[columns as f64]);
    let place = |line: &[Piece]| {
        let (start, end) = (line.first()?.start, line.last()?.end);
        Some(start..start + text[start..end].trim_end_matches(' ').len())
    };
    lines.into_iter().filter_map(place).collect()
}

/// What stays together: a place in the text, its columns, and those of the space after it.
#[derive(Debug)]
struct Piece {
    start: usize,
    end: usize,
    columns: usize,
    space: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn pieces(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut add = |end: usize| {
        let whole = &text[start..end];
        let words = whole.trim_end_matches(' ');
        let width = ambiguous.width(words);
        if width > columns {
            cut(start, words, columns, ambiguous, &mut pieces);
            if let Some(last) = pieces.last_mut() {
                (last.end, last.space) = (end, whole.len() - words.len());
            }
        } else if !words.is_empty() {
            pieces.push(Piece { start, end, columns: width, space: whole.len() - words.len() });
        }
        start = end;
    };
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c, &text[..at], &text[at..])) {
            add(at);
        }
        before = Some(c);
    }
    add(text.len());
    pieces
}

/// Cuts what is longer than a line: after a mark that addresses and names are made of, or else anywhere.
fn cut(start: usize, words: &str, columns: usize, ambiguous: Ambiguous, pieces: &mut Vec<Piece>) {
    let (mut from, mut width, mut after_mark) = (0, 0, 0);
    for (at, c) in words.char_indices() {
        let wide = ambiguous.char_width(c);
        if width + wide > columns {
            let to = if after_mark > from { after_mark } else { at };
            pieces.push(Piece { start: start + from, end: start + to, columns: ambiguous.width(&words[from..to]), space: 0 });
            width = ambiguous.width(&words[to..at]);
            from = to;
        }
        width += wide;
        if matches!(c, '/' | '.' | '_' | '-' | '?' | '&' | '=') {
            after_mark = at + c.len_utf8();
        }
    }
    pieces.push(Piece { start: start + from, end: start + words.len(), columns: ambiguous.width(&words[from..]), space: 0 });
}

fn may_break(before: char, after: char, line: &str, rest: &str) -> bool {
    if after == ' ' || starts_no_line(after) || ends_no_line(before) || (before == after && is_inseparable(before)) {
        return false;
    }
    if before == ' ' {
        return !line.trim_end_matches(' ').ends_with(ends_no_line) && !is_unit_of_number(line, rest);
    }
    // A number and the counter after it: 13億, 5月, 100倍.
    if before.is_ascii_digit() && is_kanji(after) {
        return false;
    }
    is_japanese(before) || is_japanese(after)
}

/// Whether a space stands between a number and its unit: `1.3 billion`, `100 MB`.
fn is_unit_of_number(line: &str, rest: &str) -> bool {
    const UNITS: [&str; 22] = [
        "percent", "million", "billion", "trillion", "bits", "bytes", "kB", "KB", "MB", "GB", "TB", "ms", "s", "Hz", "kHz", "MHz", "GHz", "W", "kW",
        "MW", "GW", "tokens",
    ];
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    line.trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit()) && UNITS.contains(&word)
}

fn is_japanese(c: char) -> bool {
    script::is_japanese(c) || is_inseparable(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}')
}

/// Dashes and ellipses, which are set in pairs.
fn is_inseparable(c: char) -> bool {
    matches!(c, '—' | '―' | '…' | '‥')
}

/// Closing marks, small kana, marks of repetition and units: they belong to what stands before them.
pub fn starts_no_line(c: char) -> bool {
    "、。，．・：；？！ー々」』）】〕〉》〗〙〟’”)]},.:;?!゛゜ヽヾゝゞ〻％%℃‰".contains(c)
        || "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ".contains(c)
        || matches!(c, '\u{31f0}'..='\u{31ff}' | '\u{ff61}' | '\u{ff63}'..='\u{ff65}' | '\u{ff67}'..='\u{ff70}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Opening brackets belong to what stands after them.
pub fn ends_no_line(c: char) -> bool {
    "「『（【〔〈《〖〘〝‘“([{｢".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{Ambiguous, wrap};

    fn wide_lines(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<&str> {
        wrap(text, columns, ambiguous).into_iter().map(|place| &text[place]).collect()
    }

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wide_lines(text, columns, Ambiguous::Narrow)
    }

    #[test]
    fn latin_words_stay_whole_and_japanese_breaks_anywhere_it_may() {
        assert_eq!(lines("A way of training GPT-4o models", 20), ["A way of training", "GPT-4o models"]);
        assert_eq!(lines("報酬モデルを学習させ、点数を高める", 20), ["報酬モデルを学習さ", "せ、点数を高める"]);
        assert_eq!(lines("OpenAIのChatGPTを使う（例）", 20), ["OpenAIのChatGPTを使", "う（例）"]);
        assert_eq!(lines("", 20), [""; 0]);
    }

    #[test]
    fn what_belongs_together_stays_together() {
        assert_eq!(lines("あいうえおかきくけ「さ」", 20), ["あいうえおかきくけ", "「さ」"]);
        assert_eq!(lines("あいうえおかきくけこ。", 20), ["あいうえおかきくけ", "こ。"]);
        assert_eq!(lines("あいうえおかきくけコーヒー", 20), ["あいうえおかきくけ", "コーヒー"]);
        assert_eq!(lines("あいうえおかきく……さしす", 17), ["あいうえおかきく", "……さしす"]);
        assert_eq!(lines("あいうえおかきく——さしす", 17), ["あいうえおかきく", "——さしす"]);
        assert_eq!(lines("あいうえおかきく13億だ", 19), ["あいうえおかきく", "13億だ"]);
        assert_eq!(lines("a model with some 175 billion of them", 22), ["a model with some", "175 billion of them"]);
    }

    #[test]
    fn only_what_is_longer_than_a_line_is_cut() {
        assert_eq!(lines("see https://example.org/a-long/path.html", 20), ["see", "https://example.org/", "a-long/path.html"]);
        assert_eq!(lines("aaaaaaaaaaaaaaaaaaaaaaaaa bb", 20), ["aaaaaaaaaaaaaaaaaaaa", "aaaaa bb"]);
    }

    #[test]
    fn ambiguous_characters_take_one_column_or_two() {
        assert_eq!(wide_lines("①②③④⑤⑥⑦⑧⑨⑩⑪⑫", 20, Ambiguous::Narrow), ["①②③④⑤⑥⑦⑧⑨⑩⑪⑫"]);
        assert_eq!(wide_lines("①②③④⑤⑥⑦⑧⑨⑩⑪⑫", 20, Ambiguous::Wide), ["①②③④⑤⑥⑦⑧⑨⑩", "⑪⑫"]);
    }
}
