//! Which script a text is written in, and how long it is.

use crate::glossary::bilingual::Lang;

/// Whether a character is hiragana or katakana, half-width forms included.
pub fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゟ' | 'ァ'..='ヺ' | 'ー'..='ヿ' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Whether a character is a kanji.
pub fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is kana or kanji.
pub fn is_japanese(c: char) -> bool {
    is_kana(c) || is_kanji(c)
}

/// Whether a text reads as Japanese: it has at least one kana or kanji.
pub fn reads_as_japanese(text: &str) -> bool {
    text.chars().any(is_japanese)
}

/// Whether a text has kana outside quotation marks and brackets, where an English text names things in Japanese.
pub fn has_loose_kana(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut closing = None;
    for c in text.chars() {
        match closing {
            Some(mark) if c == mark => closing = None,
            Some(_) => {}
            None if is_kana(c) => return true,
            None => {
                closing = match c {
                    '"' => Some('"'),
                    '“' => Some('”'),
                    '‘' => Some('’'),
                    '「' => Some('」'),
                    '『' => Some('』'),
                    '(' => Some(')'),
                    '（' => Some('）'),
                    _ => None,
                }
            }
        }
    }
    false
}

/// Whether a text is a reading: hiragana and the long vowel mark only.
pub fn is_reading(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'))
}

/// The length of a text in the unit of its language: words in English, characters in Japanese.
pub fn length(text: &str, lang: Lang) -> usize {
    match lang {
        Lang::En => text.split_whitespace().count(),
        Lang::Ja => text.chars().count(),
    }
}

#[cfg(test)]
mod tests {
    use super::{has_loose_kana, is_reading, reads_as_japanese};

    #[test]
    fn scripts() {
        assert!(reads_as_japanese("RLHFとは"));
        assert!(!reads_as_japanese("RLHF, 2022"));
        assert!(has_loose_kana("The word モデル is Japanese."));
        assert!(!has_loose_kana("In Japanese it is 「報酬モデル」 or \"リワードモデル\" (モデル)."));
        assert!(is_reading("ゔぁりでーしょん"));
        assert!(!is_reading("モデル"));
        assert!(!is_reading("rlhf"));
    }
}
