//! A text as a name is sought in it: letters, and what may stand between them.

use unicode_normalization::UnicodeNormalization;

use crate::glossary::script::is_japanese;
use crate::glossary::surface::{is_gap, is_invisible, is_joint, is_katakana, straight};

/// The longest gap, in bytes: a line end with the indent of the next line.
const GAP: usize = 64;
/// The most marks of voicing after a character that are taken for its own. It has one.
const MARKS: usize = 4;

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One written character, folded: mostly one letter.
    Letters {
        /// The letters.
        letters: Letters,
        /// Where the character ends.
        end: usize,
    },
    /// What may stand between the words of a name.
    Gap {
        /// Where it ends.
        end: usize,
        /// What it is.
        kind: Gap,
    },
}

/// The letters of one written character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letters {
    /// One.
    One([u8; 4], usize),
    /// As many as it stands for.
    Some(String),
}

impl Letters {
    fn one(c: char) -> Self {
        let mut bytes = [0; 4];
        let length = c.encode_utf8(&mut bytes).len();
        Self::One(bytes, length)
    }

    /// The letters as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::One(bytes, length) => std::str::from_utf8(&bytes[..*length]).unwrap_or_default(),
            Self::Some(text) => text,
        }
    }
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Spaces or a hyphen.
    Space,
    /// A line end.
    Line,
    /// A middle dot.
    Joint,
}

impl Gap {
    /// Whether it is a middle dot.
    pub fn is_joint(self) -> bool {
        self == Self::Joint
    }

    /// Whether it may stand between two characters of one name, at least one of them Japanese.
    pub fn may_stand(self, before: char, after: char) -> bool {
        match self {
            // A space between two Japanese characters sets words apart; a line end may come anywhere.
            Self::Space => !(is_japanese(before) && is_japanese(after)),
            Self::Line => true,
            Self::Joint => is_katakana(before) && is_katakana(after),
        }
    }
}

/// Whether a character is kana or kanji that folding leaves alone, unless a mark follows it.
fn is_plain(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='鿿')
}

/// The bytes of a letter, digit or plain kana or kanji at a place; 0 for anything that takes a closer look.
pub fn plain(bytes: &[u8], at: usize) -> usize {
    match bytes[at..] {
        [b, ..] if b.is_ascii_alphanumeric() => 1,
        // A mark of voicing may follow: it begins with 0xe3 0x82 or, half-width, with 0xef.
        [_, _, _, 0xe3, 0x82, 0x99 | 0x9a, ..] | [_, _, _, 0xef, ..] => 0,
        [0xe3, b, c, ..] if matches!((b, c), (0x81, 0x81..=0xbf) | (0x82, 0x80..=0x96 | 0xa1..=0xbf) | (0x83, 0x80..=0xba | 0xbc)) => 3,
        [0xe4, 0xb8..=0xbf, _, ..] | [0xe5..=0xe9, _, _, ..] => 3,
        _ => 0,
    }
}

/// What stands at a place of a text; none at its end, at an empty line and at gaps that are too long.
pub fn step(text: &str, at: usize) -> Option<Step> {
    let bytes = text.as_bytes();
    let b = *bytes.get(at)?;
    if b.is_ascii() && !is_gap(b.into()) {
        return Some(Step::Letters { letters: Letters::one(b.to_ascii_lowercase().into()), end: at + 1 });
    }
    let c = text[at..].chars().next()?;
    let end = at + c.len_utf8();
    match c {
        _ if is_joint(c) => Some(Step::Gap { end, kind: Gap::Joint }),
        _ if c.is_whitespace() => {
            let (mut end, mut kind) = (at, Gap::Space);
            for c in text[at..].chars().take_while(|c| c.is_whitespace()) {
                end += c.len_utf8();
                if end - at > GAP || (c == '\n' && kind == Gap::Line) {
                    return None;
                }
                if c == '\n' {
                    kind = Gap::Line;
                }
            }
            Some(Step::Gap { end, kind })
        }
        _ if is_gap(c) => Some(Step::Gap { end, kind: Gap::Space }),
        _ if is_plain(c) && !text[end..].starts_with(is_voicing) => Some(Step::Letters { letters: Letters::one(c), end }),
        // Japanese punctuation, which most often ends a name, is its own form.
        '\u{3001}'..='\u{303f}' => Some(Step::Letters { letters: Letters::one(c), end }),
        _ if is_invisible(c) => step(text, text[end..].find(|c| !is_invisible(c)).map_or(text.len(), |seen| end + seen)),
        _ => {
            let end = end + text[end..].chars().take(MARKS).take_while(|&c| is_voicing(c)).map(char::len_utf8).sum::<usize>();
            let letters = text[at..end].nfkc().flat_map(char::to_lowercase).map(straight).collect();
            Some(Step::Letters { letters: Letters::Some(letters), end })
        }
    }
}

/// Whether a character is a mark of voicing, which belongs to the kana before it.
fn is_voicing(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309a}' | 'ﾞ' | 'ﾟ')
}

#[cfg(test)]
mod tests {
    use super::{GAP, Gap, Letters, MARKS, Step, step};

    #[test]
    fn what_nobody_sees_is_passed_by_however_much_of_it_there_is() {
        let text = "\u{200b}".repeat(100_000) + "x";
        let end = text.len();
        assert_eq!(step(&text, 0), Some(Step::Letters { letters: Letters::one('x'), end }));
        assert_eq!(step(&text[..end - 1], 0), None);
    }

    #[test]
    fn marks_and_gaps_are_looked_at_as_far_as_they_may_go() {
        let marks = |count: usize| "か".to_owned() + &"\u{3099}".repeat(count);
        assert!(matches!(step(&marks(1), 0), Some(Step::Letters { letters, end: 6 }) if letters.as_str() == "が"));
        assert!(matches!(step(&marks(1_000), 0), Some(Step::Letters { end, .. }) if end == 3 + 3 * MARKS));
        for (gap, kind) in [(" \n ", Some(Gap::Line)), ("\u{a0} ", Some(Gap::Space)), ("\n\n", None), (&" ".repeat(GAP + 1), None)] {
            assert_eq!(step(gap, 0), kind.map(|kind| Step::Gap { end: gap.len(), kind }), "{gap:?}");
        }
    }
}
