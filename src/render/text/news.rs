//! The announcements.

use crate::answer::news::{Newest, News};
use crate::render::style::Role;
use crate::render::text::page::{Item, Page, Part};
use crate::words;

/// The columns of a date and the space after it.
const DATE: usize = "2026-05-22  ".len();

/// Adds for each announcement a line with date, publisher and headline and one with the address; with `full` the summary between them. At the end
/// a reader at a terminal is told how old the newest is.
pub fn put(page: &mut Page, items: &[News], full: bool, newest: Option<&Newest>) {
    let lang = page.lang;
    for (i, item) in items.iter().enumerate() {
        if full && i > 0 {
            page.end_line();
        }
        page.add_column(item.date.as_str(), DATE, Role::Dimmed);
        let before = [item.publisher.called(lang), words::COLON.get(lang)].concat();
        let text = [&before, item.headline.read(lang)].concat();
        let link = (before.len()..text.len(), Part::Link(item.url.clone()));
        let headline = Item { text, role: Role::Headword, parts: vec![link] };
        page.item(&headline, DATE, DATE);
        let summary = item.summary.read(lang);
        if full && !summary.is_empty() {
            page.indent(DATE);
            page.hanging(summary, DATE, DATE, Role::Plain);
        }
        if item.headline.lacks(lang) && !item.headline.lacks(lang.other()) {
            page.indent(DATE);
            page.hanging(words::only_in(lang.other(), lang), DATE, DATE, Role::Dimmed);
        }
        if !page.screen.links {
            // An address is never broken: a broken one cannot be clicked or copied.
            page.indent(DATE);
            page.add(&item.url, Role::Link);
            page.end_line();
        }
        if let Some(gone) = &item.gone {
            page.indent(DATE);
            page.hanging(&words::gone(gone.as_str(), lang), DATE, DATE, Role::Dimmed);
        }
    }
    if let Some(Newest { day, age }) = newest.filter(|_| page.screen.terminal) {
        page.end_line();
        page.paragraph(&words::update::newest(day.as_str(), *age, lang), Role::Dimmed);
    }
}
