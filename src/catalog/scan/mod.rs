//! The names of the glossary in running text: leftmost, longest, and whole words only.

pub mod edges;
pub mod step;
pub mod vocabulary;

use std::ops::Range;

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;

use crate::catalog::scan::step::{Step, step};
use crate::catalog::scan::vocabulary::{Form, Owner, Vocabulary};
use crate::glossary::surface::{between, is_japanese};

/// How far before a place a text is looked at, and how far after the beginning of a name, in bytes. What is longer is no word.
pub const REACH: usize = 1024;

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'v> {
    /// Its bytes in the text, at character boundaries.
    pub range: Range<usize>,
    /// The id of the entry that it names.
    pub id: &'v str,
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
    /// The text should go on for [`REACH`] bytes after `until`, unless it ends there, and have as many before the place, unless it begins there.
    pub fn scan(&self, text: &str, mut place: Place, until: usize, mut tell: impl FnMut(Mention<'v>)) -> Place {
        let bytes = text.as_bytes();
        while let Some(&b) = bytes.get(place.at).filter(|_| place.at < until) {
            let may_begin = match b {
                _ if b.is_ascii_alphanumeric() => edges::begins_word(text, place.at),
                _ if b.is_ascii() => false,
                _ => self.may_begin(text, place),
            };
            if may_begin && let Some(mention) = self.longest(text, place) {
                place = Place { at: mention.range.end, last: Some(mention.range.end) };
                tell(mention);
                continue;
            }
            place.at += if b.is_ascii_alphanumeric() {
                // A Latin name begins where a word begins.
                bytes[place.at..].iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len() - place.at)
            } else {
                // The bytes of a character, by its first one.
                (b.leading_ones() as usize).max(1)
            };
        }
        place
    }

    /// Whether a name may begin with what stands at a place, by its first character.
    fn may_begin(&self, text: &str, place: Place) -> bool {
        text[place.at..].chars().next().is_some_and(|c| self.begins_with(c))
    }

    /// The longest name that begins at a place.
    fn longest(&self, text: &str, place: Place) -> Option<Mention<'v>> {
        let mut state = self.trie.start_state(Anchored::Yes).ok()?;
        let (mut at, mut walked) = (place.at, 0);
        let (mut before, mut gap) = (None, None);
        let mut best = None;
        'walk: while at - place.at < REACH {
            match step(text, at) {
                Some(Step::Gap { end, kind }) if before.is_some() && gap.is_none() => {
                    gap = Some(kind);
                    at = end;
                }
                Some(Step::Letters { letters, end }) => {
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
                        before = Some(c);
                    }
                    at = end;
                    if self.trie.is_match(state)
                        && let Some(form) = self.form_at(state, walked)
                        && let Some(found) = self.accept(form, text, place, at)
                    {
                        best = Some(found);
                    }
                }
                _ => break,
            }
        }
        let (end, owner) = best?;
        let range = place.at..end;
        let is_latin = text[range.clone()].ends_with(|c: char| !is_japanese(c));
        (!is_latin || !edges::is_in_address(text, &range)).then_some(Mention { range, id: owner.id })
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
