//! Finding entries by whatever is typed.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use hayami::catalog::Catalog;
use hayami::catalog::near::SUGGESTIONS;
use hayami::catalog::passage::places;
use hayami::catalog::query::Query;
use hayami::catalog::question::meant;
use hayami::glossary::bilingual::Lang;
use hayami::glossary::fold::fold;
use hayami::glossary::folded::folded;
use hayami::glossary::spelling::with_long_marks;

/// The glossary that ships.
pub(crate) static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);

/// The most hits whose passages are looked at, since an article has to be decoded for each.
const LOOKED_AT: usize = 3;

/// What holds for a text: its first line is what is typed, and all of it is searched.
pub(crate) fn holds(text: &str) {
    let typed = text.lines().next().unwrap_or_default();
    looks_up(typed);
    let arguments: Vec<String> = typed.split(' ').take(6).map(str::to_owned).collect();
    let phrases = CATALOG.phrases(&arguments);
    assert_eq!(phrases.join(" "), arguments.join(" "), "phrases are the words");
    for arguments in [vec![typed.to_owned()], arguments] {
        let query = Query::new(&arguments);
        stand(text, &places(text, &query), &query);
        searches(&query);
    }
}

fn looks_up(typed: &str) {
    // Which of several comes first depends on the capitals.
    let ids = |typed: &str| CATALOG.lookup(typed).iter().map(|found| (found.via, found.row.id())).collect::<BTreeSet<_>>();
    // A dash typed for a long vowel is gone once it is folded, and so is what parts the words of a question.
    let key = fold(typed);
    let is_name = |text: &str| meant(text).count() == 1;
    if with_long_marks(typed).is_none() && is_name(typed) && is_name(key.as_str()) {
        assert_eq!(ids(typed), ids(key.as_str()), "every spelling of a key leads to the same entries");
    }
    assert!(CATALOG.named_within(typed).iter().all(|row| CATALOG.row(row.id()).is_some()));
    let near: Vec<&str> = CATALOG.suggest(typed).iter().map(|row| row.id()).collect();
    assert!(near.len() <= SUGGESTIONS);
    for (i, id) in near.iter().enumerate() {
        assert!(CATALOG.row(id).is_some() && !near[..i].contains(id), "{id}");
    }
}

fn searches(query: &Query) {
    let search = CATALOG.search(query);
    for (better, worse) in search.hits.iter().zip(search.hits.iter().skip(1)) {
        assert!((better.rank, better.row.id()) < (worse.rank, worse.row.id()), "the best first, none twice");
    }
    for hit in search.hits.iter().take(LOOKED_AT) {
        let term = hit.layer.term(hit.row);
        for lang in Lang::ALL {
            let shown = search.passage(hit, &term, query, lang);
            assert!(shown.pointer.starts_with('/'), "{}: {shown:?}", term.id);
            stand(&shown.text, &shown.places, query);
        }
    }
}

/// The places lie in the text, one after the other, and what stands there has a word of the query.
fn stand(text: &str, places: &[Range<usize>], query: &Query) {
    let mut end = 0;
    for place in places {
        assert!(end <= place.start && place.start < place.end, "in order: {places:?}");
        let there = folded(text.get(place.clone()).expect("whole characters"));
        assert!(query.words.iter().any(|word| word.find(there.as_bytes(), 0).is_some()), "{there:?} has no word");
        end = place.end;
    }
}
