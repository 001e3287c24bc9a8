//! A page of text on its way to a screen: lines, wrapped and styled as they are added.

use textwrap::core::display_width;

use crate::glossary::bilingual::Lang;
use crate::render::screen::{Screen, pad};
use crate::render::style::{Role, paint};

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
        pad(&mut self.text, text, columns);
    }

    /// Adds a paragraph on lines of its own.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.hanging(text, 0, 0, role);
    }

    /// Adds a paragraph to a line that has `before` columns already; its further lines begin after `indent` columns.
    pub fn hanging(&mut self, text: &str, before: usize, indent: usize, role: Role) {
        let screen = self.screen;
        for (i, line) in screen.wrap(text, before.max(indent)).iter().enumerate() {
            if i > 0 {
                self.indent(indent);
            }
            self.add(line, role);
            self.end_line();
        }
    }

    /// Adds spaces.
    pub fn indent(&mut self, columns: usize) {
        pad(&mut self.text, "", columns);
    }

    /// Adds labels with their items, one to a line, labels and items each in a column. A label without items is left out.
    pub fn labelled(&mut self, rows: &[(&str, Vec<String>)]) {
        let used = || rows.iter().filter(|(_, items)| !items.is_empty());
        let indent = used().map(|(label, _)| display_width(label)).max().unwrap_or_default() + 2;
        for (label, items) in used() {
            for (i, item) in items.iter().enumerate() {
                self.add_column(if i == 0 { label } else { "" }, indent, Role::Label);
                self.hanging(item, indent, indent + 2, Role::Plain);
            }
        }
    }
}
