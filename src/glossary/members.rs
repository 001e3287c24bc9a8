//! The members of a JSON object, taken one by one; whatever is wrong with them is reported, and reading goes on.

use std::cell::RefCell;
use std::collections::HashSet;

use unicode_normalization::is_nfc;

use crate::glossary::Rules;
use crate::glossary::bilingual::{Bilingual, Lang, Text};
use crate::glossary::day::Day;
use crate::glossary::json::Node;
use crate::glossary::problem::{Fault, Problem, Shape};

/// Where the problems of one file go.
#[derive(Debug)]
pub struct Report<'a> {
    /// The file, relative to the glossary's directory.
    pub file: &'a str,
    /// The rules it is held to.
    pub rules: Rules,
    /// What was found so far.
    pub problems: RefCell<Vec<Problem>>,
}

impl Report<'_> {
    /// Adds a problem at `pointer`.
    pub fn add(&self, pointer: &str, fault: Fault) {
        self.problems.borrow_mut().push(Problem { file: self.file.to_owned(), pointer: pointer.to_owned(), fault });
    }

    /// Takes a text, which must have something in it and be safe to print.
    pub fn text(&self, pointer: &str, node: Node) -> Option<String> {
        let Node::Text(text) = node else {
            self.add(pointer, Fault::WrongShape { wanted: Shape::Text, found: node.shape() });
            return None;
        };
        // Most texts are made of characters that are neither unsafe nor ever decomposed; only the others are looked at closely.
        let is_plain = text.chars().all(is_plain);
        if !is_plain && let Some(character) = text.chars().find(|&c| is_unsafe(c)) {
            self.add(pointer, Fault::UnsafeCharacter { character });
        }
        if text.trim().is_empty() {
            self.add(pointer, Fault::NothingWritten);
            return None;
        }
        if text.trim() != text {
            self.add(pointer, Fault::EdgeSpace);
        }
        if !is_plain && !is_nfc(&text) {
            self.add(pointer, Fault::NotNfc);
        }
        Some(text)
    }

    fn list(&self, pointer: &str, node: Node) -> Vec<(String, Node)> {
        match node {
            Node::List(nodes) => nodes.into_iter().enumerate().map(|(i, node)| (join(pointer, &i.to_string()), node)).collect(),
            other => {
                self.add(pointer, Fault::WrongShape { wanted: Shape::List, found: other.shape() });
                Vec::new()
            }
        }
    }

    fn texts(&self, pointer: &str, node: Node) -> Vec<String> {
        self.list(pointer, node).into_iter().filter_map(|(at, node)| self.text(&at, node)).collect()
    }

    /// Opens an object, or reports that it is none.
    pub fn object(&self, pointer: &str, node: Node) -> Option<Members<'_>> {
        let Node::Object(all) = node else {
            self.add(pointer, Fault::WrongShape { wanted: Shape::Object, found: node.shape() });
            return None;
        };
        let mut left: Vec<(String, Node)> = Vec::with_capacity(all.len());
        // A few members are soon compared with each other; a million of them would take hours.
        let (are_many, mut seen) = (all.len() > 64, HashSet::new());
        for (name, node) in all {
            if if are_many { !seen.insert(name.clone()) } else { left.iter().any(|(other, _)| *other == name) } {
                self.add(&join(pointer, &name), Fault::DuplicateMember);
            } else {
                left.push((name, node));
            }
        }
        Some(Members { report: self, pointer: pointer.to_owned(), left, known: Vec::new() })
    }
}

/// What would move the cursor, hide text or turn it around: control characters and the bidirectional controls.
pub fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Printable ASCII, kana, kanji and Japanese marks: composed in every normalization form that composes, and harmless to print.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '、'..='〟' | 'ぁ'..='ゖ' | 'ァ'..='ヾ' | '一'..='鿿' | '！'..='｠')
}

/// A pointer one step further down (RFC 6901).
pub fn join(pointer: &str, name: &str) -> String {
    if name.contains(['~', '/']) {
        return [pointer, "/", &name.replace('~', "~0").replace('/', "~1")].concat();
    }
    [pointer, "/", name].concat()
}

/// The members of one object that were not taken yet.
#[derive(Debug)]
pub struct Members<'r> {
    report: &'r Report<'r>,
    /// Where the object stands.
    pub pointer: String,
    left: Vec<(String, Node)>,
    known: Vec<&'static str>,
}

