//! Folding, and the way back from folded text.

use hayami::glossary::fold::fold;
use hayami::glossary::folded::{Folded, folded};
use hayami::glossary::romaji;
use hayami::glossary::spelling::{british, loose};
use hayami::glossary::surface::{Capitals, forms, runs};

/// What holds for a text.
pub(crate) fn holds(text: &str) {
    let key = fold(text);
    assert_eq!(fold(key.as_str()), key, "folding {text:?} twice");
    // A text of plain characters takes a short way, which has to lead to the same place.
    assert_eq!(fold(&[text, "\u{200b}"].concat()), key, "something invisible after it");
    assert!(!key.as_str().contains(char::is_control), "a line of a pack");

    let way = Folded::new(text);
    assert_eq!(folded(text), way.text, "with and without the way back");
    assert_eq!(folded(&[text, "\u{200b}"].concat()), way.text, "something invisible after it");
    assert!(!way.text.contains(char::is_control), "a line of a pack");
    the_way_back(text, &way);

    loose(&key);
    romaji::of_reading(key.as_str());
    romaji::of_typed(text);
    british(key.as_str());
    for form in forms(text) {
        assert!(!form.contains(char::is_control) || text.contains(char::is_control), "a line of a pack: {form:?}");
    }
    for run in runs(text) {
        assert!(!run.is_empty() && text.contains(run));
    }
    for is_proper in [true, false] {
        let capitals = Capitals::needed(text, is_proper);
        assert_eq!(Capitals::of(&capitals.letter().to_string()), capitals);
        assert!(capitals.are_in(text, text), "{text:?} has its own capitals");
    }
}

/// Each part of the folded text comes from whole characters, in order, which fold to it.
fn the_way_back(text: &str, way: &Folded) {
    let places: Vec<(usize, char)> = way.text.char_indices().collect();
    let mut last = 0..0;
    for &(at, c) in &places {
        let place = way.written(at..at + c.len_utf8()).expect("not empty");
        assert!(text.is_char_boundary(place.start) && text.is_char_boundary(place.end) && !place.is_empty());
        assert!(last.start <= place.start && last.end <= place.end, "in order");
        last = place;
    }
    // Not every part, of which there are too many: from each character to one that the character chooses.
    for (i, &(at, c)) in places.iter().enumerate().step_by(1 + places.len() / 64) {
        let to = (i + 1 + c as usize % 7).min(places.len());
        let end = places.get(to).map_or(way.text.len(), |place| place.0);
        let part = &way.text[at..end];
        let place = way.written(at..end).expect("not empty");
        assert!(folded(&text[place.clone()]).contains(part.trim_matches(' ')), "{part:?} from {:?}", &text[place]);
    }
}
