//! The entries in columns.

use crate::answer::Summary;
use crate::render::style::Role;
use crate::render::text::page::Page;

/// The fewest columns for names in which both languages have room.
const BOTH: usize = 36;

/// The fewest columns for a name; where there are fewer, the id stands alone.
const LEAST: usize = 4;

/// Adds one row for each entry: id, name, and where there is room the name in the other language. A row is never wider than the screen, unless
/// the id is: that is what one types next, so it is never cut.
pub fn put(page: &mut Page, entries: &[Summary]) {
    let lang = page.lang;
    let screen = page.screen;
    let width = screen.width.unwrap_or(usize::MAX);
    // A few long ids take room from their own names only, not from all.
    let id = entries.iter().map(|entry| entry.id.len()).max().unwrap_or_default().min(width / 10 * 3);
    let left = width.saturating_sub(id + 4);
    let name = entries.iter().map(|entry| screen.columns(entry.name.read(lang))).max().unwrap_or_default();
    let name = if left < BOTH { left + 2 } else { name.min(left / 5 * 3) };
    for entry in entries {
        let taken = entry.id.len().saturating_sub(id);
        let room = name.saturating_sub(taken);
        let ours = screen.shorten(entry.name.read(lang), room);
        match entry.name.get(lang.other()) {
            _ if room < LEAST => page.add(&entry.id, Role::Headword),
            Some(theirs) if left >= BOTH => {
                page.add_column(&entry.id, id + taken + 2, Role::Headword);
                page.add_column(&ours, room + 2, Role::Plain);
                page.add(&screen.shorten(theirs, left - name), Role::Plain);
            }
            _ => {
                page.add_column(&entry.id, id + taken + 2, Role::Headword);
                page.add(&ours, Role::Plain);
            }
        }
        page.end_line();
    }
}
