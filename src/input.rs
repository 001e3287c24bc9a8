//! Text that is read a stretch at a time, however long it is.

use std::io::{self, BufRead, Read};

/// How much is read at once, in bytes.
const CHUNK: usize = 1 << 17;

/// A stream of bytes as stretches of text.
#[derive(Debug)]
pub struct Input<R> {
    source: R,
    buffer: Vec<u8>,
    /// Where in the buffer the part begins that is still wanted.
    from: usize,
    /// How many bytes of the stream stood before the buffer.
    before: u64,
    is_at_end: bool,
}

/// What a stream has at its present place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// The text.
    pub text: &'t str,
    /// Where in the stream it begins, in bytes.
    pub offset: u64,
    /// Bytes after the text that are no UTF-8. With any of them, and at the end of the stream, the text goes no further.
    pub broken: &'t [u8],
    /// Whether the text goes on with what is read next.
    pub goes_on: bool,
}

impl<R: Read> Input<R> {
    /// A stream from its beginning.
    pub fn new(source: R) -> Self {
        Self { source, buffer: Vec::new(), from: 0, before: 0, is_at_end: false }
    }

    /// What stands at the present place, after reading on; none at the end of the stream.
    ///
    /// # Errors
    /// When the stream cannot be read.
    pub fn stretch(&mut self) -> io::Result<Option<Stretch<'_>>> {
        if self.buffer.len() - self.from < CHUNK && !self.is_at_end {
            self.read()?;
        }
        let wanted = &self.buffer[self.from..];
        if wanted.is_empty() && self.is_at_end {
            return Ok(None);
        }
        let (text, broken) = match simdutf8::compat::from_utf8(wanted) {
            Ok(text) => (text, 0),
            Err(error) => {
                let text = simdutf8::basic::from_utf8(&wanted[..error.valid_up_to()]).unwrap_or_default();
                let left = wanted.len() - text.len();
                // A character may be cut by the end of what was read: then the rest of it comes.
                (text, error.error_len().unwrap_or(if self.is_at_end { left } else { 0 }))
            }
        };
        let broken = &wanted[text.len()..text.len() + broken];
        let goes_on = broken.is_empty() && !self.is_at_end;
        Ok(Some(Stretch { text, offset: self.before + self.from as u64, broken, goes_on }))
    }

    /// Moves the present place on by so many bytes of the stretch.
    pub fn advance(&mut self, bytes: usize) {
        self.from = (self.from + bytes).min(self.buffer.len());
    }

    fn read(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.from);
        self.before += self.from as u64;
        self.from = 0;
        let wanted = self.buffer.len();
        self.buffer.resize(wanted + CHUNK, 0);
        let read = loop {
            match self.source.read(&mut self.buffer[wanted..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer.truncate(wanted + read.as_ref().map_or(0, |&read| read));
        self.is_at_end = read? == 0;
        Ok(())
    }
}

/// The longest line that is read as one term, in bytes: as long as an argument can be on Linux.
pub const LONGEST_LINE: usize = 1 << 17;

/// A line of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'l> {
    /// Without its end.
    Whole(&'l [u8]),
    /// Longer than [`LONGEST_LINE`]: it was passed by and not kept.
    TooLong,
}

/// Reads the next line of a stream into `buffer`; none at the end of the stream.
///
/// # Errors
/// When the stream cannot be read.
pub fn line<'l>(source: &mut impl BufRead, buffer: &'l mut Vec<u8>) -> io::Result<Option<Line<'l>>> {
    buffer.clear();
    source.take(LONGEST_LINE as u64 + 1).read_until(b'\n', buffer)?;
    if buffer.is_empty() {
        return Ok(None);
    }
    let has_end = buffer.pop_if(|last| *last == b'\n').is_some();
    if !has_end && buffer.len() > LONGEST_LINE {
        source.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Whole(buffer)))
}

/// A place in a text as editors count it, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: u64,
    /// The column, in characters.
    pub column: u64,
}

impl Position {
    /// The beginning.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place after some more text.
    pub fn after(self, text: &str) -> Self {
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64;
        let rest = memchr::memrchr(b'\n', text.as_bytes()).map_or(text, |end| &text[end + 1..]);
        let characters = rest.chars().count() as u64;
        Self { line: self.line + lines, column: if lines == 0 { self.column } else { 1 } + characters }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{Input, LONGEST_LINE, Line, Position, line};

    /// Hands out a few bytes at a time.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let length = self.1.min(self.0.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    #[test]
    fn what_is_no_utf8_parts_the_text_and_is_told_with_its_place() {
        for drip in [1, 2, 3, 7, 100] {
            let mut input = Input::new(Drip(b"a\xe3\x81\x82\xff\xfeb\xe3\x81", drip));
            let (mut text, mut broken) = (String::new(), Vec::new());
            while let Some(stretch) = input.stretch().expect("memory") {
                text += stretch.text;
                if !stretch.broken.is_empty() {
                    broken.push((stretch.offset + stretch.text.len() as u64, stretch.broken.to_vec()));
                }
                let read = stretch.text.len() + stretch.broken.len();
                input.advance(read);
            }
            assert_eq!(text, "aあb", "{drip}");
            assert_eq!(broken, [(4, vec![0xff]), (5, vec![0xfe]), (7, vec![0xe3, 0x81])], "{drip}");
        }
    }

    #[test]
    fn lines_that_are_too_long_are_passed_by() {
        let whole = vec![b'a'; LONGEST_LINE];
        let text = [&whole[..], b"\na", &whole, b"\n\nb\n", &whole].concat();
        let (mut source, mut buffer) = (&text[..], Vec::new());
        for expected in [Line::Whole(&whole), Line::TooLong, Line::Whole(b""), Line::Whole(b"b"), Line::Whole(&whole)] {
            assert_eq!(line(&mut source, &mut buffer).expect("memory"), Some(expected));
        }
        assert_eq!(line(&mut source, &mut buffer).expect("memory"), None);
    }

    #[test]
    fn positions() {
        for (text, line, column) in [("", 1, 1), ("ab", 1, 3), ("報酬\n", 2, 1), ("a\r\nb", 2, 2), ("\n\nモデル", 3, 4)] {
            assert_eq!(Position::START.after(text), Position { line, column }, "{text:?}");
        }
    }
}
