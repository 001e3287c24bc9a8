//! However a word is typed, its entry is reached.

use hayami::catalog::Catalog;
use hayami::catalog::layer::Row;
use hayami::glossary::bilingual::Lang;
use hayami::glossary::pack::Via;
use hayami::glossary::romaji;
use hayami::words;

/// What was found, strongest claim first.
fn found<'a>(catalog: &'a Catalog, typed: &str) -> Vec<(&'a str, Via)> {
    catalog.lookup(typed).into_iter().map(|found| (found.row.id(), found.via)).collect()
}

#[test]
fn words_as_people_type_them() {
    let catalog = Catalog::embedded();
    for (typed, id, via) in [
        // Exact, after folding: width, case, kind of kana, hyphens, spaces, dashes of every kind.
        ("ＲＬＨＦ", "rlhf", Via::Headword),
        ("RL\u{2010}HF", "rlhf", Via::Headword),
        ("RL\u{2014}HF", "rlhf", Via::Headword),
        ("rl\u{2212}hf", "rlhf", Via::Headword),
        ("Reward\u{a0}Model", "reward-model", Via::Headword),
        ("Reward\u{3000}Model", "reward-model", Via::Headword),
        ("ﾊﾙｼﾈｰｼｮﾝ", "hallucination", Via::Headword),
        ("は\u{308b}しね\u{30fc}しょん", "hallucination", Via::Headword),
        ("ほうしゅうもて\u{3099}る", "reward-model", Via::Reading),
        ("ファインチューニング", "fine-tuning", Via::Headword),
        ("reference model", "rlhf", Via::Covered),
        // Other spellings: marks, letter names, small kana, long vowels.
        ("r.l.h.f.", "rlhf", Via::Spelling),
        ("k/v cache", "kv-cache", Via::Spelling),
        ("KV\u{30fc}cache", "kv-cache", Via::Spelling),
        ("RL\u{30fc}HF", "rlhf", Via::Spelling),
        ("トランスフォ-マ-", "transformer", Via::Spelling),
        ("ハルシネ\u{2212}ション", "hallucination", Via::Spelling),
        ("アールエルエイチエフ", "rlhf", Via::Spelling),
        ("あーるえるえっちえふ", "rlhf", Via::Spelling),
        ("エーアイエージェント", "ai-agent", Via::Spelling),
        ("ハルシネーシヨン", "hallucination", Via::Spelling),
        ("きょーかがくしゅー", "reinforcement-learning", Via::Spelling),
        // English: plural, American and British, "the".
        ("reward models", "reward-model", Via::Spelling),
        ("hallucinations", "hallucination", Via::Spelling),
        ("the large language model", "llm", Via::Spelling),
        ("labelled data sets of preferences", "", Via::Spelling),
        // Romaji: Hepburn, Kunrei, what an input method takes.
        ("kyouka gakushuu", "reinforcement-learning", Via::Romaji),
        ("kyoka gakushu", "reinforcement-learning", Via::Romaji),
        ("kyōka gakushū", "reinforcement-learning", Via::Romaji),
        ("kyouka gakusyuu", "reinforcement-learning", Via::Romaji),
        ("houshuu moderu", "reward-model", Via::Romaji),
        ("ｈｏｕｓｈｕｕ　ｍｏｄｅｒｕ", "reward-model", Via::Romaji),
        ("hoshu moderu", "reward-model", Via::Romaji),
        ("fain chuuningu", "fine-tuning", Via::Romaji),
        ("fain tyuuningu", "fine-tuning", Via::Romaji),
        ("harushineeshon", "hallucination", Via::Romaji),
        ("harusineesyon", "hallucination", Via::Romaji),
        ("ten'i gakushuu", "transfer-learning", Via::Romaji),
        ("tenni gakushuu", "transfer-learning", Via::Romaji),
        // Voicing makes another word.
        ("ほうじゅうもでる", "", Via::Spelling),
        ("ばるしねーしょん", "", Via::Spelling),
    ] {
        let expected: Vec<(&str, Via)> = if id.is_empty() { Vec::new() } else { vec![(id, via)] };
        let all = found(&catalog, typed);
        let of_id: Vec<(&str, Via)> = all.iter().filter(|(other, _)| id.is_empty() || *other == id).copied().collect();
        assert_eq!(of_id, expected, "{typed}: {all:?}");
    }
}

#[test]
fn every_name_of_every_entry_reaches_it() {
    let catalog = Catalog::embedded();
    let mut count = 0;
    for (row, layer) in catalog.rows(None) {
        let term = layer.term(row);
        let names = [Some(&term.id), term.name.en.as_ref(), term.name.ja.as_ref(), term.abbreviation.as_ref()].into_iter().flatten();
        let others = [&term.aliases, &term.covers].into_iter().flat_map(|both| both.en.iter().chain(&both.ja));
        for name in names.chain(others).chain(&term.readings) {
            for typed in [name.clone(), name.to_uppercase(), name.replace([' ', '-'], ""), format!(" {name} ")] {
                assert!(found(&catalog, &typed).iter().any(|(id, _)| *id == term.id), "{typed} does not reach {}", term.id);
            }
            count += 1;
        }
        // As an answer shows it, and as people write it.
        for lang in Lang::ALL {
            let headword = words::headword(term.name.read(lang), term.abbreviation.as_deref(), lang);
            assert!(found(&catalog, &headword).iter().any(|(id, _)| *id == term.id), "{headword} does not reach {}", term.id);
        }
        for reading in &term.readings {
            let letters = romaji::of_reading(reading).unwrap_or_else(|| panic!("{reading} cannot be romanised"));
            let reached = found(&catalog, &letters);
            // Letters that are a word of their own mean that word: the last tier answers only where no other does.
            let is_last = reached.iter().all(|(_, via)| *via == Via::Romaji);
            assert!(!is_last || reached.iter().any(|(id, _)| *id == term.id), "{letters} does not reach {}", term.id);
        }
    }
    assert!(count > 1_000, "{count} names");
}

#[test]
fn what_is_no_name_offers_the_entries_that_it_names() {
    let catalog = Catalog::embedded();
    for (typed, ids) in [
        ("RAG vs fine-tuning", &["rag", "fine-tuning"][..]),
        ("RAGとファインチューニングの違い", &["rag", "fine-tuning"]),
        ("RAG、MCP", &["rag", "mcp"]),
        ("生成AIと機械学習の関係", &["generative-ai", "machine-learning"]),
        ("who is who", &[]),
        ("rag", &[]),
    ] {
        let within: Vec<&str> = catalog.named_within(typed).into_iter().map(Row::id).collect();
        assert_eq!(within, ids, "{typed}");
    }
}
