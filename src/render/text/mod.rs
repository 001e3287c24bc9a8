//! Text for people: one file for each kind of answer.

pub mod check;
pub mod list;
pub mod news;
pub mod term;

use std::io::{self, Write};

use crate::answer::{Answer, Reply};
use crate::glossary::bilingual::Lang;
use crate::render::screen::Screen;
use crate::words;

/// Writes an answer as text in `lang`.
///
/// # Errors
/// When one of the streams cannot be written.
pub fn write(answer: &Answer, lang: Lang, out: (&mut dyn Write, Screen), err: (&mut dyn Write, Screen)) -> io::Result<()> {
    let (out, screen) = out;
    let err = err.0;
    match answer {
        Answer::Terms { replies, detail } => {
            let mut first = true;
            for reply in replies {
                match reply {
                    Reply::Found(found) => {
                        out.write_all(term::text(found, *detail, first, lang, screen).as_bytes())?;
                        first = false;
                    }
                    Reply::Missed(miss) => {
                        // What stands on both streams must come in the order of the question.
                        out.flush()?;
                        let suggestions: Vec<(&str, &str)> =
                            miss.suggestions.iter().map(|named| (named.id.as_str(), named.name.read(lang))).collect();
                        err.write_all(words::miss(&miss.query, &suggestions, lang).as_bytes())?;
                    }
                }
            }
            Ok(())
        }
        Answer::List(entries) if entries.is_empty() => err.write_all(words::NO_ENTRIES.get(lang).as_bytes()),
        Answer::List(entries) => out.write_all(list::text(entries, lang, screen).as_bytes()),
        Answer::Ids(ids) if ids.is_empty() => err.write_all(words::NO_ENTRIES.get(lang).as_bytes()),
        Answer::Ids(ids) => out.write_all(ids.as_bytes()),
        Answer::News { items, .. } if items.is_empty() => err.write_all(words::NO_NEWS.get(lang).as_bytes()),
        Answer::News { items, full } => out.write_all(news::text(items, *full, lang, screen).as_bytes()),
        Answer::Checked(checked) => out.write_all(check::text(checked, lang).as_bytes()),
        Answer::Script(script) => out.write_all(script),
        Answer::Guide => out.write_all(words::GUIDE.get(lang).as_bytes()),
    }
}
