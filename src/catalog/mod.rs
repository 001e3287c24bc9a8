//! The glossaries at hand, stacked: what lies on top replaces what has the same id beneath.

pub mod around;
pub mod claim;
pub mod digest;
pub mod explained;
pub mod layer;
pub mod look;
pub mod near;
pub mod passage;
pub mod phrase;
pub mod pick;
pub mod query;
pub mod question;
pub mod scan;
pub mod search;

use crate::catalog::layer::{Layer, Row};
use crate::catalog::question::meant;
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::check::Beneath;
use crate::glossary::fold::fold;
use crate::glossary::news::Publisher;
use crate::glossary::pack::Via;
use crate::glossary::romaji;
use crate::glossary::spelling::{loose, with_long_marks};
use crate::glossary::term::{Category, Source, Term, address};

/// A stack of layers.
#[derive(Debug)]
pub struct Catalog {
    /// The top one first.
    layers: Vec<Layer>,
}

/// An entry that was found: its row, its layer, and by what it was found.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    /// The row in the index of the layer.
    pub row: Row<'a>,
    /// The layer.
    pub layer: &'a Layer,
    /// By what the entry owns the key.
    pub via: Via,
}

impl Catalog {
    /// The embedded glossary alone.
    pub fn embedded() -> Self {
        Self { layers: vec![Layer::embedded()] }
    }

    /// Puts a layer on top.
    pub fn push(&mut self, layer: Layer) {
        self.layers.insert(0, layer);
    }

    /// Puts a layer beneath all others: whatever they have too counts as they have it.
    pub fn lay_beneath(&mut self, layer: Layer) {
        self.layers.push(layer);
    }

    /// The entries that `text` means.
    ///
    /// The tiers, of which the first with an owner answers: the exact key, after folding (headword owners first, then aliases, readings and
    /// covered names); other spellings; a reading in Latin letters. Within a tier those come first that write the name as it was typed, then
    /// the ids count. What none of them knows may be a question, or a name with another in brackets, which is then answered.
    pub fn lookup(&self, text: &str) -> Vec<Match<'_>> {
        meant(text).map(|name| self.named(name)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn named(&self, text: &str) -> Vec<Match<'_>> {
        let key = fold(text);
        let mut exact = self.owners(|layer| layer.owners(&key).collect());
        if exact.len() > 1 {
            let is_written = |term: &Term| term.names().chain(term.narrower()).any(|name| name == text.trim());
            exact.sort_by_cached_key(|found| (found.via, !is_written(&found.layer.term(found.row))));
        }
        if !exact.is_empty() || key.is_empty() {
            return exact;
        }
        let spelling = loose(&key);
        let spelled = self.owners(|layer| layer.spelled(&spelling, Via::Spelling).collect());
        if !spelled.is_empty() {
            return spelled;
        }
        if let Some(marked) = with_long_marks(text) {
            let spelling = loose(&fold(&marked));
            return self.owners(|layer| layer.spelled(&spelling, Via::Spelling).collect());
        }
        let romaji = romaji::of_typed(key.as_str()).unwrap_or_default();
        self.owners(|layer| layer.spelled(&romaji, Via::Romaji).collect())
    }

