//! The passage of a hit that shows best why it was found.

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
    /// The passage to show of a hit whose entry is `term`: of the definitions, headings and texts that which has most of the words, in `lang`
    /// rather than in the other language; where only names have them, a synonym or else the definition.
    pub fn passage(&self, hit: &Hit<'_>, term: &Term, query: &Query, lang: Lang) -> Shown {
        let columns = self.columns(hit).unwrap_or_default();
        let most = |place: Place| (parts(columns[place as usize]).map(|text| words(text, query)).max().unwrap_or_default(), place);
        // Of several that are as good the last counts.
        let prose = [Place::Body, Place::Heading, Place::Definition].map(most).into_iter().max_by_key(|(words, _)| *words);
        let best = prose.filter(|(words, _)| *words > 0).or_else(|| Some(most(Place::Alias)).filter(|(words, _)| *words > 0));
        let place = best.map_or(Place::Definition, |(_, place)| place);
        // Decoding an article costs more than everything else here.
        let article = if place >= Place::Heading { hit.layer.article(hit.row) } else { Vec::new() };
        let passages = passages(term, &article);
        let there: Vec<_> = passages.iter().filter(|passage| passage.place == place).zip(parts(columns[place as usize])).collect();
        // Of several that are as good the first counts, and the last is what this takes.
        let best = there.into_iter().rev().max_by_key(|(passage, text)| (words(text, query), passage.lang == Some(lang)));
        let (pointer, text) = best.map(|(passage, _)| (passage.pointer(), passage.text.to_owned())).unwrap_or_default();
        Shown { pointer, places: places(&text, query), text }
    }
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
