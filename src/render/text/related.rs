//! The neighbours of an entry as a tree.

use std::collections::{HashMap, HashSet};

use crate::answer::related::{Relation, Tree};
use crate::glossary::bilingual::Text;
use crate::render::style::Role;
use crate::render::text::page::Page;

/// After an entry whose neighbours stand at another place of the tree, above or below.
const ELSEWHERE: [&str; 2] = [" ↑", " ↓"];

/// Adds an entry and, on branches beneath it, what stands around it; all but the first tree are set apart by an empty line.
pub fn put(page: &mut Page, tree: &Tree, first: bool) {
    if !first {
        page.end_line();
    }
    let together = tree.relations.chunk_by(|one, next| one.from == next.from);
    let branches = together.filter_map(|relations| Some((relations.first()?.from.as_str(), relations))).collect();
    let mut growth = Growth { page, branches, shown: HashSet::new() };
    growth.leaf("", &tree.root.id, &tree.root.name, false);
    growth.branches("", &tree.root.id);
}

struct Growth<'a> {
    page: &'a mut Page,
    /// The relations from each entry.
    branches: HashMap<&'a str, &'a [Relation]>,
    /// The entries whose neighbours stand above, or that have none.
    shown: HashSet<&'a str>,
}

impl<'a> Growth<'a> {
    /// Adds what is around an entry.
    fn branches(&mut self, margin: &str, from: &str) {
        let relations = self.branches.get(from).copied().unwrap_or_default();
        for (left, relation) in (0..relations.len()).rev().zip(relations) {
            let (fork, trunk) = if left == 0 { ("└── ", "") } else { ("├── ", "│") };
            self.leaf(&[margin, fork].concat(), &relation.to, &relation.name, relation.again);
            if !relation.again {
                // Some terminals show these lines two columns wide.
                let gap = self.page.screen.columns(fork).saturating_sub(self.page.screen.columns(trunk));
                self.branches(&[margin, trunk, &" ".repeat(gap)].concat(), &relation.to);
            }
        }
    }

    /// Adds the line of an entry, never wider than the screen: the id is what one types next, so only the name is ever cut.
    fn leaf(&mut self, margin: &str, id: &'a str, name: &Text, again: bool) {
        let page = &mut *self.page;
        let screen = page.screen;
        let [above, below] = ELSEWHERE;
        let mark = match again {
            true if self.shown.contains(id) => above,
            true => below,
            false => "",
        };
        self.shown.extend((!again).then_some(id));
        let taken = screen.columns(margin) + id.len() + 2 + screen.columns(mark);
        let left = screen.width.map_or(usize::MAX, |width| width.saturating_sub(taken));
        page.add(margin, Role::Dimmed);
        page.add_column(id, id.len() + 2, Role::Headword);
        page.add(&screen.shorten(name.read(page.lang), left), Role::Plain);
        page.add(mark, Role::Dimmed);
        page.end_line();
    }
}
