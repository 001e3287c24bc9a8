//! The publishers' own feeds: fetched, understood, and what is new in them kept.
//!
//! Nothing here writes or prints. What a feed says is judged item by item, and what is left out is counted by the reason. An item without a
//! possible date is left out, because the news is a list of days: to invent one would be to claim something that nobody announced.

pub mod date;
pub mod decode;
pub mod html;
pub mod http;
pub mod list;
pub mod policy;
pub mod terms;
pub mod xml;

use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::answer::Named;
use crate::answer::updated::{Dropped, Failure, FeedReport, Fetched};
use crate::cache::{Cache, MOST, State};
use crate::catalog::Catalog;
use crate::catalog::digest::Wanted;
use crate::catalog::scan::vocabulary::Vocabulary;
use crate::feed::http::{Client, Reply};
use crate::feed::policy::Policy;
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::news::{Feed, NewsItem, Publisher, same_place};

/// How many feeds are fetched at once.
const AT_ONCE: usize = 8;
/// The characters of a headline.
const HEADLINE: usize = 300;
/// The characters of a summary.
const SUMMARY: usize = 600;

/// How feeds are to be fetched.
#[derive(Clone, Copy, Debug)]
pub struct Conditions {
    /// How long one feed may take.
    pub limit: Duration,
    /// The day of today, in days after 1970-01-01.
    pub today: i64,
    /// Whether the feeds are those of a list of the user's own.
    pub own_list: bool,
}

/// What happens while feeds are fetched, each known by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is asked for.
    Begins(usize),
    /// It was fetched, or not.
    Ends(usize),
}

/// The feeds of the publishers, in the order of the list.
pub fn feeds(publishers: &[Publisher]) -> impl Iterator<Item = (&Publisher, &Feed)> {
    publishers.iter().flat_map(|publisher| publisher.feeds.iter().map(move |feed| (publisher, feed)))
}

/// Fetches the feeds and puts what is new into the cache. One that fails does not keep the others from being fetched.
pub fn refresh(
    publishers: &[Publisher],
    cache: &mut Cache,
    catalog: &Catalog,
    conditions: Conditions,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<FeedReport> {
    let version = env!("CARGO_PKG_VERSION");
    if cache.version != version {
        cache.feeds.clear();
        cache.version = version.to_owned();
    }
    let feeds: Vec<(&Publisher, &Feed)> = feeds(publishers).collect();
    let fetched = fetch_all(&feeds, cache, conditions, watch);
    let mut merge = Merge::new(cache, catalog);
    let mut reports = Vec::new();
    for ((publisher, feed), outcome) in feeds.into_iter().zip(fetched) {
        let named = Named { id: publisher.id.clone(), name: publisher.name.clone() };
        let outcome = outcome.map(|read| match read {
            None => Fetched { unchanged: true, ..Fetched::default() },
            Some(read) => merge.take(read, publisher, feed),
        });
        reports.push(FeedReport { publisher: named, url: feed.url.clone(), outcome });
    }
    cache.news.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.url.cmp(&b.url)));
    cache.news.truncate(MOST);
    reports
}

/// What could be read of a feed.
struct Read {
    items: Vec<NewsItem>,
    dropped: Dropped,
    state: State,
}

/// Fetches the feeds, several at once; none for one that has not changed.
fn fetch_all(
    feeds: &[(&Publisher, &Feed)],
    cache: &Cache,
    conditions: Conditions,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<Result<Option<Read>, Failure>> {
    let client = Client::new(conditions.limit);
    let next = AtomicUsize::new(0);
    let fetched = Mutex::new(feeds.iter().map(|_| None).collect::<Vec<_>>());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(feeds.len()) {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some((publisher, feed)) = feeds.get(place) else { break };
                    watch(Event::Begins(place));
                    let outcome = fetch(&client, publisher, feed, cache, conditions);
                    watch(Event::Ends(place));
                    fetched.lock().expect("no thread panics while it has this")[place] = Some(outcome);
                }
            });
        }
    });
    let fetched = fetched.into_inner().expect("no thread panics while it has this");
    fetched.into_iter().map(|outcome| outcome.expect("every feed was fetched")).collect()
}

