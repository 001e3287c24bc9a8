//! One entry out of all.

use crate::catalog::layer::{Layer, Row};
use crate::catalog::{Catalog, Match};
use crate::glossary::pack::Via;

impl Catalog {
    /// The entry at place `seed` in an order that has nothing to do with names, which begins anew at its end; of one category only where that
    /// is asked. None where there are no entries.
    ///
    /// Seeds that follow each other, as the numbers of days do, so lead through all entries before one comes again, and hardly ever to two
    /// that belong together. Seeds that nobody knows beforehand lead to each entry equally often.
    pub fn pick<'a>(&'a self, category: Option<&'a str>, seed: i64) -> Option<Match<'a>> {
        let mut rows: Vec<(Row<'a>, &'a Layer)> = self.rows(category).collect();
        let count = i64::try_from(rows.len()).ok()?;
        let place = usize::try_from(seed.checked_rem_euclid(count)?).ok()?;
        let (_, &mut (row, layer), _) = rows.select_nth_unstable_by_key(place, |(row, _)| (hash(row.id_bytes()), row.id()));
        Some(Match { row, layer, via: Via::Headword })
    }
}

/// A number for an id that is the same in every process, on every machine and with every version of Rust, which the standard library's
/// hashes do not promise: FNV-1a, then stirred, because FNV leaves ids that differ in their last letter side by side.
fn hash(id: &[u8]) -> u64 {
    let fnv = id.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    let stirred = (fnv ^ (fnv >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    stirred ^ (stirred >> 32)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::hash;
    use crate::catalog::Catalog;

    #[test]
    fn every_entry_comes_once_before_one_comes_again() {
        let catalog = Catalog::embedded();
        let count = catalog.rows(None).count();
        let picked =
            |seeds: std::ops::Range<i64>| -> Vec<&str> { seeds.map(|seed| catalog.pick(None, seed).expect("there are entries").row.id()).collect() };
        let length = i64::try_from(count).expect("a number of entries");
        let round = picked(20_000..20_000 + length);
        assert_eq!(round.iter().collect::<BTreeSet<_>>().len(), count);
        assert_eq!(round, picked(20_000 + length..20_000 + 2 * length));
        assert_eq!(catalog.pick(None, -1).map(|found| found.row), catalog.pick(None, length - 1).map(|found| found.row), "before 1970, too");
        assert!(catalog.pick(Some("no-such-category"), 0).is_none());
    }

    #[test]
    fn ids_that_belong_together_do_not_follow_each_other() {
        let mut ids: Vec<String> = (0..100).flat_map(|i| [format!("entry-{i}"), format!("gpt-{i}")]).collect();
        let is_next = |pair: &[String]| pair[0].len() == pair[1].len() && pair[0][..pair[0].len() - 1] == pair[1][..pair[1].len() - 1];
        ids.sort_by_key(|id| hash(id.as_bytes()));
        assert!(ids.windows(2).filter(|pair| is_next(pair)).count() < 20);
    }

    #[test]
    fn the_entry_of_a_day_is_the_same_everywhere() {
        assert_eq!([hash(b""), hash(b"rlhf")], [9_615_434_056_195_626_113, 7_693_962_000_709_621_734]);
    }
}
