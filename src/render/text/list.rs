//! The entries in columns.

use crate::answer::Summary;
use crate::render::style::Role;
use crate::render::text::page::Page;

/// Adds one row for each entry: id, name, the name in the other language. A row is never wider than the screen.
pub fn put(page: &mut Page, entries: &[Summary]) {
    let lang = page.lang;
    let screen = page.screen;
    let id = entries.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
    let name = entries.iter().map(|entry| screen.columns(entry.name.read(lang))).max().unwrap_or_default();
    // The id is what one types next, so it is never cut; the names share what is left, the first getting up to three fifths.
    let left = screen.width.map_or(usize::MAX, |width| width.saturating_sub(id + 4));
    let name = name.min(left / 5 * 3);
    for entry in entries {
        page.add_column(&entry.id, id + 2, Role::Headword);
        let ours = screen.shorten(entry.name.read(lang), name);
        match entry.name.get(lang.other()) {
            Some(theirs) => {
                page.add_column(&ours, name + 2, Role::Plain);
                page.add(&screen.shorten(theirs, left - name), Role::Plain);
            }
            None => page.add(&ours, Role::Plain),
        }
        page.end_line();
    }
}
