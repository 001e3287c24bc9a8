//! The sentence of an entry that explains a narrower name.

use std::ops::Range;

use memchr::memmem;

use crate::catalog::passage::places;
use crate::catalog::query::Query;
use crate::glossary::bilingual::{Bilingual, Lang};
use crate::glossary::fold::{Key, fold};
use crate::glossary::pack::Via;
use crate::glossary::spelling::loose;
use crate::glossary::term::{Section, Term};

/// A sentence, with its neighbour where it is not clear alone, and where the name stands in it: bytes at character boundaries, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The one sentence, or the two.
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
    if via == Via::Spelling && term.names().any(|name| is_meant(&key, &fold(name))) {
        return Vec::new();
    }
    term.narrower().filter(|name| is_meant(&key, &fold(name))).collect()
}

/// What an article says of narrower names: in each language the sentence that introduces one of them, or else the first that has one, with
/// its neighbour where it is not clear alone. Where the text of a language has another name for it, what the other says, since who typed that
/// name reads it. None where the definition has it, which is shown anyway.
pub fn explained(names: &[&String], term: &Term, article: &[Section]) -> Bilingual<Option<Explanation>> {
    let queries: Vec<Query> = names.iter().map(|name| Query::new(std::slice::from_ref(*name))).collect();
    let named = |text: &str| {
        let places = queries.iter().map(|query| places(text, query).into_iter().filter(|place| !is_older(&text[place.end..])).collect());
        places.filter(|places: &Vec<_>| !places.is_empty()).min_by_key(|places| places[0].start)
    };
    let is_literal = |text: &str| names.iter().any(|name| has(text, name));
    // None where the name does not occur, and none within that where it need not be explained.
    let explained = |lang: Lang| {
        if term.definition.get(lang).as_deref().filter(|text| is_literal(text)).and_then(named).is_some() {
            return Some(None);
        }
        let texts = article.iter().filter_map(|section| section.text.get(lang).as_deref());
        let paragraphs: Vec<Vec<&str>> = texts.flat_map(str::lines).map(sentences).collect();
        let all = || paragraphs.iter().flat_map(|sentences| (0..sentences.len()).map(move |i| (sentences, i)));
        // The first of those that are preferred alike.
        let best = |literal: bool| {
            all()
                .filter(|(sentences, i)| is_literal(sentences[*i]) == literal)
                .filter_map(|(sentences, i)| Some((sentences, i, named(sentences[i])?.swap_remove(0))))
                .min_by_key(|(sentences, i, place)| !introduces(sentences[*i], place))
        };
        // Most texts have the name as it is written, and to fold the others costs more than all the rest of a lookup.
        let is_own = || names.iter().any(|name| term.covers.get(lang).contains(name));
        let (sentences, i, place) = best(true).or_else(|| if is_own() { best(false) } else { None })?;
        let text = clear(sentences, i, &place, lang);
        let places = named(&text).unwrap_or_default();
        Some(Some(Explanation { text, places }))
    };
    let (en, ja) = (explained(Lang::En), explained(Lang::Ja));
    Bilingual { en: en.clone().or(ja.clone()).flatten(), ja: ja.or(en).flatten() }
}

/// Whether a text has a name as it is written, but for the capital of a sentence.
fn has(text: &str, name: &str) -> bool {
    let rest = name.chars().next().map_or("", |first| &name[first.len_utf8()..]);
    memmem::find(text.as_bytes(), rest.as_bytes()).is_some()
}

/// Whether a name goes on with the rest of a version: Opus 4 is not Opus 4.1.
fn is_older(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a sentence introduces the name at a place in it, as in `Name (2024) is`, `Name, of May 2024,` and `is called a name`.
fn introduces(sentence: &str, place: &Range<usize>) -> bool {
    let (before, after) = (&sentence[..place.start], &sentence[place.end..]);
    let comes_first = before.is_empty() && [" (", "（", ", of "].iter().any(|words| after.starts_with(words));
    comes_first || ["called ", "called a ", "called an ", "called the ", "known as "].iter().any(|words| before.ends_with(words))
}

/// How sentences begin that speak of the one before.
const BACKWARD: [&str; 7] = ["This ", "These ", "Such ", "これを", "これが", "この", "こうした"];

/// A sentence, after the one before where it speaks of that, or before the next where it says little but that there is what is named.
fn clear(sentences: &[&str], i: usize, name: &Range<usize>, lang: Lang) -> String {
    let sentence = sentences[i];
    let announces = [(" is ", "."), ("が", "です。"), ("は", "です。")]
        .into_iter()
        .any(|(verb, end)| sentence[..name.start].ends_with(verb) && &sentence[name.end..] == end);
    let shown = if BACKWARD.iter().any(|words| sentence.starts_with(words)) {
        &sentences[i.saturating_sub(1)..=i]
    } else if announces && sentence.len() < 4 * name.len() {
        &sentences[i..sentences.len().min(i + 2)]
    } else {
        &sentences[i..=i]
    };
    shown.join(if lang == Lang::En { " " } else { "" })
}

/// The sentences of a paragraph.
fn sentences(text: &str) -> Vec<&str> {
    let mut start = 0;
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|&end| end == text.len() || ends_sentence(&text[..end], &text[end..]));
    ends.map(|end| text[std::mem::replace(&mut start, end)..end].trim()).collect()
}

