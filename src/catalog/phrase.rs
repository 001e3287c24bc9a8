//! Which of the words on a command line belong together.

use crate::catalog::Catalog;
use crate::catalog::layer::Row;
use crate::glossary::pack::Via;
use crate::glossary::script::is_japanese;

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

    /// The entries that parts of a text name, in the order of the text: of a question of more than one word, say, or of a list.
    pub fn named_within(&self, text: &str) -> Vec<Row<'_>> {
        let words: Vec<String> = text.split(is_between).filter(|word| !word.is_empty()).flat_map(by_script).take(MOST_WORDS).collect();
        if words.len() < 2 {
            return Vec::new();
        }
        let matches = self.phrases(&words).into_iter().flat_map(|term| self.lookup(&term));
        // Any short word may be kana in Latin letters.
        matches.filter(|found| found.via != Via::Romaji).map(|found| found.row).collect()
    }
}

/// Whether a character stands between names: marks, spaces, and hiragana, in which Japanese writes its particles and endings.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '-' | 'ー') || matches!(c, 'ぁ'..='ゟ')
}

/// The parts of a word that are written in Latin letters, and those that are not.
fn by_script(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for c in word.chars() {
        match parts.last_mut() {
            Some(part) if part.ends_with(is_japanese) == is_japanese(c) => part.push(c),
            _ => parts.push(c.to_string()),
        }
    }
    parts
}
