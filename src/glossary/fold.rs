//! One spelling for every way to type a word.
//!
//! Folding takes away what does not make another word: width and compatibility forms (NFKC), case, the difference between
//! katakana and hiragana, and the spaces, hyphens and middle dots that people set or leave out. It never touches voicing: は is not ば.
//! Only [`fold`] makes a [`Key`], so text that was not folded cannot be looked up.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// Folded text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was left: the text had spaces, hyphens and dots only.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Folds `text`. Folding a folded text changes nothing.
pub fn fold(text: &str) -> Key {
    if text.chars().all(is_its_own_form) {
        return Key(text.chars().filter(|&c| !is_dropped(c)).map(|c| hiragana(c.to_ascii_lowercase())).collect());
    }
    let mut folded = pass(text);
    // Dropping a hyphen can bring a letter and a combining mark together, which then compose: fold until nothing moves.
    loop {
        let next = pass(&folded);
        if next == folded {
            return Key(folded);
        }
        folded = next;
    }
}

/// Whether normalization leaves a character alone, whatever stands beside it, so that most texts need none of it.
pub(super) fn is_its_own_form(c: char) -> bool {
    matches!(c, '\0'..='\x7f' | 'ぁ'..='ゖ' | 'ァ'..='ー' | '一'..='鿿')
}

fn pass(text: &str) -> String {
    let mapped = text.nfkc().flat_map(char::to_lowercase).map(hiragana).filter(|&c| !is_dropped(c));
    mapped.nfkc().collect()
}

/// Katakana as hiragana; anything else as it is.
pub(super) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character says nothing about which word it stands in: spaces, hyphens, middle dots, what nobody sees.
pub(super) fn is_dropped(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '-' | '_' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '·' | '•' | '・' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn one_key_for_every_spelling() {
        for (spellings, key) in [
            (&["RLHF", "rlhf", "ＲＬＨＦ", "R L H F", "RL-HF"][..], "rlhf"),
            (&["Fine-Tuning", "fine tuning", "finetuning", "fine\u{2010}tuning", "fine_tuning"], "finetuning"),
            (&["ファインチューニング", "ふぁいんちゅーにんぐ", "ﾌｧｲﾝﾁｭｰﾆﾝｸﾞ", "ファイン・チューニング"], "ふぁいんちゅーにんぐ"),
            (&["か\u{3099}", "が", "ガ", "ｶﾞ"], "が"),
            (&["か-\u{3099}"], "が"),
            (&["ヴ", "ゔ"], "ゔ"),
            (&["GPT‑3", "gpt−3", "GPT　３"], "gpt3"),
            (&["", " ", "-・ー".trim_end_matches('ー')], ""),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling).as_str(), key, "{spelling:?}");
                assert_eq!(fold(key), fold(spelling), "folding twice: {spelling:?}");
            }
        }
    }

    #[test]
    fn voicing_and_length_make_other_words() {
        for (one, other) in [("ハ", "バ"), ("あかる", "あがる"), ("ビル", "ビール")] {
            assert_ne!(fold(one), fold(other));
        }
    }
}
