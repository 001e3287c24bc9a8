//! JSON Lines: one self-describing record for each result, both languages always. On a terminal the records are indented.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use crate::answer::news::{Count, News};
use crate::answer::related::Relation;
use crate::answer::search::Hit;
use crate::answer::updated::{Dropped, FeedReport, Fetched};
use crate::answer::{Answer, Article, Found, Miss, Named, Reply, SCHEMA, Summary};
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
    Relation(&'a Relation),
    Summary(&'a Summary),
    Hit(&'a Hit),
    News(&'a News),
    Count(&'a Count),
    Feed(FeedRecord<'a>),
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

#[derive(Serialize)]
struct FeedRecord<'a> {
    publisher: &'a Named,
    url: &'a str,
    status: &'static str,
    new: usize,
    known: usize,
    dropped: Dropped,
    message: Option<String>,
}

impl<'a> FeedRecord<'a> {
    fn new(report: &'a FeedReport, lang: Lang) -> Self {
        let FeedReport { publisher, url, outcome } = report;
        let (status, message) = match outcome {
            Ok(Fetched { unchanged: true, .. }) => ("unchanged", None),
            Ok(_) => ("fetched", None),
            Err(failure) => ("failed", Some(words::update::failure(failure, lang))),
        };
        let Fetched { new, known, dropped, .. } = outcome.as_ref().copied().unwrap_or_default();
        Self { publisher, url, status, new, known, dropped, message }
    }
}

/// Writes the records of an answer; `lang` is the language of messages, the only text that records do not have in both.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(answer: &Answer, lang: Lang, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::with_capacity(1 << 14);
    let mut put = |content| entry(&mut text, content, screen);
    match answer {
        Answer::Terms { replies, .. } => replies.iter().try_for_each(|reply| match reply {
            Reply::Found(found) => put(Content::Term(found)),
            Reply::Missed(miss) => put(Content::Miss(miss)),
        }),
        Answer::Related { trees, .. } => trees.iter().flat_map(|tree| &tree.relations).try_for_each(|relation| put(Content::Relation(relation))),
        Answer::List(entries) => entries.iter().try_for_each(|summary| put(Content::Summary(summary))),
        Answer::Mentions(mentions) => mentions.iter().try_for_each(|mention| {
            let start = text.len();
            serde_json::to_writer(&mut text, mention)?;
            end(&mut text, start, screen)
        }),
        // Records of a text are its mentions.
        Answer::Marked(_) | Answer::Uses(_) => return Ok(()),
        Answer::Hits(found) => found.hits.iter().try_for_each(|hit| put(Content::Hit(hit))),
        Answer::News { items, .. } => items.iter().try_for_each(|news| put(Content::News(news))),
        Answer::Counts(counts) => counts.iter().try_for_each(|count| put(Content::Count(count))),
        Answer::Updated(updated) => updated.feeds.iter().try_for_each(|report| put(Content::Feed(FeedRecord::new(report, lang)))),
        Answer::Checked(checked) => checked.problems.iter().try_for_each(|problem| {
            let Problem { file, pointer, fault } = problem;
            let message = words::problem::problem(problem, &checked.directory, lang);
            put(Content::Problem(ProblemRecord { file, pointer, warning: checked.team && fault.is_editorial(), message }))
        }),
        Answer::Script(script) => put(Content::Script { text: &String::from_utf8_lossy(script) }),
        Answer::Ids(ids) => return out.write_all(ids),
        Answer::Guide => return out.write_all(words::GUIDE.get(lang).as_bytes()),
    }?;
    out.write_all(&text)
}

fn entry(text: &mut Vec<u8>, content: Content<'_>, screen: Screen) -> serde_json::Result<()> {
    let article = match content {
        Content::Term(Found { article: Some(Article::Packed(article)), .. }) => Some(article),
        _ => None,
    };
    let start = text.len();
    serde_json::to_writer(&mut *text, &Record { schema: SCHEMA, content })?;
    if let Some(article) = article {
        // The pack holds articles in the form of the record, so they are passed on as they are, as the last member.
        text.pop();
        text.extend_from_slice(b",\"article\":");
        text.extend_from_slice(article);
        text.push(b'}');
    }
    end(text, start, screen)
}

/// Ends the record that begins at `start`.
fn end(text: &mut Vec<u8>, start: usize, screen: Screen) -> serde_json::Result<()> {
    if screen.terminal {
        let record: Value = serde_json::from_slice(&text[start..])?;
        // A terminal obeys control characters that JSON allows in a string; escaped, they say the same.
        let escape = |c: char| if is_unsafe(c) && c != '\n' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
        let indented: String = serde_json::to_string_pretty(&record)?.chars().map(escape).collect();
        text.truncate(start);
        text.extend_from_slice(indented.as_bytes());
    }
    text.push(b'\n');
    Ok(())
}
