//! Which entries a text is about.

use crate::catalog::Catalog;
use crate::glossary::pack::Via;

/// The longest name that is looked for, in words.
const WORDS: usize = 5;

/// The ids of the entries that a text names by their headword, abbreviation or a synonym, in the order in which it does.
///
/// A single word must be written as the entry has it, because RAG is not a rag; the case of longer names does not matter.
pub fn of(text: &str, catalog: &Catalog) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let mut ids: Vec<String> = Vec::new();
    for start in 0..words.len() {
        for name in (1..=WORDS.min(words.len() - start)).map(|count| words[start..start + count].join(" ")) {
            // What stands within a sentence in small letters alone is hardly ever a name.
            if !name.chars().any(|c| c.is_uppercase() || c.is_numeric()) && !name.contains([' ', '-']) {
                continue;
            }
            for found in catalog.exact(&name) {
                let term = found.layer.term(found.row);
                let names = [&term.name.en, &term.name.ja, &term.abbreviation].into_iter().flatten().chain(&term.aliases.en).chain(&term.aliases.ja);
                let is_named = |own: &String| *own == name || (name.contains(' ') && own.eq_ignore_ascii_case(&name));
                if found.via <= Via::Alias && names.into_iter().any(is_named) && !ids.contains(&term.id) {
                    ids.push(term.id);
                }
            }
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::catalog::Catalog;

    #[test]
    fn exact_names() {
        let catalog = Catalog::embedded();
        for (text, ids) in [
            ("A reward model for RLHF, and for RLHF again.", &["reward-model", "rlhf"][..]),
            ("Reinforcement Learning from Human Feedback (RLHF)", &["reinforcement-learning", "rlhf"]),
            ("a rag on the floor", &[]),
            ("", &[]),
        ] {
            assert_eq!(of(text, &catalog), ids, "{text}");
        }
    }
}
