//! One packed glossary, opened without reading it: each question decodes only the lines that answer it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::OnceLock;

use include_dir::{Dir, include_dir};
use memchr::memchr;
use serde::Deserialize;

use crate::catalog::claim::Name;
use crate::catalog::look::{first_line, lines, under};
use crate::glossary::bilingual::{Bilingual, Lang, Text};
use crate::glossary::news::{NewsItem, Publisher, same_place};
use crate::glossary::pack::Pack;
use crate::glossary::pack::names::written;
use crate::glossary::places::folded_line;
use crate::glossary::surface::Capitals;
use crate::glossary::term::{Category, Section, Source, Term};

static EMBEDDED: Dir<'_> = include_dir!("$OUT_DIR/pack");

/// Where a layer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The glossary that the program carries.
    Embedded,
    /// A team's directory.
    Team(PathBuf),
    /// The announcements that `update` fetched.
    Cache,
}

/// A packed glossary and its origin.
#[derive(Debug)]
pub struct Layer {
    /// Where it comes from.
    pub origin: Origin,
    pub(super) pack: Pack,
    /// The forms of a team's names, once somebody has asked for them.
    names: OnceLock<Vec<u8>>,
    /// Where its announcements lead, once somebody has asked for it.
    places: OnceLock<HashSet<String>>,
}

/// A row of the index: one entry, nothing decoded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    id: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Row<'a> {
    fn new(line: &'a [u8]) -> Self {
        let end = memchr(b'\t', line).unwrap_or(line.len());
        Self { id: &line[..end], rest: &line[(end + 1).min(line.len())..] }
    }

    /// The id.
    pub fn id(self) -> &'a str {
        text(self.id)
    }

    /// The id as bytes, for who only passes it on.
    pub fn id_bytes(self) -> &'a [u8] {
        self.id
    }

    /// The id of the category; empty when there is none.
    pub fn category(self) -> &'a str {
        let [category] = fields(self.rest);
        category
    }

    /// The names; none in a language that a team left out.
    pub fn names(self) -> Bilingual<Option<&'a str>> {
        let [_, _, _, _, en, ja] = fields(self.rest);
        Bilingual { en: some(en), ja: some(ja) }
    }

    /// The name in a language.
    pub fn name(self, lang: Lang) -> Option<&'a str> {
        *self.names().get(lang)
    }

    /// Where the entry lies in `terms.jsonl`, its article in `articles.jsonl` and its sources in `sources.tsv`.
    fn offsets(self) -> (usize, usize, &'a str) {
        let [_, term, article, sources] = fields(self.rest);
        let offset = |digits: &str| digits.parse().expect("a pack has numbers for offsets");
        (offset(term), offset(article), sources)
    }
}

/// The first `N` fields of a line; empty where it has fewer.
fn fields<const N: usize>(line: &[u8]) -> [&str; N] {
    let mut fields = line.split(|&b| b == b'\t').map(text);
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}

/// A field with something in it.
fn some(field: &str) -> Option<&str> {
    (!field.is_empty()).then_some(field)
}

impl Layer {
    /// The glossary that the program carries.
    pub fn embedded() -> Self {
        let mut pack = Pack::default();
        for (name, place) in pack.files() {
            // `Dir::get_file` takes paths apart to compare them, at ten times the cost.
            let file = EMBEDDED.files().find(|file| file.path().as_os_str() == name);
            *place = Cow::Borrowed(file.expect("the build writes every text of a pack").contents());
        }
        Self { origin: Origin::Embedded, pack, names: OnceLock::new(), places: OnceLock::new() }
    }

    /// A team's glossary, packed from `directory`.
    pub fn team(directory: PathBuf, pack: Pack) -> Self {
        Self { origin: Origin::Team(directory), pack, names: OnceLock::new(), places: OnceLock::new() }
    }

    /// Announcements that were fetched.
    pub fn fetched(news: Pack) -> Self {
        Self { origin: Origin::Cache, pack: news, names: OnceLock::new(), places: OnceLock::new() }
    }

