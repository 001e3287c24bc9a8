//! `hayami scan [FILE...]`

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::answer::scan::{Layout, Mention, Piece, Used, Uses};
use crate::answer::search::Bytes;
use crate::answer::{Answer, Named};
use crate::catalog::Catalog;
use crate::catalog::scan::vocabulary::Vocabulary;
use crate::catalog::scan::{AHEAD, Place, REACH};
use crate::cli::args::ScanArgs;
use crate::error::Notice;
use crate::glossary::term::address;
use crate::input::{Input, Position};

/// How many places of a file that are not UTF-8 are told one by one.
const TOLD: usize = 3;

/// The mark at the beginning of some texts that they are UTF-8.
const BOM: &str = "\u{feff}";

/// What a scan hands over while it reads.
#[derive(Debug)]
pub enum Told {
    /// A part of the answer.
    Answer(Answer),
    /// What went wrong on the way.
    Notice(Notice),
}

/// How a scan ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether any name was found.
    pub found: bool,
    /// Whether a file could not be read.
    pub failed: bool,
}

/// Reads the files, or standard input, and tells what they use: each mention as it is found for `records`, the text itself where that is
/// asked, or a table at the end.
///
/// # Errors
/// What `tell` says.
pub fn run<E>(args: &ScanArgs, catalog: &Catalog, records: bool, tell: &mut dyn FnMut(Told) -> Result<(), E>) -> Result<Outcome, E> {
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin[..] } else { &args.files };
    let sink = match args {
        _ if records => Sink::Records,
        ScanArgs { annotate: true, .. } => Sink::Text,
        _ => Sink::Table,
    };
    let mut scan = Scan::new(catalog, sink);
    let mut outcome = Outcome::default();
    for path in files {
        let file = (path != Path::new("-")).then(|| path.display().to_string());
        let read = match &file {
            None => scan.read(io::stdin().lock(), &file, tell)?,
            Some(_) => match File::open(path)
                .and_then(|opened| if opened.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(opened) })
            {
                Ok(opened) => scan.read(opened, &file, tell)?,
                Err(cause) => Err(cause),
            },
        };
        if let Err(cause) = read {
            outcome.failed = true;
            tell(Told::Notice(Notice::Unreadable { file, cause }))?;
        }
    }
    outcome.found = scan.found;
    // Whoever was told that a file cannot be read need not hear that nothing is in it.
    if scan.sink == Sink::Table && (outcome.found || !outcome.failed) {
        let layout = match args {
            ScanArgs { markdown: true, .. } => Layout::Markdown,
            ScanArgs { full: true, .. } => Layout::Definitions,
            _ => Layout::Table,
        };
        tell(Told::Answer(Answer::Uses(Uses { used: scan.used, layout, files: files.len() > 1 })))?;
    }
    Ok(outcome)
}

/// What becomes of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sink {
    /// Each is told as it is found.
    Records,
    /// They are marked in the text, all of which is told.
    Text,
    /// They are counted.
    Table,
}

/// A scan on its way through the files.
#[derive(Debug)]
pub struct Scan<'a> {
    catalog: &'a Catalog,
    vocabulary: Vocabulary<'a>,
    sink: Sink,
    used: Vec<Used>,
    /// Where in `used` each entry is, by its number.
    places: Vec<Option<usize>>,
    /// The address that each entry leads to, by its number.
    links: HashMap<usize, Option<String>>,
    /// Whether any name was found.
    found: bool,
}

impl<'a> Scan<'a> {
    /// A scan that has read nothing yet.
    pub fn new(catalog: &'a Catalog, sink: Sink) -> Self {
        Self { catalog, vocabulary: catalog.vocabulary(), sink, used: Vec::new(), places: Vec::new(), links: HashMap::new(), found: false }
    }

