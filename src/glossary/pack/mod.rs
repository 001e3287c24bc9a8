//! A checked glossary as a few sorted texts, from which one answer is read without parsing the rest.
//!
//! | text | one line for each | form |
//! | --- | --- | --- |
//! | `keys.tsv` | folded name and the entry that owns it | key, rank, characters of the key, id; sorted by key, then rank |
//! | `lengths.tsv` | number of characters that a key has | number, offsets in `keys.tsv`; sorted by its digits |
//! | `spellings.tsv` | other spelling and the entry that it may mean | [loose](crate::glossary::spelling::loose) key or [romaji](crate::glossary::romaji), rank, id; sorted likewise |
//! | `names.tsv` | form of a name in running text, and entry | [form](crate::glossary::surface::forms), rank, name, [capitals](crate::glossary::surface::Capitals), `p` for a proper name, id; sorted; only in the glossary that ships |
//! | `words.tsv` | common Japanese word that stands by itself somewhere in the glossary | the word, `n` for one of a name; sorted; only in the glossary that ships |
//! | `index.tsv` | entry | id, category, offsets in `terms.jsonl`, `articles.jsonl` and (one for each source) `sources.tsv`, English name, Japanese name; sorted by id |
//! | `ids.txt` | entry | id; sorted |
//! | `terms.jsonl` | entry | [`Term`](crate::glossary::term::Term) |
//! | `articles.jsonl` | entry | list of [`Section`](crate::glossary::term::Section) |
//! | `folded.txt` | entry | id, then its [texts](crate::glossary::places) folded; only in the glossary that ships, since folding costs more than all else |
//! | `sources.tsv` | source | key, title, authors, year, publisher; sorted by key |
//! | `categories.tsv` | category | id, English name, Japanese name, order; sorted by id |
//! | `publishers.tsv` | publisher | id, English name, Japanese name, [`Publisher`](crate::glossary::news::Publisher); sorted by id |
//! | `news.jsonl` | announcement | [`NewsItem`](crate::glossary::news::NewsItem), newest first |
//! | `mentions.tsv` | entry in the news | id, offsets in `news.jsonl`, newest first; sorted by id |
//!
//! Fields are separated by tabs, offsets count bytes, and several offsets have spaces between; `-` stands for a source of another glossary. A line stands for exactly one record because no text of a glossary may hold
//! control characters. Lookups bisect, so what they cost does not grow with the glossary.

pub mod names;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::glossary::bilingual::Text;
use crate::glossary::draft::{Draft, Entry};
use crate::glossary::pack::names::{keys, spellings};
use crate::glossary::term::{Source, Term};

/// By what an entry owns a key; the first that fits counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    /// Its id, name or abbreviation.
    Headword,
    /// A synonym or another spelling.
    Alias,
    /// A reading.
    Reading,
    /// A narrower thing that it explains.
    Covered,
    /// Another spelling of any of these.
    Spelling,
    /// A reading in Latin letters.
    Romaji,
}

impl Via {
    /// Each way, the strongest first.
    pub const ALL: [Self; 6] = [Self::Headword, Self::Alias, Self::Reading, Self::Covered, Self::Spelling, Self::Romaji];

    /// The digit in `keys.tsv`; digits sort as the ways do.
    pub fn rank(self) -> char {
        char::from(b'0' + self as u8)
    }

    /// The way behind a digit of `keys.tsv`.
    pub fn from_rank(rank: &u8) -> Option<Self> {
        Self::ALL.get(usize::from(rank.checked_sub(b'0')?)).copied()
    }
}

/// A packed glossary: embedded in the program, or made by it from a directory.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "the table at the top of the module says what each text holds")]
pub struct Pack {
    pub keys: Cow<'static, [u8]>,
    pub lengths: Cow<'static, [u8]>,
    pub spellings: Cow<'static, [u8]>,
    pub names: Cow<'static, [u8]>,
    pub words: Cow<'static, [u8]>,
    pub index: Cow<'static, [u8]>,
    pub ids: Cow<'static, [u8]>,
    pub terms: Cow<'static, [u8]>,
    pub articles: Cow<'static, [u8]>,
    pub folded: Cow<'static, [u8]>,
    pub sources: Cow<'static, [u8]>,
    pub categories: Cow<'static, [u8]>,
    pub publishers: Cow<'static, [u8]>,
    pub news: Cow<'static, [u8]>,
    pub mentions: Cow<'static, [u8]>,
}

impl Pack {
    /// The texts with their file names, as `build.rs` writes and the program embeds them.
    pub fn files(&mut self) -> [(&'static str, &mut Cow<'static, [u8]>); 15] {
        [
            ("keys.tsv", &mut self.keys),
            ("lengths.tsv", &mut self.lengths),
            ("spellings.tsv", &mut self.spellings),
            ("names.tsv", &mut self.names),
            ("words.tsv", &mut self.words),
            ("index.tsv", &mut self.index),
            ("ids.txt", &mut self.ids),
            ("terms.jsonl", &mut self.terms),
            ("articles.jsonl", &mut self.articles),
            ("folded.txt", &mut self.folded),
            ("sources.tsv", &mut self.sources),
            ("categories.tsv", &mut self.categories),
            ("publishers.tsv", &mut self.publishers),
            ("news.jsonl", &mut self.news),
            ("mentions.tsv", &mut self.mentions),
        ]
    }

