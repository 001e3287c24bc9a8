//! JSON Lines: one self-describing record for each result, both languages always. On a terminal the records are indented.

use std::io::{self, Write};

use memchr::memmem;
use serde::Serialize;
use serde_json::Value;

use crate::answer::news::{Count, News};
use crate::answer::related::Relation;
use crate::answer::search::Hit;
use crate::answer::updated::{Dropped, FeedReport, Fetched};
use crate::answer::{Answer, Article, Citation, Found, Miss, Named, Place, Reply, SCHEMA, Summary};
use crate::glossary::bilingual::Lang;
use crate::glossary::members::is_unsafe;
use crate::glossary::pack::Via;
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
    Term(TermHead<'a>),
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

/// What stands before the entry in a record of kind `term`.
#[derive(Serialize)]
struct TermHead<'a> {
    query: &'a str,
    via: Via,
    origin: &'a Place,
}

/// What stands after it.
#[derive(Serialize)]
struct TermTail<'a> {
    category: &'a Option<Named>,
    sources: &'a [Citation],
    news: &'a [News],
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
            Reply::Found(found) => term(&mut text, found, screen),
            Reply::Missed(miss) => entry(&mut text, Content::Miss(miss), screen),
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
    let start = text.len();
    serde_json::to_writer(&mut *text, &Record { schema: SCHEMA, content })?;
    end(text, start, screen)
}

/// Writes a record of kind `term`. The pack holds entries and articles in the form of the record, so they are passed on as they are.
fn term(text: &mut Vec<u8>, found: &Found, screen: Screen) -> serde_json::Result<()> {
    let start = text.len();
    let Found { query, via, origin, entry, category, sources, news, article, narrower: _, explained: _ } = found;
    serde_json::to_writer(&mut *text, &Record { schema: SCHEMA, content: Content::Term(TermHead { query, via: *via, origin }) })?;
    let entry = entry.packed();
    // The record says the category and the sources in more words.
    let own = memmem::rfind(&entry, b",\"category\":").unwrap_or(entry.len().saturating_sub(1));
    go_on(text, entry.get(1..own).unwrap_or_default());
    let tail = serde_json::to_vec(&TermTail { category, sources, news })?;
    go_on(text, &tail[1..tail.len() - 1]);
    match article {
        Some(Article::Packed(article)) => go_on(text, &[b"\"article\":", article.as_slice()].concat()),
        Some(Article::Sections(sections)) => go_on(text, &[b"\"article\":", serde_json::to_vec(sections)?.as_slice()].concat()),
        None => {}
    }
    end(text, start, screen)
}

/// Adds members to the object with which a text ends.
fn go_on(text: &mut Vec<u8>, members: &[u8]) {
    text.pop();
    text.push(b',');
    text.extend_from_slice(members);
    text.push(b'}');
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
