//! Which of the words on a command line belong together.

use crate::catalog::Catalog;

/// The most words that are tried as one name. None has as many, and to try all the words of a whole book together would take days.
const MOST_WORDS: usize = 16;

impl Catalog {
    /// Splits words into the terms that they name.
    ///
    /// The whole phrase counts first, so `reward model` is one term. Otherwise the longest run of words that names an entry is taken from
    /// the left, again and again, so that `reward model dpo` asks for two terms; a word in no such run is a term of its own.
    pub fn phrases(&self, words: &[String]) -> Vec<String> {
        let mut terms = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let run = (2..=rest.len().min(MOST_WORDS)).rev().find(|&length| !self.lookup(&rest[..length].join(" ")).is_empty());
            let (term, after) = rest.split_at(run.unwrap_or(1));
            terms.push(term.join(" "));
            rest = after;
        }
        terms
    }
}
