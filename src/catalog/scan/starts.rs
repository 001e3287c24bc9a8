//! A quick look at a place: most places begin no name, and are passed by without a walk.
//!
//! What is said here may be a wrong yes, but never a wrong no.

use unicode_normalization::UnicodeNormalization;

/// The beginnings of names.
#[derive(Debug)]
pub struct Starts {
    /// The first words of Latin names, with and without a plural ending, hashed.
    words: Bits,
    /// The first character of every Japanese name, by its number.
    firsts: Bits,
    /// The first two characters of those that are no longer, or go on otherwise, hashed.
    pairs: Bits,
    /// The first three characters of the others, hashed.
    triples: Bits,
}

impl Starts {
    /// The beginnings of these forms.
    pub fn new<'f>(forms: impl Iterator<Item = &'f str>) -> Self {
        let mut starts = Self { words: Bits::new(), firsts: Bits::new(), pairs: Bits::new(), triples: Bits::new() };
        for text in forms {
            let form = text.as_bytes();
            if form.first().is_some_and(u8::is_ascii) {
                let (word, _) = word(form);
                for ending in [&b""[..], b"s", b"es"] {
                    starts.words.set(finish(ending.iter().fold(word, |hash, &b| stir(hash, b))));
                }
                continue;
            }
            let Some(first) = character(form, 0) else { continue };
            starts.firsts.set(first);
            // Its mark of voicing may follow by itself.
            starts.firsts.set(text.nfd().next().map_or(first, u64::from));
            match (character(form, 3), character(form, 6)) {
                (Some(second), Some(third)) => starts.triples.set(hash([first, second, third])),
                (Some(second), None) => starts.pairs.set(hash([first, second, 0])),
                (None, _) => {}
            }
        }
        starts
    }

    /// Where the Latin word ends that begins these bytes, and whether a name may begin with it.
    pub fn latin(&self, bytes: &[u8]) -> (usize, bool) {
        let (word, end) = word(bytes);
        // After a soft hyphen the word goes on.
        let is_cut = bytes.get(end).is_some_and(|b| !b.is_ascii()) && begins_invisible(&bytes[end..]);
        (end, is_cut || self.words.has(finish(word)))
    }

    /// Whether a name may begin with these bytes, which begin with a character that is not ASCII.
    pub fn has_other(&self, bytes: &[u8]) -> bool {
        let Some(first) = character(bytes, 0) else { return bytes[0] != 0xe2 && !begins_invisible(bytes) };
        if !self.firsts.has(first) {
            return false;
        }
        match (character(bytes, 3), character(bytes, 6), bytes.get(9)) {
            // A gap or a mark may stand anywhere between.
            (Some(second), Some(third), next) if !is_mark(second) && !is_mark(third) && next != Some(&0xef) => {
                self.triples.has(hash([first, second, third])) || self.pairs.has(hash([first, second, 0])) || character(bytes, 9).is_some_and(is_mark)
            }
            _ => true,
        }
    }
}

/// Each ASCII letter and digit as it is in a form; zero for everything else.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut b = 0;
    while b < 128 {
        if (b as u8).is_ascii_alphanumeric() {
            letters[b] = (b as u8).to_ascii_lowercase();
        }
        b += 1;
    }
    letters
};

/// The hash of the Latin word that these bytes begin with, in small letters, and where it ends.
fn word(bytes: &[u8]) -> (u64, usize) {
    let mut hash = 0;
    for (i, &b) in bytes.iter().enumerate() {
        match LETTERS[usize::from(b)] {
            0 => return (hash, i),
            letter => hash = stir(hash, letter),
        }
    }
    (hash, bytes.len())
}

fn stir(hash: u64, b: u8) -> u64 {
    // No multiplication: it would be what each letter waits for. `finish` spreads the bits.
    hash.rotate_left(7) ^ u64::from(b)
}

/// The number of the character at a place, if it is one of U+3000 to U+9FFF: kana, common kanji and what stands between them.
fn character(bytes: &[u8], at: usize) -> Option<u64> {
    match bytes.get(at..at + 3) {
        Some(&[a @ 0xe3..=0xe9, b, c]) => Some((u64::from(a & 0xf) << 12) | (u64::from(b & 0x3f) << 6) | u64::from(c & 0x3f)),
        _ => None,
    }
}

/// Whether bytes begin with a character that [nobody sees](crate::glossary::surface::is_invisible).
fn begins_invisible(bytes: &[u8]) -> bool {
    matches!(bytes, [0xc2, 0xad, ..] | [0xe2, 0x80, 0x8b..=0x8d, ..] | [0xef, 0xbb, 0xbf, ..])
}

/// Whether a character stands between the letters of a name, or changes the one before: the middle dot, marks of voicing, the space.
fn is_mark(character: u64) -> bool {
    matches!(character, 0x30fb | 0x3099 | 0x309a | 0x3000)
}

fn hash(characters: [u64; 3]) -> u64 {
    let [a, b, c] = characters;
    finish(a | (b << 16) | (c << 32))
}

/// The bits of a number spread over sixteen.
fn finish(number: u64) -> u64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48
}

/// A set of numbers below 65,536.
#[derive(Debug)]
struct Bits(Box<[u64; 1024]>);

impl Bits {
    fn new() -> Self {
        Self(Box::new([0; 1024]))
    }

    fn set(&mut self, number: u64) {
        self.0[number as usize >> 6 & 1023] |= 1 << (number & 63);
    }

    fn has(&self, number: u64) -> bool {
        self.0[number as usize >> 6 & 1023] >> (number & 63) & 1 == 1
    }
}
