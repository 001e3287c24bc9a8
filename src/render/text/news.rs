//! The announcements.

use crate::answer::News;
use crate::glossary::bilingual::Lang;
use crate::render::screen::Screen;
use crate::render::style::{Role, paint};
use crate::words;

/// For each announcement a line with date, publisher and headline and one with the address; with `full` the summary between them.
pub fn text(items: &[News], full: bool, lang: Lang, screen: Screen) -> String {
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if full && i > 0 {
            text += "\n";
        }
        let date = format!("{}  ", item.date);
        let indent = date.len();
        let headline = format!("{}{}{}", publisher(item, lang), words::COLON.get(lang), item.headline.read(lang));
        let mut lines = screen.wrap(&headline, indent).into_iter();
        text += &paint(&date, Role::Dimmed, screen.color);
        text += &paint(&lines.next().unwrap_or_default(), Role::Headword, screen.color);
        text += "\n";
        for line in lines {
            put(&mut text, indent, &paint(&line, Role::Headword, screen.color));
        }
        if full {
            for line in screen.wrap(item.summary.read(lang), indent) {
                put(&mut text, indent, &line);
            }
        }
        put(&mut text, indent, &paint(&item.url, Role::Link, screen.color));
        if let Some(gone) = &item.gone {
            put(&mut text, indent, &paint(&words::gone(gone.as_str(), lang), Role::Dimmed, screen.color));
        }
    }
    text
}

/// The publisher's name, or its id where there is no name.
pub fn publisher(item: &News, lang: Lang) -> &str {
    match item.publisher.name.read(lang) {
        "" => &item.publisher.id,
        name => name,
    }
}

fn put(text: &mut String, indent: usize, line: &str) {
    text.push_str(&" ".repeat(indent));
    text.push_str(line);
    text.push('\n');
}