/// Whether a sentence ends between two parts of a text.
fn ends_sentence(text: &str, rest: &str) -> bool {
    match text.chars().next_back() {
        Some('。' | '！' | '？') => !rest.starts_with(['」', '』', '）']),
        // An abbreviation is mostly followed by a small letter, a number or a bracket: e.g. this, et al. (2022).
        Some('.' | '!' | '?') => {
            let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(';
            !text.ends_with(" al.") && !text.ends_with("Dr.") && rest.strip_prefix(' ').is_some_and(|next| !next.starts_with(goes_on))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Explanation, explained, narrower, sentences};
    use crate::glossary::bilingual::Bilingual;
    use crate::glossary::pack::Via;
    use crate::glossary::term::{Section, Term};

    #[test]
    fn sentences_of_a_paragraph() {
        for (text, expected) in [
            ("One. Two three! Four", &["One.", "Two three!", "Four"][..]),
            ("One, e.g. two. Three", &["One, e.g. two.", "Three"]),
            ("Shown by Ho et al. (2020). It works in 2.5 s.", &["Shown by Ho et al. (2020).", "It works in 2.5 s."]),
            ("Ho et al. Say so. Dr. GRPO.", &["Ho et al. Say so.", "Dr. GRPO."]),
            ("一つ。二つ（例。）で三つ。四つ。", &["一つ。", "二つ（例。）で三つ。", "四つ。"]),
            ("", &[]),
        ] {
            assert_eq!(sentences(text), expected);
        }
    }

    #[test]
    fn the_sentence_that_introduces_the_name_or_else_the_first_that_has_it() {
        let texts = |en: &str, ja: &str| Bilingual { en: Some(en.to_owned()), ja: Some(ja.to_owned()) };
        for (name, en, ja, expected_en, expected_ja) in [
            ("X", "Use X. X is good.", "Xを使う。Xは良い。", "Use X.", "Xを使う。"),
            ("X", "Use X. X (2024) is new.", "Xを使う。X（2024年）は新しい。", "X (2024) is new.", "X（2024年）は新しい。"),
            ("X 2", "Use X 2. X 2, of May, is new.", "X 2.1を使う。X 2を使う。", "X 2, of May, is new.", "X 2を使う。"),
            ("X", "Use X. A thing is called X here.", "Xを使う。", "A thing is called X here.", "Xを使う。"),
            ("X", "It turns. This is called X. So.", "回る。これをXと呼ぶ。次。", "It turns. This is called X.", "回る。これをXと呼ぶ。"),
            ("X", "It turns.\nThis is called X. So.", "回る。\nこれをXと呼ぶ。次。", "This is called X.", "これをXと呼ぶ。"),
            ("long x", "One way is long x. It turns.", "次はlong xです。回る。", "One way is long x. It turns.", "次はlong xです。回る。"),
            ("X", "A last and very good way is X. It turns.", "それはXです。", "A last and very good way is X.", "それはXです。"),
        ] {
            let article = [Section { text: texts(en, ja), ..Section::default() }];
            let said = explained(&[&name.to_owned()], &Term::default(), &article);
            let said = Bilingual { en: said.en.map(|it| it.text), ja: said.ja.map(|it| it.text) };
            assert_eq!(said, texts(expected_en, expected_ja));
        }
    }

    #[test]
    fn nothing_is_said_twice() {
        let text = |en: &str, ja: &str| Bilingual { en: Some(en.to_owned()), ja: Some(ja.to_owned()) };
        let term = Term {
            name: text("Chip", "半導体"),
            definition: text("A chip.", "VRAMを持つ半導体。"),
            covers: Bilingual { en: vec!["VRAM".to_owned(), "video memory".to_owned(), "chip".to_owned()], ja: vec!["速い".to_owned()] },
            ..Term::default()
        };
        let article = [Section { heading: text("Memory", "メモリー"), text: text("It is fast. Its VRAM is faster. VRAM is dear.", "速い。") }];
        let sentence = Explanation { text: "Its VRAM is faster.".to_owned(), places: std::iter::once(4..8).collect() };
        let of = |asked, via| explained(&narrower(asked, via, &term), &term, &article);
        assert_eq!(of("vram", Via::Covered), Bilingual { en: Some(sentence.clone()), ja: None });
        assert_eq!(of("VRAMs", Via::Spelling), Bilingual { en: Some(sentence), ja: None });
        let fast = Some(Explanation { text: "速い。".to_owned(), places: std::iter::once(0..6).collect() });
        assert_eq!(of("速い", Via::Covered), Bilingual { en: fast.clone(), ja: fast });
        assert_eq!(of("video memory", Via::Covered), Bilingual::default());
        assert_eq!(of("chips", Via::Spelling), Bilingual::default());
    }
}
