//! The rules that an entry, a source and a news item must keep once they have the right shape.

use std::collections::{BTreeSet, HashMap, HashSet};

use url::Url;

use crate::glossary::Rules;
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::day::Day;
use crate::glossary::draft::{Announcement, Draft, Entry};
use crate::glossary::fold::{Key, fold};
use crate::glossary::members::join;
use crate::glossary::news::Publisher;
use crate::glossary::problem::{Fault, Problem, Referent};
use crate::glossary::script::{has_loose_kana, is_japanese, is_reading, length};

/// Least and most words of an English definition.
pub const ENGLISH_DEFINITION: (usize, usize) = (12, 80);
/// Least and most characters of a Japanese definition.
pub const JAPANESE_DEFINITION: (usize, usize) = (40, 220);
/// Least and most neighbours.
pub const RELATED: (usize, usize) = (3, 8);
/// Least and most sources.
pub const SOURCES: (usize, usize) = (1, 8);

/// What a glossary may lean on besides itself: for a team's, what lies beneath it.
pub trait Beneath {
    /// Whether there is an entry of this id.
    fn has_term(&self, id: &str) -> bool;
    /// Whether there is a category of this id.
    fn has_category(&self, id: &str) -> bool;
    /// Whether the bibliography has this key.
    fn has_source(&self, key: &str) -> bool;
    /// The official hosts of a publisher, if there is one of this id.
    fn hosts(&self, publisher: &str) -> Option<Vec<String>>;
}

/// Nothing lies beneath: the glossary stands alone.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl Beneath for Nothing {
    fn has_term(&self, _: &str) -> bool {
        false
    }

    fn has_category(&self, _: &str) -> bool {
        false
    }

    fn has_source(&self, _: &str) -> bool {
        false
    }

    fn hosts(&self, _: &str) -> Option<Vec<String>> {
        None
    }
}

/// Adds every broken rule of `draft` to `problems`.
pub fn check(draft: &Draft, rules: Rules, beneath: &dyn Beneath, problems: &mut Vec<Problem>) {
    let mut checker = Checker {
        draft,
        rules,
        beneath,
        problems,
        newest: newest(draft),
        headwords: headwords(draft),
        sources: draft.sources.iter().map(|source| source.key.as_str()).collect(),
    };
    let mut files = HashMap::new();
    for entry in &draft.entries {
        if let Some(first) = files.insert(&entry.term.id, &entry.file) {
            checker.add(&entry.file, "/id", Fault::IdTwice { file: first.clone() });
        }
        checker.entry(entry);
    }
    checker.sources();
    for publisher in &draft.publishers {
        checker.publisher(publisher);
    }
    checker.news();
}

/// The newest day of the news; a day more than a year after the one before it cannot be meant.
fn newest(draft: &Draft) -> Option<Day> {
    let days: BTreeSet<&Day> = draft.news.iter().map(|news| &news.item.date).collect();
    let mut newest: Option<&Day> = None;
    for day in days {
        if newest.is_some_and(|before| *day > before.a_year_later()) {
            break;
        }
        newest = Some(day);
    }
    newest.cloned()
}

/// Every headword with the entries that own it; abbreviations count, but are no headwords against each other.
fn headwords(draft: &Draft) -> HashMap<Key, Vec<(&str, bool)>> {
    let mut owners: HashMap<Key, Vec<(&str, bool)>> = HashMap::new();
    for Entry { term, .. } in &draft.entries {
        let names = [Some(&term.id), term.name.en.as_ref(), term.name.ja.as_ref()];
        let keys: HashSet<Key> = names.into_iter().flatten().map(|name| fold(name)).collect();
        let abbreviation = term.abbreviation.as_ref().map(|name| fold(name)).filter(|key| !keys.contains(key));
        for key in keys {
            owners.entry(key).or_default().push((&term.id, false));
        }
        if let Some(key) = abbreviation {
            owners.entry(key).or_default().push((&term.id, true));
        }
    }
    owners
}

struct Checker<'a> {
    draft: &'a Draft,
    rules: Rules,
    beneath: &'a dyn Beneath,
    problems: &'a mut Vec<Problem>,
    newest: Option<Day>,
    headwords: HashMap<Key, Vec<(&'a str, bool)>>,
    sources: HashSet<&'a str>,
}

