//! Which feeds there are: those of the publishers' table, or those of a list of the user's own, which has the form of that table.

use std::cell::RefCell;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::Error;
use crate::glossary::Rules;
use crate::glossary::json::Node;
use crate::glossary::members::Report;
use crate::glossary::news::Publisher;
use crate::glossary::parse::publishers;
use crate::glossary::problem::{Fault, Problem};
use crate::glossary::read::LARGEST;

/// Reads a list of feeds. Only its shape counts: which addresses may be asked is decided when they are.
///
/// # Errors
/// When it cannot be read, or is no such list.
pub fn read(path: &Path) -> Result<Vec<Publisher>, Error> {
    let mut bytes = Vec::new();
    // A pipe may be given, which may never end.
    let opened = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    opened.map_err(|cause| Error::FeedList { path: path.to_owned(), cause })?;
    let report = Report { file: "", rules: Rules::Team, problems: RefCell::default() };
    // First, because what was cut off is neither text nor JSON any more.
    let node = if bytes.len() as u64 > LARGEST { Err(Fault::TooLarge { most: LARGEST }) } else { Node::read(&bytes) };
    let list = node.map(|node| publishers(&report, node)).unwrap_or_else(|fault| {
        report.add("", fault);
        Vec::new()
    });
    let mut problems: Vec<Problem> = report.problems.into_inner();
    problems.retain(|problem| !problem.fault.is_editorial());
    match problems.is_empty() {
        true if list.iter().all(|publisher| publisher.feeds.is_empty()) => Err(Error::NoFeeds(path.to_owned())),
        true => Ok(list),
        false => Err(Error::BrokenFeedList { path: path.to_owned(), problems }),
    }
}