impl<'r> Members<'r> {
    fn take(&mut self, name: &'static str) -> Option<(String, Node)> {
        self.known.push(name);
        let place = self.left.iter().position(|(other, _)| other == name)?;
        Some((join(&self.pointer, name), self.left.remove(place).1))
    }

    /// Takes a member that shipped glossaries must have and teams may leave out.
    fn expect(&mut self, name: &'static str) -> Option<(String, Node)> {
        let member = self.take(name);
        if member.is_none() && self.report.rules == Rules::Shipped {
            self.report.add(&join(&self.pointer, name), Fault::MissingMember);
        }
        member
    }

    /// Takes a member that must always be there.
    fn require(&mut self, name: &'static str) -> Option<(String, Node)> {
        let member = self.take(name);
        if member.is_none() {
            self.report.add(&join(&self.pointer, name), Fault::MissingMember);
        }
        member
    }

    /// A member of any kind that must be there, and which is understood elsewhere.
    pub fn node(&mut self, name: &'static str) -> Option<Node> {
        self.require(name).map(|(_, node)| node)
    }

    /// A text that must be there.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        let (at, node) = self.require(name)?;
        self.report.text(&at, node)
    }

    /// A text that may be left out.
    pub fn optional_text(&mut self, name: &'static str) -> Option<String> {
        let (at, node) = self.take(name)?;
        self.report.text(&at, node)
    }

    /// A whole number that may be left out.
    pub fn optional_number(&mut self, name: &'static str) -> Option<u64> {
        match self.take(name)? {
            (_, Node::WholeNumber(number)) => Some(number),
            (at, other) => {
                self.report.add(&at, Fault::WrongShape { wanted: Shape::WholeNumber, found: other.shape() });
                None
            }
        }
    }

    /// A day; `required` by every rule, or only of shipped glossaries.
    pub fn day(&mut self, name: &'static str, required: bool) -> Option<Day> {
        let (at, node) = if required { self.require(name) } else { self.expect(name) }?;
        self.parse_day(&at, node)
    }

    /// A day that may be left out.
    pub fn optional_day(&mut self, name: &'static str) -> Option<Day> {
        let (at, node) = self.take(name)?;
        self.parse_day(&at, node)
    }

    fn parse_day(&self, at: &str, node: Node) -> Option<Day> {
        let day = self.report.text(at, node)?.parse();
        if day.is_err() {
            self.report.add(at, Fault::NotADay);
        }
        day.ok()
    }

    /// A list of texts.
    pub fn texts(&mut self, name: &'static str) -> Vec<String> {
        self.expect(name).map(|(at, node)| self.report.texts(&at, node)).unwrap_or_default()
    }

    /// A text in both languages; one is enough for a team.
    pub fn both(&mut self, name: &'static str) -> Text {
        let Some((at, node)) = self.require(name) else { return Text::default() };
        let Some(mut members) = self.report.object(&at, node) else { return Text::default() };
        let mut text = Text::default();
        let mut found = false;
        for lang in Lang::ALL {
            match members.take(lang.code()) {
                Some((at, node)) => {
                    found = true;
                    *text.get_mut(lang) = self.report.text(&at, node);
                }
                None => self.report.add(&at, Fault::LanguageMissing { lang }),
            }
        }
        members.close();
        if !found {
            self.report.add(&at, Fault::NoLanguage);
        }
        text
    }

    /// A list of texts in each language.
    pub fn both_lists(&mut self, name: &'static str) -> Bilingual<Vec<String>> {
        let mut lists = Bilingual::default();
        let Some((at, node)) = self.expect(name) else { return lists };
        let Some(mut members) = self.report.object(&at, node) else { return lists };
        for lang in Lang::ALL {
            match members.take(lang.code()) {
                Some((at, node)) => *lists.get_mut(lang) = self.report.texts(&at, node),
                None => self.report.add(&at, Fault::LanguageMissing { lang }),
            }
        }
        members.close();
        lists
    }

    /// A list of objects, each with its place.
    pub fn objects(&mut self, name: &'static str) -> Vec<Members<'r>> {
        let report = self.report;
        let Some((at, node)) = self.expect(name) else { return Vec::new() };
        report.list(&at, node).into_iter().filter_map(|(at, node)| report.object(&at, node)).collect()
    }

    /// Ends the object: what was not taken has no meaning here.
    pub fn close(self) {
        for (name, _) in &self.left {
            self.report.add(&join(&self.pointer, name), Fault::UnknownMember { known: self.known.clone() });
        }
    }
}
