//! `hayami lookup TERM...`

use crate::answer::news::News;
use crate::answer::{Answer, Article, Citation, Detail, Entry, Found, Miss, Named, Reply};
use crate::catalog::explained::{explained, narrower};
use crate::catalog::near::SUGGESTIONS;
use crate::catalog::query::Query;
use crate::catalog::question::subject;
use crate::catalog::{Catalog, Match};
use crate::cli::args::{Extent, LookupArgs};
use crate::cli::command_like;
use crate::glossary::bilingual::Bilingual;
use crate::glossary::news::NewsItem;

/// How many announcements an entry shows.
const NEWEST: usize = 3;

/// What becomes of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Articles {
    /// They are not needed.
    Unread,
    /// They are shown.
    Shown,
    /// They are passed on as they were packed.
    Packed,
}

/// Looks up every term that the words name.
pub fn run(args: &LookupArgs, catalog: &Catalog, articles: Articles) -> Answer {
    let mut replies: Vec<Reply> = catalog.phrases(&args.terms).iter().flat_map(|term| replies(term, catalog, articles)).collect();
    if let (true, Some(Reply::Missed(miss))) = (args.is_short, replies.first_mut()) {
        miss.command = command_like(&miss.query);
    }
    Answer::Terms { replies, detail: detail(args.extent), follows: false }
}

/// Looks up one line of input as one term; `follows` says that others were answered before.
pub fn line(term: &str, extent: Extent, follows: bool, catalog: &Catalog, articles: Articles) -> Answer {
    Answer::Terms { replies: replies(term, catalog, articles), detail: detail(extent), follows }
}

/// Every entry that a term means, or that there is none.
fn replies(term: &str, catalog: &Catalog, articles: Articles) -> Vec<Reply> {
    let matches = catalog.lookup(term);
    if matches.is_empty() {
        return vec![Reply::Missed(miss(term, catalog))];
    }
    matches.into_iter().map(|found| Reply::Found(Box::new(entry(term, found, catalog, articles)))).collect()
}

/// How much of an entry the options ask for.
pub fn detail(extent: Extent) -> Detail {
    match extent {
        Extent { full: true, .. } => Detail::Full,
        Extent { brief: true, .. } => Detail::Brief,
        _ => Detail::Standard,
    }
}

/// An entry with what it leans on.
pub fn entry(query: &str, found: Match<'_>, catalog: &Catalog, articles: Articles) -> Found {
    let Match { row, layer, via } = found;
    let (entry, article) = match articles {
        Articles::Unread => (Entry::Read(Box::new(layer.term(row))), None),
        Articles::Shown => (Entry::Read(Box::new(layer.term(row))), Some(Article::Sections(layer.article(row)))),
        Articles::Packed => (Entry::Packed(layer.packed_term(row).to_vec()), Some(Article::Packed(layer.packed_article(row).to_vec()))),
    };
    let category = catalog.category(row.category()).map(|category| Named { id: category.id, name: category.name });
    let sources: Option<Vec<Citation>> = layer.sources(row).map(|source| source.map(Citation::from)).collect();
    // Some of what a team's entry cites may stand in a bibliography beneath, or in none.
    let sources = sources.unwrap_or_else(|| entry.term().sources.iter().map(|key| catalog.source(key).into()).collect());
    let news = catalog.mentions(row.id(), NEWEST).into_iter().map(|item| announcement(item, catalog)).collect();
    let mut reply = Found {
        query: query.to_owned(),
        via,
        origin: (&layer.origin).into(),
        entry,
        category,
        sources,
        news,
        article,
        narrower: None,
        explained: Bilingual::default(),
    };
    if let Entry::Read(term) = &reply.entry {
        // A question may ask for it.
        let asked = [Some(query), subject(query)].into_iter().flatten().map(|asked| (asked, narrower(asked, via, term)));
        if let Some((asked, names)) = asked.into_iter().find(|(_, names)| !names.is_empty()) {
            reply.narrower = Some(asked.to_owned());
            if articles == Articles::Unread {
                reply.explained = explained(&names, term, &layer.article(row));
            }
        }
    }
    reply
}

/// What is told where no entry owns a term: the nearest names, and failing these the entries that speak of it.
pub fn miss(term: &str, catalog: &Catalog) -> Miss {
    let mut suggestions: Vec<Named> = catalog.suggest(term).into_iter().map(Named::from).collect();
    // One letter is everywhere.
    let query = if term.len() > 1 { Query::new(&[term.to_owned()]) } else { Query::new(&[]) };
    let hits = catalog.search(&query).hits;
    for hit in &hits {
        if suggestions.len() < SUGGESTIONS && suggestions.iter().all(|named| named.id != hit.row.id()) {
            suggestions.push(hit.row.into());
        }
    }
    Miss { query: term.to_owned(), suggestions, mentioned: hits.len(), command: None }
}

/// An announcement under its publisher's name; the bare id where the publisher is in no table.
pub fn announcement(item: NewsItem, catalog: &Catalog) -> News {
    let publisher = catalog.publisher_name(&item.publisher).unwrap_or_default();
    let publisher = Named { id: item.publisher.clone(), name: publisher };
    News::new(item, publisher)
}
