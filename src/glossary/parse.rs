//! Files become entries, sources, publishers and news: the one place that knows which member a file may have.
//!
//! `glossary/schema/` says the same for editors, and a test holds the two together.

use std::cell::RefCell;

use url::Url;

use crate::glossary::Rules;
use crate::glossary::day::Day;
use crate::glossary::draft::{Announcement, Draft, Entry};
use crate::glossary::json::Node;
use crate::glossary::members::{Members, Report, is_unsafe, join};
use crate::glossary::news::{Feed, NewsItem, Publisher};
use crate::glossary::problem::{Fault, Problem, Shape};
use crate::glossary::read::SourceFile;
use crate::glossary::term::{Category, Section, Source, Term};

/// Parses the files; what is wrong with them goes to `problems`, and what is right is kept.
pub fn parse(files: Vec<SourceFile>, rules: Rules, problems: &mut Vec<Problem>) -> Draft {
    let mut draft = Draft::default();
    for file in files {
        let report = Report { file: &file.path, rules, problems: RefCell::default() };
        match Node::read(&file.bytes) {
            Ok(node) => parse_file(&report, node, &mut draft),
            Err(fault) => report.add("", fault),
        }
        problems.append(&mut report.problems.into_inner());
    }
    draft
}

fn parse_file(report: &Report<'_>, node: Node, draft: &mut Draft) {
    match report.file.split('/').collect::<Vec<_>>()[..] {
        ["categories.json"] => draft.categories = parse_table(report, node, category),
        ["sources.json"] => draft.sources = parse_table(report, node, source),
        ["publishers.json"] => draft.publishers = publishers(report, node),
        ["news", file] if is_month(file) => draft.news.append(&mut parse_news(report, "", node)),
        ["terms", file] => draft.entries.extend(parse_entry(report, node, None, file)),
        ["terms", category, file] => draft.entries.extend(parse_entry(report, node, Some(category), file)),
        _ => report.add("", Fault::StrayFile),
    }
}

fn parse_entry(report: &Report<'_>, node: Node, category: Option<&str>, file: &str) -> Option<Entry> {
    let mut members = report.object("", node)?;
    let term = Term {
        id: members.text("id").unwrap_or_default(),
        name: members.both("name"),
        abbreviation: members.optional_text("abbreviation"),
        readings: members.texts("readings"),
        aliases: members.both_lists("aliases"),
        covers: members.both_lists("covers"),
        category: category.map(str::to_owned),
        definition: members.both("definition"),
        related: members.texts("related"),
        sources: members.texts("sources"),
        reviewed: members.day("reviewed", false),
    };
    let article = members.objects("article").into_iter().map(section).collect();
    members.close();

    let stem = file.strip_suffix(".json").unwrap_or(file);
    if !term.id.is_empty() {
        if !is_id(&term.id) {
            report.add("/id", Fault::BadId);
        }
        if term.id != stem {
            report.add("/id", Fault::IdIsNotFileName { stem: stem.to_owned() });
        }
    }
    match category {
        None if report.rules == Rules::Shipped => report.add("", Fault::StrayFile),
        // It becomes a column of the index.
        Some(category) => {
            if let Some(character) = category.chars().find(|&c| is_unsafe(c)) {
                report.add("", Fault::UnsafeCharacter { character });
            }
        }
        None => {}
    }
    Some(Entry { file: report.file.to_owned(), term, article })
}

fn section(mut members: Members<'_>) -> Section {
    let section = Section { heading: members.both("heading"), text: members.both("text") };
    members.close();
    section
}

/// The publishers of a table, by their ids.
pub fn publishers(report: &Report<'_>, node: Node) -> Vec<Publisher> {
    parse_table(report, node, publisher)
}

/// An object with an id or key for each record.
pub fn parse_table<T>(report: &Report<'_>, node: Node, record: fn(&Report<'_>, String, Members<'_>) -> T) -> Vec<T> {
    let Node::Object(all) = node else {
        report.add("", Fault::WrongShape { wanted: Shape::Object, found: node.shape() });
        return Vec::new();
    };
    let mut keys: Vec<&String> = all.iter().map(|(key, _)| key).collect();
    keys.sort();
    for pair in keys.windows(2) {
        if pair[0] == pair[1] {
            report.add(&join("", pair[0]), Fault::DuplicateMember);
        }
    }
    let members = all.into_iter().filter_map(|(key, node)| Some((report.object(&join("", &key), node)?, key)));
    members.map(|(members, key)| record(report, key, members)).collect()
}

