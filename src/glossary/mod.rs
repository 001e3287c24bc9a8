//! The shared half: a directory of JSON files is read, parsed, checked and packed.
//!
//! `build.rs` mounts this module and does it to `glossary/`; the program does the very same to a team's directory. It knows nothing
//! of the rest of the program, and every problem it finds is data, to be said in either language by whoever shows it.

pub mod bilingual;
pub mod check;
pub mod day;
pub mod draft;
pub mod fold;
pub mod folded;
pub mod json;
pub mod members;
pub mod news;
pub mod pack;
pub mod parse;
pub mod places;
pub mod problem;
pub mod read;
pub mod romaji;
pub mod script;
pub mod spelling;
pub mod surface;
pub mod term;

use std::collections::HashSet;

use check::Beneath;
use pack::Pack;
use problem::{Fault, Problem};
use read::Files;

/// Which rules a glossary is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Every rule: what ships must be complete in both languages and pass the editorial rules.
    Shipped,
    /// A team's own directory: only the rules of shape are binding, the editorial ones warn.
    Team,
}

/// A glossary that passed, and what could still be better about it.
#[derive(Debug)]
pub struct Compiled {
    /// The packed glossary.
    pub pack: Pack,
    /// Editorial problems; always empty under [`Rules::Shipped`], where they are binding.
    pub warnings: Vec<Problem>,
}

/// Compiles the files of one directory, or names every problem with them.
///
/// `beneath` is what the entries may lean on besides each other.
///
/// # Errors
/// Every binding problem found, in the order of files and of places in them, together with the warnings.
pub fn compile(files: Files, rules: Rules, beneath: &dyn Beneath) -> Result<Compiled, Vec<Problem>> {
    let mut problems = files.problems;
    let draft = parse::parse(files.sources, rules, &mut problems);
    check::check(&draft, rules, beneath, &mut problems);
    // What is missing is told once, not also as too short or too few.
    let missing: HashSet<_> = problems.iter().filter(|problem| problem.fault == Fault::MissingMember).map(place).collect();
    problems.retain(|problem| problem.fault == Fault::MissingMember || !missing.contains(&place(problem)));
    problems.sort();
    problems.dedup();
    let binding = |problem: &Problem| rules == Rules::Shipped || !problem.fault.is_editorial();
    if problems.iter().any(binding) {
        return Err(problems);
    }
    let mut pack = Pack::of(&draft);
    if rules == Rules::Shipped {
        (pack.folded, pack.words) = (pack::names::folded(&draft), pack::names::words(&draft));
        pack.names = pack::names::written(draft.entries.iter().map(|entry| &entry.term)).into();
    }
    Ok(Compiled { pack, warnings: problems })
}

fn place(problem: &Problem) -> (String, String) {
    (problem.file.clone(), problem.pointer.clone())
}
