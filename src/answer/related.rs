//! The neighbours of entries.

use serde::Serialize;

use crate::answer::Named;
use crate::catalog::around::Step;
use crate::glossary::bilingual::Text;

/// How neighbours are shown to people; records are always the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// As a tree of lines.
    Tree,
    /// As a graph for Graphviz.
    Dot,
    /// As a graph for Mermaid.
    Mermaid,
}

/// An entry and what stands around it.
#[derive(Debug)]
pub struct Tree {
    /// The entry.
    pub root: Named,
    /// The relations, breadth first; those from one entry stand together.
    pub relations: Vec<Relation>,
}

/// A record of kind `relation`: a neighbour of an entry.
#[derive(Debug, Serialize)]
pub struct Relation {
    /// The id of the entry.
    pub from: String,
    /// The id of the neighbour.
    pub to: String,
    /// How many steps the neighbour is away from what was asked, on this way.
    pub depth: u8,
    /// The headword of the neighbour.
    pub name: Text,
    /// Whether the neighbour stands elsewhere in the tree with what is around it. Programs know from the ids.
    #[serde(skip)]
    pub again: bool,
}

impl From<Step<'_>> for Relation {
    fn from(Step { from, to, depth, again }: Step<'_>) -> Self {
        let Named { id, name } = to.into();
        Self { from: from.id().to_owned(), to: id, depth, name, again }
    }
}
