//! The announcements: by publisher, term and date, newest first.

use std::collections::HashSet;

use crate::catalog::Catalog;
use crate::catalog::layer::Layer;
use crate::glossary::news::{NewsItem, same_place};

/// Which announcements are wanted; a `None` asks for nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Of this publisher.
    pub publisher: Option<&'a str>,
    /// That touch one of these entries.
    pub terms: Option<&'a [&'a str]>,
    /// On this day or later; a month or a year counts from its first day.
    pub since: Option<&'a str>,
    /// On this day or earlier; a month or a year counts to its last day.
    pub until: Option<&'a str>,
}

impl Wanted<'_> {
    fn has(&self, item: &NewsItem) -> bool {
        let day = item.date.as_str();
        self.publisher.is_none_or(|publisher| item.publisher == publisher)
            && self.terms.is_none_or(|terms| item.terms.iter().any(|id| terms.contains(&id.as_str())))
            && self.since.is_none_or(|since| day >= since)
            && self.until.is_none_or(|until| day <= until || day.starts_with(until))
    }
}

impl Catalog {
    /// The announcements that are wanted, newest first, at most `limit`.
    pub fn news(&self, wanted: Wanted<'_>, limit: usize) -> Vec<NewsItem> {
        self.merged(|layer| Box::new(layer.news().filter(move |item| wanted.has(item))), limit)
    }

    /// The newest announcements that mention an entry.
    pub fn mentions(&self, id: &str, limit: usize) -> Vec<NewsItem> {
        self.merged(|layer| Box::new(layer.mentions(id)), limit)
    }

    /// Takes the newest of all layers; of two with one address, that of the upper layer counts.
    fn merged<'a>(&'a self, of: impl Fn(&'a Layer) -> Box<dyn Iterator<Item = NewsItem> + 'a>, limit: usize) -> Vec<NewsItem> {
        if let [layer] = self.layers.as_slice() {
            return of(layer).take(limit).collect();
        }
        let mut seen = HashSet::new();
        let mut items: Vec<NewsItem> = self.layers.iter().flat_map(of).filter(|item| seen.insert(same_place(&item.url))).collect();
        items.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.url.cmp(&b.url)));
        items.truncate(limit);
        items
    }
}
