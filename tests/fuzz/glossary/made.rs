//! Files of a glossary made from bytes: mostly of the right shape, so that what is wrong or odd in them lies deeper.

use std::collections::BTreeMap;

use hayami::glossary::members::is_unsafe;
use serde_json::{Map, Value, json};

use crate::pieces;

const IDS: [&str; 6] = ["rlhf", "golden-path", "x-1", "a", "class", "-"];
const KEYS: [&str; 6] = ["arxiv:2203.02155", "arxiv:1", "doi:10.1/x", "https://example.com/handbook", "https://openai.com/", "arxiv:1706.03762"];
const DAYS: [&str; 4] = ["2026-06-01", "2026-06-30", "2024-02-29", "9999-12-31"];

/// The files that bytes say.
pub(super) fn files(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut bytes = Bytes(bytes);
    let mut files = BTreeMap::new();
    for _ in 0..=bytes.pick(3) {
        let id = IDS[bytes.pick(IDS.len())];
        let path = if bytes.pick(4) == 0 { format!("terms/training/{id}.json") } else { format!("terms/{id}.json") };
        files.insert(path, entry(&mut bytes, id).to_string());
    }
    if bytes.pick(3) == 0 {
        let sources = (0..bytes.pick(4)).map(|_| (KEYS[bytes.pick(KEYS.len())].to_owned(), source(&mut bytes)));
        files.insert("sources.json".to_owned(), Value::Object(sources.collect()).to_string());
    }
    if bytes.pick(4) == 0 {
        let category = json!({ "name": both(&mut bytes), "order": bytes.pick(256) });
        files.insert("categories.json".to_owned(), json!({ "training": category }).to_string());
    }
    if bytes.pick(4) == 0 {
        let feed = json!({ "url": "https://example.com/feed", "format": if bytes.pick(2) == 0 { "rss" } else { "atom" } });
        let host = if bytes.pick(4) == 0 { bytes.text() } else { "example.com".to_owned() };
        let publisher = json!({ "name": both(&mut bytes), "hosts": [host], "newsroom": "https://example.com/news", "feeds": [feed] });
        files.insert("publishers.json".to_owned(), json!({ "example": publisher }).to_string());
    }
    if bytes.pick(3) == 0 {
        let news: Vec<Value> = (0..bytes.pick(4)).map(|i| announcement(&mut bytes, i)).collect();
        files.insert("news/2026-06.json".to_owned(), Value::Array(news).to_string());
    }
    files
}

fn entry(bytes: &mut Bytes<'_>, id: &str) -> Value {
    let mut entry = Map::new();
    entry.insert("id".to_owned(), if bytes.pick(32) == 31 { bytes.text().into() } else { id.into() });
    entry.insert("name".to_owned(), both(bytes));
    entry.insert("definition".to_owned(), both(bytes));
    let members = bytes.next();
    let mut add = |bit: u8, name: &str, value: &mut dyn FnMut() -> Value| {
        if members >> bit & 1 == 1 {
            entry.insert(name.to_owned(), value());
        }
    };
    add(0, "abbreviation", &mut || bytes.text().into());
    add(1, "aliases", &mut || json!({ "en": texts(bytes), "ja": texts(bytes) }));
    add(2, "covers", &mut || json!({ "en": texts(bytes), "ja": texts(bytes) }));
    add(3, "readings", &mut || texts(bytes));
    add(4, "article", &mut || json!([{ "heading": both(bytes), "text": both(bytes) }]));
    add(5, "sources", &mut || (0..bytes.pick(4)).map(|_| KEYS[bytes.pick(KEYS.len())]).collect());
    add(6, "related", &mut || (0..bytes.pick(4)).map(|_| IDS[bytes.pick(IDS.len())]).collect());
    add(7, "reviewed", &mut || DAYS[bytes.pick(DAYS.len())].into());
    Value::Object(entry)
}

fn source(bytes: &mut Bytes<'_>) -> Value {
    match bytes.pick(3) {
        0 => json!({ "title": bytes.text() }),
        1 => json!({ "title": bytes.text(), "authors": bytes.text(), "year": bytes.pick(256) }),
        _ => json!({ "title": bytes.text(), "publisher": bytes.text() }),
    }
}

fn announcement(bytes: &mut Bytes<'_>, i: usize) -> Value {
    json!({
        "date": DAYS[bytes.pick(DAYS.len())],
        "publisher": "openai",
        "headline": both(bytes),
        "summary": both(bytes),
        "url": format!("https://openai.com/{i}"),
        "terms": (0..bytes.pick(4)).map(|_| IDS[bytes.pick(IDS.len())]).collect::<Vec<_>>(),
    })
}

/// A text in one language or both.
fn both(bytes: &mut Bytes<'_>) -> Value {
    match bytes.pick(8) {
        0 => json!({ "en": bytes.text() }),
        1 => json!({ "ja": bytes.text() }),
        2 => Value::Null,
        _ => json!({ "en": bytes.text(), "ja": bytes.text() }),
    }
}

fn texts(bytes: &mut Bytes<'_>) -> Value {
    (0..bytes.pick(4)).map(|_| bytes.text()).collect()
}

/// Bytes that are used up; after the last come zeros.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// A number below `count`.
    fn pick(&mut self, count: usize) -> usize {
        usize::from(self.next()) % count
    }

    /// A few pieces, seldom with what no text may hold.
    fn text(&mut self) -> String {
        let length = self.next();
        let (own, rest) = self.0.split_at(self.0.len().min(1 + usize::from(length) % 8));
        self.0 = rest;
        let mut text = pieces::text(own, 256);
        if length < 0xf0 {
            text.retain(|c| !is_unsafe(c));
        }
        if text.trim().is_empty() { "x".to_owned() } else { text }
    }
}