    /// Packs a checked draft, without what is only in the glossary that ships.
    pub fn of(draft: &Draft) -> Self {
        let entries = sorted(draft);
        let bibliography = Table::new(draft.sources.iter().map(source));
        let (mut index, mut ids, mut terms, mut articles) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for entry in &entries {
            let Term { id, category, name, .. } = &entry.term;
            let category = category.as_deref().unwrap_or_default();
            let cited: Vec<String> = entry.term.sources.iter().map(|key| bibliography.offset(key)).collect();
            line(&mut index, format_args!("{id}\t{category}\t{}\t{}\t{}\t{}", terms.len(), articles.len(), cited.join(" "), names(name)));
            line(&mut ids, format_args!("{id}"));
            line(&mut terms, format_args!("{}", json(&entry.term)));
            line(&mut articles, format_args!("{}", json(&entry.article)));
        }

        let mut newest_first: Vec<_> = draft.news.iter().map(|news| &news.item).collect();
        newest_first.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.url.cmp(&b.url)));
        let mut news = Vec::new();
        let mut mentions: BTreeMap<&str, String> = BTreeMap::new();
        for item in newest_first {
            for id in &item.terms {
                let offsets = mentions.entry(id).or_default();
                if !offsets.is_empty() {
                    offsets.push(' ');
                }
                offsets.push_str(&news.len().to_string());
            }
            line(&mut news, format_args!("{}", json(item)));
        }

        let (keys, lengths) = keys(&entries);
        Self {
            keys: keys.into(),
            lengths: lengths.into(),
            spellings: spellings(&entries).into(),
            names: Cow::Borrowed(&[]),
            words: Cow::Borrowed(&[]),
            index: index.into(),
            ids: ids.into(),
            terms: terms.into(),
            articles: articles.into(),
            folded: Cow::Borrowed(&[]),
            sources: bibliography.text.into(),
            categories: Table::of(
                draft.categories.iter().map(|category| (category.id.as_str(), format!("{}\t{}", names(&category.name), category.order))),
            ),
            publishers: Table::of(
                draft.publishers.iter().map(|publisher| (publisher.id.as_str(), format!("{}\t{}", names(&publisher.name), json(publisher)))),
            ),
            news: news.into(),
            mentions: Table::of(mentions.into_iter()),
        }
    }
}

/// The entries by id.
pub(super) fn sorted(draft: &Draft) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = draft.entries.iter().collect();
    entries.sort_by(|a, b| a.term.id.cmp(&b.term.id));
    entries
}

fn source(source: &Source) -> (&str, String) {
    let Source { key, title, authors, year, publisher } = source;
    let [authors, publisher] = [authors, publisher].map(|text| text.as_deref().unwrap_or_default());
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    (key, format!("{title}\t{authors}\t{year}\t{publisher}"))
}

/// A name as two fields; a language that a team left out is empty.
fn names(name: &Text) -> String {
    let [en, ja] = [&name.en, &name.ja].map(|name| name.as_deref().unwrap_or_default());
    format!("{en}\t{ja}")
}

/// Rows sorted by their keys, and where each begins.
struct Table<'a> {
    text: Vec<u8>,
    offsets: BTreeMap<&'a str, usize>,
}

impl<'a> Table<'a> {
    fn new(rows: impl Iterator<Item = (&'a str, String)>) -> Self {
        let sorted: BTreeMap<&str, String> = rows.collect();
        let mut table = Self { text: Vec::new(), offsets: BTreeMap::new() };
        for (key, value) in sorted {
            table.offsets.insert(key, table.text.len());
            line(&mut table.text, format_args!("{key}\t{value}"));
        }
        table
    }

    /// The text alone.
    fn of(rows: impl Iterator<Item = (&'a str, String)>) -> Cow<'static, [u8]> {
        Self::new(rows).text.into()
    }

    fn offset(&self, key: &str) -> String {
        self.offsets.get(key).map_or_else(|| "-".to_owned(), usize::to_string)
    }
}

/// Adds a line to a text.
pub(super) fn line(text: &mut Vec<u8>, row: std::fmt::Arguments<'_>) {
    use std::io::Write;
    writeln!(text, "{row}").expect("writing to memory does not fail");
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain records of texts and numbers always serialise")
}

#[cfg(test)]
mod tests {
    use super::Pack;
    use crate::glossary::bilingual::Text;
    use crate::glossary::draft::{Announcement, Draft};
    use crate::glossary::news::NewsItem;

    /// Would take hours if each mention cost as much as all before it.
    #[test]
    fn a_million_mentions() {
        let item = |url: &str, terms| {
            let date = "2026-05-22".parse().expect("a day");
            let (headline, summary) = (Text::default(), Text::default());
            let item = NewsItem { date, publisher: "acme".to_owned(), headline, summary, url: url.to_owned(), terms, gone: None };
            Announcement { file: String::new(), pointer: String::new(), item }
        };
        let news = vec![item("b", vec!["rlhf".to_owned(); 1_000_000]), item("a", vec!["rlhf".to_owned()])];
        let pack = Pack::of(&Draft { news, ..Draft::default() });
        let first = pack.news.iter().position(|b| *b == b'\n').expect("a line") + 1;
        assert_eq!(pack.mentions, format!("rlhf\t0{}\n", format!(" {first}").repeat(1_000_000)).as_bytes());
    }
}
