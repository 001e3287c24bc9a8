//! Spellings that are told apart by nobody who looks a word up.
//!
//! [`loose`] takes a folded key to one form for all of them; the build does it to every name, the program to what was typed, and the two are
//! compared only when the exact key has no owner. What it evens out, on both sides alike, so that it never has to be right about a language:
//!
//! - Japanese: small kana for large (シヨン), the ways to write a long vowel (えー, ええ, えい; おー, おお, おう), a final one left out, the two names
//!   of the letters H, V and Z;
//! - English: the plural, -ise and -ize, -our and -or, doubled l, "and" for &, a leading "the";
//! - both: every mark between letters (r.l.h.f., k/v cache).
//!
//! Voicing is never evened out: は is not ば.

use crate::glossary::fold::Key;
use crate::glossary::script::is_kana;

/// The one form of a key. Long vowels are written out, so it is for comparing, not for showing.
pub fn loose(key: &Key) -> String {
    let text = key.as_str().replace('&', "and");
    let mut even = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ー' => {
                // After a Latin letter it was typed for a dash.
                let long = even.chars().next_back().map(vowel);
                even.extend(long.filter(|&long| long != 'ー'));
            }
            _ if c.is_alphanumeric() => {
                let before = even.chars().next_back().map(vowel);
                even.push(match (before, large(c)) {
                    (Some('お'), 'う') => 'お',
                    (Some('え'), 'い') => 'え',
                    (_, kana) => kana,
                });
            }
            _ => {}
        }
    }
    // A long vowel at the end is often left out (トランスフォーマ).
    let mut last = even.chars().rev();
    if let (Some(end), Some(before)) = (last.next(), last.next())
        && vowel(before) == end
    {
        even.pop();
    }
    if even.is_ascii() { english(even) } else { letters(&even) }
}

/// A text with the mark of a long vowel for every dash after kana, which people type for it; none where there is no such dash.
pub fn with_long_marks(text: &str) -> Option<String> {
    let mut marked = String::with_capacity(text.len());
    for c in text.chars() {
        let after_kana = marked.chars().next_back().is_some_and(is_kana);
        let is_dash = matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}');
        marked.push(if after_kana && is_dash { 'ー' } else { c });
    }
    (marked != text).then_some(marked)
}

/// The vowels of the hiragana from ぁ to ゖ, in the order of Unicode.
const VOWELS: &[u8; 86] = b"aaiiuueeooaaiiuueeooaaiiuueeooaaiiuuueeooaiueoaaaiiiuuueeeoooaiueoaauuooaiueoaaieo-uae";

/// The vowel that ー lengthens after a kana; the mark itself after anything else, where it says nothing.
fn vowel(kana: char) -> char {
    let place = u32::from(kana).wrapping_sub(u32::from('ぁ')) as usize;
    match VOWELS.get(place) {
        Some(b'a') => 'あ',
        Some(b'i') => 'い',
        Some(b'u') => 'う',
        Some(b'e') => 'え',
        Some(b'o') => 'お',
        _ => 'ー',
    }
}

/// A small kana as the large one that it is written for, which mostly follows it in Unicode.
fn large(kana: char) -> char {
    match kana {
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' => char::from_u32(u32::from(kana) + 1).unwrap_or(kana),
        'ゕ' => 'か',
        'ゖ' => 'け',
        _ => kana,
    }
}

/// The names of the letters from A to Z in Japanese.
const LETTERS: [&str; 26] = [
    "ええ",
    "びい",
    "しい",
    "でぃい",
    "いい",
    "えふ",
    "じい",
    "えいち",
    "あい",
    "じぇい",
    "けい",
    "える",
    "えむ",
    "えぬ",
    "おお",
    "ぴい",
    "きゅう",
    "あある",
    "えす",
    "てぃい",
    "ゆう",
    "ぶい",
    "だぶりゅう",
    "えっくす",
    "わい",
    "ぜっと",
];

/// The most letters that are read one by one.
const MOST_LETTERS: usize = 8;

/// An abbreviation read letter by letter, as it may also be where people say it as a word (RAG); none for what is no abbreviation.
pub fn letter_by_letter(name: &str) -> Option<String> {
    let is_abbreviation = (2..=MOST_LETTERS).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    is_abbreviation.then(|| name.bytes().map(|b| LETTERS[usize::from(b - b'A')]).collect())
}

/// The other names of letters, as [`loose`] has written them.
fn letters(text: &str) -> String {
    text.replace("えつち", "ええち").replace("ゔいい", "ぶい").replace("ずいい", "ぜつと")
}

