//! Each rule of a glossary with an edit that breaks it, and every problem that is then told, in full.

use std::path::Path;

use hayami::glossary::bilingual::Lang;
use hayami::glossary::check::Nothing;
use hayami::glossary::problem::Problem;
use hayami::glossary::read::{Files, SourceFile};
use hayami::glossary::{Rules, compile};
use hayami::words::problem::problem;
use serde_json::{Value, json};

const ENTRY: &str = "terms/training/one.json";

/// A glossary without a problem: four entries that are each other's neighbours, and one announcement.
fn good() -> Vec<(String, Value)> {
    let both = |en: &str, ja: &str| json!({ "en": en, "ja": ja });
    let entry = |id: &str, name: &str, ja: &str, reading: &str, related: [&str; 3]| {
        json!({
            "id": id,
            "name": both(name, ja),
            "readings": [reading],
            "aliases": { "en": [format!("{name} method")], "ja": [format!("{ja}の方法")] },
            "covers": { "en": ["smaller thing"], "ja": ["小さなもの"] },
            "definition": both(
                "A thing for tests that explains a smaller thing in a sentence of fourteen words.",
                "テストのためのもので、小さなものを説明する文であり、四十字より長くなるようにここまで続けて書かれている。"
            ),
            "article": [{ "heading": both("How it works", "仕組み"), "text": both("It works.", "動きます。") }],
            "related": related,
            "sources": ["arxiv:2203.02155"],
            "reviewed": "2026-05-01",
        })
    };
    let file = |path: &str, value: Value| (path.to_owned(), value);
    vec![
        file("categories.json", json!({ "training": { "name": both("Training", "学習"), "order": 1 } })),
        file("sources.json", json!({ "arxiv:2203.02155": { "title": "A paper", "authors": "Ouyang et al.", "year": 2022 } })),
        file(
            "publishers.json",
            json!({ "maker": {
                "name": both("Maker", "メーカー"),
                "hosts": ["maker.example"],
                "newsroom": "https://maker.example/news",
                "feeds": [{ "url": "https://maker.example/rss.xml", "format": "rss" }],
            } }),
        ),
        file(
            "news/2026-05.json",
            json!([{
                "date": "2026-05-22",
                "publisher": "maker",
                "headline": both("It happens", "起きる"),
                "summary": both("It happened.", "起きた。"),
                "url": "https://maker.example/it",
                "terms": ["one"],
            }]),
        ),
        file(ENTRY, entry("one", "One Thing", "一番目", "いちばんめ", ["two", "three", "four"])),
        file("terms/training/two.json", entry("two", "Second", "二番目", "にばんめ", ["one", "three", "four"])),
        file("terms/training/three.json", entry("three", "Third", "三番目", "さんばんめ", ["one", "two", "four"])),
        file("terms/training/four.json", entry("four", "Fourth", "四番目", "よんばんめ", ["one", "two", "three"])),
    ]
}

/// The problems of a glossary, one line each.
fn problems(files: Vec<(String, String)>, rules: Rules) -> Vec<String> {
    let sources = files.into_iter().map(|(path, text)| SourceFile { path, bytes: text.into_bytes() }).collect();
    let found: Vec<Problem> = match compile(Files { sources, problems: Vec::new() }, rules, &Nothing) {
        Ok(compiled) => compiled.warnings,
        Err(problems) => problems,
    };
    found.iter().map(|found| problem(found, Path::new(""), Lang::En)).collect()
}

/// The problems after `edit` of the value at `pointer` in `file`.
fn broken(file: &str, pointer: &str, edit: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut glossary = good();
    let value = glossary.iter_mut().find(|(path, _)| path == file).and_then(|(_, value)| value.pointer_mut(pointer));
    edit(value.unwrap_or_else(|| panic!("{file} {pointer} is there")));
    problems(glossary.into_iter().map(|(path, value)| (path, value.to_string())).collect(), Rules::Shipped)
}

fn set(value: Value) -> impl FnOnce(&mut Value) {
    |place| *place = value
}

#[test]
fn the_good_one_is_good() {
    assert_eq!(broken(ENTRY, "/id", |_| {}), [""; 0]);
}

