//! Where a name may begin and end: whole words only.
//!
//! - Latin: no letter or digit on either side, and no `_` that holds words together; a plural ending belongs to the name.
//! - Katakana: what stands before the name in its run must be words of names (ビジョントランスフォーマー), and what stands after it common words of our own
//!   texts, which know them by themselves: モデルカード has モデル in it, but トークンナイザー no トークン, and アクセストークン is another kind of token. Two kana
//!   alone are too short for that: メタデータ is no company.
//! - Kanji: names of four characters or more are compounds, and compounds are cut out of longer ones by every reader (機械学習手法). After shorter ones
//!   common words may stand (学習曲線), and on each side one character of a word-building kind (再学習, 推論時): 蒸留水 has no 蒸留 in it.
//! - Proper names stand alone: アマゾン川 is no company.
//! - Nothing is found in addresses.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::catalog::scan::vocabulary::{Form, Owner};
use crate::catalog::scan::{Place, REACH};
use crate::glossary::script::{is_japanese, is_kanji};
use crate::glossary::surface::{is_invisible, is_joint, is_katakana};

/// Kanji that make a word of another one, before it.
const PREFIXES: &str = "各本該新旧再非前同全両毎低高超未他諸後";
/// Kanji that make a word of another one, after it.
const SUFFIXES: &str = "用的型時後前中法器者率層済内間等他系版側力量化性機上下";
/// Kanji after the name of a company or product.
const AFTER_PROPER: &str = "社製側版流型";
/// The characters of a Japanese name that is a compound.
const COMPOUND: usize = 4;
/// The katakana of a name that is too short for compounds.
const SHORT: usize = 2;
/// The most characters of the rest of a compound. It is longer in no text, and to take it apart costs the square of its length.
const MOST: usize = 64;

/// Whether a Latin word begins at a place.
pub fn begins_word(text: &str, at: usize) -> bool {
    // As many characters as are sure to stand there.
    !has_word(text[..at].chars().rev().take(REACH / 4))
}

/// Whether the characters away from an edge go on with the word, be it after a soft hyphen.
fn has_word(away: impl Iterator<Item = char>) -> bool {
    let mut away = away.filter(|&c| !is_invisible(c));
    match away.next() {
        Some('_') => away.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => is_of_word(c),
        None => false,
    }
}

fn is_of_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() && !is_japanese(c) }
}

/// Whether a name may begin at a place, by what stands before it.
pub fn may_begin(text: &str, place: Place, form: &Form<'_>, owner: &Owner<'_>, words: &HashMap<&str, bool>) -> bool {
    if form.first.is_ascii_alphabetic() {
        return true;
    }
    let before = near_before(text, place.at);
    let Some(c) = before.chars().next_back() else { return true };
    let follows = place.last == Some(place.at);
    if is_katakana(form.first) {
        let run = &before[before.trim_end_matches(is_of_katakana_run).len()..];
        run.is_empty() || (!stands_alone(form, owner) && (follows || is_made_of(run, |word| words.get(word) == Some(&true))))
    } else if is_kanji(form.first) && is_kanji(c) && form.characters < COMPOUND {
        follows || is_prefixed(before)
    } else if form.first.is_ascii_digit() {
        // Not the end of a version: 3 in 5.3.
        !(c == '.' && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit()))
    } else {
        true
    }
}

/// Where a name ends that stands at `range`, its plural ending included; none where its word goes on.
pub fn end(text: &str, range: Range<usize>, form: &Form<'_>, owner: &Owner<'_>, words: &HashMap<&str, bool>) -> Option<usize> {
    // Most Latin names end so.
    if form.last.is_ascii_alphabetic() && text.as_bytes().get(range.end).is_none_or(|b| matches!(b, b' ' | b',' | b'.' | b'\n')) {
        return Some(range.end);
    }
    ending((near_before(text, range.start), near_after(text, range.end)), form, owner, words).map(|plural| range.end + plural)
}

/// The bytes after a name that belong to it.
fn ending((before, after): (&str, &str), form: &Form<'_>, owner: &Owner<'_>, words: &HashMap<&str, bool>) -> Option<usize> {
    let is_common = |word: &str| words.contains_key(word);
    if is_katakana(form.last) {
        let run = &after[..after.find(|c| !is_of_katakana_run(c)).unwrap_or(after.len())];
        let run = run.trim_end_matches(is_joint);
        let is_named = owner.is_proper && after[run.len()..].starts_with(|c| is_kanji(c) && !AFTER_PROPER.contains(c));
        (!is_named && (run.is_empty() || (!stands_alone(form, owner) && is_made_of(run, is_common)))).then_some(0)
    } else if is_kanji(form.last) {
        let run = &after[..after.find(|c| !is_kanji(c)).unwrap_or(after.len())];
        let affix = run.chars().next().filter(|&c| SUFFIXES.contains(c)).map_or(0, char::len_utf8);
        let words = || is_made_of(run, is_common) || (affix > 0 && is_made_of(&run[affix..], is_common));
        // With something before it as well the name is only a part of another word: 再評価制度.
        let whole = if is_prefixed(before) { run.len() == affix } else { words() };
        (form.characters >= COMPOUND || whole).then_some(0)
    } else if is_japanese(form.last) {
        Some(0)
    } else {
        plural(after, form)
    }
}

