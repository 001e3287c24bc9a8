//! What entries say of names: lines of a pack, not decoded yet.

use memchr::{memchr, memrchr};

use crate::catalog::layer::text;
use crate::glossary::pack::Via;
use crate::glossary::surface::Capitals;

/// A form in which a name may stand in running text.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The form.
    pub form: &'a str,
    /// The rank of the name among those of the entry, as a digit.
    pub rank: &'a str,
    /// The name as the entry has it.
    pub written: &'a str,
    /// Which capitals it needs.
    pub capitals: Capitals,
    /// Whether it names one thing in the world.
    pub is_proper: bool,
    /// The entry.
    pub id: &'a str,
}

/// An entry's claim to a key, not decoded yet.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// The folded name.
    pub key: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Claim<'a> {
    pub(super) fn new(line: &'a [u8]) -> Self {
        let tab = memchr(b'\t', line).unwrap_or(line.len());
        Self { key: &line[..tab], rest: &line[(tab + 1).min(line.len())..] }
    }

    /// The characters of the key.
    pub fn length(self) -> usize {
        // The rank is one digit and a tab stands on each side of the length.
        let digits = self.rest.get(2..).unwrap_or_default().iter().take_while(|&&b| b != b'\t');
        digits.fold(0, |length, digit| length * 10 + usize::from(digit - b'0'))
    }

    /// By what the entry owns the key, and its id.
    pub fn owner(self) -> Option<(Via, &'a str)> {
        owner(self.rest)
    }
}

/// By what an entry owns a key, and its id: the first digit and the last field of a line.
pub(super) fn owner(rest: &[u8]) -> Option<(Via, &str)> {
    let via = Via::from_rank(rest.first()?)?;
    let last = memrchr(b'\t', rest)?;
    Some((via, text(&rest[last + 1..])))
}