fn category(report: &Report<'_>, id: String, mut members: Members<'_>) -> Category {
    if !is_id(&id) {
        report.add(&members.pointer, Fault::BadId);
    }
    let category = Category { name: members.both("name"), order: members.optional_number("order").unwrap_or(u64::MAX), id };
    members.close();
    category
}

fn source(report: &Report<'_>, key: String, mut members: Members<'_>) -> Source {
    if !is_source_key(&key) {
        report.add(&members.pointer, Fault::BadSourceKey);
    }
    let source = Source {
        key,
        title: members.text("title").unwrap_or_default(),
        authors: members.optional_text("authors"),
        year: members.optional_number("year"),
        publisher: members.optional_text("publisher"),
    };
    members.close();
    source
}

fn publisher(report: &Report<'_>, id: String, mut members: Members<'_>) -> Publisher {
    if !is_id(&id) {
        report.add(&members.pointer, Fault::BadId);
    }
    let publisher = Publisher {
        name: members.both("name"),
        hosts: members.texts("hosts"),
        newsroom: members.text("newsroom").unwrap_or_default(),
        feeds: members.objects("feeds").into_iter().map(|members| feed(report, members)).collect(),
        id,
    };
    for (i, host) in publisher.hosts.iter().enumerate() {
        if url::Host::parse(host).ok().is_none_or(|parsed| parsed.to_string() != *host) {
            report.add(&format!("{}/hosts/{i}", members.pointer), Fault::BadHost);
        }
    }
    members.close();
    publisher
}

fn feed(report: &Report<'_>, mut members: Members<'_>) -> Feed {
    let feed = Feed { url: members.text("url").unwrap_or_default(), format: members.text("format").unwrap_or_default() };
    if !matches!(feed.format.as_str(), "rss" | "atom" | "") {
        report.add(&join(&members.pointer, "format"), Fault::BadFormat);
    }
    members.close();
    feed
}

/// The announcements of a list that stands at `place`.
pub fn parse_news(report: &Report<'_>, place: &str, node: Node) -> Vec<Announcement> {
    let Node::List(nodes) = node else {
        report.add(place, Fault::WrongShape { wanted: Shape::List, found: node.shape() });
        return Vec::new();
    };
    let mut news = Vec::new();
    for (i, node) in nodes.into_iter().enumerate() {
        let pointer = format!("{place}/{i}");
        let Some(mut members) = report.object(&pointer, node) else { continue };
        let date = members.day("date", true);
        let publisher = members.text("publisher");
        let (headline, summary) = (members.both("headline"), members.both("summary"));
        let url = members.text("url");
        let terms = members.texts("terms");
        let gone = members.optional_day("gone");
        members.close();
        if let (Some(date), Some(publisher), Some(url)) = (date, publisher, url) {
            let item = NewsItem { date, publisher, headline, summary, url, terms, gone };
            news.push(Announcement { file: report.file.to_owned(), pointer, item });
        }
    }
    news
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn is_source_key(key: &str) -> bool {
    match key.split_once(':') {
        Some(("arxiv", id)) => !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"./-".contains(&b)),
        Some(("doi", id)) => id.starts_with("10.") && id.contains('/') && !id.chars().any(|c| c.is_whitespace() || is_unsafe(c)),
        Some(("https" | "http", _)) => Url::parse(key).is_ok_and(|url| is_as_written(&url, key)),
        _ => false,
    }
}

/// Whether an address is written as it is meant: nothing had to be mended or escaped to understand it.
pub fn is_as_written(url: &Url, address: &str) -> bool {
    url.as_str() == address || url.as_str().strip_suffix('/') == Some(address)
}

/// Whether a name is `<year>-<month>.json`.
fn is_month(file: &str) -> bool {
    file.strip_suffix(".json").is_some_and(|month| month.len() == 7 && format!("{month}-01").parse::<Day>().is_ok())
}