    /// The row of an entry.
    pub fn row(&self, id: &str) -> Option<Row<'_>> {
        under(&self.pack.index, id.as_bytes()).next().map(|(id, rest)| Row { id, rest })
    }

    /// The rows of all entries, by id.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        lines(&self.pack.index).map(Row::new)
    }

    /// The ids of all entries, sorted, one a line.
    pub fn ids(&self) -> &[u8] {
        &self.pack.ids
    }

    /// The entry of a row of this layer.
    pub fn term(&self, row: Row<'_>) -> Term {
        decode(self.packed_term(row))
    }

    /// The entry of a row of this layer as JSON, a [`Term`].
    pub fn packed_term(&self, row: Row<'_>) -> &[u8] {
        first_line(&self.pack.terms[row.offsets().0..])
    }

    /// The article of a row of this layer; without sections when it has none.
    pub fn article(&self, row: Row<'_>) -> Vec<Section> {
        decode(self.packed_article(row))
    }

    /// The article of a row of this layer as JSON, a list of [`Section`]s.
    pub fn packed_article(&self, row: Row<'_>) -> &[u8] {
        first_line(&self.pack.articles[row.offsets().1..])
    }

    /// The forms of names in running text, sorted.
    pub fn names(&self) -> impl Iterator<Item = Name<'_>> {
        let names: &[u8] = match self.origin {
            Origin::Embedded | Origin::Cache => &self.pack.names,
            // As with the folded texts: only a scan needs them.
            Origin::Team(_) => self.names.get_or_init(|| {
                let terms: Vec<Term> = self.rows().map(|row| self.term(row)).collect();
                written(terms.iter())
            }),
        };
        lines(names).map(|line| {
            let [form, rank, written, capitals, proper, id] = fields(line);
            Name { form, rank, written, capitals: Capitals::of(capitals), is_proper: !proper.is_empty(), id }
        })
    }

    /// Common Japanese words that stand by themselves somewhere in the glossary, and whether a name has them.
    pub fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        lines(&self.pack.words).map(|line| {
            let [word, name] = fields(line);
            (word, !name.is_empty())
        })
    }

    /// The texts of all entries as `search` compares them, one line for each ([`folded_line`]).
    pub fn folded(&self) -> Cow<'_, [u8]> {
        match self.origin {
            Origin::Embedded => Cow::Borrowed(&self.pack.folded),
            // It has no entries.
            Origin::Cache => Cow::Borrowed(&[]),
            // Folding a team's texts costs more than all else that is done to them at a start, so only a search does it.
            Origin::Team(_) => self.rows().map(|row| folded_line(&self.term(row), &self.article(row))).collect::<String>().into_bytes().into(),
        }
    }

    /// The sources that the entry of a row of this layer cites, in its order; none for one that is in the bibliography of another layer.
    pub fn sources(&self, row: Row<'_>) -> impl Iterator<Item = Option<Source>> {
        let offsets = row.offsets().2.split(' ').filter(|offset| !offset.is_empty());
        offsets.map(|offset| {
            let line = first_line(&self.pack.sources[offset.parse().ok()?..]);
            let tab = memchr(b'\t', line)?;
            Some(source(text(&line[..tab]), &line[tab + 1..]))
        })
    }

    /// A line of the bibliography.
    pub fn source(&self, key: &str) -> Option<Source> {
        under(&self.pack.sources, key.as_bytes()).next().map(|(_, rest)| source(key, rest))
    }

    /// A category.
    pub fn category(&self, id: &str) -> Option<Category> {
        under(&self.pack.categories, id.as_bytes()).next().map(|(_, rest)| category(id, rest))
    }

    /// All categories, by id.
    pub fn categories(&self) -> impl Iterator<Item = Category> {
        lines(&self.pack.categories).filter_map(|line| {
            let tab = memchr(b'\t', line)?;
            Some(category(text(&line[..tab]), &line[tab + 1..]))
        })
    }

    /// The name of a publisher.
    pub fn publisher_name(&self, id: &str) -> Option<Text> {
        let [en, ja] = fields(under(&self.pack.publishers, id.as_bytes()).next()?.1);
        Some(names(en, ja))
    }

    /// All publishers, by id.
    pub fn publishers(&self) -> impl Iterator<Item = Publisher> {
        lines(&self.pack.publishers).map(|line| {
            let [_, _, _, record] = fields(line);
            decode(record.as_bytes())
        })
    }

    /// All announcements, newest first.
    pub fn news(&self) -> impl Iterator<Item = NewsItem> {
        lines(&self.pack.news).map(decode)
    }

    /// Whether one of the announcements leads to a [place](same_place).
    pub fn announces(&self, place: &str) -> bool {
        self.places.get_or_init(|| self.news().map(|item| same_place(&item.url)).collect()).contains(place)
    }

    /// The announcements that mention an entry, newest first.
    pub fn mentions(&self, id: &str) -> impl Iterator<Item = NewsItem> {
        let offsets = under(&self.pack.mentions, id.as_bytes()).next().map(|(_, offsets)| text(offsets)).unwrap_or_default();
        offsets.split_whitespace().filter_map(|offset| Some(decode(first_line(&self.pack.news[offset.parse().ok()?..]))))
    }
}

fn source(key: &str, rest: &[u8]) -> Source {
    let [title, authors, year, publisher] = fields(rest);
    let own = |field| some(field).map(str::to_owned);
    Source { key: key.to_owned(), title: title.to_owned(), authors: own(authors), year: year.parse().ok(), publisher: own(publisher) }
}

fn category(id: &str, rest: &[u8]) -> Category {
    let [en, ja, order] = fields(rest);
    Category { id: id.to_owned(), name: names(en, ja), order: order.parse().unwrap_or(u64::MAX) }
}

fn names(en: &str, ja: &str) -> Text {
    Text { en: some(en).map(str::to_owned), ja: some(ja).map(str::to_owned) }
}

/// A part of a pack as the text that it is.
pub(super) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("a pack is made of texts")
}

fn decode<'a, T: Deserialize<'a>>(line: &'a [u8]) -> T {
    // Text that is known to be text is read faster.
    let line = simdutf8::basic::from_utf8(line).expect("a pack is text");
    serde_json::from_str(line).expect("a pack holds the records that were packed")
}
