//! The hits of a search.

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::search::Hit;
use crate::render::screen::Screen;
use crate::render::style::Role;
use crate::render::text::page::{Item, Page, Part};
use crate::words;

/// The spaces before a passage.
const INDENT: usize = 2;
/// The lines that a passage takes on a screen.
const LINES: usize = 2;
/// The columns that a passage takes where there is no screen.
const COLUMNS: usize = 160;

/// Adds for each hit a line with id and headword, and beneath it the part of the passage that has the words.
pub fn put(page: &mut Page, hits: &[Hit]) {
    let lang = page.lang;
    for (i, hit) in hits.iter().enumerate() {
        if i > 0 {
            page.end_line();
        }
        page.add_column(&hit.id, hit.id.len() + 2, Role::Headword);
        let name = words::headword(hit.name.read(lang), hit.abbreviation.as_deref(), lang);
        page.hanging(&name, hit.id.len() + 2, INDENT, Role::Plain);
        let room = page.screen.measure.map_or(COLUMNS, |measure| LINES * measure.saturating_sub(INDENT + 1));
        page.indent(INDENT);
        page.item(&snippet(&hit.text, hit.ranges.iter().map(|&range| range.into()), room, page.screen), INDENT, INDENT);
    }
}

/// The part of a text around the first places in it, at most so many columns wide, with … where something is left out.
fn snippet(text: &str, places: impl Iterator<Item = Range<usize>>, room: usize, screen: Screen) -> Item {
    let places: Vec<Range<usize>> = places.collect();
    let first = places.first().map_or(0, |place| place.start);
    let is_whole = matches!(screen.shorten(text, room), Cow::Borrowed(_));
    let start = if is_whole { 0 } else { beginning(text, first, room, screen) };
    let before = if start > 0 { "…" } else { "" };
    let mut part = screen.shorten(&text[start..], room.saturating_sub(screen.columns(before))).into_owned();
    let mut shown = start + part.len();
    if part.ends_with('…') && !text[start..].starts_with(&part) {
        // The last word may be cut: it goes as a whole.
        let words = part.trim_end_matches('…').trim_end_matches(|c: char| c.is_ascii_alphanumeric()).trim_end();
        shown = start + words.len();
        part = [words, "…"].concat();
    }
    let inside = places.into_iter().filter(|place| place.start >= start && place.end <= shown);
    let parts = inside.map(|place| (place.start - start + before.len()..place.end - start + before.len(), Part::Match)).collect();
    Item { text: [before, &part].concat(), role: Role::Plain, parts }
}

/// Where a snippet begins: at a sentence that is not far before the place, or else at a word.
fn beginning(text: &str, place: usize, room: usize, screen: Screen) -> usize {
    let after = |mark: &str| text[..place].rfind(mark).map(|at| at + mark.len());
    let sentence = [". ", "。"].into_iter().filter_map(after).max().unwrap_or(0);
    // From the place backwards, as far as there is room before it.
    let (mut width, mut word) = (0, place);
    for (at, c) in text[sentence..place].char_indices().rev() {
        width += screen.ambiguous.char_width(c);
        if width > room / 2 {
            return word;
        }
        if width <= room / 4 && !c.is_ascii_alphanumeric() {
            word = sentence + at + c.len_utf8();
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use crate::render::screen::Screen;
    use crate::render::wrap::Ambiguous;

    const SCREEN: Screen = Screen { terminal: false, width: None, measure: None, color: false, links: false, ambiguous: Ambiguous::Narrow };

    #[test]
    fn the_part_around_the_place() {
        for (text, found, room, expected) in [
            ("A short text.", "text", 40, "A short text."),
            ("First comes this sentence. Then the reward model.", "reward", 30, "…Then the reward model."),
            ("One long sentence that goes on and on before it comes to the reward that it is about", "reward", 40, "…to the reward that it is about"),
            ("報酬モデルは人の判断を学びます。強化学習はその点数を高めます。", "強化", 24, "…強化学習はその点数を高…"),
        ] {
            let at = text.find(found).expect("it is there");
            let item = snippet(text, std::iter::once(at..at + found.len()), room, SCREEN);
            assert_eq!(item.text, expected);
            assert_eq!(item.parts.iter().map(|(range, _)| &item.text[range.clone()]).collect::<Vec<_>>(), [found]);
        }
    }
}
