//! The sentence of an entry that explains a narrower name.

use std::ops::Range;

use crate::catalog::passage::places;
use crate::catalog::query::Query;
use crate::glossary::bilingual::{Bilingual, Lang};
use crate::glossary::fold::{Key, fold};
use crate::glossary::pack::Via;
use crate::glossary::spelling::loose;
use crate::glossary::term::{Section, Term};

/// A sentence and where the name stands in it: bytes at character boundaries, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// The places of the name.
    pub places: Vec<Range<usize>>,
}

/// The narrower names of an entry that were meant by the name that was `asked` for, which led to it `via` a key or another spelling.
pub fn narrower<'t>(asked: &str, via: Via, term: &'t Term) -> Vec<&'t String> {
    let is_meant: fn(&Key, &Key) -> bool = match via {
        Via::Covered => |asked, name| asked == name,
        Via::Spelling => |asked, name| loose(asked) == loose(name),
        _ => return Vec::new(),
    };
    let key = fold(asked);
    let among = |lang: Lang| term.name.get(lang).iter().chain(term.aliases.get(lang)).chain(&term.abbreviation);
    if via == Via::Spelling && Lang::ALL.into_iter().flat_map(among).any(|name| is_meant(&key, &fold(name))) {
        return Vec::new();
    }
    Lang::ALL.into_iter().flat_map(|lang| term.covers.get(lang)).filter(|name| is_meant(&key, &fold(name))).collect()
}

/// What an article says of narrower names: in each language the first sentence with one of them. None in a language whose text has another name
/// for it, and none where the definition has it, which is shown anyway.
pub fn explained(names: &[&String], term: &Term, article: &[Section]) -> Bilingual<Option<Sentence>> {
    let queries: Vec<Query> = names.iter().map(|name| Query::new(std::slice::from_ref(*name))).collect();
    let first = |text: &str| {
        let starts = queries.iter().filter_map(|query| Some((places(text, query).first()?.start, query)));
        starts.min_by_key(|(start, _)| *start)
    };
    let explained = |lang: Lang| {
        if term.definition.get(lang).as_deref().and_then(first).is_some() {
            return None;
        }
        let mut texts = article.iter().filter_map(|section| section.text.get(lang).as_deref());
        texts.find_map(|text| {
            let (start, query) = first(text)?;
            let text = sentence(text, start);
            Some(Sentence { text: text.to_owned(), places: places(text, query) })
        })
    };
    Bilingual { en: explained(Lang::En), ja: explained(Lang::Ja) }
}

/// The sentence around a place.
fn sentence(text: &str, at: usize) -> &str {
    let mut start = 0;
    for (end, c) in text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)) {
        if ends_sentence(c, &text[end..]) {
            if end > at {
                return text[start..end].trim();
            }
            start = end;
        }
    }
    text[start..].trim()
}

/// Whether a sentence ends with a character, by what follows.
fn ends_sentence(c: char, rest: &str) -> bool {
    match c {
        '。' | '！' | '？' => !rest.starts_with(['」', '』', '）']),
        '\n' => true,
        // An abbreviation is mostly followed by a small letter or a number: e.g. this, et al. 2022.
        '.' | '!' | '?' => rest.strip_prefix(' ').is_some_and(|next| !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sentence, explained, narrower, sentence};
    use crate::glossary::bilingual::Bilingual;
    use crate::glossary::pack::Via;
    use crate::glossary::term::{Section, Term};

    #[test]
    fn sentences() {
        for (text, word, expected) in [
            ("One. Two three. Four.", "three", "Two three."),
            ("One, e.g. two. Three", "two", "One, e.g. two."),
            ("Shown by Ho et al. 2020. It works.", "Ho", "Shown by Ho et al. 2020."),
            ("一つ。二つ（例。）で三つ。四つ。", "三つ", "二つ（例。）で三つ。"),
            ("Head\nBody text", "Body", "Body text"),
            ("Last one", "one", "Last one"),
        ] {
            assert_eq!(sentence(text, text.find(word).expect("it is there")), expected);
        }
    }

    #[test]
    fn the_first_sentence_with_the_name_unless_the_definition_has_it() {
        let text = |en: &str, ja: &str| Bilingual { en: Some(en.to_owned()), ja: Some(ja.to_owned()) };
        let term = Term {
            name: text("Chip", "半導体"),
            definition: text("A chip.", "VRAMを持つ半導体。"),
            covers: Bilingual { en: vec!["VRAM".to_owned(), "video memory".to_owned(), "chip".to_owned()], ja: Vec::new() },
            ..Term::default()
        };
        let article = [Section { heading: text("Memory", "メモリー"), text: text("It is fast. Its VRAM is faster. VRAM is dear.", "速い。") }];
        let sentence = Sentence { text: "Its VRAM is faster.".to_owned(), places: std::iter::once(4..8).collect() };
        let of = |asked, via| explained(&narrower(asked, via, &term), &term, &article);
        assert_eq!(of("vram", Via::Covered), Bilingual { en: Some(sentence.clone()), ja: None });
        assert_eq!(of("VRAMs", Via::Spelling), Bilingual { en: Some(sentence), ja: None });
        assert_eq!(of("video memory", Via::Covered), Bilingual::default());
        assert_eq!(of("chips", Via::Spelling), Bilingual::default());
    }
}
