//! `hayami lookup TERM...`

use crate::answer::news::News;
use crate::answer::{Answer, Article, Citation, Detail, Entry, Found, Miss, Named, Reply};
use crate::catalog::explained::{explained, narrower};
use crate::catalog::near::SUGGESTIONS;
use crate::catalog::query::Query;
use crate::catalog::question::meant;
use crate::catalog::{Catalog, Match};
use crate::cli::args::{Extent, LookupArgs};
use crate::cli::command_like;
use crate::glossary::bilingual::Bilingual;
use crate::glossary::fold::fold;
use crate::glossary::news::NewsItem;
use crate::glossary::script::is_kana;

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
        let mut asked = meant(query).map(|asked| (asked, narrower(asked, via, term)));
        if let Some((asked, names)) = asked.find(|(_, names)| !names.is_empty()) {
            reply.narrower = Some(asked.to_owned());
            if articles == Articles::Unread {
                reply.explained = explained(&names, term, &layer.article(row));
            }
        }
    }
    reply
}

/// What is told where no entry owns a term: the nearest names, then those that it has within it, and the entries that speak of it.
pub fn miss(term: &str, catalog: &Catalog) -> Miss {
    let mut suggestions = catalog.suggest(term);
    for row in catalog.named_within(term) {
        if suggestions.len() < SUGGESTIONS && !suggestions.contains(&row) {
            suggestions.push(row);
        }
    }
    // Fewer letters, or kana, are everywhere.
    let is_word = fold(term).as_str().chars().count() > if term.chars().all(is_kana) { 2 } else { 1 };
    let query = if is_word { Query::new(&[term.to_owned()]) } else { Query::new(&[]) };
    let mut hits = catalog.search(&query).hits;
    // So is what most entries have.
    if !hits.is_empty() && 2 * hits.len() > catalog.rows(None).count() {
        hits.clear();
    }
    Miss {
        query: term.to_owned(),
        suggestions: suggestions.into_iter().map(Named::from).collect(),
        mentioned: hits.len(),
        mentioned_in: hits.iter().take(SUGGESTIONS).map(|hit| hit.row.into()).collect(),
        command: None,
    }
}

/// An announcement under its publisher's name; the bare id where the publisher is in no table.
pub fn announcement(item: NewsItem, catalog: &Catalog) -> News {
    let publisher = catalog.publisher_name(&item.publisher).unwrap_or_default();
    let publisher = Named { id: item.publisher.clone(), name: publisher };
    News::new(item, publisher)
}
