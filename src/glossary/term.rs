//! The entries and what they lean on: sections, categories and sources.

use serde::{Deserialize, Serialize};

use crate::glossary::bilingual::{Bilingual, Lang, Text};
use crate::glossary::day::Day;

/// One entry without its article, which is kept apart because most answers do not show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The name of the file, `[a-z0-9-]+`.
    pub id: String,
    /// The headword.
    pub name: Text,
    /// The abbreviation, if people really say it.
    pub abbreviation: Option<String>,
    /// Readings in hiragana, the abbreviation's first.
    pub readings: Vec<String>,
    /// True synonyms and other spellings.
    pub aliases: Bilingual<Vec<String>>,
    /// Narrower things that this entry explains.
    pub covers: Bilingual<Vec<String>>,
    /// One or two sentences.
    pub definition: Text,
    /// Ids of the neighbours, the nearest first.
    pub related: Vec<String>,
    /// The day on which somebody last read the entry as a whole.
    pub reviewed: Option<Day>,
    /// The id of the category; a team's entry may have none. With the sources it stands last, because records say both in more words.
    pub category: Option<String>,
    /// Keys into the bibliography.
    pub sources: Vec<String>,
}

impl Term {
    /// What the entry itself is called, in both languages: headwords, abbreviation, synonyms.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        Lang::ALL.into_iter().flat_map(|lang| self.name.get(lang).iter().chain(self.aliases.get(lang))).chain(&self.abbreviation)
    }

    /// The narrower things that it explains, in both languages.
    pub fn narrower(&self) -> impl Iterator<Item = &String> {
        Lang::ALL.into_iter().flat_map(|lang| self.covers.get(lang))
    }
}

/// A part of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: Text,
    /// The text, one paragraph.
    pub text: Text,
}

/// A shelf of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// The name of the folder.
    pub id: String,
    /// The name for people.
    pub name: Text,
    /// The place among the categories, from 1.
    pub order: u64,
}

/// A line of the bibliography.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// `arxiv:…`, `doi:…` or an https address.
    pub key: String,
    /// The title as published.
    pub title: String,
    /// The authors' surnames as a bibliography shortens them ("Ouyang et al."); none for pages without an author.
    pub authors: Option<String>,
    /// The year of publication; none where the page does not say.
    pub year: Option<u64>,
    /// Who published it, for what is not a paper.
    pub publisher: Option<String>,
}

impl Source {
    /// The address to open.
    pub fn url(&self) -> String {
        address(&self.key)
    }
}

/// The address behind the key of a source.
pub fn address(key: &str) -> String {
    match key.split_once(':') {
        Some(("arxiv", id)) => ["https://arxiv.org/abs/", id].concat(),
        Some(("doi", id)) => ["https://doi.org/", id].concat(),
        _ => key.to_owned(),
    }
}
