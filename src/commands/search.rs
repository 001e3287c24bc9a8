//! `hayami search QUERY...`

use crate::answer::Answer;
use crate::answer::search::{Hit, Hits};
use crate::catalog::Catalog;
use crate::catalog::explained::narrower;
use crate::catalog::query::Query;
use crate::cli::args::SearchArgs;
use crate::error::Error;
use crate::glossary::bilingual::Lang;
use crate::glossary::script::reads_as_japanese;

/// Searches the texts of all entries; passages are in `lang` where it has the words, unless they are Japanese.
///
/// # Errors
/// When nothing that could be found was asked for.
pub fn run(args: &SearchArgs, catalog: &Catalog, lang: Lang) -> Result<Answer, Error> {
    let asked = args.words.join(" ");
    let mut query = Query::new(&args.words);
    if query.words.is_empty() {
        return Err(Error::NothingToSearch(asked));
    }
    let lang = if reads_as_japanese(&asked) { Lang::Ja } else { lang };
    let mut search = catalog.search(&query);
    if search.hits.is_empty()
        && let Some(name) = name(&asked, catalog, lang)
    {
        query = Query::new(&[name]);
        search = catalog.search(&query);
    }
    let hits = search.hits.iter().take(args.limit).map(|hit| {
        let term = hit.layer.term(hit.row);
        let shown = search.passage(hit, &term, &query, lang);
        Hit {
            query: asked.clone(),
            origin: (&hit.layer.origin).into(),
            place: hit.rank.place,
            count: hit.rank.count.0,
            pointer: shown.pointer,
            text: shown.text,
            ranges: shown.places.into_iter().map(Into::into).collect(),
            id: term.id,
            name: term.name,
            abbreviation: term.abbreviation,
        }
    });
    Ok(Answer::Hits(Hits { hits: hits.collect(), total: search.hits.len(), query: asked }))
}

/// How the texts write what was asked for, where that is the name of an entry in another spelling, such as `gpt5`.
fn name(asked: &str, catalog: &Catalog, lang: Lang) -> Option<String> {
    let found = catalog.lookup(asked).into_iter().next()?;
    let term = found.layer.term(found.row);
    let narrower = narrower(asked, found.via, &term);
    Some(narrower.first().map_or_else(|| term.name.read(lang).to_owned(), |&name| name.clone()))
}
