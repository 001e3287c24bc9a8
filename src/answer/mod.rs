//! What a command found. Serialised, these types are the JSON contract: one record for each result.

pub mod check;
pub mod news;
pub mod related;
pub mod scan;
pub mod search;
pub mod updated;

use std::borrow::Cow;

use serde::Serialize;

use crate::answer::check::Checked;
use crate::answer::news::{Count, Newest, News};
use crate::answer::related::{Drawing, Tree};
use crate::answer::scan::{Mention, Piece, Uses};
use crate::answer::search::Hits;
use crate::answer::updated::Updated;
pub use crate::catalog::explained::Explanation;
use crate::catalog::layer::{Origin, Row};
use crate::glossary::bilingual::{Bilingual, Lang, Text};
use crate::glossary::pack::Via;
use crate::glossary::term::{Section, Source, Term};

/// The version of the record shapes; a change that breaks a reader raises it.
pub const SCHEMA: u8 = 1;

/// What a command found, before it is written for people or programs.
#[derive(Debug)]
pub enum Answer {
    /// To `lookup`, in the order of the question; also to `random`.
    Terms {
        /// The entries and misses.
        replies: Vec<Reply>,
        /// How much of an entry people want to see.
        detail: Detail,
        /// Whether other entries were shown before, from which these are to be set apart.
        follows: bool,
    },
    /// To `related`.
    Related {
        /// What stands around each entry that was meant.
        trees: Vec<Tree>,
        /// How people want to see it.
        drawing: Drawing,
    },
    /// To `list`: the entries, by id.
    List(Vec<Summary>),
    /// To `list`, when nothing but the ids will be shown: one a line.
    Ids(Vec<u8>),
    /// To `search`.
    Hits(Hits),
    /// To `scan`: mentions as they are found.
    Mentions(Vec<Mention>),
    /// To `scan`: a part of the text.
    Marked(Vec<Piece>),
    /// To `scan`: what the texts use.
    Uses(Uses),
    /// To `news`.
    News {
        /// The announcements, newest first.
        items: Vec<News>,
        /// Whether the summaries are wanted.
        full: bool,
        /// How old the newest of all is, where somebody may want newer ones.
        newest: Option<Newest>,
    },
    /// To `news --by`: how many announcements there are, newest month first.
    Counts(Vec<Count>),
    /// To `update`.
    Updated(Updated),
    /// To `check`.
    Checked(Checked),
    /// To `completions`: a script.
    Script(Vec<u8>),
    /// To `hayami` alone: how to begin.
    Guide,
}

/// How much of an entry is shown to people; records always hold everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// One line: headword and definition.
    Brief,
    /// All but the article.
    Standard,
    /// The article too.
    Full,
}

/// The outcome of looking one term up.
#[derive(Debug)]
pub enum Reply {
    /// An entry that owns it.
    Found(Box<Found>),
    /// No entry owns it.
    Missed(Miss),
}

/// An entry with what it leans on: a record of kind `term`, which has the members of the entry among these.
#[derive(Debug)]
pub struct Found {
    /// What was asked.
    pub query: String,
    /// By what the entry was found.
    pub via: Via,
    /// The directory it comes from; null for the embedded glossary.
    pub origin: Place,
    /// The entry itself.
    pub entry: Entry,
    /// The category, if there is one.
    pub category: Option<Named>,
    /// The bibliography of the entry.
    pub sources: Vec<Citation>,
    /// The newest announcements that mention it.
    pub news: Vec<News>,
    /// The article; none where nobody will see it.
    pub article: Option<Article>,
    /// The narrower name that was asked for, which the entry explains; none where it was the entry's own name, or nobody will see it.
    pub narrower: Option<String>,
    /// What the article says of a narrower name that was asked for; none where nobody will see it, or see the whole article.
    pub explained: Bilingual<Option<Explanation>>,
}

/// An entry.
#[derive(Debug)]
pub enum Entry {
    /// To be shown.
    Read(Box<Term>),
    /// To be passed on in the form in which it was packed, which is that of the record: the JSON object of a [`Term`].
    Packed(Vec<u8>),
}

