//! JSON Lines: one self-describing record for each result, both languages always. On a terminal the records are indented.

use std::io::{self, Write};

use serde::Serialize;

use crate::answer::{Answer, Found, Miss, News, Reply, SCHEMA, Summary};
use crate::glossary::bilingual::Lang;
use crate::glossary::members::is_unsafe;
use crate::glossary::problem::Problem;
use crate::render::screen::Screen;
use crate::words;

#[derive(Serialize)]
struct Record<'a> {
    schema: u8,
    #[serde(flatten)]
    content: Content<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Content<'a> {
    Term(&'a Found),
    Miss(&'a Miss),
    Summary(&'a Summary),
    News(&'a News),
    Problem(ProblemRecord<'a>),
    Script { text: &'a str },
}

#[derive(Serialize)]
struct ProblemRecord<'a> {
    file: &'a str,
    pointer: &'a str,
    warning: bool,
    message: String,
}

/// Writes the records of an answer; `lang` is the language of messages, the only text that records do not have in both.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(answer: &Answer, lang: Lang, out: &mut dyn Write, screen: Screen) -> io::Result<()> {
    let mut put = |content| line(&Record { schema: SCHEMA, content }, out, screen);
    match answer {
        Answer::Terms { replies, .. } => replies.iter().try_for_each(|reply| match reply {
            Reply::Found(found) => put(Content::Term(found)),
            Reply::Missed(miss) => put(Content::Miss(miss)),
        }),
        Answer::List(entries) => entries.iter().try_for_each(|summary| put(Content::Summary(summary))),
        Answer::News { items, .. } => items.iter().try_for_each(|news| put(Content::News(news))),
        Answer::Checked(checked) => checked.problems.iter().try_for_each(|problem| {
            let Problem { file, pointer, fault } = problem;
            let message = words::problem::problem(problem, &checked.directory, lang);
            put(Content::Problem(ProblemRecord { file, pointer, warning: !checked.broken || (checked.team && fault.is_editorial()), message }))
        }),
        Answer::Script(script) => put(Content::Script { text: &String::from_utf8_lossy(script) }),
        Answer::Ids(text) => out.write_all(text.as_bytes()),
        Answer::Guide => out.write_all(words::GUIDE.get(lang).as_bytes()),
    }
}

fn line(record: &Record<'_>, out: &mut dyn Write, screen: Screen) -> io::Result<()> {
    if screen.is_terminal() {
        // A terminal obeys control characters that JSON allows in a string; escaped, they say the same.
        let text = serde_json::to_string_pretty(record)?;
        let escape = |c: char| if is_unsafe(c) && c != '\n' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
        out.write_all(text.chars().map(escape).collect::<String>().as_bytes())?;
    } else {
        serde_json::to_writer(&mut *out, record)?;
    }
    out.write_all(b"\n")
}
