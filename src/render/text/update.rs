//! What became of the feeds.

use crate::answer::updated::Updated;
use crate::render::style::Role;
use crate::render::text::page::Page;
use crate::words;

/// Adds one line for each feed, never broken, then how many announcements are new.
pub fn put(page: &mut Page, updated: &Updated) {
    for report in &updated.feeds {
        let role = if report.outcome.is_err() { Role::Warning } else { Role::Plain };
        page.add(words::update::feed(report, page.lang).trim_end(), role);
        page.end_line();
    }
    if !updated.is_failure() {
        page.text += &words::update::updated(updated.brought(), updated.stored.as_deref(), page.lang);
    }
}
