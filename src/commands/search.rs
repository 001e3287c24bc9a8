//! `hayami search QUERY...`

use crate::answer::Answer;
use crate::answer::search::{Hit, Hits};
use crate::catalog::Catalog;
use crate::catalog::query::Query;
use crate::cli::args::SearchArgs;
use crate::error::Error;
use crate::glossary::bilingual::Lang;
use crate::glossary::script::is_japanese;

/// Searches the texts of all entries; passages are in `lang` where it has the words, unless they are Japanese.
///
/// # Errors
/// When nothing that could be found was asked for.
pub fn run(args: &SearchArgs, catalog: &Catalog, lang: Lang) -> Result<Answer, Error> {
    let asked = args.words.join(" ");
    let query = Query::new(&args.words);
    if query.words.is_empty() {
        return Err(Error::NothingToSearch(asked));
    }
    let lang = if is_japanese(&asked) { Lang::Ja } else { lang };
    let search = catalog.search(&query);
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
