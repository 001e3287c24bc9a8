//! Which entries a text is about.

use crate::catalog::scan::Place;
use crate::catalog::scan::vocabulary::Vocabulary;

/// The ids of the entries that a text names, in the order in which it does.
pub fn of(text: &str, vocabulary: &Vocabulary<'_>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    vocabulary.scan(text, Place::default(), text.len(), |mention| {
        if ids.iter().all(|id| id != mention.id) {
            ids.push(mention.id.to_owned());
        }
    });
    ids
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::catalog::Catalog;

    #[test]
    fn each_entry_once() {
        let catalog = Catalog::embedded();
        let vocabulary = catalog.vocabulary();
        for (text, ids) in [
            ("A reward model for RLHF, and for RLHF again.", &["reward-model", "rlhf"][..]),
            ("Reinforcement Learning from Human Feedback (RLHF)", &["rlhf"]),
            ("a rag on the floor", &[]),
            ("", &[]),
        ] {
            assert_eq!(of(text, &vocabulary), ids, "{text}");
        }
    }
}
