//! The passage of a hit that shows best why it was found.

use std::cmp::Reverse;
use std::ops::Range;

use crate::catalog::query::Query;
use crate::catalog::search::{Hit, Search, parts};
use crate::glossary::bilingual::Lang;
use crate::glossary::folded::Folded;
use crate::glossary::places::{Place, passages};
use crate::glossary::term::Term;

/// A passage and where the words of a query stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where it stands in the JSON of the entry (RFC 6901).
    pub pointer: String,
    /// The whole text.
    pub text: String,
    /// The places of the words in the text: bytes at character boundaries, in order, none within another. Empty where only a name has the
    /// words, which is shown anyway, and this is the definition.
    pub places: Vec<Range<usize>>,
}

impl Search<'_> {
    /// The passage to show of a hit whose entry is `term`: one of the definitions, headings and texts in `lang` that has most of the words, or
    /// else in the other language; where only names have them, a synonym or else the definition.
    pub fn passage(&self, hit: &Hit<'_>, term: &Term, query: &Query, lang: Lang) -> Shown {
        let columns = self.columns(hit).unwrap_or_default();
        let texts = |place: Place| parts(columns[place as usize]).enumerate().map(move |(i, text)| (place, i, text));
        let worth = |(place, i, text): (Place, usize, &[u8])| {
            let words = words(text, query);
            (words > 0).then(|| ((is_written_in(lang, text), words, Reverse(place), Reverse(i)), (place, i)))
        };
        let prose = [Place::Definition, Place::Heading, Place::Body].into_iter().flat_map(texts).filter_map(worth).max();
        let best = prose.or_else(|| texts(Place::Alias).filter_map(worth).max()).map(|(_, best)| best);
        let (place, i) = best.unwrap_or((Place::Definition, if lang == Lang::Ja && !term.definition.lacks(Lang::En) { 1 } else { 0 }));
        // Decoding an article costs more than everything else here.
        let article = if place >= Place::Heading { hit.layer.article(hit.row) } else { Vec::new() };
        let passages = passages(term, &article);
        let mut there = passages.iter().filter(|passage| passage.place == place);
        let shown = there.clone().nth(i).or_else(|| there.next());
        let (pointer, text) = shown.map(|passage| (passage.pointer(), passage.text.to_owned())).unwrap_or_default();
        Shown { pointer, places: places(&text, query), text }
    }
}

/// Whether most of a folded text is written in a language.
fn is_written_in(lang: Lang, text: &[u8]) -> bool {
    let latin = text.iter().filter(|b| b.is_ascii()).count();
    (latin > text.len() / 2) == (lang == Lang::En)
}

/// How many of the words a folded text has.
fn words(text: &[u8], query: &Query) -> usize {
    query.words.iter().filter(|word| word.find(text, 0).is_some()).count()
}

/// Where the words of a query stand in a text, in bytes of the text as it was written.
pub fn places(text: &str, query: &Query) -> Vec<Range<usize>> {
    let folded = Folded::new(text);
    let mut found: Vec<_> = query.words.iter().flat_map(|word| word.places(folded.text.as_bytes())).collect();
    found.sort_unstable();
    let mut places: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for (at, length) in found {
        let Some(place) = folded.written(at..at + length) else { continue };
        match places.last_mut() {
            // A word within a phrase.
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => places.push(place),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::places;
    use crate::catalog::query::Query;

    #[test]
    fn places_are_those_of_the_written_text() {
        for (text, words, expected) in [
            ("Fine\u{2011}Tuning, then fine tuning", &["fine tuning"][..], &["Fine\u{2011}Tuning", "fine tuning"][..]),
            ("ﾊﾙｼﾈｰｼｮﾝとハルシネーション", &["はるしねーしょん"], &["ﾊﾙｼﾈｰｼｮﾝ", "ハルシネーション"]),
            ("reward model drift", &["reward model", "model", "drift"], &["reward model", "drift"]),
            ("報酬 モデル", &["報酬モデル"], &["報酬 モデル"]),
            ("storage", &["rag"], &[]),
        ] {
            let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            let found: Vec<&str> = places(text, &Query::new(&words)).into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, expected);
        }
    }
}
