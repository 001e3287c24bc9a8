//! What `update` fetched, kept in one file: announcements in the form of the archive, and what each feed said of its state.
//!
//! One file, so that replacing it is one step, and whoever reads at any moment reads the old or the new one. It is held to the rules for a
//! team's glossary: another program may have written there, and what is shown must be harmless.

pub mod store;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::catalog::layer::Layer;
use crate::glossary::Rules;
use crate::glossary::draft::{Announcement, Draft};
use crate::glossary::json::Node;
use crate::glossary::members::{Members, Report};
use crate::glossary::news::{NewsItem, Publisher};
use crate::glossary::pack::Pack;
use crate::glossary::parse::{parse_news, parse_table, publishers};
use crate::glossary::problem::{Fault, Problem};
use crate::glossary::read::bytes;

/// The name of the file within the directory of the cache.
const FILE: &str = "announcements.json";
/// The most announcements that are kept, the newest.
pub const MOST: usize = 40_000;
/// The most bytes that the file may have. Only so many of the announcements are written; what is larger was written by somebody else.
const LARGEST: u64 = 128 << 20;

/// Everything that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cache {
    /// The version of hayami that wrote it. Another one may take other items from the same feeds, so it asks for them whole.
    pub version: String,
    /// What the feeds said of their state, by their addresses.
    pub feeds: BTreeMap<String, State>,
    /// The publishers that the embedded glossary does not have, by their ids.
    pub publishers: BTreeMap<String, Publisher>,
    /// The announcements, in the language of their feeds.
    pub news: Vec<NewsItem>,
}

/// What a server said of the state of a feed; told to it again, it answers whether anything changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct State {
    /// `ETag`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// `Last-Modified`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
}

/// Why a cache is not used.
#[derive(Debug)]
pub enum Unusable {
    /// It cannot be read.
    Unread(io::Error),
    /// What it holds is not what `update` writes.
    Damaged(Box<Problem>),
}

/// The place of the cache in a directory.
pub fn file(directory: &Path) -> PathBuf {
    directory.join(FILE)
}

/// Reads the cache in a directory; an empty one where there is none yet.
///
/// # Errors
/// When it cannot be read, or was damaged.
pub fn read(directory: &Path) -> Result<Cache, Unusable> {
    match bytes(&file(directory), LARGEST) {
        Ok(bytes) => bytes.map_err(problem).and_then(|bytes| parse(&bytes)).map_err(|problem| Unusable::Damaged(Box::new(problem))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Cache::default()),
        Err(error) => Err(Unusable::Unread(error)),
    }
}

/// What is wrong with the file as a whole.
fn problem(fault: Fault) -> Problem {
    Problem { file: FILE.to_owned(), pointer: String::new(), fault }
}

fn parse(bytes: &[u8]) -> Result<Cache, Problem> {
    let node = Node::read(bytes).map_err(problem)?;
    let report = Report { file: FILE, rules: Rules::Team, problems: RefCell::default() };
    let cache = report.object("", node).map(|members| understand(&report, members)).unwrap_or_default();
    // A feed need not describe its items, so a summary may be missing; and a feed has one language.
    let is_missing_summary = |problem: &Problem| problem.fault == Fault::NoLanguage && problem.pointer.ends_with("/summary");
    let is_harmless = |problem: &Problem| problem.fault.is_editorial() || is_missing_summary(problem);
    match report.problems.into_inner().into_iter().find(|problem| !is_harmless(problem)) {
        Some(problem) => Err(problem),
        None => Ok(cache),
    }
}

fn understand(report: &Report<'_>, mut members: Members<'_>) -> Cache {
    let cache = Cache {
        version: members.text("version").unwrap_or_default(),
        feeds: members.node("feeds").map(|node| parse_table(report, node, state).into_iter().collect()).unwrap_or_default(),
        publishers: members.node("publishers").map(|node| by_id(publishers(report, node))).unwrap_or_default(),
        news: members.node("news").map(|node| parse_news(report, "/news", node)).unwrap_or_default().into_iter().map(|news| news.item).collect(),
    };
    members.close();
    cache
}

fn state(_: &Report<'_>, feed: String, mut members: Members<'_>) -> (String, State) {
    let state = State { etag: members.optional_text("etag"), modified: members.optional_text("modified") };
    members.close();
    (feed, state)
}

fn by_id(publishers: Vec<Publisher>) -> BTreeMap<String, Publisher> {
    publishers.into_iter().map(|publisher| (publisher.id.clone(), publisher)).collect()
}

impl Cache {
    /// The announcements as a layer of a catalog.
    pub fn layer(self) -> Layer {
        let place = |item| Announcement { file: FILE.to_owned(), pointer: String::new(), item };
        let news = self.news.into_iter().map(place).collect();
        Layer::fetched(Pack::of(&Draft { publishers: self.publishers.into_values().collect(), news, ..Draft::default() }))
    }
}
