//! A page of text on its way to a screen: lines, wrapped and styled as they are added.

use std::ops::Range;

use crate::glossary::bilingual::Lang;
use crate::render::screen::Screen;
use crate::render::style::{Role, link, paint};

/// What will be shown, and how.
#[derive(Debug)]
pub struct Page {
    /// The text so far.
    pub text: String,
    /// The language.
    pub lang: Lang,
    /// The screen.
    pub screen: Screen,
}

/// A line of text, and what is particular about parts of it.
#[derive(Debug)]
pub struct Item {
    /// The text.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Parts of the text, in order, and what they are.
    pub parts: Vec<(Range<usize>, Part)>,
}

/// What a part of a line is.
#[derive(Debug)]
pub enum Part {
    /// It leads to an address, which stands in the text as well where there are no links.
    Link(String),
    /// It is what was looked up.
    Match,
}

impl Item {
    /// Text alone.
    pub fn plain(text: String) -> Self {
        Self { text, role: Role::Plain, parts: Vec::new() }
    }
}

impl Page {
    /// An empty page.
    pub fn new(lang: Lang, screen: Screen) -> Self {
        Self { text: String::with_capacity(1 << 13), lang, screen }
    }

    /// Ends a line, or sets parts apart.
    pub fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// Adds text to the line as its role looks.
    pub fn add(&mut self, text: &str, role: Role) {
        paint(&mut self.text, text, role, self.screen.color);
    }

    /// Adds text to the line and fills it up to `columns`.
    pub fn add_column(&mut self, text: &str, columns: usize, role: Role) {
        self.add(text, role);
        self.indent(columns.saturating_sub(self.screen.columns(text)));
    }

    /// Adds a paragraph on lines of its own.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.hanging(text, 0, 0, role);
    }

    /// Adds a paragraph to a line that has `before` columns already; its further lines begin after `indent` columns.
    pub fn hanging(&mut self, text: &str, before: usize, indent: usize, role: Role) {
        self.lines(text, before, indent, |page, line, _| page.add(line, role));
    }

    /// Adds an item as [`Page::hanging`] does; its links lead on where there are links.
    pub fn item(&mut self, item: &Item, before: usize, indent: usize) {
        let role = item.role;
        self.lines(&item.text, before, indent, |page, line, start| {
            let within = |at: usize| at.clamp(start, start + line.len()) - start;
            let mut done = 0;
            for (range, part) in &item.parts {
                let (from, to) = (within(range.start), within(range.end));
                if from == to || (!page.screen.links && matches!(part, Part::Link(_))) {
                    continue;
                }
                page.add(&line[done..from], role);
                match part {
                    Part::Link(address) => link(&mut page.text, &line[from..to], address, page.screen.color),
                    Part::Match => page.add(&line[from..to], Role::Match),
                }
                done = to;
            }
            page.add(&line[done..], role);
        });
    }

    /// Adds the lines of a text by `add`, which is told where in the text each begins. An address that is longer than a line stays whole, to
    /// be clicked on or copied: it gets a line of its own with less indent, and goes beyond the edge where even that is too short.
    fn lines(&mut self, text: &str, before: usize, indent: usize, add: impl Fn(&mut Self, &str, usize)) {
        if self.screen.measure.is_none() {
            add(self, text, 0);
            return self.end_line();
        }
        let (mut is_first, mut from) = (true, 0);
        for address in self.long_addresses(text, before.max(indent)).chain(std::iter::once(text.len()..text.len())) {
            let words = text[from..address.start].trim_start();
            let start = address.start - words.len();
            let words = start..start + words.trim_end().len();
            let places = self.screen.wrap(&text[words.clone()], before.max(indent)).into_iter();
            let places = places.map(|place| (words.start + place.start..words.start + place.end, indent));
            let room = self.screen.measure.unwrap_or_default().saturating_sub(self.screen.columns(&text[address.clone()]));
            from = address.end;
            for (place, indent) in places.chain(std::iter::once((address, indent.min(room)))).filter(|(place, _)| !place.is_empty()) {
                if !is_first {
                    self.indent(indent);
                }
                is_first = false;
                add(self, &text[place.clone()], place.start);
                self.end_line();
            }
        }
    }

    /// The places of addresses that are longer than a line after `indent`.
    fn long_addresses<'t>(&self, text: &'t str, indent: usize) -> impl Iterator<Item = Range<usize>> + use<'t> {
        let (screen, measure) = (self.screen, self.screen.measure.unwrap_or(usize::MAX));
        let mut from = 0;
        let addresses = std::iter::from_fn(move || {
            let start = from + text[from..].find("https://")?;
            // Japanese goes on without a space, and an archive's address has another one in it.
            from = text[start..].find(|c: char| !c.is_ascii_graphic()).map_or(text.len(), |length| start + length);
            Some(start..from)
        });
        addresses.filter(move |place| screen.columns(&text[place.clone()]) > measure.saturating_sub(indent))
    }

    /// Adds spaces.
    pub fn indent(&mut self, columns: usize) {
        self.text.extend(std::iter::repeat_n(' ', columns));
    }

    /// Adds labels with their items, one to a line, labels and items each in a column. A label without items is left out.
    pub fn labelled(&mut self, rows: &[(&str, Vec<Item>)]) {
        let used = || rows.iter().filter(|(_, items)| !items.is_empty());
        let indent = used().map(|(label, _)| self.screen.columns(label)).max().unwrap_or_default() + 2;
        for (label, items) in used() {
            for (i, item) in items.iter().enumerate() {
                self.add_column(if i == 0 { label } else { "" }, indent, Role::Label);
                self.item(item, indent, indent + 2);
            }
        }
    }
}
