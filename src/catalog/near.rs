//! What somebody may have meant who typed what no entry owns.

use std::ops::RangeInclusive;

use crate::catalog::Catalog;
use crate::catalog::claim::Claim;
use crate::catalog::layer::Row;
use crate::catalog::question::meant;
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
    /// The key has it elsewhere, and so many letters.
    Within(usize),
}

impl Catalog {
    /// The entries nearest to `text`, or to what it asks for: first those whose keys differ from it by few letters, then those whose keys begin
    /// with it, then those whose keys have it elsewhere.
    ///
    /// Letters are counted by optimal string alignment: insertions, deletions, replacements, swaps of neighbours. One may differ in words of
    /// up to five, two where both are longer.
    pub fn suggest(&self, text: &str) -> Vec<Row<'_>> {
        let key = fold(meant(text).nth(1).unwrap_or(text));
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
            // In short words it stands everywhere by chance.
            let around = (typed.length >= typed.word()).then(|| layer.claims_with(&key)).into_iter().flatten();
            let around = around.map(|claim| (Distance::Within(claim.length()), claim));
            for (distance, claim) in alike.chain(longer).chain(around) {
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
        Self { key, length, letters: letters(key.as_bytes()), most_edits: most_edits(length) }
    }

    /// From how many characters on something is a word rather than a syllable.
    fn word(&self) -> usize {
        if self.key.len() == self.length { 5 } else { 3 }
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
        (edits <= most_edits(self.length.min(claim.length())) && edits < self.length).then_some(edits)
    }
}

/// How many letters a word of so many may differ in.
fn most_edits(length: usize) -> usize {
    if length <= 5 { 1 } else { 2 }
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
            ("epoch", "poc", None),
            ("copilot", "pilot", None),
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
