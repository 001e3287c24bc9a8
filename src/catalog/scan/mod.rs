//! The names of the glossary in running text: leftmost, longest, and whole words only.

pub mod edges;
pub mod starts;
pub mod step;
pub mod vocabulary;

use std::ops::Range;

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton, StateID};

use crate::catalog::scan::step::{Step, plain, step};
use crate::catalog::scan::vocabulary::{Form, Owner, Vocabulary};
use crate::glossary::script::is_japanese;
use crate::glossary::surface::between;

/// How far before a name and how far after it a text is looked at, in bytes. What is longer is no word.
pub const REACH: usize = 1024;

/// How far a text should go on after the last place where a name may begin: a name, and what follows it.
pub const AHEAD: usize = 2 * REACH;

/// The most bytes of a name in a text, which leave room for a plural ending. Only what nobody sees can make it that long.
const LONGEST: usize = REACH - 2;

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'v> {
    /// Its bytes in the text, at character boundaries.
    pub range: Range<usize>,
    /// The id of the entry that it names.
    pub id: &'v str,
    /// The number of the entry among those of the vocabulary.
    pub entry: usize,
}

/// A place in a text where nothing was found yet: the next name may begin here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The byte.
    pub at: usize,
    /// Where the last name ended: what is written together with it may begin a name of its own.
    pub last: Option<usize>,
}

impl<'v> Vocabulary<'v> {
    /// Tells the names that begin from `place` on and before `until`, in order, and returns the place to go on from.
    ///
    /// The text should go on for [`AHEAD`] bytes after `until`, unless it ends before, and have [`REACH`] before the place, unless it begins there.
    pub fn scan(&self, text: &str, mut place: Place, until: usize, mut tell: impl FnMut(Mention<'v>)) -> Place {
        let bytes = text.as_bytes();
        while let Some(&b) = bytes.get(place.at).filter(|_| place.at < until) {
            let (width, may_begin) = match b {
                // A Latin name begins where a word begins.
                _ if b.is_ascii_alphanumeric() => self.starts.latin(&bytes[place.at..]),
                _ if b.is_ascii() => (1, false),
                // The bytes of a character, by its first one.
                _ => (b.leading_ones() as usize, self.starts.has_other(&bytes[place.at..])),
            };
            if may_begin && let Some(mention) = self.longest(text, place) {
                place = Place { at: mention.range.end, last: Some(mention.range.end) };
                tell(mention);
            } else {
                place.at += width;
            }
        }
        place
    }

    /// The longest name that begins at a place.
    fn longest(&self, text: &str, place: Place) -> Option<Mention<'v>> {
        let bytes = text.as_bytes();
        if bytes[place.at].is_ascii() && !edges::begins_word(text, place.at) {
            return None;
        }
        let mut state = self.trie.start_state(Anchored::Yes).ok()?;
        let (mut at, mut walked) = (place.at, 0);
        let (mut before, mut gap) = (None, None);
        let mut best = None;
        'walk: while at - place.at < LONGEST {
            // What most of a name is made of takes no understanding.
            let width = if gap.is_none() { plain(bytes, at) } else { 0 };
            if width > 0 {
                for b in &bytes[at..at + width] {
                    state = self.trie.next_state(Anchored::Yes, state, b.to_ascii_lowercase());
                    if self.trie.is_dead(state) {
                        break 'walk;
                    }
                }
                (at, walked) = (at + width, walked + width);
                if self.trie.is_match(state) {
                    best = self.accepted(state, walked, text, place, at).or(best);
                }
                continue;
            }
            // Nor does the one space or hyphen between two Latin words.
            if let (None, Some(&[a, b' ' | b'-', c])) = (gap, bytes.get(at.saturating_sub(1)..at + 2))
                && a.is_ascii_alphanumeric()
                && c.is_ascii_alphanumeric()
            {
                state = self.trie.next_state(Anchored::Yes, state, b' ');
                if self.trie.is_dead(state) {
                    break;
                }
                (at, walked) = (at + 1, walked + 1);
                continue;
            }
            match step(text, at) {
                Some(Step::Gap { end, kind }) if at > place.at && gap.is_none() => {
                    gap = Some(kind);
                    before = text[..at].chars().next_back();
                    at = end;
                }
                Some(Step::Letters { letters, end }) if end - place.at <= LONGEST => {
                    for c in letters.as_str().chars() {
                        if let (Some(before), Some(kind)) = (before, gap.take()) {
                            if between(before, c) && !kind.is_joint() {
                                state = self.trie.next_state(Anchored::Yes, state, b' ');
                                walked += 1;
                            } else if !kind.may_stand(before, c) {
                                break 'walk;
                            }
                        }
                        for &b in c.encode_utf8(&mut [0; 4]).as_bytes() {
                            state = self.trie.next_state(Anchored::Yes, state, b);
                            walked += 1;
                        }
                        if self.trie.is_dead(state) {
                            break 'walk;
                        }
                    }
                    at = end;
                    best = self.accepted(state, walked, text, place, at).or(best);
                }
                _ => break,
            }
        }
        let (end, owner) = best?;
        let range = place.at..end;
        let is_latin = text[range.clone()].ends_with(|c: char| !is_japanese(c));
        (!is_latin || !edges::is_in_address(text, &range)).then_some(Mention { range, id: owner.id, entry: owner.entry })
    }

    /// The name that a walk to `end` has reached, if it has reached one.
    fn accepted(&self, state: StateID, walked: usize, text: &str, place: Place, end: usize) -> Option<(usize, Owner<'v>)> {
        if !self.trie.is_match(state) {
            return None;
        }
        self.accept(self.form_at(state, walked)?, text, place, end)
    }

    /// Whether a form that stands from a place to `end` is a name there, and where it ends with its plural.
    fn accept(&self, form: &Form<'v>, text: &str, place: Place, end: usize) -> Option<(usize, Owner<'v>)> {
        let written = &text[place.at..end];
        let owner = *form.owners.iter().find(|owner| owner.capitals.are_in(written, owner.written))?;
        if !edges::may_begin(text, place, form, &owner, &self.words) {
            return None;
        }
        Some((edges::end(text, place.at..end, form, &owner, &self.words)?, owner))
    }
}
