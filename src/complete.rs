//! What a shell asks at each TAB: the commands, the options and, live, the terms.

use std::ffi::OsStr;

use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::CompleteEnv;

use crate::catalog::Catalog;
use crate::cli;
use crate::glossary::bilingual::Lang;
use crate::load::load_or_embedded;
use crate::settings::{self, World, process};

/// Answers the shell; returns the exit status.
pub fn run(world: &World<'_>) -> u8 {
    let args = process::arguments();
    let lang = settings::lang(cli::lang_of(&args), world);
    let directories = [settings::glossaries(world), cli::glossaries_of(&args)].concat();
    let factory = || {
        let directories = directories.clone();
        let completer = |candidates: fn(&str, &Catalog, Lang) -> Vec<CompletionCandidate>| {
            let directories = directories.clone();
            ArgValueCompleter::new(move |typed: &OsStr| {
                // A broken glossary of a team must not break the shell: the embedded one still completes.
                candidates(&typed.to_string_lossy(), &load_or_embedded(&directories), lang)
            })
        };
        let (terms, categories, publishers) = (completer(terms), completer(categories), completer(publishers));
        let (of_lookup, of_related, of_news) = (terms.clone(), terms.clone(), terms.clone());
        let (of_list, of_random) = (categories.clone(), categories);
        // The short form takes terms where a command could stand; an empty word there offers the commands alone.
        let at_the_top = ArgValueCompleter::new(move |typed: &OsStr| if typed.is_empty() { Vec::new() } else { terms.complete(typed) });
        cli::command()
            .mut_subcommand("lookup", move |lookup| lookup.mut_arg("terms", |arg| arg.add(of_lookup)))
            .mut_subcommand("related", move |related| related.mut_arg("terms", |arg| arg.add(of_related)))
            .mut_subcommand("list", move |list| list.mut_arg("category", |arg| arg.add(of_list)))
            .mut_subcommand("random", move |random| random.mut_arg("category", |arg| arg.add(of_random)))
            .mut_subcommand("news", move |news| news.mut_arg("term", |arg| arg.add(of_news)).mut_arg("publisher", |arg| arg.add(publishers)))
            .mut_arg("terms", |arg| arg.add(at_the_top))
    };
    let current = process::current_directory();
    match CompleteEnv::with_factory(factory).try_complete(args, current.as_deref()) {
        Ok(_) => 0,
        Err(error) => {
            // clap says in English what the script asked wrongly; no person typed it.
            let _ = error.print();
            2
        }
    }
}

/// The ids that begin with what was typed, in small letters or capitals, described by the name in the other language; failing these, the names.
fn terms(typed: &str, catalog: &Catalog, lang: Lang) -> Vec<CompletionCandidate> {
    let rows = || catalog.rows(None).map(|(row, _)| row);
    let ids = rows().filter(|row| begins(row.id(), typed));
    let candidates: Vec<_> = ids.map(|row| candidate(row.id(), row.name(lang.other()))).collect();
    if !candidates.is_empty() {
        return candidates;
    }
    let names = rows().flat_map(|row| Lang::ALL.map(|lang| (row, lang, row.name(lang).unwrap_or_default())));
    let names = names.filter(|(.., name)| begins(name, typed));
    names.map(|(row, lang, name)| candidate(name, row.name(lang.other()))).collect()
}

/// The ids of categories, described by their names.
fn categories(typed: &str, catalog: &Catalog, lang: Lang) -> Vec<CompletionCandidate> {
    let wanted = catalog.categories().into_iter().filter(|category| begins(&category.id, typed));
    wanted.map(|category| candidate(&category.id, Some(category.name.read(lang)))).collect()
}

/// The ids of publishers, described by their names.
fn publishers(typed: &str, catalog: &Catalog, lang: Lang) -> Vec<CompletionCandidate> {
    let wanted = catalog.publisher_records().into_iter().filter(|publisher| begins(&publisher.id, typed));
    wanted.map(|publisher| candidate(&publisher.id, Some(publisher.name.read(lang)))).collect()
}

fn begins(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

fn candidate(value: &str, description: Option<&str>) -> CompletionCandidate {
    CompletionCandidate::new(value).help(description.map(|text| StyledStr::from(text.to_owned())))
}