#[test]
fn every_rule_is_told() {
    let words = |count: usize| json!(vec!["word"; count].join(" ") + " smaller thing");
    let long = |count: usize| json!("長".repeat(count) + "小さなもの");
    for (file, pointer, value, told) in [
        // Names of things
        (
            ENTRY,
            "/id",
            json!("One"),
            &["/id: is not an id; use only a-z, 0-9 and -", "/id: is not the name of the file; write \"one\" or rename the file"][..],
        ),
        (ENTRY, "/id", json!(""), &["/id: is empty; write it or take the member out"]),
        (ENTRY, "/related/0", json!("five"), &["/related/0: names the entry \"five\", which does not exist; mend the id or write the entry"]),
        (ENTRY, "/related/0", json!("one"), &["/related/0: is this entry itself; name a neighbour instead"]),
        (ENTRY, "/related/0", json!("three"), &["/related/1: stands at /related/0 already; take one out"]),
        (ENTRY, "/related", json!(["two", "three"]), &["/related: names 2 neighbours; name 3 to 8"]),
        (ENTRY, "/sources", json!([]), &["/sources: cites 0 sources; cite 1 to 8"]),
        (ENTRY, "/sources/0", json!("arxiv:1"), &["/sources/0: names the source \"arxiv:1\", which does not exist; add it to sources.json"]),
        // Languages and shapes
        (ENTRY, "/name", json!({ "en": "One Thing" }), &["/name: has no Japanese text; add \"ja\""]),
        (ENTRY, "/name/ja", json!(" "), &["/name/ja: is empty; write it or take the member out"]),
        (ENTRY, "/name/ja", json!(null), &["/name/ja: is null; write a text in quotes"]),
        (
            ENTRY,
            "/readings",
            json!("いち"),
            &["/readings: is a text in quotes; write a list", "/readings: is empty; write it or take the member out"],
        ),
        (ENTRY, "/article/0", json!({ "heading": { "en": "A", "ja": "あ" } }), &["/article/0/text: is missing; add it"]),
        (ENTRY, "/article/0/heading/ja", json!("見出し "), &["/article/0/heading/ja: begins or ends with a space; take it away"]),
        (
            ENTRY,
            "/name/en",
            json!("One\u{1b}[2J"),
            &["/name/en: holds U+001B, a control or text-direction character, which a terminal would obey; take it out"],
        ),
        (
            ENTRY,
            "/article/0/text/en",
            json!("It \u{202e}works."),
            &["/article/0/text/en: holds U+202E, a control or text-direction character, which a terminal would obey; take it out"],
        ),
        (
            ENTRY,
            "/article/0/text/ja",
            json!("動きま\u{3059}か\u{3099}。"),
            &["/article/0/text/ja: is not in Unicode normalization form C; save it composed (か + dakuten as が)"],
        ),
        // Words
        (ENTRY, "/readings/0", json!("イチ"), &["/readings/0: is not hiragana (with ー); write the reading in hiragana"]),
        (ENTRY, "/readings/0", json!("ゔぁーん"), &[]),
        (ENTRY, "/aliases/en/0", json!("second"), &["/aliases/en/0: is the headword of two; take it out here, or make the two one entry"]),
        (
            ENTRY,
            "/aliases/en/0",
            json!("one-thing"),
            &["/aliases/en/0: is already there as /name/en, since case, spaces, hyphens and kinds of kana do not matter; take it out"],
        ),
        (
            ENTRY,
            "/aliases/ja/0",
            json!("One Thing Method"),
            &["/aliases/ja/0: is already there as /aliases/en/0, since case, spaces, hyphens and kinds of kana do not matter; take it out"],
        ),
        (ENTRY, "/covers/en/0", json!("larger thing"), &["/covers/en/0: never occurs in the English text; explain it there or take it out"]),
        (ENTRY, "/covers/ja/0", json!("大きなもの"), &["/covers/ja/0: never occurs in the Japanese text; explain it there or take it out"]),
        (ENTRY, "/definition/en", words(9), &["/definition/en: has 11 words; write 12 to 80"]),
        (ENTRY, "/definition/en", words(10), &[]),
        (ENTRY, "/definition/en", words(78), &[]),
        (ENTRY, "/definition/en", words(79), &["/definition/en: has 81 words; write 12 to 80"]),
        (ENTRY, "/definition/ja", long(34), &["/definition/ja: has 39 characters; write 40 to 220"]),
        (ENTRY, "/definition/ja", long(35), &[]),
        (ENTRY, "/definition/ja", long(216), &["/definition/ja: has 221 characters; write 40 to 220"]),
        (ENTRY, "/article/0/text/ja", json!("It works."), &["/article/0/text/ja: has neither kana nor kanji; write it in Japanese"]),
        (
            ENTRY,
            "/article/0/text/en",
            json!("It is モデル."),
            &["/article/0/text/en: has kana in English prose; put Japanese names into quotation marks or brackets, or move the text to \"ja\""],
        ),
        (ENTRY, "/article/0/text/en", json!("It is 「モデル」 in Japanese."), &[]),
        // Days
        (ENTRY, "/reviewed", json!("2026-02-30"), &["/reviewed: is not a real date; write it as YYYY-MM-DD"]),
        (ENTRY, "/reviewed", json!("2027-05-22"), &[]),
        (ENTRY, "/reviewed", json!("2027-05-23"), &["/reviewed: lies more than a year after the newest news, 2026-05-22; check the year"]),
        // Tables
        ("sources.json", "/arxiv:2203.02155/year", json!("2022"), &["/arxiv:2203.02155/year: is a text in quotes; write a whole number"]),
        ("categories.json", "/training/order", json!(-1), &["/training/order: is a number; write a whole number"]),
        ("publishers.json", "/maker/feeds/0/format", json!("json"), &["/maker/feeds/0/format: is not a feed format; write \"rss\" or \"atom\""]),
        // News
        (
            "news/2026-05.json",
            "/0/publisher",
            json!("nobody"),
            &["/0/publisher: names the publisher \"nobody\", which does not exist; add it to publishers.json"],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("http://maker.example/it"),
            &["/0/url: is not an https address; link to the original page with its full https address"],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("https://maker.example/a b"),
            &["/0/url: is not an https address; link to the original page with its full https address"],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("HTTPS://maker.example/it"),
            &["/0/url: is not an https address; link to the original page with its full https address"],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("https:maker.example/it"),
            &["/0/url: is not an https address; link to the original page with its full https address"],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("https://:secret@maker.example/it"),
            &[
                "/0/url: leads to :secret@maker.example, which is not an official host of this publisher (maker.example); link to the original announcement",
            ],
        ),
        ("news/2026-05.json", "/0/url", json!("soon"), &["/0/url: is not an https address; link to the original page with its full https address"]),
        (
            "news/2026-05.json",
            "/0/url",
            json!("https://maker.example.evil.example/it"),
            &[
                "/0/url: leads to maker.example.evil.example, which is not an official host of this publisher (maker.example); link to the original announcement",
            ],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("https://maker.example@evil.example/it"),
            &[
                "/0/url: leads to maker.example@evil.example, which is not an official host of this publisher (maker.example); link to the original announcement",
            ],
        ),
        (
            "news/2026-05.json",
            "/0/url",
            json!("https://maker.example:8443/it"),
            &[
                "/0/url: leads to maker.example:8443, which is not an official host of this publisher (maker.example); link to the original announcement",
            ],
        ),
        (
            "news/2026-05.json",
            "/0/terms/0",
            json!("five"),
            &["/0/terms/0: names the entry \"five\", which does not exist; mend the id or write the entry"],
        ),
        (
            "news/2026-05.json",
            "/0/date",
            json!("2026-06-01"),
            &["/0/date: does not lie in 2026-05, the month of the file; move the item to news/<year>-<month>.json of its date"],
        ),
    ] {
        let expected: Vec<String> = told.iter().map(|line| format!("{file}: {line}")).collect();
        // An entry that lost its id is missed by those that name it, which is not what the row is about.
        let missed = |line: &String| pointer == "/id" && line.contains("names the entry \"one\"");
        let happens: Vec<String> = broken(file, pointer, set(value)).into_iter().filter(|line| !missed(line)).collect();
        assert_eq!(happens, expected, "{file} {pointer}");
    }
}

