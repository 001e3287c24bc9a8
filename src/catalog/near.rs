//! What somebody may have meant who typed what no entry owns.

use std::ops::RangeInclusive;

use crate::catalog::Catalog;
use crate::catalog::claim::Claim;
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
    /// The key begins with it and has so many letters.
    Prefix(usize),
}

impl Catalog {
    /// The entries nearest to `text`: first those whose keys differ from it by few letters, then those whose keys begin with it.
    ///
    /// Letters are counted by optimal string alignment: insertions, deletions, replacements, swaps of neighbours. One may differ in up to four
    /// characters and in short kana, where every letter is a syllable; two in longer words.
    pub fn suggest(&self, text: &str) -> Vec<Row<'_>> {
        let key = fold(text);
        let typed = Typed::new(&key);
        if typed.length < 2 {
            return Vec::new();
        }
        let mut near: Vec<(Distance, Via, Row<'_>)> = Vec::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            // A key that has many more or fewer letters differs in as many.
            let claims = typed.lengths().flat_map(|length| layer.claims_of(length));
            let alike = claims.filter_map(|claim| Some((Distance::Edits(typed.edits(claim)?), claim)));
            let longer = layer.claims_to(&key).map(|claim| (Distance::Prefix(claim.length()), claim));
            for (distance, claim) in alike.chain(longer) {
                if let Some((via, id)) = claim.owner()
                    && !self.is_replaced(id, depth)
                {
                    near.extend(layer.row(id).map(|row| (distance, via, row)));
                }
            }
        }
        near.sort_by_key(|&(distance, via, row)| (distance, via, row.id()));
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (_, _, row) in near {
            if rows.len() < SUGGESTIONS && !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }
}

struct Typed<'a> {
    key: &'a str,
    length: usize,
    letters: u64,
    most_edits: usize,
}

impl<'a> Typed<'a> {
    fn new(key: &'a Key) -> Self {
        let key = key.as_str();
        let length = key.chars().count();
        let kana = key.len() > length;
        let most_edits = if length <= if kana { 5 } else { 4 } { 1 } else { 2 };
        Self { key, length, letters: letters(key.as_bytes()), most_edits }
    }

    /// The characters that a key can have.
    fn lengths(&self) -> RangeInclusive<usize> {
        self.length.saturating_sub(self.most_edits)..=self.length + self.most_edits
    }

    /// The edits to a key of such a length, if they are few.
    fn edits(&self, claim: Claim<'_>) -> Option<usize> {
        // A cheap test first: most keys have too many other letters. A replacement changes two bits at most.
        if (self.letters ^ letters(claim.key)).count_ones() as usize > 2 * self.most_edits {
            return None;
        }
        let edits = strsim::osa_distance(self.key, std::str::from_utf8(claim.key).ok()?);
        (edits <= self.most_edits && edits < self.length).then_some(edits)
    }
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
    use super::{Typed, letters};
    use crate::catalog::claim::Claim;
    use crate::glossary::fold::fold;

    #[test]
    fn how_far_words_are() {
        for (typed, other, edits) in [
            ("rlfh", "rlhf", Some(1)),
            ("rlhg", "rlhf", Some(1)),
            ("rlx", "rlhf", None),
            ("alignmetn", "alignment", Some(1)),
            ("aligmnetn", "alignment", Some(2)),
            ("constitutional", "constitutionalai", Some(2)),
            ("くろーど", "くろーず", Some(1)),
            ("くろーど", "くらーず", None),
            ("ほうしゅうもでろ", "ほうしゅうもでる", Some(1)),
            ("xy", "xz", Some(1)),
            ("xy", "zz", None),
        ] {
            let key = fold(typed);
            let line = format!("{other}\t0\t{}\tid", other.chars().count());
            assert_eq!(Typed::new(&key).edits(Claim::new(line.as_bytes())), edits, "{typed} {other}");
        }
        assert_eq!(letters("あか".as_bytes()).count_ones(), 2);
    }
}
