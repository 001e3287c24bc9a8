//! Text for people: one file for each kind of answer.

pub mod check;
pub mod counts;
pub mod graph;
pub mod list;
pub mod news;
pub mod page;
pub mod related;
pub mod scan;
pub mod search;
pub mod term;
pub mod update;

use std::io;

use crate::answer::related::Drawing;
use crate::answer::{Answer, Miss, Reply};
use crate::glossary::bilingual::Lang;
use crate::render::Stream;
use crate::render::style::{Role, paint};
use crate::render::text::page::Page;
use crate::words;

/// Writes an answer as text in `lang`: what was found to `out`, what was not to `err`.
///
/// # Errors
/// When one of the streams cannot be written.
pub fn write(answer: &Answer, lang: Lang, (out, screen): Stream<'_>, err: Stream<'_>) -> io::Result<()> {
    let mut page = Page::new(lang, screen);
    match answer {
        Answer::Terms { replies, detail, follows } => {
            let mut first = !follows;
            for reply in replies {
                match reply {
                    Reply::Found(found) => {
                        term::put(&mut page, found, *detail, first);
                        first = false;
                    }
                    Reply::Missed(miss) => {
                        // What stands on both streams must come in the order of the question.
                        out.write_all(page.text.as_bytes())?;
                        out.flush()?;
                        page.text.clear();
                        let text = missed(miss, lang);
                        let (what, suggestions) = text.split_once('\n').unwrap_or((&text, ""));
                        let mut said = String::new();
                        paint(&mut said, what, Role::Warning, err.1.color);
                        err.0.write_all([&said, "\n", suggestions].concat().as_bytes())?;
                    }
                }
            }
        }
        Answer::Related { .. } if !answer.is_complete() => err.0.write_all(words::NO_NEIGHBOURS.get(lang).as_bytes())?,
        Answer::Related { trees, drawing: Drawing::Tree } => {
            for (i, tree) in trees.iter().enumerate() {
                related::put(&mut page, tree, i == 0);
            }
        }
        Answer::Related { trees, drawing: Drawing::Dot } => page.text += &graph::dot(trees, lang),
        Answer::Related { trees, drawing: Drawing::Mermaid } => page.text += &graph::mermaid(trees, lang),
        Answer::List(entries) if entries.is_empty() => err.0.write_all(words::NO_ENTRIES.get(lang).as_bytes())?,
        Answer::List(entries) => list::put(&mut page, entries),
        Answer::Ids(ids) if ids.is_empty() => err.0.write_all(words::NO_ENTRIES.get(lang).as_bytes())?,
        Answer::Ids(ids) => out.write_all(ids)?,
        Answer::Marked(pieces) => scan::marked(pieces, screen, out)?,
        Answer::Uses(uses) if uses.used.is_empty() => err.0.write_all(words::scan::NO_TERMS.get(lang).as_bytes())?,
        Answer::Uses(uses) => scan::put(&mut page, uses),
        // Only programs get them one by one.
        Answer::Mentions(_) => {}
        Answer::Hits(found) if found.hits.is_empty() => err.0.write_all(words::search::nothing_found(&found.query, lang).as_bytes())?,
        Answer::Hits(found) => {
            search::put(&mut page, &found.hits);
            if found.total > found.hits.len() {
                let more = words::search::more(found.hits.len(), found.total, lang);
                if screen.terminal && err.1.terminal {
                    // A pager may come between: where both are one screen, it belongs at the end.
                    page.end_line();
                    page.add(more.trim_end(), Role::Dimmed);
                    page.end_line();
                } else {
                    out.write_all(page.text.as_bytes())?;
                    out.flush()?;
                    page.text.clear();
                    err.0.write_all(more.as_bytes())?;
                }
            }
        }
        Answer::News { items, .. } if items.is_empty() => err.0.write_all(words::NO_NEWS.get(lang).as_bytes())?,
        Answer::News { items, full, newest } => news::put(&mut page, items, *full, newest.as_ref()),
        Answer::Counts(counts) if counts.is_empty() => err.0.write_all(words::NO_NEWS.get(lang).as_bytes())?,
        Answer::Counts(counts) => counts::put(&mut page, counts),
        Answer::Updated(updated) => {
            update::put(&mut page, updated);
            if updated.is_failure() {
                // What stands on both streams must come in the order in which it is to be read.
                out.write_all(page.text.as_bytes())?;
                out.flush()?;
                page.text.clear();
                err.0.write_all(words::update::NOTHING_FETCHED.get(lang).as_bytes())?;
            }
        }
        Answer::Checked(checked) => check::put(&mut page, checked),
        Answer::Script(script) => out.write_all(script)?,
        Answer::Guide => page.text += words::GUIDE.get(lang),
    }
    out.write_all(page.text.as_bytes())
}

fn missed(miss: &Miss, lang: Lang) -> String {
    let [suggestions, best] = [&miss.suggestions, &miss.mentioned_in]
        .map(|entries| -> Vec<(&str, &str)> { entries.iter().map(|named| (named.id.as_str(), named.name.read(lang))).collect() });
    let is_like_none = suggestions.is_empty() && miss.command.is_none();
    let text = words::miss(&miss.query, miss.command, &suggestions, lang);
    match miss.mentioned {
        0 if is_like_none => text + words::NOTHING_LIKE_IT.get(lang),
        0 => text,
        count if is_like_none => text + "\n" + &words::search::mentioned(&miss.query, count, &best, lang),
        count => text + &words::search::mentioned(&miss.query, count, &[], lang),
    }
}