#[test]
fn members_are_missing_or_too_many() {
    let remove = |name: &'static str| move |place: &mut Value| drop(place.as_object_mut().expect("an object").remove(name));
    let add =
        |name: &'static str, value: Value| move |place: &mut Value| drop(place.as_object_mut().expect("an object").insert(name.to_owned(), value));
    for name in ["aliases", "article", "covers", "definition", "name", "readings", "related", "reviewed"] {
        let told = broken(ENTRY, "", remove(name));
        assert!(told.contains(&format!("{ENTRY}: /{name}: is missing; add it")), "{name}: {told:?}");
    }
    assert_eq!(broken(ENTRY, "", remove("covers")), [format!("{ENTRY}: /covers: is missing; add it")]);
    assert_eq!(
        broken(ENTRY, "", add("colour", json!("red"))),
        [format!(
            "{ENTRY}: /colour: has no meaning here; the members are id, name, abbreviation, readings, aliases, covers, definition, related, sources, \
             reviewed, article: mend the name or take it out"
        )]
    );
    assert_eq!(
        broken("news/2026-05.json", "/0", add("gone", json!("soon"))),
        ["news/2026-05.json: /0/gone: is not a real date; write it as YYYY-MM-DD"]
    );
    assert_eq!(
        broken("sources.json", "", add("https://nobody.example/", json!({ "title": "A page" }))),
        ["sources.json: /https:~1~1nobody.example~1: is cited by no entry; cite it or take it out"]
    );
    assert_eq!(
        broken("sources.json", "", add("paper 7", json!({ "title": "A page" }))),
        [
            "sources.json: /paper 7: is not the key of a source; write arxiv:<number>, doi:10.… or the full https address",
            "sources.json: /paper 7: is cited by no entry; cite it or take it out"
        ]
    );
}

