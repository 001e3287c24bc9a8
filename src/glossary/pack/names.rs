//! The texts of a pack by which entries are found: names as they are typed, as they stand in running text, and everything that is searched.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::glossary::draft::{Draft, Entry};
use crate::glossary::fold::fold;
use crate::glossary::pack::{Via, line, sorted};
use crate::glossary::places::folded_line;
use crate::glossary::romaji;
use crate::glossary::spelling::{letter_by_letter, loose};
use crate::glossary::surface::{Capitals, forms, runs};
use crate::glossary::term::Term;

/// The category of things that there is one of in the world; their names are proper names.
const PRODUCTS: &str = "products";

/// In how many entries a word stands that is no rarity.
const COMMON: usize = 3;

/// `names.tsv`
pub fn written<'t>(terms: impl Iterator<Item = &'t Term>) -> Vec<u8> {
    let mut rows = BTreeSet::new();
    for term in terms {
        let is_proper = term.category.as_deref() == Some(PRODUCTS);
        for (via, name) in claims(term).filter(|(via, name)| matches!(via, Via::Headword | Via::Alias) && **name != term.id) {
            let (capitals, proper) = (Capitals::needed(name, is_proper).letter(), if is_proper { "p" } else { "" });
            rows.extend(forms(name).into_iter().map(|form| (form, via, name, capitals, proper, &term.id)));
        }
    }
    let mut text = Vec::new();
    for (form, via, name, capitals, proper, id) in rows.iter().filter(|(form, ..)| !form.is_empty()) {
        line(&mut text, format_args!("{form}\t{}\t{name}\t{capitals}\t{proper}\t{id}", via.rank()));
    }
    text
}

/// `words.tsv`: the runs of katakana and of kanji that stand in a Japanese name, or in the texts of several entries.
pub fn words(draft: &Draft) -> Cow<'static, [u8]> {
    let mut words: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
    for Entry { term, article, .. } in &draft.entries {
        let names: BTreeSet<&str> = term.name.ja.iter().chain(&term.aliases.ja).flat_map(|name| runs(name)).collect();
        let texts = article.iter().flat_map(|section| [&section.heading, &section.text]).chain([&term.definition]);
        let texts: BTreeSet<&str> = texts.filter_map(|text| text.ja.as_deref()).flat_map(runs).collect();
        for word in names.union(&texts) {
            let (is_of_name, entries) = words.entry(word).or_default();
            *is_of_name |= names.contains(word);
            *entries += 1;
        }
    }
    let mut text = Vec::new();
    for (word, (is_of_name, entries)) in words {
        if word.chars().nth(1).is_some() && (is_of_name || entries >= COMMON) {
            line(&mut text, format_args!("{word}\t{}", if is_of_name { "n" } else { "" }));
        }
    }
    text.into()
}

/// `folded.txt`
pub fn folded(draft: &Draft) -> Cow<'static, [u8]> {
    let lines: String = sorted(draft).iter().map(|entry| folded_line(&entry.term, &entry.article)).collect();
    lines.into_bytes().into()
}

/// `keys.tsv` and `lengths.tsv`
pub(super) fn keys(entries: &[&Entry]) -> (Vec<u8>, Vec<u8>) {
    let mut owners = BTreeMap::new();
    for Entry { term, .. } in entries {
        for (via, name) in claims(term) {
            let owned = owners.entry((fold(name), &term.id)).or_insert(via);
            *owned = via.min(*owned);
        }
    }
    let mut rows: Vec<_> = owners.into_iter().map(|((key, id), via)| (key, via, id)).collect();
    rows.sort();
    let mut text = Vec::new();
    let mut lengths: BTreeMap<String, String> = BTreeMap::new();
    for (key, via, id) in rows.iter().filter(|(key, ..)| !key.is_empty()) {
        let length = key.as_str().chars().count();
        let offsets = lengths.entry(length.to_string()).or_default();
        *offsets += if offsets.is_empty() { "" } else { " " };
        *offsets += &text.len().to_string();
        line(&mut text, format_args!("{key}\t{}\t{length}\t{id}", via.rank()));
    }
    let mut table = Vec::new();
    for (length, offsets) in lengths {
        line(&mut table, format_args!("{length}\t{offsets}"));
    }
    (text, table)
}

pub(super) fn spellings(entries: &[&Entry]) -> Vec<u8> {
    let mut rows = BTreeSet::new();
    for Entry { term, .. } in entries {
        for (_, name) in claims(term) {
            rows.insert((loose(&fold(name)), Via::Spelling, &term.id));
            rows.extend(letter_by_letter(name).map(|letters| (loose(&fold(&letters)), Via::Spelling, &term.id)));
        }
        for reading in &term.readings {
            rows.extend(romaji::of_reading(reading).map(|letters| (letters, Via::Romaji, &term.id)));
        }
    }
    let mut text = Vec::new();
    for (spelling, via, id) in rows.iter().filter(|(spelling, ..)| !spelling.is_empty()) {
        line(&mut text, format_args!("{spelling}\t{}\t{id}", via.rank()));
    }
    text
}

/// Everything by which an entry can be asked for.
fn claims(term: &Term) -> impl Iterator<Item = (Via, &str)> {
    let headwords = [Some(&term.id), term.name.en.as_ref(), term.name.ja.as_ref(), term.abbreviation.as_ref()].into_iter().flatten();
    let aliases = term.aliases.en.iter().chain(&term.aliases.ja);
    let covers = term.covers.en.iter().chain(&term.covers.ja);
    let headwords = headwords.map(|name| (Via::Headword, name));
    let named = headwords.chain(aliases.map(|name| (Via::Alias, name))).chain(term.readings.iter().map(|name| (Via::Reading, name)));
    named.chain(covers.map(|name| (Via::Covered, name))).map(|(via, name)| (via, name.as_str()))
}
