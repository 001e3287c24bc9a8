//! One packed glossary, opened without reading it: each question decodes only the lines that answer it.

use std::borrow::Cow;
use std::path::PathBuf;

use include_dir::{Dir, include_dir};
use memchr::memchr;
use serde::Deserialize;

use crate::catalog::look::{first_line, lines, lines_with_prefix};
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::fold::Key;
use crate::glossary::news::{NewsItem, Publisher};
use crate::glossary::pack::{Pack, Via};
use crate::glossary::term::{Category, Section, Source, Term};

static EMBEDDED: Dir<'_> = include_dir!("$OUT_DIR/pack");

/// Where a layer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The glossary that the program carries.
    Embedded,
    /// A team's directory.
    Team(PathBuf),
}

/// A packed glossary and its origin.
#[derive(Debug)]
pub struct Layer {
    /// Where it comes from.
    pub origin: Origin,
    pack: Pack,
}

/// A row of the index: one entry, nothing decoded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a>(&'a [u8]);

impl<'a> Row<'a> {
    fn field(self, place: usize) -> &'a [u8] {
        self.0.split(|&b| b == b'\t').nth(place).unwrap_or_default()
    }

    /// The id.
    pub fn id(self) -> &'a str {
        let end = memchr(b'\t', self.0).unwrap_or(self.0.len());
        text(&self.0[..end])
    }

    /// The id of the category; empty when there is none.
    pub fn category(self) -> &'a str {
        text(self.field(1))
    }

    /// The name in a language, or else in the other.
    pub fn name(self, lang: Lang) -> &'a str {
        let [en, ja] = [text(self.field(4)), text(self.field(5))];
        match lang {
            Lang::En if !en.is_empty() => en,
            Lang::Ja if !ja.is_empty() => ja,
            Lang::En => ja,
            Lang::Ja => en,
        }
    }

    /// The names as the entry has them: none in a language that a team left out.
    pub fn names(self) -> Text {
        let name = |place| Some(text(self.field(place)).to_owned()).filter(|name| !name.is_empty());
        Text { en: name(4), ja: name(5) }
    }

    fn offset(self, place: usize) -> usize {
        text(self.field(place)).parse().unwrap_or_default()
    }
}

impl Layer {
    /// The glossary that the program carries.
    pub fn embedded() -> Self {
        let mut pack = Pack::default();
        for (name, place) in pack.files() {
            let file = EMBEDDED.get_file(name).expect("the build writes every text of a pack");
            *place = Cow::Borrowed(file.contents());
        }
        Self { origin: Origin::Embedded, pack }
    }

    /// A team's glossary, packed from `directory`.
    pub fn team(directory: PathBuf, pack: Pack) -> Self {
        Self { origin: Origin::Team(directory), pack }
    }

    /// The ids of the entries that own a key, the strongest claim first.
    pub fn owners(&self, key: &Key) -> impl Iterator<Item = (Via, &str)> {
        let prefix = format!("{key}\t").into_bytes();
        let mut found = Vec::new();
        for line in lines_with_prefix(&self.pack.keys, &prefix) {
            found.extend(owner(&line[prefix.len()..]));
        }
        found.into_iter()
    }

    /// Every key with an entry that owns it.
    pub fn keys(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        lines(&self.pack.keys).filter_map(|line| Some(line.split_at(memchr(b'\t', line)?)))
    }

    /// The owner in what follows a key in a line of [`Layer::keys`].
    pub fn key_owner(rest: &[u8]) -> Option<(Via, &str)> {
        owner(rest.strip_prefix(b"\t")?)
    }

    /// The row of an entry.
    pub fn row(&self, id: &str) -> Option<Row<'_>> {
        keyed(&self.pack.index, id).next().map(|(line, _)| Row(line))
    }

    /// The rows of all entries, by id.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        lines(&self.pack.index).map(Row)
    }

    /// The entry of a row of this layer.
    pub fn term(&self, row: Row<'_>) -> Term {
        decode(first_line(&self.pack.terms[row.offset(2)..]))
    }

    /// The article of a row of this layer; without sections when it has none.
    pub fn article(&self, row: Row<'_>) -> Vec<Section> {
        decode(first_line(&self.pack.articles[row.offset(3)..]))
    }

    /// A line of the bibliography.
    pub fn source(&self, key: &str) -> Option<Source> {
        keyed(&self.pack.sources, key).next().map(|(_, value)| decode(value))
    }

    /// A category.
    pub fn category(&self, id: &str) -> Option<Category> {
        keyed(&self.pack.categories, id).next().map(|(_, value)| decode(value))
    }

    /// All categories, by id.
    pub fn categories(&self) -> impl Iterator<Item = Category> {
        lines(&self.pack.categories).filter_map(|line| Some(decode(&line[memchr(b'\t', line)? + 1..])))
    }

    /// A publisher.
    pub fn publisher(&self, id: &str) -> Option<Publisher> {
        keyed(&self.pack.publishers, id).next().map(|(_, value)| decode(value))
    }

    /// All publishers, by id.
    pub fn publishers(&self) -> impl Iterator<Item = Publisher> {
        lines(&self.pack.publishers).filter_map(|line| Some(decode(&line[memchr(b'\t', line)? + 1..])))
    }

    /// All announcements, newest first.
    pub fn news(&self) -> impl Iterator<Item = NewsItem> {
        lines(&self.pack.news).map(decode)
    }

    /// The announcements that mention an entry, newest first.
    pub fn mentions(&self, id: &str) -> impl Iterator<Item = NewsItem> {
        let offsets = keyed(&self.pack.mentions, id).next().map(|(_, offsets)| text(offsets)).unwrap_or_default();
        offsets.split_whitespace().filter_map(|offset| Some(decode(first_line(&self.pack.news[offset.parse().ok()?..]))))
    }
}

/// The lines of a table under a key, each with what follows the key.
fn keyed<'t>(table: &'t [u8], key: &str) -> impl Iterator<Item = (&'t [u8], &'t [u8])> {
    let prefix = format!("{key}\t").into_bytes();
    let found: Option<&[u8]> = lines_with_prefix(table, &prefix).next();
    found.map(|line| (line, &line[prefix.len()..])).into_iter()
}

fn owner(rest: &[u8]) -> Option<(Via, &str)> {
    let tab = memchr(b'\t', rest)?;
    Some((Via::from_rank(&rest[..tab])?, text(&rest[tab + 1..])))
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("a pack is made of texts")
}

fn decode<'a, T: Deserialize<'a>>(line: &'a [u8]) -> T {
    serde_json::from_slice(line).expect("a pack holds the records that were packed")
}