/// British endings and the American ones that they are evened out to.
const BRITISH: [(&str, &str); 15] = [
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("yse", "yze"),
    ("our", "or"),
    ("lling", "ling"),
    ("lled", "led"),
    ("ller", "ler"),
    ("ogue", "og"),
    ("amme", "am"),
    ("ence", "ense"),
    ("centre", "center"),
    ("fibre", "fiber"),
    ("metre", "meter"),
];

/// How the British write an English text in small letters; none where they write it alike.
///
/// Only what is sure is turned this way: every -ize may be -ise, but not every -or is an -our.
pub fn british(text: &str) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let sure =
        BRITISH.iter().take(5).copied().chain([("ise", "ize"), ("behaviour", "behavior"), ("labelling", "labeling"), ("modelling", "modeling")]);
    let written =
        sure.fold(text.to_owned(), |text, (british, american)| if text.contains(american) { text.replace(american, british) } else { text });
    (written != text).then_some(written)
}

fn english(mut text: String) -> String {
    if let Some(rest) = text.strip_prefix("the")
        && rest.len() > 3
    {
        text = rest.to_owned();
    }
    // Most names lack some letter of each ending, which is seen faster than that they lack the ending.
    let there = letters_of(&text);
    for (british, american) in BRITISH {
        if there & letters_of(british) == letters_of(british) && text.contains(british) {
            text = text.replace(british, american);
        }
    }
    singular(&text)
}

/// Which ASCII letters occur, as bits.
fn letters_of(text: &str) -> u32 {
    text.bytes().fold(0, |bits, letter| bits | 1 << (letter & 31))
}

/// A form of the last word that its singular and its plural share: `loss` and `losses`, `cache` and `caches`, `policy` and `policies`.
fn singular(text: &str) -> String {
    let mut word = match text.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with('s') => stem.to_owned(),
        _ => text.to_owned(),
    };
    if let Some(stem) = word.strip_suffix("ise") {
        word = stem.to_owned() + "ize";
    }
    let word = word.strip_suffix('e').unwrap_or(&word);
    word.strip_suffix('y').map_or_else(|| word.to_owned(), |stem| stem.to_owned() + "i")
}

#[cfg(test)]
mod tests {
    use super::{letter_by_letter, loose};
    use crate::glossary::fold::fold;

    #[test]
    fn one_form_for_every_spelling() {
        for spellings in [
            &["トランスフォーマー", "トランスフォーマ", "とらんすふぉーまー", "トランスフオーマー"][..],
            &["ハルシネーション", "ハルシネーシヨン"],
            &["エーアイ", "ええあい", "えーあい"],
            &["アールエルエイチエフ", "ああるえるえいちえふ", "あーるえるえっちえふ"],
            &["チャットジーピーティー", "ちゃっとじいぴいてぃい"],
            &["ブイエルエム", "ヴィーエルエム"],
            &["ウィンドウ", "ウインドウ"],
            &["RLHF", "r.l.h.f.", "R/L/H/F"],
            &["KV cache", "k/v caches", "k-v cache"],
            &["tokenization", "tokenisation"],
            &["optimizer", "optimisers"],
            &["behavior", "behaviour"],
            &["labeling", "labelling"],
            &["licence", "license"],
            &["data center", "data centre", "data centers"],
            &["policy", "policies"],
            &["AI", "AIs"],
            &["loss", "losses"],
            &["large language model", "the large language models"],
            &["search & rescue", "search and rescue"],
        ] {
            for spelling in spellings {
                assert_eq!(loose(&fold(spelling)), loose(&fold(spellings[0])), "{spelling}");
            }
        }
    }

    #[test]
    fn other_words_stay_other_words() {
        for (one, other) in [("ハ", "バ"), ("あかる", "あがる"), ("ビル", "ビール"), ("クラス", "グラス"), ("モデル", "モデム"), ("model", "modem")]
        {
            assert_ne!(loose(&fold(one)), loose(&fold(other)), "{one} {other}");
        }
    }

    #[test]
    fn abbreviations_letter_by_letter() {
        for (name, letters) in
            [("RAG", Some("ああるええじい")), ("LSTM", Some("えるえすてぃいえむ")), ("A", None), ("LoRA", None), ("COPYRIGHT", None), ("", None)]
        {
            assert_eq!(letter_by_letter(name).as_deref(), letters);
        }
        assert_eq!(loose(&fold("アールエージー")), loose(&fold("ああるええじい")));
    }
}
