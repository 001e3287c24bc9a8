//! What must hold for any text: folding, line breaking, and the places that searches and scans tell.

use std::sync::LazyLock;

use hayami::catalog::Catalog;
use hayami::catalog::passage::places;
use hayami::catalog::query::Query;
use hayami::catalog::scan::Place;
use hayami::catalog::scan::vocabulary::Vocabulary;
use hayami::glossary::bilingual::Lang;
use hayami::glossary::fold::fold;
use hayami::glossary::folded::folded;
use hayami::render::screen::Screen;
use hayami::render::style::Role;
use hayami::render::text::page::Page;
use hayami::render::wrap::{Ambiguous, ends_no_line, starts_no_line, wrap};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::RngSeed;

/// A run of text of one kind, as prose has them.
fn run() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z]{1,12}",
        4 => "[ぁ-ん]{1,10}",
        3 => "[ァ-ヶー]{1,8}",
        4 => "[一-龠々]{1,8}",
        1 => "[0-9]{1,4}(,[0-9]{3})?",
        2 => "[、。，．！？：；]",
        1 => "[）」』】〉》〕]{1,2}",
        1 => "[（「『【〈《〔]{1,2}",
        1 => prop_oneof![Just("——".to_owned()), Just("……".to_owned()), Just("%".to_owned()), Just("GPT-4o".to_owned()), Just("QLoRA".to_owned())],
        3 => Just(" ".to_owned()),
        1 => Just("https://example.org/a-long/path_to/somewhere.html?with=query".to_owned()),
    ]
}

fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(run(), 1..60).prop_map(|runs| {
        let words: Vec<String> = runs.concat().split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.join(" ")
    })
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);
static VOCABULARY: LazyLock<Vocabulary<'static>> = LazyLock::new(|| CATALOG.vocabulary());

/// A name of some entry, in one of the ways in which it is written.
fn name() -> impl Strategy<Value = String> {
    let names: Vec<String> = CATALOG.rows(None).flat_map(|(row, _)| [row.names().en, row.names().ja]).flatten().map(str::to_owned).collect();
    (prop::sample::select(names), 0..4).prop_map(|(name, way)| match way {
        0 => name.to_uppercase(),
        1 => name.replace(' ', "-"),
        2 => name.replace(' ', "\n"),
        _ => name,
    })
}

/// Whether a text can be set at all at a width: no unbreakable run is longer than a line. Only that excuses a break of the rules.
fn has_long_run(text: &str, columns: usize) -> bool {
    wrap(text, 10_000, Ambiguous::Narrow).len() > 1
        || text.split(' ').any(|word| {
            let (mut run, mut before) = (0, ' ');
            word.chars().any(|c| {
                // A number keeps the counter after it.
                let counts = before.is_ascii_digit();
                let joins = c.is_ascii() || starts_no_line(c) || ends_no_line(c) || "—…".contains(c) || counts;
                before = c;
                run = if joins { run + 2 } else { 0 };
                run + 8 > columns
            })
        })
}

