//! How well `scan` finds the names of the glossary in real prose, against mentions that were marked by hand.
//!
//! In `tests/gold/` a line is a sentence, and `[[id|text]]` marks what must be found; everything else must not be.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use hayami::catalog::Catalog;
use hayami::catalog::scan::Place;
use hayami::catalog::scan::vocabulary::Vocabulary;

/// A sentence without its marks, and what is marked.
fn parse(line: &str) -> (String, BTreeSet<(usize, usize, String)>) {
    let mut parts = line.split("[[");
    let (mut text, mut marked) = (parts.next().unwrap_or_default().to_owned(), BTreeSet::new());
    for part in parts {
        let (mark, after) = part.split_once("]]").unwrap_or_else(|| panic!("a mark without an end: {line}"));
        let (id, name) = mark.split_once('|').unwrap_or_else(|| panic!("a mark without an id: {line}"));
        marked.insert((text.len(), text.len() + name.len(), id.to_owned()));
        text += name;
        text += after;
    }
    (text, marked)
}

fn found(vocabulary: &Vocabulary<'_>, text: &str) -> BTreeSet<(usize, usize, String)> {
    let mut found = BTreeSet::new();
    vocabulary.scan(text, Place::default(), text.len(), |mention| {
        found.insert((mention.range.start, mention.range.end, mention.id.to_owned()));
    });
    found
}

/// What a file has, as sentences, marks, right finds and all finds, and what is wrong.
fn measure(name: &str) -> ([usize; 4], String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(name);
    let gold = fs::read_to_string(&path).expect("a file of sentences");
    let catalog = Catalog::embedded();
    let vocabulary = catalog.vocabulary();
    let (mut counts, mut wrong) = ([0; 4], String::new());
    for line in gold.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let (text, marked) = parse(line);
        let found = found(&vocabulary, &text);
        counts[0] += 1;
        counts[1] += marked.len();
        counts[2] += marked.intersection(&found).count();
        counts[3] += found.len();
        if marked != found {
            let list = |of: &BTreeSet<(usize, usize, String)>, not: &BTreeSet<(usize, usize, String)>| {
                of.difference(not).map(|(start, end, id)| format!("{} ({id})", &text[*start..*end])).collect::<Vec<_>>().join(", ")
            };
            writeln!(wrong, "{text}\n  missed: {}\n  wrong:  {}", list(&marked, &found), list(&found, &marked)).expect("memory");
        }
    }
    (counts, wrong)
}

#[test]
fn only_english_names_have_plurals() {
    let catalog = Catalog::embedded();
    let text = "LLMs, 生成AIs, 生成AI";
    let found: Vec<&str> = found(&catalog.vocabulary(), text).into_iter().map(|(start, end, _)| &text[start..end]).collect();
    assert_eq!(found, ["LLMs", "AIs", "生成AI"]);
}

#[test]
fn what_nobody_sees_parts_no_word() {
    let catalog = Catalog::embedded();
    let vocabulary = catalog.vocabulary();
    for (text, names) in [
        ("re\u{ad}agent", &[][..]),
        ("age\u{ad}ncy", &[]),
        ("agent\u{ad}ic", &["agent\u{ad}ic"]),
        ("re\u{ad}ward mo\u{200b}del", &["re\u{ad}ward mo\u{200b}del"]),
        ("an \u{feff}agent", &["agent"]),
        ("強\u{200b}化学習", &["強\u{200b}化学習"]),
    ] {
        let found: Vec<&str> = found(&vocabulary, text).into_iter().map(|(start, end, _)| &text[start..end]).collect();
        assert_eq!(found, names, "{text:?}");
    }
}

#[test]
fn precision_and_recall_are_one() {
    for name in ["en.txt", "ja.txt"] {
        let ([sentences, marked, right, all], wrong) = measure(name);
        assert!(sentences >= 40 && marked >= sentences, "{name}: enough to measure by");
        assert_eq!(wrong, "", "{name}: {sentences} sentences, {marked} mentions, recall {right}/{marked}, precision {right}/{all}");
    }
}
