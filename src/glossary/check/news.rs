//! The rules of the announcements, of their publishers and of the bibliography.

use std::collections::{HashMap, HashSet};

use url::{Position, Url};

use super::Checker;
use crate::glossary::draft::Announcement;
use crate::glossary::members::join;
use crate::glossary::news::{Publisher, same_place};
use crate::glossary::parse::is_as_written;
use crate::glossary::problem::{Fault, Referent};

impl Checker<'_> {
    pub(super) fn sources(&mut self) {
        let cited: HashSet<&String> = self.draft.entries.iter().flat_map(|entry| &entry.term.sources).collect();
        let idle: Vec<&str> = self.draft.sources.iter().filter(|source| !cited.contains(&source.key)).map(|source| source.key.as_str()).collect();
        for key in idle {
            self.add("sources.json", &join("", key), Fault::NeverCited);
        }
    }

    pub(super) fn publisher(&mut self, publisher: &Publisher) {
        let at = |rest: &str| format!("/{}/{rest}", publisher.id);
        self.official("publishers.json", &at("newsroom"), &publisher.newsroom, &publisher.hosts);
        for (i, feed) in publisher.feeds.iter().enumerate() {
            self.official("publishers.json", &at(&format!("feeds/{i}/url")), &feed.url, &publisher.hosts);
        }
    }

    pub(super) fn news(&mut self) {
        let mut seen: HashMap<String, (&str, &str)> = HashMap::new();
        for Announcement { file, pointer, item } in &self.draft.news {
            let month = file.strip_prefix("news/").and_then(|name| name.strip_suffix(".json")).unwrap_or_default();
            let at = |member: &str| format!("{pointer}/{member}");
            if !item.date.as_str().starts_with(month) {
                self.add(file, &at("date"), Fault::OtherMonth { month: month.to_owned() });
            }
            self.day(file, &at("date"), Some(&item.date));
            self.day(file, &at("gone"), item.gone.as_ref());
            self.prose(file, &at("headline"), &item.headline);
            self.prose(file, &at("summary"), &item.summary);
            let own = self.draft.publishers.iter().find(|publisher| publisher.id == item.publisher);
            match own.map(|publisher| publisher.hosts.clone()).or_else(|| self.beneath.hosts(&item.publisher)) {
                Some(hosts) => self.official(file, &at("url"), &item.url, &hosts),
                None => self.add(file, &at("publisher"), Fault::Unknown { what: Referent::Publisher, id: item.publisher.clone() }),
            }
            if let Some((file_of_first, first)) = seen.insert(same_place(&item.url), (file, pointer)) {
                let fault = Fault::UrlTwice { file: file_of_first.to_owned(), pointer: first.to_owned() };
                self.add(file, &at("url"), fault);
            }
            self.repeats(file, &at("terms"), &item.terms);
            for (i, id) in item.terms.iter().enumerate() {
                if !self.has_term(id) {
                    self.add(file, &at(&format!("terms/{i}")), Fault::Unknown { what: Referent::Term, id: id.clone() });
                }
            }
        }
    }

    /// An address must be https, on an official host, and nothing else: no user name, no password, no port, nothing that a browser would mend.
    fn official(&mut self, file: &str, pointer: &str, address: &str, hosts: &[String]) {
        match Url::parse(address) {
            Ok(url) if url.scheme() == "https" && is_as_written(&url, address) => {
                let place = &url[Position::BeforeUsername..Position::AfterPort];
                if !hosts.iter().any(|official| official == place) {
                    self.add(file, pointer, Fault::NotOfficial { host: place.to_owned(), hosts: hosts.to_vec() });
                }
            }
            _ => self.add(file, pointer, Fault::NotHttps),
        }
    }
}