impl Checker<'_> {
    fn add(&mut self, file: &str, pointer: &str, fault: Fault) {
        self.problems.push(Problem { file: file.to_owned(), pointer: pointer.to_owned(), fault });
    }

    fn shipped(&self) -> bool {
        self.rules == Rules::Shipped
    }

    fn entry(&mut self, entry: &Entry) {
        let Entry { file, term, .. } = entry;
        if let Some(id) = &term.category
            && !self.draft.categories.iter().any(|category| category.id == *id)
            && !self.beneath.has_category(id)
        {
            self.add(file, "", Fault::Unknown { what: Referent::Category, id: id.clone() });
        }
        for (i, reading) in term.readings.iter().enumerate() {
            if !is_reading(reading) {
                self.add(file, &format!("/readings/{i}"), Fault::NotHiragana);
            }
        }
        if self.shipped() && term.readings.is_empty() {
            self.add(file, "/readings", Fault::NothingWritten);
        }
        self.names(entry);
        self.definition(entry);
        for (i, section) in entry.article.iter().enumerate() {
            self.prose(file, &format!("/article/{i}/text"), &section.text);
        }
        self.covers(entry);
        self.links(entry);
        self.day(file, "/reviewed", term.reviewed.as_ref());
    }

    fn names(&mut self, entry: &Entry) {
        let term = &entry.term;
        let mut seen: Vec<(Key, String)> = Vec::new();
        let named = [("/name/en", term.name.en.as_ref()), ("/name/ja", term.name.ja.as_ref()), ("/abbreviation", term.abbreviation.as_ref())];
        for (pointer, name) in named.into_iter().filter_map(|(pointer, name)| Some((pointer, name?))) {
            self.headword(entry, pointer, name);
            seen.push((fold(name), pointer.to_owned()));
        }
        seen.push((fold(&term.id), "/id".to_owned()));
        for (list, lists) in [("aliases", &term.aliases), ("covers", &term.covers)] {
            for lang in Lang::ALL {
                for (i, name) in lists.get(lang).iter().enumerate() {
                    let pointer = format!("/{list}/{}/{i}", lang.code());
                    self.headword(entry, &pointer, name);
                    let key = fold(name);
                    match seen.iter().find(|(other, _)| *other == key) {
                        // A covered name may be written the same way in both languages.
                        Some((_, first)) if !(first.starts_with("/covers/en") && pointer.starts_with("/covers/ja")) => {
                            self.add(&entry.file, &pointer, Fault::Twice { first: first.clone() });
                        }
                        _ => seen.push((key, pointer)),
                    }
                }
            }
        }
    }

    fn headword(&mut self, entry: &Entry, pointer: &str, name: &str) {
        let others = self.headwords.get(&fold(name)).into_iter().flatten();
        let owner =
            others.filter(|(id, abbreviated)| *id != entry.term.id && !(*abbreviated && pointer == "/abbreviation")).map(|(id, _)| *id).next();
        if let Some(id) = owner {
            let fault = Fault::HeadwordOf { id: id.to_owned() };
            self.add(&entry.file, pointer, fault);
        }
    }

    fn definition(&mut self, entry: &Entry) {
        for (lang, (least, most)) in [(Lang::En, ENGLISH_DEFINITION), (Lang::Ja, JAPANESE_DEFINITION)] {
            if let Some(text) = entry.term.definition.get(lang) {
                let length = length(text, lang);
                if !(least..=most).contains(&length) {
                    let pointer = format!("/definition/{}", lang.code());
                    self.add(&entry.file, &pointer, Fault::DefinitionLength { lang, length, least, most });
                }
            }
        }
        self.prose(&entry.file, "/definition", &entry.term.definition);
    }

    fn prose(&mut self, file: &str, pointer: &str, text: &Text) {
        if text.ja.as_deref().is_some_and(|text| !is_japanese(text)) {
            self.add(file, &format!("{pointer}/ja"), Fault::WrongScript { lang: Lang::Ja });
        }
        if text.en.as_deref().is_some_and(has_loose_kana) {
            self.add(file, &format!("{pointer}/en"), Fault::WrongScript { lang: Lang::En });
        }
    }

    fn covers(&mut self, entry: &Entry) {
        for lang in Lang::ALL {
            let covers = entry.term.covers.get(lang);
            if covers.is_empty() {
                continue;
            }
            let texts = entry.article.iter().flat_map(|section| [&section.heading, &section.text]);
            let texts: Vec<&str> = texts.chain([&entry.term.definition]).filter_map(|text| text.get(lang).as_deref()).collect();
            let told = fold(&texts.join("\n"));
            for (i, name) in covers.iter().enumerate() {
                if !told.as_str().contains(fold(name).as_str()) {
                    let pointer = format!("/covers/{}/{i}", lang.code());
                    self.add(&entry.file, &pointer, Fault::NotMentioned { lang });
                }
            }
        }
    }

    fn links(&mut self, entry: &Entry) {
        let Entry { file, term, .. } = entry;
        self.repeats(file, "/related", &term.related);
        self.repeats(file, "/sources", &term.sources);
        for (i, id) in term.related.iter().enumerate() {
            let pointer = format!("/related/{i}");
            if *id == term.id {
                self.add(file, &pointer, Fault::RelatedToItself);
            } else if !self.has_term(id) {
                self.add(file, &pointer, Fault::Unknown { what: Referent::Term, id: id.clone() });
            }
        }
        for (i, key) in term.sources.iter().enumerate() {
            if !self.sources.contains(key.as_str()) && !self.beneath.has_source(key) {
                self.add(file, &format!("/sources/{i}"), Fault::Unknown { what: Referent::Source, id: key.clone() });
            }
        }
        if self.shipped() {
            let count = term.related.len();
            if !(RELATED.0..=RELATED.1).contains(&count) {
                self.add(file, "/related", Fault::RelatedCount { count });
            }
            let count = term.sources.len();
            if !(SOURCES.0..=SOURCES.1).contains(&count) {
                self.add(file, "/sources", Fault::SourceCount { count });
            }
        }
    }

    fn has_term(&self, id: &str) -> bool {
        // Every entry owns its id as a headword, so this is a look into a table rather than a walk over all entries.
        let owners = self.headwords.get(&fold(id)).into_iter().flatten();
        owners.into_iter().any(|(owner, _)| *owner == id) || self.beneath.has_term(id)
    }

    fn repeats(&mut self, file: &str, pointer: &str, list: &[String]) {
        for (i, value) in list.iter().enumerate() {
            if let Some(first) = list[..i].iter().position(|other| other == value) {
                self.add(file, &format!("{pointer}/{i}"), Fault::Repeated { first: format!("{pointer}/{first}") });
            }
        }
    }

    fn sources(&mut self) {
        let cited: HashSet<&String> = self.draft.entries.iter().flat_map(|entry| &entry.term.sources).collect();
        let idle: Vec<&str> = self.draft.sources.iter().filter(|source| !cited.contains(&source.key)).map(|source| source.key.as_str()).collect();
        for key in idle {
            self.add("sources.json", &join("", key), Fault::NeverCited);
        }
    }

    fn publisher(&mut self, publisher: &Publisher) {
        let at = |rest: &str| format!("/{}/{rest}", publisher.id);
        self.official("publishers.json", &at("newsroom"), &publisher.newsroom, &publisher.hosts);
        for (i, feed) in publisher.feeds.iter().enumerate() {
            self.official("publishers.json", &at(&format!("feeds/{i}/url")), &feed.url, &publisher.hosts);
        }
    }

    fn news(&mut self) {
        let mut seen: HashMap<&str, (&str, &str)> = HashMap::new();
        for Announcement { file, pointer, item } in &self.draft.news {
            let month = file.trim_start_matches("news/").trim_end_matches(".json");
            let at = |member: &str| format!("{pointer}/{member}");
            if !(month.len() == 7 && item.date.as_str().starts_with(month)) {
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
            if let Some((file_of_first, first)) = seen.insert(item.url.trim_end_matches('/'), (file, pointer)) {
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

    /// An address must be https, on an official host, and nothing else: no user name, no port.
    fn official(&mut self, file: &str, pointer: &str, address: &str, hosts: &[String]) {
        match Url::parse(address) {
            Ok(url) if url.scheme() == "https" => {
                let host = url.host_str().unwrap_or_default();
                if !hosts.iter().any(|official| official == host) || url.port().is_some() || !url.username().is_empty() {
                    let host = url[url::Position::BeforeUsername..url::Position::AfterPort].to_owned();
                    self.add(file, pointer, Fault::NotOfficial { host, hosts: hosts.to_vec() });
                }
            }
            _ => self.add(file, pointer, Fault::NotHttps),
        }
    }

    fn day(&mut self, file: &str, pointer: &str, day: Option<&Day>) {
        if let (Some(day), Some(newest)) = (day, &self.newest)
            && *day > newest.a_year_later()
        {
            let fault = Fault::TooFarAhead { newest: newest.to_string() };
            self.add(file, pointer, fault);
        }
    }
}