    /// The matches among what each layer offers, without those that an upper layer hides.
    fn owners<'a>(&'a self, offered: impl Fn(&'a Layer) -> Vec<(Via, &'a str)>) -> Vec<Match<'a>> {
        let mut matches = Vec::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            for (via, id) in offered(layer) {
                if !self.is_replaced(id, depth) {
                    matches.extend(layer.row(id).map(|row| Match { row, layer, via }));
                }
            }
        }
        matches.sort_by_key(|found| (found.via, found.row.id()));
        matches
    }

    /// Whether an entry of the layer at `depth` is hidden by one above it.
    fn is_replaced(&self, id: &str, depth: usize) -> bool {
        self.layers[..depth].iter().any(|layer| layer.row(id).is_some())
    }

    /// Every entry, by id, with its layer; of one category only where that is asked.
    pub fn rows<'a>(&'a self, category: Option<&'a str>) -> Box<dyn Iterator<Item = (Row<'a>, &'a Layer)> + 'a> {
        let wanted = move |row: &Row<'a>| category.is_none_or(|category| row.category() == category);
        if let [layer] = self.layers.as_slice() {
            return Box::new(layer.rows().filter(wanted).map(move |row| (row, layer)));
        }
        let mut rows = std::collections::BTreeMap::new();
        for layer in &self.layers {
            for row in layer.rows() {
                rows.entry(row.id()).or_insert((row, layer));
            }
        }
        Box::new(rows.into_values().filter(move |(row, _)| wanted(row)))
    }

    /// The ids of all entries, sorted, one a line; none where layers would have to be merged for it.
    pub fn ids(&self) -> Option<&[u8]> {
        if let [layer] = self.layers.as_slice() { Some(layer.ids()) } else { None }
    }

    /// The top row of an id.
    pub fn row(&self, id: &str) -> Option<(Row<'_>, &Layer)> {
        self.layers.iter().find_map(|layer| Some((layer.row(id)?, layer)))
    }

    /// A line of the bibliography; for a key that is in none, the bare address.
    pub fn source(&self, key: &str) -> Source {
        let found = self.layers.iter().find_map(|layer| layer.source(key));
        found.unwrap_or_else(|| Source { key: key.to_owned(), title: address(key), ..Source::default() })
    }

    /// A category.
    pub fn category(&self, id: &str) -> Option<Category> {
        self.layers.iter().find_map(|layer| layer.category(id))
    }

    /// The category with an id or a name, in either language and as every name is compared.
    pub fn category_called(&self, name: &str) -> Option<Category> {
        self.category(name).or_else(|| self.categories().into_iter().find(|category| is_called(name, &category.id, &category.name)))
    }

    /// All categories, in their order.
    pub fn categories(&self) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for category in self.layers.iter().flat_map(Layer::categories) {
            if categories.iter().all(|other| other.id != category.id) {
                categories.push(category);
            }
        }
        categories.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        categories
    }

    /// The name of a publisher.
    pub fn publisher_name(&self, id: &str) -> Option<Text> {
        self.layers.iter().find_map(|layer| layer.publisher_name(id))
    }

    /// The id of the publisher with an id or a name, in either language and as every name is compared.
    pub fn publisher_called(&self, name: &str) -> Option<String> {
        self.publisher_records().into_iter().find(|publisher| is_called(name, &publisher.id, &publisher.name)).map(|publisher| publisher.id)
    }

    /// The ids of all publishers, sorted.
    pub fn publishers(&self) -> Vec<String> {
        self.publisher_records().into_iter().map(|publisher| publisher.id).collect()
    }

    /// All publishers, by id.
    pub fn publisher_records(&self) -> Vec<Publisher> {
        let mut publishers: Vec<Publisher> = self.layers.iter().flat_map(Layer::publishers).collect();
        // The sort is stable, so the topmost of each id comes first.
        publishers.sort_by(|a, b| a.id.cmp(&b.id));
        publishers.dedup_by(|later, first| later.id == first.id);
        publishers
    }
}

/// Whether a thing with such an id and such names is called so.
fn is_called(called: &str, id: &str, names: &Text) -> bool {
    let key = fold(called);
    std::iter::once(id).chain(Lang::ALL.into_iter().filter_map(|lang| names.get(lang).as_deref())).any(|name| fold(name) == key)
}

impl Beneath for Catalog {
    fn has_term(&self, id: &str) -> bool {
        self.row(id).is_some()
    }

    fn has_category(&self, id: &str) -> bool {
        self.category(id).is_some()
    }

    fn has_source(&self, key: &str) -> bool {
        self.layers.iter().any(|layer| layer.source(key).is_some())
    }

    fn hosts(&self, publisher: &str) -> Option<Vec<String>> {
        self.layers.iter().flat_map(Layer::publishers).find(|known| known.id == publisher).map(|known| known.hosts)
    }
}