#[test]
fn a_host_is_a_name_and_every_address_needs_one() {
    let foreign =
        "leads to maker.example, which is not an official host of this publisher (https://maker.example/); link to the original announcement";
    assert_eq!(
        broken("publishers.json", "/maker/hosts/0", set(json!("https://maker.example/"))),
        [
            format!("news/2026-05.json: /0/url: {foreign}"),
            format!("publishers.json: /maker/feeds/0/url: {foreign}"),
            "publishers.json: /maker/hosts/0: is not a host name; write it in lower case, without https:// and without a path".to_owned(),
            format!("publishers.json: /maker/newsroom: {foreign}"),
        ]
    );
}

#[test]
fn two_entries_claim_one_word() {
    let told = |edits: &[(usize, &str, &str)]| {
        let mut glossary = good();
        for (number, member, value) in edits {
            let entry = glossary[4 + number].1.as_object_mut().expect("an entry");
            match *member {
                "name" => entry["name"]["en"] = json!(value),
                "alias" => entry["aliases"]["en"] = json!([value]),
                member => drop(entry.insert(member.to_owned(), json!(value))),
            }
        }
        problems(glossary.into_iter().map(|(path, value)| (path, value.to_string())).collect(), Rules::Shipped)
    };
    let taken = |file: &str, pointer: &str, id: &str| {
        format!("terms/training/{file}.json: {pointer}: is the headword of {id}; take it out here, or make the two one entry")
    };
    assert_eq!(told(&[(0, "name", "second")]), [taken("one", "/name/en", "two"), taken("two", "/name/en", "one")]);
    assert_eq!(told(&[(0, "alias", "ＳＥＣＯＮＤ")]), [taken("one", "/aliases/en/0", "two")]);
    assert_eq!(told(&[(0, "abbreviation", "Second")]), [taken("one", "/abbreviation", "two"), taken("two", "/name/en", "one")]);
    assert_eq!(told(&[(0, "abbreviation", "SECOND")]), [""; 0], "as XAI and xAI");
    assert_eq!(told(&[(0, "abbreviation", "ST"), (1, "abbreviation", "ST")]), [""; 0], "two things are shortened alike");
    assert_eq!(told(&[(0, "abbreviation", "ST"), (1, "alias", "ST")]), [taken("two", "/aliases/en/0", "one")]);
    assert_eq!(told(&[(0, "alias", "same"), (1, "alias", "same")]), [""; 0], "a word with two meanings");
}

