//! What somebody may have meant who typed what no entry owns.

use crate::catalog::Catalog;
use crate::catalog::layer::Row;
use crate::glossary::fold::{Key, fold};
use crate::glossary::pack::Via;

/// The most suggestions for one miss.
pub const SUGGESTIONS: usize = 3;

/// How far a key is from what was typed; smaller is nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    /// So many letters differ.
    Edits(usize),
    /// The key begins with it and has so many more bytes.
    Prefix(usize),
}

impl Catalog {
    /// The entries nearest to `text`: first those whose keys differ from it by few letters, then those whose keys begin with it.
    ///
    /// Letters are counted by optimal string alignment: insertions, deletions, replacements, swaps of neighbours. One may differ in up to four
    /// characters and in short kana, where every letter is a syllable; two in longer words.
    pub fn suggest(&self, text: &str) -> Vec<Row<'_>> {
        let typed = Typed::new(&fold(text));
        if typed.length == 0 {
            return Vec::new();
        }
        let mut near: Vec<(Distance, Via, Row<'_>)> = Vec::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            for (key, claim) in layer.keys() {
                if let Some(distance) = typed.distance(key)
                    && let Some((via, id)) = claim.owner()
                    && !self.is_replaced(id, depth)
                {
                    near.extend(layer.row(id).map(|row| (distance, via, row)));
                }
            }
        }
        near.sort_by_key(|&(distance, via, row)| (distance, via, row.id));
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (_, _, row) in near {
            if rows.len() < SUGGESTIONS && !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }
}

struct Typed {
    key: String,
    length: usize,
    letters: u64,
    most_edits: usize,
}

impl Typed {
    fn new(key: &Key) -> Self {
        let key = key.as_str().to_owned();
        let length = length(key.as_bytes());
        let kana = key.len() > length;
        let most_edits = if length <= if kana { 5 } else { 4 } { 1 } else { 2 };
        Self { length, letters: letters(key.as_bytes()), most_edits, key }
    }

    fn distance(&self, key: &[u8]) -> Option<Distance> {
        // Cheap tests first: most keys have too many or too few letters, or too many other letters. A replacement changes two bits at most.
        let difference = length(key).abs_diff(self.length);
        if difference <= self.most_edits && self.length > 1 {
            let other_letters = (self.letters ^ letters(key)).count_ones() as usize;
            if other_letters <= 2 * self.most_edits {
                let edits = strsim::osa_distance(&self.key, std::str::from_utf8(key).ok()?);
                if edits <= self.most_edits && edits < self.length {
                    return Some(Distance::Edits(edits));
                }
            }
        }
        (self.length > 1 && key.starts_with(self.key.as_bytes())).then(|| Distance::Prefix(key.len() - self.key.len()))
    }
}

/// The number of characters in UTF-8 text.
fn length(text: &[u8]) -> usize {
    text.iter().filter(|&&b| b & 0xc0 != 0x80).count()
}

/// Which letters occur, as bits: the last six bits of each character's last byte tell letters, digits and kana apart well enough.
fn letters(text: &[u8]) -> u64 {
    let mut bits = 0;
    for (i, &b) in text.iter().enumerate() {
        if text.get(i + 1).is_none_or(|next| next & 0xc0 != 0x80) {
            bits |= 1 << (b & 63);
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::{Distance, Typed};
    use crate::glossary::fold::fold;

    #[test]
    fn how_far_words_are() {
        for (typed, key, distance) in [
            ("rlfh", "rlhf", Some(Distance::Edits(1))),
            ("rlhg", "rlhf", Some(Distance::Edits(1))),
            ("rlx", "rlhf", None),
            ("alignmetn", "alignment", Some(Distance::Edits(1))),
            ("aligmnetn", "alignment", Some(Distance::Edits(2))),
            ("constitutional", "constitutionalai", Some(Distance::Edits(2))),
            ("constit", "constitutionalai", Some(Distance::Prefix(9))),
            ("くろーど", "くろーず", Some(Distance::Edits(1))),
            ("くろーど", "くらーず", None),
            ("ほうしゅうもでろ", "ほうしゅうもでる", Some(Distance::Edits(1))),
            ("x", "y", None),
            ("x", "xy", None),
            ("強化", "強化学習", Some(Distance::Prefix(6))),
        ] {
            assert_eq!(Typed::new(&fold(typed)).distance(key.as_bytes()), distance, "{typed} {key}");
        }
    }
}
