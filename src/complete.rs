//! What a shell asks at each TAB: the commands, the options and, live, the terms.

use std::ffi::OsStr;

use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::CompleteEnv;

use crate::catalog::Catalog;
use crate::cli;
use crate::glossary::bilingual::Lang;
use crate::load::load;
use crate::settings::{self, World, process};

/// Answers the shell; returns the exit status.
pub fn run(world: &World<'_>) -> u8 {
    let lang = settings::lang(None, world);
    let directories = settings::glossaries(world);
    let factory = || {
        let directories = directories.clone();
        let terms = ArgValueCompleter::new(move |typed: &OsStr| {
            // A broken glossary of a team must not break the shell: the embedded one still completes.
            let catalog = load(&directories).map_or_else(|_| Catalog::embedded(), |(catalog, _)| catalog);
            terms(&typed.to_string_lossy(), &catalog, lang)
        });
        let (of_lookup, of_related, of_news) = (terms.clone(), terms.clone(), terms.clone());
        // The short form takes terms where a command could stand; an empty word there offers the commands alone.
        let at_the_top = ArgValueCompleter::new(move |typed: &OsStr| if typed.is_empty() { Vec::new() } else { terms.complete(typed) });
        cli::command()
            .mut_subcommand("lookup", move |lookup| lookup.mut_arg("terms", |arg| arg.add(of_lookup)))
            .mut_subcommand("related", move |related| related.mut_arg("terms", |arg| arg.add(of_related)))
            .mut_subcommand("news", move |news| news.mut_arg("term", |arg| arg.add(of_news)))
            .mut_arg("terms", |arg| arg.add(at_the_top))
    };
    let current = process::current_directory();
    match CompleteEnv::with_factory(factory).try_complete(process::arguments(), current.as_deref()) {
        Ok(_) => 0,
        Err(error) => {
            // clap says in English what the script asked wrongly; no person typed it.
            let _ = error.print();
            2
        }
    }
}

/// The ids that begin with what was typed, described by the name in the other language; failing these, the names.
fn terms(typed: &str, catalog: &Catalog, lang: Lang) -> Vec<CompletionCandidate> {
    let describe = |name: Option<&str>| name.map(|name| StyledStr::from(name.to_owned()));
    let rows = || catalog.rows(None).map(|(row, _)| row);
    let ids = rows().filter(|row| row.id().starts_with(typed));
    let candidates: Vec<_> = ids.map(|row| CompletionCandidate::new(row.id()).help(describe(row.name(lang.other())))).collect();
    if !candidates.is_empty() {
        return candidates;
    }
    let names = rows().flat_map(|row| Lang::ALL.map(|lang| (row, lang, row.name(lang).unwrap_or_default())));
    let names = names.filter(|(.., name)| name.starts_with(typed));
    names.map(|(row, lang, name)| CompletionCandidate::new(name).help(describe(row.name(lang.other())))).collect()
}