proptest! {
    // A failure is turned into a case of its own where the rule is tested, so nothing is kept here.
    // The seed is fixed, because the gate should not depend on luck; another one explores further.
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_123), ..ProptestConfig::default() })]

    #[test]
    fn lines_keep_the_rules_and_lose_nothing(text in prose(), columns in 20_usize..120) {
        let places = wrap(&text, columns, Ambiguous::Narrow);
        let lines: Vec<&str> = places.iter().map(|place| &text[place.clone()]).collect();
        prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        for line in &lines {
            prop_assert!(Ambiguous::Narrow.width(line) <= columns, "{columns}: {line}");
        }
        if !has_long_run(&text, columns) {
            for line in lines.iter().skip(1) {
                prop_assert!(!line.starts_with(starts_no_line), "{columns}: {line} in {lines:?}");
            }
            for line in lines.iter().rev().skip(1) {
                prop_assert!(!line.ends_with(ends_no_line), "{columns}: {line} in {lines:?}");
            }
            for place in places.iter().skip(1) {
                let (before, after) = text.split_at(place.start);
                let cut = before.chars().next_back().zip(after.chars().next());
                let latin = cut.is_some_and(|(before, after)| before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric());
                prop_assert!(!latin, "{columns}: a word is cut in {lines:?}");
            }
        }
    }

    #[test]
    fn wrapping_never_panics(text in any::<String>(), columns in 1_usize..50) {
        let places = wrap(&text, columns, Ambiguous::Wide);
        prop_assert!(places.iter().all(|place| text.is_char_boundary(place.start) && text.is_char_boundary(place.end)));
    }

    #[test]
    fn a_page_loses_nothing(text in prose(), columns in 1_usize..80, before in 0_usize..30) {
        let screen = Screen { terminal: true, width: Some(columns), measure: Some(columns), color: false, links: false, ambiguous: Ambiguous::Narrow };
        let mut page = Page::new(Lang::Ja, screen);
        page.hanging(&text, before, before / 2, Role::Plain);
        prop_assert_eq!(page.text.replace([' ', '\n'], ""), text.replace(' ', ""));
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(folded.as_str()), folded);
    }

    #[test]
    fn what_a_search_marks_is_what_was_searched_for(before in prose(), word in "[a-zA-Z]{1,8}|[ぁ-んァ-ヶー一-龠]{1,6}", after in prose()) {
        let text = format!("{before} {word} {after}");
        let query = Query::new(std::slice::from_ref(&word));
        let mut end = 0;
        for place in places(&text, &query) {
            prop_assert!(end <= place.start && place.start < place.end, "in order, apart, and not empty");
            prop_assert!(text.is_char_boundary(place.start) && text.is_char_boundary(place.end));
            let found = folded(&text[place.clone()]);
            let sought = folded(&word);
            let stem = sought.trim_end_matches(['s', 'e', 'i']);
            prop_assert!(found.starts_with(stem) || folded(&found.replace("is", "iz")).starts_with(stem), "{word}: {found}");
            end = place.end;
        }
    }

    #[test]
    fn what_a_scan_finds_is_a_name(words in prop::collection::vec(prop_oneof![run(), name()], 0..30)) {
        let text = words.join(" ");
        let (mut end, mut wrong) = (0, None);
        VOCABULARY.scan(&text, Place::default(), text.len(), |mention| {
            let range = mention.range.clone();
            let is_cut = !text.is_char_boundary(range.start) || !text.is_char_boundary(range.end);
            if is_cut || range.start < end || range.is_empty() {
                wrong = Some(format!("{range:?} after {end}"));
            } else if !CATALOG.lookup(&text[range.clone()]).iter().any(|found| found.row.id() == mention.id) {
                wrong = Some(format!("{} is no {}", &text[range.clone()], mention.id));
            }
            end = range.end;
        });
        prop_assert_eq!(wrong, None, "{}", text);
    }

    #[test]
    fn a_scan_in_pieces_finds_what_a_scan_in_one_finds(words in prop::collection::vec(prop_oneof![run(), name()], 0..30), cut in 0_usize..200) {
        let text = words.join(" ");
        let (mut whole, mut parts) = (Vec::new(), Vec::new());
        VOCABULARY.scan(&text, Place::default(), text.len(), |mention| whole.push(mention));
        let place = VOCABULARY.scan(&text, Place::default(), cut.min(text.len()), |mention| parts.push(mention));
        VOCABULARY.scan(&text, place, text.len(), |mention| parts.push(mention));
        prop_assert_eq!(whole, parts, "{}", text);
    }

    #[test]
    fn folding_takes_width_case_and_kind_of_kana_away(text in "[a-zA-Z0-9ぁ-んァ-ヶー ・-]{0,20}") {
        let katakana: String = text.chars().map(|c| if ('ぁ'..='ん').contains(&c) { char::from_u32(u32::from(c) + 0x60).unwrap_or(c) } else { c }).collect();
        let wide: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c }).collect();
        for other in [text.to_uppercase(), text.to_lowercase(), katakana, wide] {
            prop_assert_eq!(fold(&other), fold(&text), "{}", other);
        }
    }
}
