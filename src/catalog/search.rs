//! Full text: the entries that have every word of a query, the most telling first.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};

use crate::catalog::Catalog;
use crate::catalog::layer::{Layer, Row};
use crate::catalog::query::Query;
use crate::glossary::places::{END, Place};

/// What was found, and where.
#[derive(Debug)]
pub struct Search<'a> {
    /// The entries, the best first.
    pub hits: Vec<Hit<'a>>,
    /// The folded texts of each layer.
    texts: Vec<Cow<'a, [u8]>>,
}

/// An entry that has every word.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// Its row.
    pub row: Row<'a>,
    /// Its layer.
    pub layer: &'a Layer,
    /// Where it stands among the hits.
    pub rank: Rank,
    depth: usize,
    line: Range<usize>,
}

/// What makes a hit better than another; the better one is the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Whether no name is the whole query: what is called so comes first.
    is_unnamed: bool,
    /// The most telling kind of place where all the words are found, each in such a place or a more telling one.
    pub place: Place,
    /// How often they are found in all.
    pub count: Reverse<usize>,
    /// The bytes of the shortest stretch of one text that has all the words.
    stretch: usize,
}

impl Catalog {
    /// The entries that have every word of the query in their names, definitions or articles, in either language, the most telling first:
    /// by place (headword, alias, definition, heading, body), then by how often and how near to each other the words are found.
    pub fn search(&self, query: &Query) -> Search<'_> {
        let texts: Vec<_> = self.layers.iter().map(Layer::folded).collect();
        let mut hits = Vec::new();
        for (depth, (layer, text)) in self.layers.iter().zip(&texts).enumerate() {
            ranked(text, query, |line, id, rank| {
                if !self.is_replaced(id, depth)
                    && let Some(row) = layer.row(id)
                {
                    hits.push(Hit { row, layer, rank, depth, line });
                }
            });
        }
        hits.sort_by_key(|hit| (hit.rank, hit.row.id()));
        Search { hits, texts }
    }
}

impl Search<'_> {
    /// The folded texts of a hit, by kind of place.
    pub(super) fn columns(&self, hit: &Hit<'_>) -> Option<Columns<'_>> {
        columns(&self.texts[hit.depth][hit.line.clone()])
    }
}

/// The folded texts of an entry: for each kind of place all of them, each with [`END`] after it.
pub(super) type Columns<'a> = [&'a [u8]; Place::ALL.len()];

/// Takes a line of `folded.txt` apart.
fn columns(line: &[u8]) -> Option<Columns<'_>> {
    let mut columns = Columns::default();
    let mut tabs = memchr_iter(b'\t', line).map(|tab| tab + 1).peekable();
    for column in &mut columns {
        let start = tabs.next()?;
        *column = &line[start..tabs.peek().map_or(line.len(), |next| next - 1)];
    }
    Some(columns)
}

/// Tells the lines of `folded.txt` that have every word of the query, and whose they are.
fn ranked(text: &[u8], query: &Query, mut tell: impl FnMut(Range<usize>, &str, Rank)) {
    let Some(rarest) = query.rarest() else { return };
    let mut from = 0;
    // One pass over everything for the word that few entries have; the others are sought only where it is.
    while let Some((at, _)) = rarest.find(text, from) {
        let start = memrchr(b'\n', &text[from..at]).map_or(from, |end| from + end + 1);
        let end = memchr(b'\n', &text[at..]).map_or(text.len(), |end| at + end);
        from = (end + 1).min(text.len());
        let line = &text[start..end];
        let id = &line[..memchr(b'\t', line).unwrap_or(line.len())];
        if let Ok(id) = std::str::from_utf8(id)
            && let Some(rank) = columns(line).and_then(|columns| rank(&columns, query))
        {
            tell(start..end, id, rank);
        }
    }
}

/// The rank of an entry by its folded texts, if they have every word.
fn rank(columns: &Columns<'_>, query: &Query) -> Option<Rank> {
    let (mut place, mut count) = (Place::Headword, 0);
    let mut found = Vec::with_capacity(query.words.len());
    for word in &query.words {
        let counts = columns.map(|column| word.places(column).count());
        let best = counts.iter().position(|&count| count > 0)?;
        place = place.max(Place::ALL[best]);
        count += counts.iter().sum::<usize>();
        found.push(counts);
    }
    let [headwords, aliases, ..] = columns;
    let mut names = parts(headwords).chain(parts(aliases));
    let is_unnamed = names.all(|name| query.wholes.iter().all(|whole| name != whole.as_bytes()));
    // Where one word stands there is nothing to be near to, and a column that does not have all words has no stretch.
    let shared = |i: &usize| found.iter().all(|counts| counts[*i] > 0);
    let stretch = match query.words.len() {
        1 => 0,
        _ => (0..columns.len()).filter(shared).flat_map(|i| parts(columns[i])).filter_map(|text| stretch(text, query)).min().unwrap_or(usize::MAX),
    };
    Some(Rank { is_unnamed, place, count: Reverse(count), stretch })
}

/// The texts of a column.
pub(super) fn parts(column: &[u8]) -> impl Iterator<Item = &[u8]> {
    column.split(|&b| b == END as u8)
}

/// The bytes of the shortest stretch of a text that has every word.
fn stretch(text: &[u8], query: &Query) -> Option<usize> {
    let mut places: Vec<(usize, usize, usize)> = Vec::new();
    for (i, word) in query.words.iter().enumerate() {
        places.extend(word.places(text).map(|(at, length)| (at, length, i)));
    }
    places.sort_unstable();
    // The last place of each word so far: the shortest stretch ends with the newest of them.
    let mut last = vec![None; query.words.len()];
    let stretches = places.into_iter().filter_map(|(at, length, i)| {
        last[i] = Some(at);
        let first: Option<usize> = last.iter().copied().min().flatten();
        Some(at + length - first?)
    });
    stretches.min()
}
