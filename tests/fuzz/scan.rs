//! The names in running text, and that it does not matter in which pieces the text is read.

use std::convert::Infallible;
use std::io::Read;
use std::panic::AssertUnwindSafe;

use hayami::answer::Answer;
use hayami::answer::scan::Piece;
use hayami::catalog::scan::Place;
use hayami::catalog::scan::vocabulary::Vocabulary;
use hayami::commands::scan::{Scan, Sink, Told};

use crate::pieces;
use crate::query::CATALOG;

/// Scans that read one input after the other, since it takes long to learn all names.
pub(crate) struct Readers(AssertUnwindSafe<(Vocabulary<'static>, Scan<'static>, Scan<'static>)>);

/// Where a name stands in the bytes, its line and column, and whose it is.
type Found = (u64, u64, (u64, u64), String);

impl Readers {
    pub(crate) fn new() -> Self {
        Self(AssertUnwindSafe((CATALOG.vocabulary(), Scan::new(&CATALOG, Sink::Records), Scan::new(&CATALOG, Sink::Text))))
    }

    /// What holds for a text, of which the first two bytes of an input say in what sizes it is read.
    pub(crate) fn hold(&mut self, input: &[u8]) {
        let (sizes, text) = input.split_at(input.len().min(2));
        let sizes = [64 + 8 * usize::from(*sizes.first().unwrap_or(&255)), 1 + usize::from(*sizes.get(1).unwrap_or(&0)) % 5];
        let bytes = bytes(&pieces::text(text, 8192));
        let (vocabulary, records, text) = &mut *self.0;
        let found = whole(vocabulary, &bytes);
        assert_eq!(mentions(records, Pieces { bytes: &bytes, sizes, turn: 0 }), found, "read in pieces of {sizes:?}");
        let (passed, named) = marked(text, Pieces { bytes: &bytes, sizes, turn: 0 });
        assert_eq!(passed, bytes, "a text with its names marked is the same text");
        assert_eq!(named, found.iter().map(|found| (found.0, found.1)).collect::<Vec<_>>(), "the names that are marked");
    }
}

/// A text with bytes that are none.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{e000}' => bytes.push(0xff),
            '\u{e001}' => bytes.extend(b"\xe3\x81"),
            _ => bytes.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    bytes
}

/// What stands in the bytes, each stretch of text in them taken as a whole.
fn whole(vocabulary: &Vocabulary<'_>, bytes: &[u8]) -> Vec<Found> {
    let (mut found, mut offset, mut line, mut column) = (Vec::new(), 0, 1, 1);
    for chunk in bytes.utf8_chunks() {
        let text = chunk.valid();
        // A byte order mark is no column and belongs to no name.
        let at = if offset == 0 && text.starts_with('\u{feff}') { 3 } else { 0 };
        let (mut counted, mut end) = (at, 0);
        vocabulary.scan(text, Place { at, last: None }, text.len(), |mention| {
            let range = mention.range;
            assert!(end <= range.start && range.start < range.end, "in order, none within another: {range:?}");
            assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end), "whole characters: {range:?}");
            let written = &text[range.clone()];
            assert!(
                CATALOG.lookup(written).iter().any(|found| found.row.id() == mention.id),
                "{written:?} is {}, and a lookup of it too",
                mention.id
            );
            (line, column) = after((line, column), &text[counted..range.start]);
            counted = range.start;
            end = range.end;
            found.push(((offset + range.start) as u64, (offset + range.end) as u64, (line, column), mention.id.to_owned()));
        });
        (line, column) = after((line, column), &text[counted..]);
        column += u64::from(!chunk.invalid().is_empty());
        offset += text.len() + chunk.invalid().len();
    }
    found
}

/// Line and column after some more text.
fn after((mut line, mut column): (u64, u64), text: &str) -> (u64, u64) {
    for c in text.chars() {
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}

/// What a scan tells of an input.
fn told(scan: &mut Scan<'_>, source: Pieces<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    let read = scan.read(source, &None, &mut |told| {
        if let Told::Answer(answer) = told {
            answers.push(answer);
        }
        Ok::<_, Infallible>(())
    });
    read.expect("nobody objects").expect("memory can be read");
    answers
}

fn mentions(scan: &mut Scan<'_>, source: Pieces<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for answer in told(scan, source) {
        let Answer::Mentions(mentions) = answer else { panic!("{answer:?}") };
        found.extend(mentions.into_iter().map(|told| (told.range.start, told.range.end, (told.line, told.column), told.id)));
    }
    found
}

/// The bytes that are passed on, and where the names in them stand.
fn marked(scan: &mut Scan<'_>, source: Pieces<'_>) -> (Vec<u8>, Vec<(u64, u64)>) {
    let (mut bytes, mut named) = (Vec::new(), Vec::new());
    for answer in told(scan, source) {
        let Answer::Marked(pieces) = answer else { panic!("{answer:?}") };
        for piece in pieces {
            let start = bytes.len() as u64;
            match piece {
                Piece::Text(text) => bytes.extend(text.bytes()),
                Piece::Bytes(more) => bytes.extend(more),
                Piece::Name(name, _) => {
                    bytes.extend(name.bytes());
                    named.push((start, bytes.len() as u64));
                }
            }
        }
    }
    (bytes, named)
}

/// Hands bytes out in two sizes by turns, of which the small one cuts characters in all ways.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: [usize; 2],
    turn: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let size = self.sizes[self.turn % 2].min(self.bytes.len()).min(buffer.len());
        self.turn += 1;
        let (piece, rest) = self.bytes.split_at(size);
        buffer[..size].copy_from_slice(piece);
        self.bytes = rest;
        Ok(size)
    }
}
