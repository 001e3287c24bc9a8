//! The rules that an entry, a source and a news item must keep once they have the right shape.

mod entry;
mod news;

use std::collections::hash_map::Entry as Place;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use crate::glossary::Rules;
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::day::Day;
use crate::glossary::draft::{Draft, Entry};
use crate::glossary::fold::{Key, fold};
use crate::glossary::problem::{Fault, Problem};
use crate::glossary::script::{has_loose_kana, reads_as_japanese};

/// Least and most words of an English definition.
pub const ENGLISH_DEFINITION: (usize, usize) = (12, 80);
/// Least and most characters of a Japanese definition.
pub const JAPANESE_DEFINITION: (usize, usize) = (40, 220);
/// Least and most neighbours.
pub const RELATED: (usize, usize) = (3, 8);
/// Least and most sources.
pub const SOURCES: (usize, usize) = (1, 8);

/// What a glossary may lean on besides itself: for a team's, what lies beneath it.
pub trait Beneath {
    /// Whether there is an entry of this id.
    fn has_term(&self, id: &str) -> bool;
    /// Whether there is a category of this id.
    fn has_category(&self, id: &str) -> bool;
    /// Whether the bibliography has this key.
    fn has_source(&self, key: &str) -> bool;
    /// The official hosts of a publisher, if there is one of this id.
    fn hosts(&self, publisher: &str) -> Option<Vec<String>>;
}

/// Nothing lies beneath: the glossary stands alone.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl Beneath for Nothing {
    fn has_term(&self, _: &str) -> bool {
        false
    }

    fn has_category(&self, _: &str) -> bool {
        false
    }

    fn has_source(&self, _: &str) -> bool {
        false
    }

    fn hosts(&self, _: &str) -> Option<Vec<String>> {
        None
    }
}

/// Adds every broken rule of `draft` to `problems`.
pub fn check(draft: &Draft, rules: Rules, beneath: &dyn Beneath, problems: &mut Vec<Problem>) {
    let mut checker = Checker {
        draft,
        rules,
        beneath,
        problems,
        newest: newest(draft),
        headwords: headwords(draft),
        sources: draft.sources.iter().map(|source| source.key.as_str()).collect(),
    };
    let mut files = HashMap::new();
    for entry in &draft.entries {
        if let Some(first) = files.insert(&entry.term.id, &entry.file) {
            checker.add(&entry.file, "/id", Fault::IdTwice { file: first.clone() });
        }
        checker.entry(entry);
    }
    checker.sources();
    for publisher in &draft.publishers {
        checker.publisher(publisher);
    }
    checker.news();
}

/// The newest day of the news; a day more than a year after all others cannot be meant.
fn newest(draft: &Draft) -> Option<Day> {
    let days: BTreeSet<&Day> = draft.news.iter().map(|news| &news.item.date).collect();
    let mut newest_first = days.into_iter().rev();
    let mut newest = newest_first.next()?;
    for day in newest_first {
        if *newest <= day.a_year_later() {
            break;
        }
        newest = day;
    }
    Some(newest.clone())
}

/// A headword and who owns it.
struct Headword<'a> {
    id: &'a str,
    /// The spellings of its names: XAI (explainable AI) and xAI (a company) are told apart by them alone.
    names: Vec<&'a str>,
    /// The spelling of an abbreviation; none for names and ids.
    abbreviation: Option<&'a str>,
}

/// Every headword under its key.
fn headwords(draft: &Draft) -> HashMap<Key, Vec<Headword<'_>>> {
    let mut owners: HashMap<Key, Vec<Headword<'_>>> = HashMap::new();
    for Entry { term, .. } in &draft.entries {
        let id = term.id.as_str();
        let names: Vec<&str> = [Some(&term.id), term.name.en.as_ref(), term.name.ja.as_ref()].into_iter().flatten().map(String::as_str).collect();
        let keys: HashSet<Key> = names.iter().map(|name| fold(name)).collect();
        let abbreviation = term.abbreviation.as_deref().map(|short| (fold(short), Headword { id, names: Vec::new(), abbreviation: Some(short) }));
        let abbreviation = abbreviation.filter(|(key, _)| !keys.contains(key));
        for (key, headword) in keys.into_iter().map(|key| (key, Headword { id, names: names.clone(), abbreviation: None })).chain(abbreviation) {
            owners.entry(key).or_default().push(headword);
        }
    }
    owners
}

/// Things by their keys, and what came first under each. A few keys are soonest compared with each other; a million of them would take hours.
enum Firsts<K, T> {
    Few(Vec<(K, T)>),
    Many(HashMap<K, T>),
}

impl<K: Eq + Hash, T: Clone> Firsts<K, T> {
    /// For about so many keys.
    fn new(count: usize) -> Self {
        if count <= 64 { Self::Few(Vec::new()) } else { Self::Many(HashMap::new()) }
    }

    /// What came first under a key; none where this does.
    fn first(&mut self, key: K, thing: T) -> Option<T> {
        match self {
            Self::Few(few) => {
                let first = few.iter().find(|(other, _)| *other == key).map(|(_, first)| first.clone());
                if first.is_none() {
                    few.push((key, thing));
                }
                first
            }
            Self::Many(many) => match many.entry(key) {
                Place::Occupied(first) => Some(first.get().clone()),
                Place::Vacant(place) => {
                    place.insert(thing);
                    None
                }
            },
        }
    }
}

/// What all rules look at.
struct Checker<'a> {
    draft: &'a Draft,
    rules: Rules,
    beneath: &'a dyn Beneath,
    problems: &'a mut Vec<Problem>,
    newest: Option<Day>,
    headwords: HashMap<Key, Vec<Headword<'a>>>,
    sources: HashSet<&'a str>,
}

impl Checker<'_> {
    fn add(&mut self, file: &str, pointer: &str, fault: Fault) {
        self.problems.push(Problem { file: file.to_owned(), pointer: pointer.to_owned(), fault });
    }

    fn shipped(&self) -> bool {
        self.rules == Rules::Shipped
    }

    fn prose(&mut self, file: &str, pointer: &str, text: &Text) {
        if text.ja.as_deref().is_some_and(|text| !reads_as_japanese(text)) {
            self.add(file, &format!("{pointer}/ja"), Fault::WrongScript { lang: Lang::Ja });
        }
        if text.en.as_deref().is_some_and(has_loose_kana) {
            self.add(file, &format!("{pointer}/en"), Fault::WrongScript { lang: Lang::En });
        }
    }

    fn has_term(&self, id: &str) -> bool {
        // Every entry owns its id as a headword, so this is a look into a table rather than a walk over all entries.
        let owners = self.headwords.get(&fold(id)).into_iter().flatten();
        owners.into_iter().any(|owner| owner.id == id) || self.beneath.has_term(id)
    }

    fn repeats(&mut self, file: &str, pointer: &str, list: &[String]) {
        let mut seen = Firsts::new(list.len());
        for (i, value) in list.iter().enumerate() {
            if let Some(first) = seen.first(value, i) {
                self.add(file, &format!("{pointer}/{i}"), Fault::Repeated { first: format!("{pointer}/{first}") });
            }
        }
    }

    fn day(&mut self, file: &str, pointer: &str, day: Option<&Day>) {
        if let (Some(day), Some(newest)) = (day, &self.newest)
            && *day > newest.a_year_later()
        {
            let fault = Fault::TooFarAhead { newest: newest.to_string() };
            self.add(file, pointer, fault);
        }
    }
}