fn fetch(client: &Client, publisher: &Publisher, feed: &Feed, cache: &Cache, conditions: Conditions) -> Result<Option<Read>, Failure> {
    let policy = Policy { hosts: &publisher.hosts, own_list: conditions.own_list };
    let state = cache.feeds.get(&feed.url).cloned().unwrap_or_default();
    let Reply::Feed { bytes, charset, state } = client.get(&feed.url, policy, &state)? else { return Ok(None) };
    let document = xml::read(&decode::text(&bytes, charset.as_deref()))?;
    let lang = if document.language.trim().to_ascii_lowercase().starts_with("ja") { Lang::Ja } else { Lang::En };
    let mut dropped = Dropped { limit: document.unread, ..Dropped::default() };
    let title = html::plain(&document.title);
    let items = document.items.iter().filter_map(|item| {
        let item = announcement(item, &title, publisher, policy, lang, conditions.today);
        item.map_err(|reason| *reason(&mut dropped) += 1).ok()
    });
    let items = items.collect();
    Ok(Some(Read { items, dropped, state }))
}

/// The count of those that are left out for one reason.
type Reason = fn(&mut Dropped) -> &mut usize;

/// An item as an announcement, or the reason why it is none.
fn announcement(item: &xml::Item, feed_title: &str, publisher: &Publisher, policy: Policy<'_>, lang: Lang, today: i64) -> Result<NewsItem, Reason> {
    let written = |texts: [&str; 2]| texts.into_iter().map(html::plain).find(|text| !text.is_empty());
    let mut title = written([&item.title, ""]).ok_or::<Reason>(|dropped| &mut dropped.title)?;
    // The title of an entry of a changelog may be a bare version.
    if !title.contains(char::is_alphabetic) && !feed_title.is_empty() {
        title = format!("{feed_title} {title}");
    }
    let address = written([&item.link, &item.guid]).unwrap_or_default();
    let url = policy.check(&address).map_err(|_| -> Reason { |dropped| &mut dropped.host })?;
    let date = [&item.published, &item.updated].into_iter().find_map(|date| date::day(date, today));
    let date = date.ok_or::<Reason>(|dropped| &mut dropped.date)?;
    let in_its_language = |text: String| {
        let mut both = Text::default();
        *both.get_mut(lang) = Some(text);
        both
    };
    Ok(NewsItem {
        date,
        publisher: publisher.id.clone(),
        headline: in_its_language(html::shorten(&title, HEADLINE)),
        summary: written([&item.description, &item.content]).map_or_else(Text::default, |text| in_its_language(html::shorten(&text, SUMMARY))),
        url: url.into(),
        terms: Vec::new(),
        gone: None,
    })
}

/// What is known already, and the cache into which the rest goes.
struct Merge<'a> {
    cache: &'a mut Cache,
    catalog: &'a Catalog,
    vocabulary: Vocabulary<'a>,
    /// The addresses of the catalog's own announcements.
    own: HashSet<String>,
    /// Those of the cache, with their places.
    kept: HashMap<String, usize>,
    /// Those that came from feeds in this run.
    seen: HashSet<String>,
}

impl<'a> Merge<'a> {
    fn new(cache: &'a mut Cache, catalog: &'a Catalog) -> Self {
        let own = catalog.news(Wanted::default(), usize::MAX).iter().map(|item| same_place(&item.url)).collect();
        let kept = cache.news.iter().enumerate().map(|(place, item)| (same_place(&item.url), place)).collect();
        Self { cache, catalog, vocabulary: catalog.vocabulary(), own, kept, seen: HashSet::new() }
    }

    /// Takes the items of a feed: what the catalog has counts as it has it, and what the cache has becomes what the feed says now.
    fn take(&mut self, read: Read, publisher: &Publisher, feed: &Feed) -> Fetched {
        let mut fetched = Fetched { dropped: read.dropped, ..Fetched::default() };
        for mut item in read.items {
            let place = same_place(&item.url);
            if !self.seen.insert(place.clone()) {
                fetched.dropped.duplicate += 1;
                continue;
            }
            if self.own.contains(&place) {
                fetched.known += 1;
                continue;
            }
            let text = [item.headline.read(Lang::En), " ", item.summary.read(Lang::En)].concat();
            item.terms = terms::of(&text, &self.vocabulary);
            if let Some(place) = self.kept.get(&place) {
                fetched.known += 1;
                self.cache.news[*place] = item;
            } else {
                fetched.new += 1;
                self.cache.news.push(item);
            }
        }
        if fetched.new > 0 && self.catalog.publisher_name(&publisher.id).is_none() {
            self.cache.publishers.insert(publisher.id.clone(), publisher.clone());
        }
        self.cache.feeds.insert(feed.url.clone(), read.state);
        fetched
    }
}
