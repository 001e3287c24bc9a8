//! Japanese words in Latin letters, however they are romanised.
//!
//! A reading is written in one plain form, and what was typed is brought to the same: Hepburn (kyōka gakushū, kyouka gakushuu), Kunrei (si, tu, sya)
//! and what input methods accept (jya, nn, n', thi). Long vowels are not told apart from short ones, as nobody writes them alike.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Kana and their letters in Hepburn, in turn: those of two characters, then those of one. As one text, because each pair of texts would cost
/// work at every start of the program.
const KANA: &str = "\
    きゃ kya きゅ kyu きょ kyo ぎゃ gya ぎゅ gyu ぎょ gyo しゃ sha しゅ shu しょ sho しぇ she じゃ ja じゅ ju じょ jo じぇ je \
    ちゃ cha ちゅ chu ちょ cho ちぇ che ぢゃ ja ぢゅ ju ぢょ jo にゃ nya にゅ nyu にょ nyo ひゃ hya ひゅ hyu ひょ hyo びゃ bya \
    びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo みゃ mya みゅ myu みょ myo りゃ rya りゅ ryu りょ ryo ふぁ fa ふぃ fi ふぇ fe \
    ふぉ fo ふゅ fyu うぃ wi うぇ we うぉ wo てぃ ti でぃ di とぅ tu どぅ du てゅ tyu でゅ dyu つぁ tsa つぃ tsi つぇ tse \
    つぉ tso くぁ kwa くぃ kwi くぇ kwe くぉ kwo ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo いぇ ye ぐぁ gwa ずぃ zi すぃ si あ a い i う u \
    え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni \
    ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru \
    れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de \
    ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu ぁ a ぃ i ぅ u ぇ e ぉ o ゎ wa";

/// A reading in hiragana in the plain form; none when something in it is no kana.
pub fn of_reading(reading: &str) -> Option<String> {
    let mut letters = String::new();
    let (mut rest, mut doubled) = (reading, false);
    while let Some(kana) = rest.chars().next() {
        if kana == 'ー' || kana == 'っ' {
            doubled = kana == 'っ';
            rest = &rest[kana.len_utf8()..];
            continue;
        }
        let (kana, latin) = longest(rest)?;
        if std::mem::take(&mut doubled) {
            letters.extend(latin.chars().next());
        }
        letters += latin;
        rest = &rest[kana.len()..];
    }
    of_typed(&letters)
}

/// The kana that a text begins with, two characters before one, and its letters.
fn longest(text: &str) -> Option<(&str, &'static str)> {
    static LETTERS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let words: Vec<&str> = KANA.split(' ').collect();
        words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    });
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let one = &text[..ends.next()?];
    let two = ends.next().map_or(one, |end| &text[..end]);
    [two, one].into_iter().find_map(|kana| Some((kana, *LETTERS.get(kana)?)))
}

/// The longest text that is taken for a reading, in bytes. No reading comes near it; of a longer text each step might take away one letter.
const LONGEST: usize = 256;

/// What was typed in the plain form; none when it is not Latin letters, or too long for a reading.
pub fn of_typed(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    // Macrons and circumflexes are marks of length, and length is not told.
    let plain: String = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’' | '-' | ' ' | '\u{3000}')).collect();
    let mut plain = plain.to_ascii_lowercase();
    if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    #[rustfmt::skip]
    let spellings = [
        ("cch", "tch"), ("thi", "ti"), ("dhi", "di"), ("twu", "tu"), ("dwu", "du"), ("sy", "sh"), ("ty", "ch"), ("cy", "ch"), ("jy", "j"), ("zy", "j"), ("dy", "j"),
        ("shi", "si"), ("chi", "ti"), ("tsu", "tu"), ("fu", "hu"), ("ji", "zi"), ("di", "zi"), ("du", "zu"), ("wo", "o"),
        ("mb", "nb"), ("mp", "np"), ("mm", "nm"), ("nn", "n"),
        ("ou", "o"), ("oo", "o"), ("uu", "u"), ("aa", "a"), ("ii", "i"), ("ee", "e"),
    ];
    // Until nothing changes: three vowels in a row become two, and then one.
    loop {
        let even = spellings.iter().fold(plain.clone(), |text, (typed, meant)| text.replace(typed, meant));
        if even == plain {
            return Some(plain);
        }
        plain = even;
    }
}

#[cfg(test)]
mod tests {
    use super::{of_reading, of_typed};

    #[test]
    fn every_way_to_romanise_leads_to_the_reading() {
        for (reading, typed) in [
            ("きょうかがくしゅう", &["kyouka gakushuu", "kyoka gakushu", "kyōka gakushū", "kyôka gakusyû", "kyouka gakusyuu"][..]),
            ("ほうしゅうもでる", &["houshuu moderu", "hoshu moderu", "hōshū moderu", "housyuu-moderu"]),
            ("ふぁいんちゅーにんぐ", &["fain chuuningu", "fainchuningu", "fain tyuuningu"]),
            ("しんそうがくしゅう", &["shinsou gakushuu", "sinsou gakusyuu", "shinso gakushu"]),
            ("てんいがくしゅう", &["ten'i gakushuu", "tenni gakushu", "teni gakushū"]),
            ("はっけん", &["hakken"]),
            ("まっちんぐ", &["macchingu", "matchingu", "mattingu"]),
            ("じぇみに", &["jemini", "zyemini", "jyemini"]),
            ("めてぃ", &["meti", "methi"]),
            ("とらんすふぉーまー", &["toransufooma", "toransufōmā", "toransufoma"]),
            ("しんぶん", &["shimbun", "shinbun", "sinbun"]),
        ] {
            for typed in typed {
                assert_eq!(of_typed(typed), of_reading(reading), "{reading} {typed}");
                assert!(of_typed(typed).is_some(), "{typed}");
            }
        }
    }

    #[test]
    fn what_is_no_romaji() {
        assert_eq!(of_typed("gpt-4"), None);
        assert_eq!(of_typed("報酬"), None);
        assert_eq!(of_typed(""), None);
        assert_eq!(of_reading("報酬"), None);
    }
}
