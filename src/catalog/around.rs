//! What stands around an entry: its neighbours, theirs, and so on.

use std::collections::HashSet;

use crate::catalog::layer::Row;
use crate::catalog::{Catalog, Match};

/// A step from an entry to a neighbour.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The entry.
    pub from: Row<'a>,
    /// The neighbour.
    pub to: Row<'a>,
    /// How many steps the neighbour is away from where all began, on this way.
    pub depth: u8,
    /// Whether an earlier step led to the neighbour already, or all began there.
    pub again: bool,
}

impl Catalog {
    /// The steps away from an entry, at most `depth` in a row, breadth first.
    ///
    /// An entry is left once, from where it was reached first, which is the shortest way to it: so circles end, no step comes twice, and the
    /// steps from one entry stand together. What only a team's entry may do (name itself, a neighbour twice, or one that there is not) makes
    /// no step.
    pub fn around<'a>(&'a self, start: Match<'a>, depth: u8) -> Vec<Step<'a>> {
        let mut steps = Vec::new();
        let mut seen = HashSet::from([start.row.id()]);
        let mut ring = vec![(start.row, start.layer)];
        for depth in 1..=depth {
            let mut next = Vec::new();
            for (from, layer) in ring {
                let related = layer.term(from).related;
                for (i, id) in related.iter().enumerate() {
                    let Some((to, layer)) = self.row(id) else { continue };
                    if id == from.id() || related[..i].contains(id) {
                        continue;
                    }
                    let again = !seen.insert(to.id());
                    if !again {
                        next.push((to, layer));
                    }
                    steps.push(Step { from, to, depth, again });
                }
            }
            ring = next;
        }
        steps
    }
}
