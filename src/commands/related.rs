//! `hayami related TERM`

use crate::answer::related::{Drawing, Relation, Tree};
use crate::answer::{Answer, Detail, Reply};
use crate::catalog::{Catalog, Match};
use crate::cli::args::RelatedArgs;
use crate::commands::lookup::miss;

/// Gathers what stands around every entry that owns the term.
pub fn run(args: &RelatedArgs, catalog: &Catalog) -> Answer {
    let term = args.terms.join(" ");
    let matches = catalog.lookup(&term);
    if matches.is_empty() {
        return Answer::Terms { replies: vec![Reply::Missed(miss(&term, catalog))], detail: Detail::Standard, follows: false };
    }
    let drawing = match args {
        RelatedArgs { dot: true, .. } => Drawing::Dot,
        RelatedArgs { mermaid: true, .. } => Drawing::Mermaid,
        _ => Drawing::Tree,
    };
    Answer::Related { trees: matches.into_iter().map(|found| tree(found, args.depth, catalog)).collect(), drawing }
}

fn tree(found: Match<'_>, depth: u8, catalog: &Catalog) -> Tree {
    Tree { root: found.row.into(), relations: catalog.around(found, depth).into_iter().map(Relation::from).collect() }
}