impl Entry {
    /// The entry to show.
    pub fn term(&self) -> Cow<'_, Term> {
        match self {
            Self::Read(term) => Cow::Borrowed(term),
            Self::Packed(json) => Cow::Owned(serde_json::from_slice(json).unwrap_or_default()),
        }
    }

    /// The entry as a JSON object.
    pub fn packed(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Read(term) => Cow::Owned(serde_json::to_vec(term).unwrap_or_default()),
            Self::Packed(json) => Cow::Borrowed(json),
        }
    }
}

/// The sections of an article.
#[derive(Debug)]
pub enum Article {
    /// To be shown.
    Sections(Vec<Section>),
    /// To be passed on in the form in which they were packed, which is that of the record: a JSON list of sections.
    Packed(Vec<u8>),
}

impl Article {
    /// The sections to show.
    pub fn sections(&self) -> &[Section] {
        match self {
            Self::Sections(sections) => sections,
            Self::Packed(_) => &[],
        }
    }
}

/// An id and the name behind it.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Text,
}

impl Named {
    /// The name, or the id where there is none.
    pub fn called(&self, lang: Lang) -> &str {
        match self.name.read(lang) {
            "" => &self.id,
            name => name,
        }
    }
}

/// A source with its address.
#[derive(Debug, Serialize)]
pub struct Citation {
    /// The source as the bibliography has it.
    #[serde(flatten)]
    pub source: Source,
    /// The address to open.
    pub url: String,
}

/// A record of kind `summary`: a row of `list`.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// The id.
    pub id: String,
    /// The headword.
    pub name: Text,
    /// The id of the category; null when there is none.
    pub category: Option<String>,
    /// The directory it comes from; null for the embedded glossary.
    pub origin: Place,
}

/// A record of kind `miss`.
#[derive(Debug, Serialize)]
pub struct Miss {
    /// What was asked.
    pub query: String,
    /// What may have been meant, nearest first, at most three.
    pub suggestions: Vec<Named>,
    /// How many entries have it in their text, for `search` to show.
    pub mentioned: usize,
    /// The best of these, at most three.
    pub mentioned_in: Vec<Named>,
    /// The command that may have been meant, as it is typed after `hayami `; only people make such slips.
    #[serde(skip)]
    pub command: Option<&'static str>,
}

/// Where an entry comes from: null for the embedded glossary, or else the team's directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Place(pub Option<String>);

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Self {
        match origin {
            Origin::Embedded | Origin::Cache => Self(None),
            Origin::Team(directory) => Self(Some(directory.display().to_string())),
        }
    }
}

impl From<Row<'_>> for Named {
    fn from(row: Row<'_>) -> Self {
        let own = |name: Option<&str>| name.map(str::to_owned);
        let names = row.names();
        Self { id: row.id().to_owned(), name: Text { en: own(names.en), ja: own(names.ja) } }
    }
}

impl From<Source> for Citation {
    fn from(source: Source) -> Self {
        Self { url: source.url(), source }
    }
}

impl Answer {
    /// Whether it is what was asked for: every term was found, at least one row, no problem.
    pub fn is_complete(&self) -> bool {
        match self {
            Self::Terms { replies, .. } => replies.iter().all(|reply| matches!(reply, Reply::Found(_))),
            Self::Related { trees, .. } => trees.iter().any(|tree| !tree.relations.is_empty()),
            Self::List(entries) => !entries.is_empty(),
            Self::Ids(ids) => !ids.is_empty(),
            Self::Uses(uses) => !uses.used.is_empty(),
            Self::Mentions(_) | Self::Marked(_) => true,
            Self::Hits(hits) => !hits.hits.is_empty(),
            Self::News { items, .. } => !items.is_empty(),
            Self::Counts(counts) => !counts.is_empty(),
            Self::Updated(updated) => !updated.is_failure(),
            Self::Checked(checked) => !checked.broken,
            Self::Script(_) | Self::Guide => true,
        }
    }
}
