//! A text as `search` compares it, with the way back to what was written.
//!
//! As in [`fold`](crate::glossary::fold::fold) width, case and the kind of kana count for nothing. But words stay words: spaces, hyphens and middle dots
//! between Latin letters become one space, so that the beginning of a word can be told from its middle, and "fine-tuning" is found by
//! "fine tuning". Beside a Japanese character, where nobody agrees on spaces, they are left out.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::glossary::fold::{hiragana, is_dropped, is_its_own_form};
use crate::glossary::script::is_japanese;
use crate::glossary::surface;

/// Folded text whose every byte knows where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded<'w> {
    /// The folded text.
    pub text: String,
    written: &'w str,
    /// For each byte of the folded text the first byte of the written character that it comes from.
    origins: Vec<u32>,
}

impl<'w> Folded<'w> {
    /// Folds a text of less than 4 GiB.
    pub fn new(written: &'w str) -> Self {
        let mut folded = Self { text: String::with_capacity(written.len()), written, origins: Vec::with_capacity(written.len()) };
        fold_words(written, |c, origin| {
            folded.text.push(c);
            folded.origins.extend(std::iter::repeat_n(origin.start as u32, c.len_utf8()));
        });
        folded
    }

    /// Where a part of the folded text stands in what was written: whole characters with their marks, without the spaces around them. `None` for
    /// an empty part.
    pub fn written(&self, part: Range<usize>) -> Option<Range<usize>> {
        let origins = self.origins.get(part)?;
        let (first, last) = (*origins.first()? as usize, *origins.last()? as usize);
        let end = characters(&self.written[last..]).next().map_or(last, |character| last + character.end);
        Some(first..end)
    }
}

/// Folds a text without keeping the way back.
pub fn folded(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    fold_words(written, |c, _| text.push(c));
    text
}

/// Tells each folded character with the place of the written one.
fn fold_words(written: &str, mut tell: impl FnMut(char, Range<usize>)) {
    let (mut before, mut space) = (None, None);
    let mut one = |c: char, place: Range<usize>| {
        if is_dropped(c) {
            space = space.take().or((!is_invisible(c)).then_some(place));
            return;
        }
        if let (Some(before), Some(origin)) = (before, space.take())
            && !is_japanese(before)
            && !is_japanese(c)
        {
            tell(' ', origin);
        }
        tell(c, place);
        before = Some(c);
    };
    for place in characters(written) {
        let text = &written[place.clone()];
        let mut characters = text.chars();
        match (characters.next(), characters.as_str()) {
            (Some(c), "") if is_its_own_form(c) => one(hiragana(c.to_ascii_lowercase()), place),
            _ => text.nfkc().flat_map(char::to_lowercase).map(hiragana).for_each(|c| one(c, place.clone())),
        }
    }
}

/// The places of the characters, each with the marks that belong to it.
fn characters(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts = text.char_indices().filter(|(_, c)| !is_mark(*c)).map(|(at, _)| at).skip_while(|at| *at == 0);
    let mut from = 0;
    std::iter::from_fn(move || {
        if from == text.len() {
            return None;
        }
        let to = starts.next().unwrap_or(text.len());
        Some(std::mem::replace(&mut from, to)..to)
    })
}

/// Whether a character only changes the one before it.
fn is_mark(c: char) -> bool {
    !is_its_own_form(c) && (canonical_combining_class(c) != 0 || matches!(c, 'ﾞ' | 'ﾟ'))
}

/// What is dropped without a trace: it is no space between words.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace()) || surface::is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::{Folded, folded};

    #[test]
    fn words_stay_words_and_japanese_has_no_spaces() {
        for (written, expected) in [
            ("Fine-Tuning of  LLMs", "fine tuning of llms"),
            ("ＲＬＨＦ　and ﾊﾙｼﾈｰｼｮﾝ", "rlhf andはるしねーしょん"),
            ("AI エージェント・ツール", "aiえーじぇんとつーる"),
            ("か\u{3099} GPT\u{ad}-4\u{200b}o", "がgpt 4o"),
            (" - ", ""),
            ("①½", "11\u{2044}2"),
        ] {
            assert_eq!(folded(written), expected, "{written:?}");
            assert_eq!(Folded::new(written).text, expected, "{written:?}");
        }
    }

    #[test]
    fn the_way_back() {
        let written = "The ﾊﾙｼﾈｰｼｮﾝ of か\u{3099}く – fine-tuning";
        let text = Folded::new(written);
        for (part, expected) in [("はるしねーしょん", "ﾊﾙｼﾈｰｼｮﾝ"), ("が", "か\u{3099}"), ("fine tuning", "fine-tuning"), ("the", "The")]
        {
            let start = text.text.find(part).expect("it is in the folded text");
            let place = text.written(start..start + part.len()).expect("and not empty");
            assert_eq!(&written[place], expected);
        }
        assert_eq!(text.written(3..3), None);
    }
}