#[test]
fn items_and_entries_that_stand_twice() {
    let twice = broken("news/2026-05.json", "", |news| {
        let news = news.as_array_mut().expect("a list");
        let mut other = news[0].clone();
        other["url"] = json!("https://maker.example/it/");
        news.push(other);
    });
    assert_eq!(twice, ["news/2026-05.json: /1/url: is the address of news/2026-05.json /0 too; make the two one item"]);

    let far = broken("news/2026-05.json", "", |news| {
        let news = news.as_array_mut().expect("a list");
        let mut other = news[0].clone();
        (other["url"], other["date"]) = (json!("https://maker.example/other"), json!("2099-05-22"));
        news.push(other);
    });
    assert_eq!(
        far,
        [
            "news/2026-05.json: /1/date: lies more than a year after the newest news, 2026-05-22; check the year",
            "news/2026-05.json: /1/date: does not lie in 2026-05, the month of the file; move the item to news/<year>-<month>.json of its date"
        ]
    );

    let old = broken("news/2026-05.json", "", |news| {
        let news = news.as_array_mut().expect("a list");
        for (date, url) in [("2026-05-20", "https://maker.example/before"), ("2016-05-22", "https://maker.example/old")] {
            let mut other = news[0].clone();
            (other["url"], other["date"]) = (json!(url), json!(date));
            news.push(other);
        }
    });
    assert_eq!(
        old,
        ["news/2026-05.json: /2/date: does not lie in 2026-05, the month of the file; move the item to news/<year>-<month>.json of its date"]
    );

    let mut glossary: Vec<(String, String)> = good().into_iter().map(|(path, value)| (path, value.to_string())).collect();
    let copy = glossary[4].1.clone();
    glossary.push(("terms/nowhere/one.json".to_owned(), copy));
    assert_eq!(
        problems(glossary, Rules::Shipped),
        [
            "terms/nowhere/one.json: /: names the category \"nowhere\", which does not exist; add it to categories.json or move the file",
            "terms/nowhere/one.json: /id: is the id of terms/training/one.json too; give one of them another id"
        ]
    );
}

#[test]
fn files_that_are_no_entries() {
    let file = |path: &str, text: &str| vec![(path.to_owned(), text.to_owned())];
    for (path, text, told) in [
        (ENTRY, "", "/: is not JSON: EOF while parsing a value at line 1 column 0; mend the syntax there"),
        (ENTRY, "[]", "/: is a list; write an object"),
        (ENTRY, "{} {}", "/: is not JSON: trailing characters at line 1 column 4; mend the syntax there"),
        ("news/2026-05.json", "{}", "/: is an object; write a list"),
        ("sources.json", "true", "/: is true or false; write an object"),
        ("news/may.json", "[]", "/: has no place here; entries are terms/<category>/<id>.json, news is news/<year>-<month>.json: move or delete it"),
        (
            "news/2026-05.json.json",
            "[]",
            "/: has no place here; entries are terms/<category>/<id>.json, news is news/<year>-<month>.json: move or delete it",
        ),
        ("notes/a.json", "{}", "/: has no place here; entries are terms/<category>/<id>.json, news is news/<year>-<month>.json: move or delete it"),
        (
            "categories.json",
            "{ \"a\": { \"name\": { \"en\": \"A\", \"ja\": \"あ\" }, \"order\": 1, \"order\": 2 } }",
            "/a/order: stands here twice; keep one of them",
        ),
    ] {
        assert_eq!(problems(file(path, text), Rules::Shipped), [format!("{path}: {told}")], "{path} {text}");
    }
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let told = problems(file(ENTRY, &deep), Rules::Shipped);
    assert_eq!(told, [format!("{ENTRY}: /: is not JSON: recursion limit exceeded at line 1 column 128; mend the syntax there")]);
}

#[test]
fn a_team_needs_little_and_is_warned_of_the_rest() {
    let entry = |text: &str| vec![("terms/one.json".to_owned(), text.to_owned())];
    let minimal = r#"{ "id": "one", "name": { "ja": "一番目" }, "definition": { "ja": "短い。" } }"#;
    assert_eq!(
        problems(entry(minimal), Rules::Team),
        [
            "terms/one.json: /definition: has no English text; add \"en\"",
            "terms/one.json: /definition/ja: has 3 characters; write 40 to 220",
            "terms/one.json: /name: has no English text; add \"en\"",
        ]
    );
    let sources = vec![SourceFile { path: "terms/one.json".to_owned(), bytes: minimal.into() }];
    let compiled = compile(Files { sources, problems: Vec::new() }, Rules::Team, &Nothing).expect("warnings do not bind");
    assert_eq!(compiled.warnings.len(), 3);

    let empty = r#"{ "id": "one", "name": {}, "definition": { "ja": "" } }"#;
    assert_eq!(
        problems(entry(empty), Rules::Team),
        [
            "terms/one.json: /definition: has no English text; add \"en\"",
            "terms/one.json: /definition/ja: is empty; write it or take the member out",
            "terms/one.json: /name: has no text; write \"en\", \"ja\" or both",
            "terms/one.json: /name: has no English text; add \"en\"",
            "terms/one.json: /name: has no Japanese text; add \"ja\"",
        ]
    );
}