    /// Reads one stream to its end. What kept it from being read is the inner result.
    ///
    /// # Errors
    /// What `tell` says.
    pub fn read<E>(&mut self, source: impl Read, file: &Option<String>, tell: &mut dyn FnMut(Told) -> Result<(), E>) -> Result<io::Result<()>, E> {
        let mut input = Input::new(source);
        let (mut place, mut position) = (Place::default(), Position::START);
        let mut broken = Vec::new();
        let mut broken_count = 0;
        loop {
            let stretch = match input.stretch() {
                Ok(Some(stretch)) => stretch,
                Ok(None) => break,
                Err(cause) => return Ok(Err(cause)),
            };
            let text = stretch.text;
            let passed_on = place.at;
            if stretch.offset == 0 && place.at == 0 && text.starts_with(BOM) {
                // Editors do not count it, and it belongs to no name.
                place.at = BOM.len();
            }
            let until = if stretch.goes_on { text.len().saturating_sub(AHEAD) } else { text.len() };
            let (mut mentions, mut pieces) = (Vec::new(), Vec::new());
            // What was counted into the position, and what was passed on.
            let (mut counted, mut done) = (place.at, passed_on);
            let next = self.vocabulary.scan(text, place, until, |mention| {
                self.found = true;
                let written = &text[mention.range.clone()];
                let mut position = || {
                    position = position.after(&text[counted..mention.range.start]);
                    counted = mention.range.start;
                    position
                };
                match self.sink {
                    Sink::Records => {
                        let Position { line, column } = position();
                        let (start, end) = (stretch.offset + mention.range.start as u64, stretch.offset + mention.range.end as u64);
                        mentions.push(Mention::new(file.clone(), (line, column), Bytes { start, end }, written, mention.id));
                    }
                    Sink::Text => {
                        pieces.push(Piece::Text(text[done..mention.range.start].to_owned()));
                        let link = self.links.entry(mention.entry).or_insert_with(|| link(self.catalog, mention.id));
                        pieces.push(Piece::Name(written.to_owned(), link.clone()));
                        done = mention.range.end;
                    }
                    Sink::Table => {
                        if mention.entry >= self.places.len() {
                            self.places.resize(mention.entry + 1, None);
                        }
                        let place = *self.places[mention.entry].get_or_insert_with(|| {
                            self.used.push(used(self.catalog, mention.id, file, position().line));
                            self.used.len() - 1
                        });
                        self.used[place].count += 1;
                    }
                }
            });
            position = position.after(&text[counted..next.at]);
            if self.sink == Sink::Text {
                pieces.push(Piece::Text(text[done..next.at].to_owned()));
            }
            let mut read = next.at.saturating_sub(REACH);
            while !text.is_char_boundary(read) {
                read -= 1;
            }
            if !stretch.goes_on {
                read = text.len() + stretch.broken.len();
            }
            if !stretch.broken.is_empty() {
                broken_count += 1;
                if broken.len() < TOLD {
                    broken.push(stretch.offset + text.len() as u64);
                }
                // One sign stands for it, as editors show it.
                position.column += 1;
                pieces.push(Piece::Bytes(stretch.broken.to_vec()));
            }
            place = Place { at: next.at.saturating_sub(read), last: next.last.and_then(|last| last.checked_sub(read)) };
            input.advance(read);
            match self.sink {
                Sink::Records if !mentions.is_empty() => tell(Told::Answer(Answer::Mentions(mentions)))?,
                Sink::Text => tell(Told::Answer(Answer::Marked(pieces)))?,
                _ => {}
            }
        }
        if broken_count > 0 {
            let file = file.clone();
            tell(Told::Notice(Notice::NotUtf8 { file, offsets: broken, count: broken_count }))?;
        }
        Ok(Ok(()))
    }
}

fn used(catalog: &Catalog, id: &str, file: &Option<String>, line: u64) -> Used {
    let term = catalog.row(id).map(|(row, layer)| layer.term(row)).unwrap_or_default();
    let named = Named { id: id.to_owned(), name: term.name };
    // Where there is an abbreviation its reading comes first, and the name's last.
    let reading = term.readings.last().cloned();
    Used { named, reading, abbreviation: term.abbreviation, definition: term.definition, count: 0, file: file.clone(), line }
}

/// The address of the first source of an entry.
fn link(catalog: &Catalog, id: &str) -> Option<String> {
    let (row, layer) = catalog.row(id)?;
    layer.term(row).sources.first().map(|key| address(key))
}
