//! What a text uses, and the text with it marked.

use std::io::{self, Write};

use crate::answer::scan::{Layout, Piece, Used, Uses};
use crate::glossary::bilingual::Lang;
use crate::render::screen::Screen;
use crate::render::style::{Role, link, paint};
use crate::render::text::page::Page;
use crate::words;

/// The columns below which a row has one name only.
const NARROW: usize = 30;

/// Adds the entries, as a table for people or for a document.
pub fn put(page: &mut Page, uses: &Uses) {
    match uses.layout {
        Layout::Table => table(page, uses, false),
        Layout::Definitions => table(page, uses, true),
        Layout::Markdown => markdown(page, &uses.used),
    }
}

/// One row for each entry: id, how often, where first, the name in both languages. A row is never wider than the screen.
fn table(page: &mut Page, uses: &Uses, with_definitions: bool) {
    let (lang, screen) = (page.lang, page.screen);
    let stdin = *words::scan::STDIN.get(lang);
    let place = |used: &Used| words::scan::place(uses.files.then(|| used.file.as_deref().unwrap_or(stdin)), used.line, lang);
    let rows: Vec<(&Used, String, String)> = uses.used.iter().map(|used| (used, format!("{}×", used.count), place(used))).collect();
    let widest = |of: &dyn Fn(&(&Used, String, String)) -> usize| rows.iter().map(of).max().unwrap_or_default();
    let (id, count, at) = (widest(&|row| row.0.named.id.len()), widest(&|row| screen.columns(&row.1)), widest(&|row| screen.columns(&row.2)));
    // The id is what one types next, and the place where one goes next, so only the names are ever cut.
    let left = screen.width.map_or(usize::MAX, |width| width.saturating_sub(id + count + at + 6));
    let widest_name = widest(&|row| screen.columns(row.0.named.name.read(lang)));
    // Where there is no room for two names one is worth more than two that are cut off.
    let is_narrow = left < NARROW;
    let name = if is_narrow || left == usize::MAX { widest_name.min(left) } else { widest_name.min(left / 5 * 3) };
    for (i, (used, times, place)) in rows.iter().enumerate() {
        if with_definitions && i > 0 {
            page.end_line();
        }
        page.add_column(&used.named.id, id + 2, Role::Headword);
        page.indent(count - screen.columns(times));
        page.add(times, Role::Plain);
        page.indent(2);
        page.add_column(place, at + 2, Role::Dimmed);
        let names = &used.named.name;
        let ours = screen.shorten(names.read(lang), name);
        match names.get(lang.other()).as_deref().filter(|theirs| !is_narrow && *theirs != names.read(lang)) {
            Some(theirs) => {
                page.add_column(&ours, name + 2, Role::Plain);
                page.add(&screen.shorten(theirs, left.saturating_sub(name + 2)), Role::Plain);
            }
            None => page.add(&ours, Role::Plain),
        }
        page.text.truncate(page.text.trim_end_matches(' ').len());
        page.end_line();
        if with_definitions {
            page.indent(2);
            page.hanging(used.definition.read(lang), 2, 2, Role::Plain);
        }
    }
}

/// A glossary of two columns, by headword.
fn markdown(page: &mut Page, used: &[Used]) {
    let lang = page.lang;
    let [term, meaning] = words::scan::COLUMNS.map(|word| *word.get(lang));
    let mut rows: Vec<(String, &Used)> = used.iter().map(|used| (headword(used, lang), used)).collect();
    rows.sort_by_cached_key(|(term, used)| sorting(term, used, lang));
    page.text += &format!("| {term} | {meaning} |\n| --- | --- |\n");
    for (term, used) in rows {
        page.text += &format!("| {} | {} |\n", escaped(&term), escaped(used.definition.read(lang)));
    }
}

/// How glossaries are sorted: by letters, and Japanese after them by its reading.
fn sorting(term: &str, used: &Used, lang: Lang) -> (bool, String) {
    match &used.reading {
        Some(reading) if lang == Lang::Ja && !term.starts_with(|c: char| c.is_ascii()) => (true, reading.clone()),
        _ => (false, term.to_lowercase()),
    }
}

fn headword(used: &Used, lang: Lang) -> String {
    words::headword(used.named.name.read(lang), used.abbreviation.as_deref(), lang)
}

/// Text that Markdown takes as it is, in a cell.
fn escaped(text: &str) -> String {
    let escape = |c: char| if "\\|<>*_`[]".contains(c) { format!("\\{c}") } else { c.to_string() };
    text.chars().map(escape).collect()
}

/// Writes a part of a text with its names marked, and nothing else changed; on a terminal, what it would obey is shown instead.
///
/// # Errors
/// When `out` cannot be written.
pub fn marked(pieces: &[Piece], screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    // Line ends are harmless, those of Windows too.
    let lines = |text: &str| text.split('\n').map(words::visible_text).collect::<Vec<_>>().join("\n");
    let shown = |text: &str| if screen.terminal { text.split("\r\n").map(lines).collect::<Vec<_>>().join("\r\n") } else { text.to_owned() };
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(plain) => text += &shown(plain),
            Piece::Name(name, Some(address)) if screen.links => link(&mut text, &shown(name), address, screen.color),
            Piece::Name(name, _) => paint(&mut text, &shown(name), Role::Match, screen.color),
            Piece::Bytes(_) if screen.terminal => text.push('\u{fffd}'),
            Piece::Bytes(bytes) => {
                out.write_all(text.as_bytes())?;
                text.clear();
                out.write_all(bytes)?;
            }
        }
    }
    out.write_all(text.as_bytes())
}
