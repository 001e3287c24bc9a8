//! The places of an entry where `search` looks, from the most telling to the least.

use std::fmt::Write;

use serde::Serialize;

use crate::glossary::bilingual::Lang;
use crate::glossary::folded::folded;
use crate::glossary::term::{Section, Term};

/// A kind of place; the more telling one is the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// The names and the abbreviation.
    Headword,
    /// Synonyms, readings and covered names.
    Alias,
    /// The definition.
    Definition,
    /// A heading of the article.
    Heading,
    /// The text of the article.
    Body,
}

impl Place {
    /// Every kind, the most telling first.
    pub const ALL: [Self; 5] = [Self::Headword, Self::Alias, Self::Definition, Self::Heading, Self::Body];
}

/// A text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// What kind of place it is.
    pub place: Place,
    /// Its language; none for abbreviations.
    pub lang: Option<Lang>,
    /// The text.
    pub text: &'a str,
    /// Its member, and where in that member it stands if there are several.
    member: &'static str,
    number: Option<usize>,
}

impl Passage<'_> {
    /// Where it stands in the JSON of the entry (RFC 6901).
    pub fn pointer(&self) -> String {
        let Self { place, lang, member, number, .. } = self;
        let number = number.map(|number| format!("/{number}")).unwrap_or_default();
        let lang = lang.map(|lang| format!("/{}", lang.code())).unwrap_or_default();
        match place {
            Place::Heading | Place::Body => format!("/article{number}/{member}{lang}"),
            _ if *member == READINGS => format!("/{member}{number}"),
            _ => format!("/{member}{lang}{number}"),
        }
    }
}

/// The member that has no languages although it has one.
const READINGS: &str = "readings";

/// Every text of an entry that can be searched, the more telling first.
pub fn passages<'a>(term: &'a Term, article: &'a [Section]) -> Vec<Passage<'a>> {
    let mut all = Vec::new();
    let mut add = |place, member, lang, number, text: &'a str| all.push(Passage { place, lang, text, member, number });
    for lang in Lang::ALL {
        if let Some(name) = term.name.get(lang) {
            add(Place::Headword, "name", Some(lang), None, name);
        }
    }
    if let Some(short) = &term.abbreviation {
        add(Place::Headword, "abbreviation", None, None, short);
    }
    for (member, lists) in [("aliases", &term.aliases), ("covers", &term.covers)] {
        for lang in Lang::ALL {
            for (i, name) in lists.get(lang).iter().enumerate() {
                add(Place::Alias, member, Some(lang), Some(i), name);
            }
        }
    }
    for (i, reading) in term.readings.iter().enumerate() {
        add(Place::Alias, READINGS, Some(Lang::Ja), Some(i), reading);
    }
    for lang in Lang::ALL {
        if let Some(text) = term.definition.get(lang) {
            add(Place::Definition, "definition", Some(lang), None, text);
        }
    }
    for (i, section) in article.iter().enumerate() {
        for (place, member, text) in [(Place::Heading, "heading", &section.heading), (Place::Body, "text", &section.text)] {
            for lang in Lang::ALL {
                if let Some(text) = text.get(lang) {
                    add(place, member, Some(lang), Some(i), text);
                }
            }
        }
    }
    all
}

/// Ends a passage within its kind of place. Folding drops control characters, so no query has one.
pub const END: char = '\u{1f}';

/// A line of `folded.txt`: id, then for each kind of place its passages folded, each followed by [`END`].
pub fn folded_line(term: &Term, article: &[Section]) -> String {
    let mut line = term.id.clone();
    let passages = passages(term, article);
    for place in Place::ALL {
        line.push('\t');
        for passage in passages.iter().filter(|passage| passage.place == place) {
            write!(line, "{}{END}", folded(passage.text)).expect("memory");
        }
    }
    line.push('\n');
    line
}
