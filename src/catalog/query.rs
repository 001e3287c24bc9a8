//! What is searched for: words and phrases, all of which an entry must have.

use memchr::memmem::Finder;

use crate::glossary::folded::folded;
use crate::glossary::spelling::british;

/// The words of a search.
#[derive(Debug)]
pub struct Query {
    /// None of them is empty.
    pub words: Vec<Word>,
    /// What was asked as one folded text, as it was typed and without plurals: what a name may be.
    pub wholes: [String; 2],
}

/// A word or phrase, in each of its spellings.
#[derive(Debug)]
pub struct Word {
    spellings: Vec<Finder<'static>>,
}

/// What phrases stand between.
const QUOTES: [char; 7] = ['"', '“', '”', '「', '」', '『', '』'];

impl Query {
    /// Takes the words of a command line apart.
    ///
    /// What stands in one argument is a phrase, since somebody set quotes around it, and so is what stands in quotation marks inside one, or
    /// between two. A full-width space or comma separates, since it needs no quotes to be typed. What has nothing but spaces and hyphens is
    /// left out.
    pub fn new(arguments: &[String]) -> Self {
        // A shell takes “reward model” for two arguments.
        let is_parted = arguments.iter().any(|argument| argument.matches(QUOTES).count() % 2 == 1);
        let joined = is_parted.then(|| arguments.join(" "));
        let mut words = Vec::new();
        for argument in joined.as_ref().map_or(arguments, std::slice::from_ref) {
            for (i, part) in argument.split(QUOTES).enumerate() {
                let is_quoted = i % 2 == 1;
                let pieces: Vec<&str> = match is_quoted {
                    true => vec![part],
                    false if argument.contains(QUOTES) => part.split_whitespace().collect(),
                    false => part.split(['\u{3000}', '、', '，']).collect(),
                };
                words.extend(pieces.into_iter().map(folded).filter(|word| !word.is_empty()).map(|word| Word::new(&word)));
            }
        }
        let singular: Vec<&str> = words.iter().filter_map(Word::text).collect();
        Self { wholes: [folded(&arguments.join(" ")), singular.join(" ")], words }
    }

    /// The word that is likely the rarest: the longest.
    pub fn rarest(&self) -> Option<&Word> {
        self.words.iter().max_by_key(|word| word.length())
    }
}

impl Word {
    fn new(word: &str) -> Self {
        let stem = stem(word);
        let other = british(stem).filter(|other| other != stem);
        let spellings = [Some(stem.to_owned()), other].into_iter().flatten();
        Self { spellings: spellings.map(|spelling| Finder::new(&spelling).into_owned()).collect() }
    }

    /// The word itself.
    fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.spellings.first()?.needle()).ok()
    }

    fn length(&self) -> usize {
        self.spellings.iter().map(|finder| finder.needle().len()).max().unwrap_or_default()
    }

    /// Where the word first stands in folded text from `from` on, and how long it is there.
    ///
    /// A Latin word stands where a word begins, not inside another one; it may go on, as in the plural, and with more letters unless it is
    /// short: `ann` is no `annotator`. Japanese has no such places.
    pub fn find(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        self.spellings.iter().filter_map(|finder| find(finder, text, from)).min()
    }

    /// All places of the word in folded text, each with its length, in order.
    pub fn places<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = (usize, usize)> + use<'a> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, length) = self.find(text, from)?;
            from = at + length;
            Some((at, length))
        })
    }
}

fn find(finder: &Finder<'_>, text: &[u8], mut from: usize) -> Option<(usize, usize)> {
    let needle = finder.needle();
    let is_latin = needle.first().is_some_and(u8::is_ascii_alphanumeric);
    let is_short = needle.len() <= SHORT && needle.iter().all(u8::is_ascii_lowercase);
    loop {
        let at = from + finder.find(text.get(from..)?)?;
        let begins = !is_latin || at == 0 || !text[at - 1].is_ascii_alphanumeric();
        if begins && (!is_short || ends(&text[at + needle.len()..])) {
            return Some((at, needle.len()));
        }
        from = at + 1;
    }
}

/// The most letters of a word with which too many others begin.
const SHORT: usize = 3;

/// Whether a word ends before such a rest of a text, but for its plural.
fn ends(rest: &[u8]) -> bool {
    !rest.strip_prefix(b"s").unwrap_or(rest).first().is_some_and(u8::is_ascii_lowercase)
}

/// A word or phrase without the ending of its plural, with which most words only begin.
fn stem(word: &str) -> &str {
    // Of a phrase the last word counts: the s of "model s" is no ending.
    let last = word.rsplit(' ').next().unwrap_or_default();
    if !word.is_ascii() || last.len() < 4 {
        return word;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return stem;
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.ends_with("sse") || stem.ends_with("xe") || stem.ends_with("che") => &stem[..stem.len() - 1],
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::{Query, stem};

    fn words(arguments: &[&str]) -> Vec<String> {
        let arguments: Vec<String> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        let needle = |word: &super::Word| String::from_utf8_lossy(word.spellings[0].needle()).into_owned();
        Query::new(&arguments).words.iter().map(needle).collect()
    }

    #[test]
    fn words_and_phrases() {
        for (arguments, expected) in [
            (&["reward", "model"][..], &["reward", "model"][..]),
            (&["reward model"], &["reward model"]),
            (&["fine-tuning"], &["fine tuning"]),
            (&["\"reward model\" drift"], &["reward model", "drift"]),
            (&["報酬　モデル"], &["報酬", "もでる"]),
            (&["「報酬モデル」", "学習"], &["報酬もでる", "学習"]),
            (&["-", "\"\"", "RLHF"], &["rlhf"]),
            (&["“reward model” drift loss"], &["reward model", "drift", "loss"]),
            (&["“reward", "model”", "drift"], &["reward model", "drift"]),
            (&["rlhf、dpo"], &["rlhf", "dpo"]),
        ] {
            assert_eq!(words(arguments), expected, "{arguments:?}");
        }
    }

    #[test]
    fn plurals() {
        for (word, expected) in [
            ("models", "model"),
            ("losses", "loss"),
            ("policies", "polic"),
            ("loss", "loss"),
            ("bias", "bia"),
            ("gpus", "gpus"),
            ("報酬s", "報酬s"),
            ("reward models", "reward model"),
            ("model s", "model s"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }

    #[test]
    fn short_latin_words_end_where_words_end() {
        let query = Query::new(&["ann".to_owned()]);
        let places = |text: &str| query.words[0].places(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(places("annotators ann anns annsa ann2"), [(11, 3), (15, 3), (26, 3)]);
    }

    #[test]
    fn latin_words_begin_where_words_begin() {
        let query = Query::new(&["rag".to_owned()]);
        let places = |text: &str| query.words[0].places(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(places("fragment rag, storage rags ragはrag"), [(9, 3), (22, 3), (27, 3), (33, 3)]);
        assert_eq!(places("fragment"), []);
    }
}
