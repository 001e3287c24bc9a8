//! The entries in columns.

use textwrap::core::display_width;

use crate::answer::Summary;
use crate::glossary::bilingual::Lang;
use crate::render::screen::{Screen, pad, shorten};
use crate::render::style::{Role, paint};

/// One row for each entry: id, name, the name in the other language. A row is never wider than the screen.
pub fn text(entries: &[Summary], lang: Lang, screen: Screen) -> String {
    let widest = |name: fn(&Summary, Lang) -> &str| entries.iter().map(|entry| display_width(name(entry, lang))).max().unwrap_or_default();
    let id = widest(|entry, _| &entry.id);
    let name = widest(|entry, lang| entry.name.read(lang));
    // The id is what one types next, so it is never cut; the names share what is left, the first getting up to three fifths.
    let left = screen.width.map_or(usize::MAX, |width| width.saturating_sub(id + 4));
    let name = name.min(left.saturating_mul(3) / 5);
    let other = left.saturating_sub(name);

    let mut text = String::new();
    for entry in entries {
        let ours = shorten(entry.name.read(lang), name);
        let theirs = if entry.name.lacks(lang.other()) { "" } else { entry.name.read(lang.other()) };
        let row = format!("{}  {}  {}", paint(&pad(&entry.id, id), Role::Headword, screen.color), pad(&ours, name), shorten(theirs, other));
        text += row.trim_end();
        text += "\n";
    }
    text
}
