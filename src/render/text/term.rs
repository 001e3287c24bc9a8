//! An entry.

use textwrap::core::display_width;

use crate::answer::{Article, Citation, Detail, Found};
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::pack::Via;
use crate::render::screen::{Screen, pad};
use crate::render::style::{Role, paint};
use crate::render::text::news::publisher;
use crate::words::{self, Word};

/// The text of an entry; all but the `first` are set apart by an empty line.
pub fn text(found: &Found, detail: Detail, first: bool, lang: Lang, screen: Screen) -> String {
    let name = found.name.read(lang);
    let headword = words::headword(name, found.abbreviation.as_deref(), lang);
    let definition = found.definition.read(lang);
    if detail == Detail::Brief {
        return format!("{}{}{definition}\n", paint(&headword, Role::Headword, screen.color), words::COLON.get(lang));
    }
    let mut page = Page { text: String::new(), lang, screen };
    if !first {
        page.text += "\n";
    }
    if found.via == Via::Covered {
        page.paragraph(&words::covered(&found.query, &headword, lang), Role::Dimmed);
        page.text += "\n";
    }
    page.paragraph(&headword, Role::Headword);
    let other = found.name.read(lang.other());
    if !found.name.lacks(lang.other()) && other != name {
        page.paragraph(other, Role::Dimmed);
    }
    page.text += "\n";
    page.prose(&found.definition);
    if detail == Detail::Full {
        for section in found.article.iter().flat_map(Article::sections) {
            page.text += "\n";
            page.paragraph(section.heading.read(lang), Role::Heading);
            page.prose(&section.text);
        }
    }
    page.text += "\n";
    page.rows(found);
    page.text
}

struct Page {
    text: String,
    lang: Lang,
    screen: Screen,
}

impl Page {
    fn paragraph(&mut self, text: &str, role: Role) {
        for line in self.screen.wrap(text, 0) {
            self.text += &paint(&line, role, self.screen.color);
            self.text += "\n";
        }
    }

    /// A text in the language, or else in the other, which it says.
    fn prose(&mut self, text: &Text) {
        let lang = self.lang;
        for line in self.screen.wrap(text.read(lang), 0) {
            self.text += &line;
            self.text += "\n";
        }
        if text.lacks(lang) && !text.lacks(lang.other()) {
            self.paragraph(words::only_in(lang.other(), lang), Role::Dimmed);
        }
    }

    fn rows(&mut self, found: &Found) {
        let lang = self.lang;
        let comma = words::COMMA.get(lang);
        let category = found.category.as_ref().map(|category| category.name.read(lang).to_owned());
        let covers = found.covers.get(lang);
        let sources = found.sources.iter().map(citation);
        let news = found
            .news
            .iter()
            .map(|item| format!("{} {}{}{} {}", item.date, publisher(item, lang), words::COLON.get(lang), item.headline.read(lang), item.url));
        let rows: [(Word, Vec<String>); 8] = [
            (words::READING, joined(&found.readings, comma)),
            (words::ALIASES, joined(found.aliases.get(lang), comma)),
            (words::COVERS, joined(covers, comma)),
            (words::CATEGORY, category.into_iter().collect()),
            (words::RELATED, joined(&found.related, ", ")),
            (words::SOURCES, sources.collect()),
            (words::NEWS, news.collect()),
            (words::ORIGIN, found.origin.0.iter().map(|path| words::visible(path)).collect()),
        ];
        let labels = || rows.iter().filter(|(_, items)| !items.is_empty()).map(|(label, _)| display_width(label.get(lang)));
        let indent = labels().max().unwrap_or_default() + 2;
        for (label, items) in &rows {
            self.row(label.get(lang), items, indent);
        }
    }

    /// A label and its items, each item on lines of its own that hang below the first.
    fn row(&mut self, label: &str, items: &[String], indent: usize) {
        let lines = items.iter().flat_map(|item| {
            let lines = self.screen.wrap(item, indent + 2);
            lines.into_iter().enumerate().map(|(i, line)| if i == 0 { line.into_owned() } else { format!("  {line}") }).collect::<Vec<_>>()
        });
        let lines: Vec<String> = lines.collect();
        for (i, line) in lines.iter().enumerate() {
            let start = pad(if i == 0 { label } else { "" }, indent);
            self.text += &paint(&start, Role::Label, self.screen.color && i == 0);
            self.text += line;
            self.text += "\n";
        }
    }
}

fn joined(items: &[String], comma: &str) -> Vec<String> {
    if items.is_empty() { Vec::new() } else { vec![items.join(comma)] }
}

/// A source as a bibliography has it: who, when, what, where.
fn citation(citation: &Citation) -> String {
    let source = &citation.source;
    let who = source.authors.as_deref().or(source.publisher.as_deref());
    let when = source.year.map(|year| year.to_string());
    let by: Vec<&str> = who.into_iter().chain(when.as_deref()).collect();
    let by = if by.is_empty() { String::new() } else { format!("{}. ", by.join(" ")) };
    let title = if source.title == citation.url { String::new() } else { format!("{}. ", source.title.trim_end_matches('.')) };
    format!("{by}{title}{}", citation.url)
}