/// The bytes of the plural ending after a name that ends in Latin letters; none where another word goes on. Only English has the ending: not 生成AI.
fn plural(after: &str, form: &Form<'_>) -> Option<usize> {
    let mut characters = after.chars();
    // A version goes on: 3 in 3.5.
    if form.last.is_ascii_digit() && characters.next() == Some('.') && characters.next().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    if !has_word(after.chars()) {
        return Some(0);
    }
    let endings = ["s", "es"].into_iter().filter(|ending| {
        form.first.is_ascii() && form.last.is_ascii_alphabetic() && after.get(..ending.len()).is_some_and(|own| own.eq_ignore_ascii_case(ending))
    });
    endings.map(str::len).find(|&length| !has_word(after[length..].chars()))
}

/// Whether a katakana name is never a part of a compound: names of things that there is one of, and those that are very short.
fn stands_alone(form: &Form<'_>, owner: &Owner<'_>) -> bool {
    owner.is_proper || form.characters <= SHORT
}

/// Whether a single word-building kanji stands before a place.
fn is_prefixed(before: &str) -> bool {
    let run = &before[before.trim_end_matches(is_kanji).len()..];
    run.chars().count() == 1 && PREFIXES.contains(run)
}

/// Whether a run of Japanese is made of such words.
fn is_made_of(run: &str, is_word: impl Fn(&str) -> bool) -> bool {
    if run.is_ascii() {
        return run.is_empty();
    }
    if run.chars().nth(MOST).is_some() {
        return false;
    }
    let run: String = run.nfkc().collect();
    run.split(is_joint).all(|part| {
        // Whether the rest of the part is made of words, for each place in it, from its end on.
        let ends: Vec<usize> = part.char_indices().map(|(at, _)| at).chain([part.len()]).collect();
        let mut made = vec![false; ends.len()];
        if let Some(last) = made.last_mut() {
            *last = true;
        }
        for i in (0..ends.len() - 1).rev() {
            made[i] = (i + 1..ends.len()).any(|j| made[j] && is_word(&part[ends[i]..ends[j]]));
        }
        made[0]
    })
}

fn is_of_katakana_run(c: char) -> bool {
    is_katakana(c) || is_joint(c)
}

/// Whether a name stands in an address: of a page, of a person, of a package.
pub fn is_in_address(text: &str, range: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let is_apart = |b: Option<&u8>| b.is_none_or(|&b| matches!(b, b' ' | b'\n' | b',' | b'(' | b')') || !b.is_ascii());
    if is_apart(range.start.checked_sub(1).and_then(|before| bytes.get(before))) && is_apart(bytes.get(range.end)) {
        return false;
    }
    let is_of_address = |c: char| c.is_ascii_graphic() && !"()<>[]{}\"'`|,;".contains(c);
    let before = near_before(text, range.start);
    let before = &before[before.trim_end_matches(is_of_address).len()..];
    let after = near_after(text, range.end);
    let after = &after[..after.find(|c| !is_of_address(c)).unwrap_or(after.len())];
    let host = after.find('@').map(|at| &after[at + 1..]);
    before.contains("://")
        || before.contains('@')
        || before.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
        || host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// What stands before a place, as far as it matters.
fn near_before(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..at]
}

/// What stands after a place, as far as it matters.
fn near_after(text: &str, at: usize) -> &str {
    let mut to = (at + REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[at..to]
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{MOST, is_made_of};

    #[test]
    fn compounds_are_taken_apart_up_to_a_length() {
        let looks = Cell::new(0);
        let is_word = |word: &str| {
            looks.set(looks.get() + 1);
            word == "モデル"
        };
        assert!(is_made_of(&"モデル".repeat(MOST / 3), is_word));
        assert!(!is_made_of(&format!("{}ル", "モデル".repeat(MOST / 3)), is_word));
        let before = looks.replace(0);
        assert!(!is_made_of(&"モデル".repeat(10_000), is_word));
        assert_eq!((before > 0, looks.get()), (true, 0), "a longer one costs nothing");
    }
}
