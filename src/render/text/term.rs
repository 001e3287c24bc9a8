//! An entry.

use crate::answer::news::News;
use crate::answer::{Article, Citation, Detail, Explanation, Found};
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::fold::fold;
use crate::glossary::term::Term;
use crate::render::style::Role;
use crate::render::text::page::{Item, Page, Part};
use crate::words;

/// Adds an entry to the page; all but the first are set apart by an empty line.
pub fn put(page: &mut Page, found: &Found, detail: Detail, first: bool) {
    let lang = page.lang;
    let term = found.entry.term();
    let name = term.name.read(lang);
    let headword = words::headword(name, term.abbreviation.as_deref(), lang);
    let explained = found.explained.get(lang).as_ref();
    if detail == Detail::Brief {
        let covered = found.narrower.as_ref().map(|name| words::covered_by(name, &headword));
        page.add(covered.as_deref().unwrap_or(&headword), Role::Headword);
        page.add(words::COLON.get(lang), Role::Plain);
        page.add(explained.map_or(term.definition.read(lang), |sentence| &sentence.text), Role::Plain);
        page.end_line();
        return;
    }
    if !first {
        page.end_line();
    }
    if let Some(narrower) = &found.narrower {
        page.paragraph(&words::covered(narrower, &headword, lang), Role::Dimmed);
        if let Some(Explanation { text, places }) = explained {
            let parts = places.iter().map(|place| (place.clone(), Part::Match)).collect();
            page.item(&Item { parts, ..Item::plain(text.clone()) }, 0, 0);
        }
        page.end_line();
    }
    page.paragraph(&headword, Role::Headword);
    let other = term.name.read(lang.other());
    if other != name {
        page.paragraph(other, Role::Plain);
    }
    page.end_line();
    prose(page, &term.definition);
    page.end_line();
    if detail == Detail::Full {
        for section in found.article.iter().flat_map(Article::sections) {
            page.paragraph(section.heading.read(lang), Role::Heading);
            prose(page, &section.text);
            page.end_line();
        }
    }
    page.labelled(&rows(found, &term, lang, page.screen.links));
}

/// A text in the language, or else in the other, which it says.
fn prose(page: &mut Page, text: &Text) {
    let lang = page.lang;
    page.paragraph(text.read(lang), Role::Plain);
    if text.lacks(lang) && !text.lacks(lang.other()) {
        page.paragraph(words::only_in(lang.other(), lang), Role::Dimmed);
    }
}

fn rows(found: &Found, term: &Term, lang: Lang, links: bool) -> [(&'static str, Vec<Item>); 8] {
    let joined = |items: &[String], comma: &str| if items.is_empty() { Vec::new() } else { vec![Item::plain(items.join(comma))] };
    let comma = words::COMMA.get(lang);
    let category = found.category.iter().map(|category| Item::plain(category.name.read(lang).to_owned()));
    [
        // A reading that is broken is hard to read out, so each has its own line.
        (words::READING.get(lang), term.readings.iter().map(|reading| Item { role: Role::Reading, ..Item::plain(reading.clone()) }).collect()),
        (words::ALIASES.get(lang), joined(term.aliases.get(lang), comma)),
        (words::COVERS.get(lang), covers(found, term, comma, lang)),
        (words::CATEGORY.get(lang), category.collect()),
        // Ids are what one types next, so they are separated as they are typed.
        (words::RELATED.get(lang), joined(&term.related, ", ")),
        (words::SOURCES.get(lang), found.sources.iter().map(|source| citation(source, links)).collect()),
        (words::NEWS.get(lang), found.news.iter().map(|item| announcement(item, lang, links)).collect()),
        (words::ORIGIN.get(lang), found.origin.0.iter().map(|path| Item::plain(words::visible(path))).collect()),
    ]
}

/// The narrower things; one that was looked up is marked.
fn covers(found: &Found, term: &Term, comma: &str, lang: Lang) -> Vec<Item> {
    let names = term.covers.get(lang);
    if names.is_empty() {
        return Vec::new();
    }
    let place = found.narrower.as_ref().and_then(|narrower| names.iter().position(|name| fold(name) == fold(narrower)));
    let found = place.map(|place| {
        let start = names[..place].iter().map(|name| name.len() + comma.len()).sum();
        (start..start + names[place].len(), Part::Match)
    });
    vec![Item { text: names.join(comma), role: Role::Plain, parts: found.into_iter().collect() }]
}

/// An announcement in one line; its headline leads to the original, and names the publisher unless it does so itself.
fn announcement(item: &News, lang: Lang, links: bool) -> Item {
    let (publisher, headline) = (item.publisher.called(lang), item.headline.read(lang));
    let mut text = [item.date.as_str(), " "].concat();
    if !headline.contains(publisher) {
        text += publisher;
        text += words::COLON.get(lang);
    }
    let start = text.len();
    text += headline;
    leading(text, start, &item.url, links, " ")
}

/// A source as a bibliography has it: who, when, what, where. Its title leads there.
fn citation(citation: &Citation, links: bool) -> Item {
    let source = &citation.source;
    let year = source.year.map(|year| year.to_string());
    let who = source.authors.as_deref().or(source.publisher.as_deref());
    let mut text = String::with_capacity(200);
    for part in [who, year.as_deref()].into_iter().flatten() {
        if !text.is_empty() {
            text += " ";
        }
        text += part;
    }
    if !text.is_empty() {
        text += ". ";
    }
    let start = text.len();
    if source.title == citation.url && !links {
        return Item::plain(text + &citation.url);
    }
    text += source.title.trim_end_matches('.');
    leading(text, start, &citation.url, links, ". ")
}

/// Text that leads to an address from `start` on; where there are no links, the address follows.
fn leading(text: String, start: usize, address: &str, links: bool, between: &str) -> Item {
    if links {
        let link = (start..text.len(), Part::Link(address.to_owned()));
        Item { text, role: Role::Plain, parts: vec![link] }
    } else {
        Item::plain(text + between + address)
    }
}
