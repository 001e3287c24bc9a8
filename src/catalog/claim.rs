//! What entries say of names: lines of a pack, not decoded yet.

use memchr::{memchr, memmem, memrchr};

use crate::catalog::layer::{Layer, text};
use crate::catalog::look::{beginning, first_line, under};
use crate::glossary::fold::Key;
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

impl Layer {
    /// The ids of the entries that own a key, the strongest claim first.
    pub fn owners<'a, 'k>(&'a self, key: &'k Key) -> impl Iterator<Item = (Via, &'a str)> + use<'a, 'k> {
        under(&self.pack.keys, key.as_str().as_bytes()).filter_map(|(_, claim)| owner(claim))
    }

    /// The ids of the entries that a spelling of one kind may mean.
    pub fn spelled<'a, 's>(&'a self, spelling: &'s str, kind: Via) -> impl Iterator<Item = (Via, &'a str)> + use<'a, 's> {
        under(&self.pack.spellings, spelling.as_bytes()).filter_map(|(_, claim)| owner(claim)).filter(move |(via, _)| *via == kind)
    }

    /// The claims to the keys of so many characters.
    pub fn claims_of(&self, length: usize) -> impl Iterator<Item = Claim<'_>> {
        let offsets = under(&self.pack.lengths, length.to_string().as_bytes()).next().map(|(_, offsets)| text(offsets)).unwrap_or_default();
        offsets.split_ascii_whitespace().filter_map(|offset| Some(Claim::new(first_line(&self.pack.keys[offset.parse().ok()?..]))))
    }

    /// The claims to the keys that begin with `prefix`.
    pub fn claims_to<'a, 'p>(&'a self, prefix: &'p Key) -> impl Iterator<Item = Claim<'a>> + use<'a, 'p> {
        beginning(&self.pack.keys, prefix.as_str().as_bytes()).map(Claim::new)
    }

    /// The claims to the keys that have `part` after their beginning.
    pub fn claims_with<'a, 'p>(&'a self, part: &'p Key) -> impl Iterator<Item = Claim<'a>> + use<'a, 'p> {
        let (keys, part) = (&*self.pack.keys, part.as_str().as_bytes());
        memmem::find_iter(keys, part).filter_map(move |at| {
            let start = memrchr(b'\n', &keys[..at]).map_or(0, |end| end + 1);
            let claim = Claim::new(first_line(&keys[start..]));
            (start < at && at + part.len() <= start + claim.key.len()).then_some(claim)
        })
    }
}
