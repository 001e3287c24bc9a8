//! The names that are sought in running text.

use std::collections::{BTreeMap, HashMap};

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;

use crate::catalog::Catalog;
use crate::catalog::layer::Layer;
use crate::catalog::scan::starts::Starts;
use crate::glossary::surface::Capitals;

/// Every form of every name, ready to be sought.
#[derive(Debug)]
pub struct Vocabulary<'v> {
    /// The forms as a trie: an Aho-Corasick automaton that is only walked from its root.
    pub(super) trie: NFA,
    pub(super) forms: Vec<Form<'v>>,
    /// Japanese words that names may be compounded with, and whether they stand in names.
    pub(super) words: HashMap<&'v str, bool>,
    pub(super) starts: Starts,
}

/// A form of names.
#[derive(Debug)]
pub struct Form<'v> {
    /// Its bytes.
    pub length: usize,
    /// Its characters.
    pub characters: usize,
    /// Its first character.
    pub first: char,
    /// Its last character.
    pub last: char,
    /// The names that have it, the most particular first: those that need their capitals, then headwords before aliases.
    pub owners: Vec<Owner<'v>>,
}

/// A name and its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owner<'v> {
    /// The capitals that the name needs.
    pub capitals: Capitals,
    rank: &'v str,
    /// The entry.
    pub id: &'v str,
    /// The name as the entry has it.
    pub written: &'v str,
    /// Whether it names one thing in the world.
    pub is_proper: bool,
    /// The number of the entry among those of the vocabulary.
    pub entry: usize,
}

impl Catalog {
    /// The names, abbreviations and synonyms of all entries, in both languages.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        let mut forms: BTreeMap<&str, Vec<Owner<'_>>> = BTreeMap::new();
        let mut entries: HashMap<&str, usize> = HashMap::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            for name in layer.names().filter(|name| !self.is_replaced(name.id, depth)) {
                let count = entries.len();
                let entry = *entries.entry(name.id).or_insert(count);
                let owner = Owner { capitals: name.capitals, rank: name.rank, id: name.id, written: name.written, is_proper: name.is_proper, entry };
                forms.entry(name.form).or_default().push(owner);
            }
        }
        Vocabulary::new(forms, self.layers.iter().flat_map(Layer::words).collect())
    }
}

impl<'v> Vocabulary<'v> {
    fn new(forms: BTreeMap<&'v str, Vec<Owner<'v>>>, words: HashMap<&'v str, bool>) -> Self {
        let trie = NFA::new(forms.keys()).expect("names are few enough for an automaton");
        let starts = Starts::new(forms.keys().copied());
        let forms = forms.into_iter().filter_map(|(text, mut owners)| {
            owners.sort_unstable();
            let (first, last) = (text.chars().next()?, text.chars().next_back()?);
            Some(Form { length: text.len(), characters: text.chars().count(), first, last, owners })
        });
        let forms = forms.collect();
        Self { trie, forms, words, starts }
    }

    /// The form that ends at a state of the trie: others that end there are shorter and only end like it.
    pub(super) fn form_at(&self, state: StateID, walked: usize) -> Option<&Form<'v>> {
        let patterns = (0..self.trie.match_len(state)).map(|i| self.trie.match_pattern(state, i));
        patterns.map(|pattern| &self.forms[pattern.as_usize()]).find(|form| form.length == walked)
    }
}
