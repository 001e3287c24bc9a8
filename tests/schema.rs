//! The schemas in `glossary/schema/`, which editors use, say the same as the checks of the program.
//!
//! A schema looks at one file at a time, so what only the whole glossary can tell (an id that there is not, a headword that has an owner)
//! is left to the checks. Everything that a schema does say is held against them here, in both directions.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hayami::glossary::check::Nothing;
use hayami::glossary::members::join;
use hayami::glossary::problem::{Fault, Problem};
use hayami::glossary::read::{Files, SourceFile, read};
use hayami::glossary::{Compiled, Rules, compile};
use jsonschema::{Registry, RegistryBuilder, Validator};
use serde_json::{Map, Value, json};

const TERM: &str = "terms/training/reward-model.json";
const CATEGORIES: &str = "categories.json";
const SOURCES: &str = "sources.json";
const PUBLISHERS: &str = "publishers.json";
const NEWS: &str = "news/2026-05.json";
const TEAM: &str = "terms/deploy-bot.json";

/// Which schema a file is held to.
fn schema_for(path: &str, rules: Rules) -> &'static str {
    match (path.split('/').next(), rules) {
        (Some("categories.json"), _) => "categories.schema.json",
        (Some("sources.json"), _) => "sources.schema.json",
        (Some("publishers.json"), _) => "publishers.schema.json",
        (Some("news"), _) => "news.schema.json",
        (Some("terms"), Rules::Shipped) => "term.schema.json",
        (Some("terms"), Rules::Team) => "team-term.schema.json",
        _ => panic!("{path}: no schema is for this file"),
    }
}

fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary/schema").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn validator(name: &str) -> Validator {
    // The schemas lie side by side and refer to each other by file name, so any folder will do.
    let place = |name: &str| format!("file:///schema/{name}");
    let shared = Registry::new().add(place("term.schema.json"), schema("term.schema.json"));
    let registry = shared.and_then(RegistryBuilder::prepare).expect("the schema for entries can be referred to");
    let options = jsonschema::options().with_base_uri(place(name)).with_registry(&registry);
    options.build(&schema(name)).unwrap_or_else(|error| panic!("{name} is no schema: {error}"))
}

/// What the schema says against a document, each with its place.
fn objections(path: &str, document: &Value, rules: Rules) -> Vec<(String, String)> {
    let validator = validator(schema_for(path, rules));
    validator.iter_errors(document).map(|error| (error.instance_path().to_string(), error.to_string())).collect()
}

type Documents = Vec<(String, Value)>;

/// A whole glossary with every member that there is, and nothing wrong with it.
fn good() -> Documents {
    const NEIGHBOURS: usize = 9;
    let neighbour = |i: usize| format!("neighbour-{i}");
    let paper = |i: usize| format!("arxiv:2203.0000{i}");
    let sources: Map<String, Value> = (1..=NEIGHBOURS)
        .map(paper)
        .chain(["doi:10.1038/nature14236".into(), "http://example.org/book.html".into()])
        .map(|key| (key, json!({ "title": "On Rewards", "authors": "Doe et al.", "year": 2022, "publisher": "Example" })))
        .collect();
    let name = json!({ "en": "Training", "ja": "学習" });
    let entry = json!({
        "id": "reward-model",
        "name": { "en": "Reward Model", "ja": "報酬モデル" },
        "abbreviation": "RM",
        "readings": ["ああるえむ", "ほうしゅうもでる"],
        "aliases": { "en": ["preference model"], "ja": ["リワードモデル"] },
        "covers": { "en": ["judge"], "ja": ["審判"] },
        "definition": {
            "en": "A judge, that is a model that predicts which of two answers a person would like better and scores them.",
            "ja": "2つの回答のうち人がどちらを好むかを予測して点数を付ける、審判の役割をするモデル。強化学習で報酬の代わりに使う。",
        },
        "article": [{ "heading": { "en": "Use", "ja": "用途" }, "text": { "en": "It scores answers.", "ja": "回答を採点します。" } }],
        "related": [neighbour(1), neighbour(2), neighbour(3)],
        "sources": ["doi:10.1038/nature14236", "http://example.org/book.html"],
        "reviewed": "2026-05-22",
    });
    let neighbours = (1..=NEIGHBOURS).map(|i| {
        let mut other = entry.clone();
        other["id"] = json!(neighbour(i));
        other["name"] = json!({ "en": format!("Neighbour {i}"), "ja": format!("隣人{i}") });
        other["abbreviation"] = json!(format!("N{i}"));
        other["related"] = (1..=4).filter(|&j| j != i).map(neighbour).collect();
        other["sources"] = json!([paper(i)]);
        for list in ["aliases", "covers"] {
            other[list] = json!({ "en": [], "ja": [] });
        }
        (format!("terms/training/{}.json", neighbour(i)), other)
    });
    let publisher = json!({
        "name": { "en": "Example", "ja": "イグザンプル" },
        "hosts": ["example.com", "blog.example.com"],
        "newsroom": "https://example.com/news/",
        "feeds": [{ "url": "https://blog.example.com/rss.xml?all", "format": "rss" }],
    });
    let item = json!({
        "date": "2026-05-22",
        "publisher": "example",
        "headline": { "en": "Example shows a reward model", "ja": "Example、報酬モデルを公開" },
        "summary": { "en": "Example says that it scores answers.", "ja": "Exampleによると、回答を採点する。" },
        "url": "https://example.com/news/reward-model",
        "terms": ["reward-model", "neighbour-1"],
        "gone": "2026-06-01",
    });
    let tables = [
        (CATEGORIES, json!({ "training": { "name": name, "order": 1 } })),
        (SOURCES, Value::Object(sources)),
        (PUBLISHERS, json!({ "example": publisher })),
        (NEWS, json!([item])),
    ];
    let tables = tables.map(|(path, document)| (path.to_owned(), document));
    tables.into_iter().chain([(TERM.to_owned(), entry.clone())]).chain(neighbours).collect()
}

/// The least that a team can write.
fn team() -> Documents {
    let entry = json!({ "id": "deploy-bot", "name": { "ja": "デプロイボット" }, "definition": { "en": "Our bot that deploys." } });
    vec![(TEAM.to_owned(), entry)]
}

/// A team's entry with everything in it, each part with one language only or with a fault that a team is merely warned of.
fn careless() -> Documents {
    let entry = json!({
        "id": "deploy-bot",
        "name": { "en": " Deploy bot" },
        "abbreviation": "DB ",
        "readings": ["デプロイボット"],
        "aliases": { "en": ["bot", "bot"] },
        "covers": { "ja": ["ここにない語"] },
        "definition": { "ja": "Deploys." },
        "article": [{ "heading": { "en": "Use" }, "text": { "ja": "Ask it." } }],
        "related": ["No Such Entry", "No Such Entry"],
        "sources": ["the wiki"],
        "reviewed": "2026-05-22",
    });
    vec![(TEAM.to_owned(), entry)]
}

fn compiled(documents: &Documents, rules: Rules) -> Result<Compiled, Vec<Problem>> {
    let sources = documents.iter().map(|(path, document)| SourceFile { path: path.clone(), bytes: document.to_string().into_bytes() });
    compile(Files { sources: sources.collect(), problems: vec![] }, rules, &Nothing)
}

fn document<'a>(documents: &'a mut Documents, path: &str) -> &'a mut Value {
    let found = documents.iter_mut().find(|(other, _)| other == path);
    found.map(|(_, document)| document).unwrap_or_else(|| panic!("{path}: the good glossary has no such file"))
}

/// Writes a value at a place of a document, which may be new, or takes away what is there.
fn edit(document: &mut Value, pointer: &str, value: Option<Value>) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        *document = value.expect("a whole document is replaced, never taken away");
        return;
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    match (document.pointer_mut(parent), value) {
        (Some(Value::Object(members)), Some(value)) => drop(members.insert(name, value)),
        (Some(Value::Object(members)), None) => assert!(members.remove(&name).is_some(), "{pointer}: nothing to take away"),
        (Some(Value::Array(items)), Some(value)) => items[name.parse::<usize>().expect("a place in a list")] = value,
        _ => panic!("{pointer}: there is no such place to edit"),
    }
}

/// Whether one place lies within the other: a missing member is reported at either of the two.
fn touches(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// The file, the place that is edited, what is written there (nothing: it is taken away), and what the checks call it.
type Row = (&'static str, &'static str, Option<Value>, &'static str);

fn assert_rejected(good: &Documents, rules: Rules, rows: &[Row]) {
    for (path, pointer, value, fault) in rows {
        let row = format!("{path} {pointer} {value:?} ({fault})");
        let mut documents = good.clone();
        let broken = document(&mut documents, path);
        edit(broken, pointer, value.clone());

        let objections = objections(path, broken, rules);
        assert!(objections.iter().any(|(at, _)| touches(at, pointer)), "{row}: the schema objects elsewhere or not at all: {objections:?}");
        let problems = compiled(&documents, rules).err().unwrap_or_default();
        let expected = |problem: &Problem| problem.file == *path && format!("{:?}", problem.fault).starts_with(fault);
        assert!(problems.iter().any(expected), "{row}: the checks report something else or nothing: {problems:?}");
    }
}

fn words(count: usize) -> Value {
    json!(vec!["word"; count].join(" "))
}

#[test]
fn every_shipped_file_is_valid() {
    let glossary = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary");
    let files = read(&glossary).expect("the glossary can be read").sources;
    let mut faults = Vec::new();
    for name in ["categories", "sources", "publishers", "news", "term"].map(|kind| format!("{kind}.schema.json")) {
        let validator = validator(&name);
        let held: Vec<_> = files.iter().filter(|file| schema_for(&file.path, Rules::Shipped) == name).collect();
        assert!(!held.is_empty(), "no shipped file is held to {name}");
        for file in held {
            let document = serde_json::from_slice(&file.bytes).unwrap_or_else(|error| panic!("{}: {error}", file.path));
            faults.extend(validator.iter_errors(&document).map(|error| format!("{} {}: {error}", file.path, error.instance_path())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn both_accept_what_is_right() {
    for (documents, rules, warned) in
        [(good(), Rules::Shipped, false), (good(), Rules::Team, false), (team(), Rules::Team, true), (careless(), Rules::Team, true)]
    {
        for (path, document) in &documents {
            assert_eq!(objections(path, document, rules), [], "{path} {rules:?}");
        }
        let compiled = compiled(&documents, rules).unwrap_or_else(|problems| panic!("{rules:?}: {problems:?}"));
        assert_eq!(!compiled.warnings.is_empty(), warned, "{rules:?}: {:?}", compiled.warnings);
    }
}

#[test]
fn both_reject_a_broken_entry() {
    let neighbours = |count: usize| Some((1..=count).map(|i| format!("neighbour-{i}")).collect());
    let papers = |count: usize| Some((1..=count).map(|i| format!("arxiv:2203.0000{i}")).collect());
    assert_rejected(
        &good(),
        Rules::Shipped,
        &[
            (TERM, "", Some(json!([])), "WrongShape"),
            (TERM, "/tags", Some(json!([])), "UnknownMember"),
            (TERM, "/$schema", Some(json!("term.schema.json")), "UnknownMember"),
            (TERM, "/id", None, "MissingMember"),
            (TERM, "/id", Some(json!(7)), "WrongShape"),
            (TERM, "/id", Some(json!("Reward Model")), "BadId"),
            (TERM, "/id", Some(json!("報酬")), "BadId"),
            (TERM, "/name", None, "MissingMember"),
            (TERM, "/name", Some(json!("Reward Model")), "WrongShape"),
            (TERM, "/name/en", None, "LanguageMissing"),
            (TERM, "/name/ja", None, "LanguageMissing"),
            (TERM, "/name/ja", Some(json!("")), "NothingWritten"),
            (TERM, "/name/de", Some(json!("Belohnungsmodell")), "UnknownMember"),
            (TERM, "/name/en", Some(json!("Reward Model ")), "EdgeSpace"),
            (TERM, "/name/ja", Some(json!("\u{3000}報酬モデル")), "EdgeSpace"),
            (TERM, "/abbreviation", Some(json!(null)), "WrongShape"),
            (TERM, "/abbreviation", Some(json!("R\u{1b}[31mM")), "UnsafeCharacter"),
            (TERM, "/readings", None, "MissingMember"),
            (TERM, "/readings", Some(json!([])), "NothingWritten"),
            (TERM, "/readings", Some(json!("ああるえむ")), "WrongShape"),
            (TERM, "/readings/0", Some(json!("アールエム")), "NotHiragana"),
            (TERM, "/readings/0", Some(json!(7)), "WrongShape"),
            (TERM, "/readings/1", Some(json!("ほうしゅう もでる")), "NotHiragana"),
            (TERM, "/aliases", None, "MissingMember"),
            (TERM, "/aliases", Some(json!([])), "WrongShape"),
            (TERM, "/aliases/en", None, "LanguageMissing"),
            (TERM, "/aliases/ja", None, "LanguageMissing"),
            (TERM, "/aliases/en", Some(json!("preference model")), "WrongShape"),
            (TERM, "/aliases/ja", Some(json!("リワードモデル")), "WrongShape"),
            (TERM, "/aliases/en", Some(json!(["preference model", "preference model"])), "Twice"),
            (TERM, "/covers", None, "MissingMember"),
            (TERM, "/covers/en/0", Some(json!(" ")), "NothingWritten"),
            (TERM, "/covers/fr", Some(json!([])), "UnknownMember"),
            (TERM, "/definition", None, "MissingMember"),
            (TERM, "/definition", Some(json!("A judge.")), "WrongShape"),
            (TERM, "/definition/en", None, "LanguageMissing"),
            (TERM, "/definition/de", Some(json!("Ein Modell.")), "UnknownMember"),
            (TERM, "/definition/ja", None, "LanguageMissing"),
            (TERM, "/definition/en", Some(words(11)), "DefinitionLength"),
            (TERM, "/definition/en", Some(words(81)), "DefinitionLength"),
            (TERM, "/definition/ja", Some(json!("字".repeat(39))), "DefinitionLength"),
            (TERM, "/definition/ja", Some(json!("字".repeat(221))), "DefinitionLength"),
            (TERM, "/definition/ja", Some(words(12)), "WrongScript"),
            (TERM, "/definition/en", Some(json!(["a judge"])), "WrongShape"),
            (TERM, "/article", None, "MissingMember"),
            (TERM, "/article", Some(json!("It scores answers.")), "WrongShape"),
            (TERM, "/article/0", Some(json!("It scores answers.")), "WrongShape"),
            (TERM, "/article/0/heading", None, "MissingMember"),
            (TERM, "/article/0/heading", Some(json!("Use")), "WrongShape"),
            (TERM, "/article/0/text", None, "MissingMember"),
            (TERM, "/article/0/title", Some(json!("Use")), "UnknownMember"),
            (TERM, "/article/0/text/en", None, "LanguageMissing"),
            (TERM, "/article/0/text/en", Some(json!("It scores\nanswers.")), "UnsafeCharacter"),
            (TERM, "/article/0/text/en", Some(json!("It scores \u{202e}answers.")), "UnsafeCharacter"),
            (TERM, "/article/0/text/ja", Some(json!("It scores answers.")), "WrongScript"),
            (TERM, "/related", None, "MissingMember"),
            (TERM, "/related", neighbours(2), "RelatedCount"),
            (TERM, "/related", neighbours(9), "RelatedCount"),
            (TERM, "/related/1", Some(json!("neighbour-1")), "Repeated"),
            (TERM, "/related/1", Some(json!("Neighbour 2")), "Unknown"),
            (TERM, "/sources", None, "MissingMember"),
            (TERM, "/sources", Some(json!("arxiv:2203.00001")), "WrongShape"),
            (TERM, "/sources", papers(0), "SourceCount"),
            (TERM, "/sources", papers(9), "SourceCount"),
            (TERM, "/sources/0", Some(json!("http://example.org/book.html")), "Repeated"),
            (TERM, "/sources/0", Some(json!("Doe et al.")), "Unknown"),
            (TERM, "/sources/0", Some(json!("https://example.org/\u{202e}book")), "UnsafeCharacter"),
            (TERM, "/reviewed", None, "MissingMember"),
            (TERM, "/reviewed", Some(json!("2026-5-22")), "NotADay"),
            (TERM, "/reviewed", Some(json!("2026-13-01")), "NotADay"),
            (TERM, "/reviewed", Some(json!(20260522)), "WrongShape"),
        ],
    );
}

#[test]
fn both_reject_a_broken_table() {
    let name = json!({ "en": "Data", "ja": "データ" });
    let source = || Some(json!({ "title": "On Rewards" }));
    assert_rejected(
        &good(),
        Rules::Shipped,
        &[
            (CATEGORIES, "", Some(json!([])), "WrongShape"),
            (CATEGORIES, "/Data", Some(json!({ "name": name })), "BadId"),
            (CATEGORIES, "/training", Some(json!("Training")), "WrongShape"),
            (CATEGORIES, "/training/name", None, "MissingMember"),
            (CATEGORIES, "/training/name/ja", None, "LanguageMissing"),
            (CATEGORIES, "/training/order", Some(json!(-1)), "WrongShape"),
            (CATEGORIES, "/training/order", Some(json!("first")), "WrongShape"),
            (CATEGORIES, "/training/colour", Some(json!("red")), "UnknownMember"),
            (SOURCES, "", Some(json!("arxiv:2203.00001")), "WrongShape"),
            (SOURCES, "/isbn:9780262035613", source(), "BadSourceKey"),
            (SOURCES, "/arxiv:", source(), "BadSourceKey"),
            (SOURCES, "/doi:11.1038~1nature14236", source(), "BadSourceKey"),
            (SOURCES, "/doi:10.1038", source(), "BadSourceKey"),
            (SOURCES, "/https:~1~1example.org~1a b", source(), "BadSourceKey"),
            (SOURCES, "/ftp:~1~1example.org~1a", source(), "BadSourceKey"),
            (SOURCES, "/arxiv:2203.00001", Some(json!(null)), "WrongShape"),
            (SOURCES, "/arxiv:2203.00001/title", None, "MissingMember"),
            (SOURCES, "/arxiv:2203.00001/title", Some(json!("")), "NothingWritten"),
            (SOURCES, "/arxiv:2203.00001/year", Some(json!("2022")), "WrongShape"),
            (SOURCES, "/arxiv:2203.00001/year", Some(json!(2022.5)), "WrongShape"),
            (SOURCES, "/arxiv:2203.00001/year", Some(json!(-44)), "WrongShape"),
            (SOURCES, "/arxiv:2203.00001/authors", Some(json!(["Doe"])), "WrongShape"),
            (SOURCES, "/arxiv:2203.00001/publisher", Some(json!("Example ")), "EdgeSpace"),
            (SOURCES, "/arxiv:2203.00001/author", Some(json!("Doe")), "UnknownMember"),
        ],
    );
}

#[test]
fn both_reject_a_broken_publisher_or_news_item() {
    let publisher = document(&mut good(), PUBLISHERS)["example"].clone();
    assert_rejected(
        &good(),
        Rules::Shipped,
        &[
            (PUBLISHERS, "", Some(json!([])), "WrongShape"),
            (PUBLISHERS, "/Example_2", Some(publisher), "BadId"),
            (PUBLISHERS, "/example", Some(json!("https://example.com")), "WrongShape"),
            (PUBLISHERS, "/example/name", None, "MissingMember"),
            (PUBLISHERS, "/example/name/ja", None, "LanguageMissing"),
            (PUBLISHERS, "/example/hosts", None, "MissingMember"),
            (PUBLISHERS, "/example/hosts", Some(json!([])), "NotOfficial"),
            (PUBLISHERS, "/example/hosts", Some(json!("example.com")), "WrongShape"),
            (PUBLISHERS, "/example/hosts/1", Some(json!(1)), "WrongShape"),
            (PUBLISHERS, "/example/hosts/1", Some(json!("Blog.Example.com")), "BadHost"),
            (PUBLISHERS, "/example/hosts/1", Some(json!("https://blog.example.com")), "BadHost"),
            (PUBLISHERS, "/example/hosts/1", Some(json!("blog.example.com/news")), "BadHost"),
            (PUBLISHERS, "/example/newsroom", None, "MissingMember"),
            (PUBLISHERS, "/example/newsroom", Some(json!("http://example.com/news/")), "NotHttps"),
            (PUBLISHERS, "/example/newsroom", Some(json!("https://someone@example.com/news/")), "NotOfficial"),
            (PUBLISHERS, "/example/newsroom", Some(json!("https://example.com:8443/news/")), "NotOfficial"),
            (PUBLISHERS, "/example/feeds", None, "MissingMember"),
            (PUBLISHERS, "/example/feeds", Some(json!({})), "WrongShape"),
            (PUBLISHERS, "/example/feeds/0", Some(json!("/rss.xml")), "WrongShape"),
            (PUBLISHERS, "/example/feeds/0/url", None, "MissingMember"),
            (PUBLISHERS, "/example/feeds/0/url", Some(json!("/rss.xml")), "NotHttps"),
            (PUBLISHERS, "/example/feeds/0/format", Some(json!("json")), "BadFormat"),
            (PUBLISHERS, "/example/feeds/0/format", None, "MissingMember"),
            (PUBLISHERS, "/example/feeds/0/name", Some(json!("All")), "UnknownMember"),
            (PUBLISHERS, "/example/url", Some(json!("https://example.com")), "UnknownMember"),
            (NEWS, "", Some(json!({})), "WrongShape"),
            (NEWS, "/0", Some(json!("news")), "WrongShape"),
            (NEWS, "/0/date", None, "MissingMember"),
            (NEWS, "/0/date", Some(json!("2026-05-32")), "NotADay"),
            (NEWS, "/0/date", Some(json!("22 May 2026")), "NotADay"),
            (NEWS, "/0/publisher", None, "MissingMember"),
            (NEWS, "/0/publisher", Some(json!("Example")), "Unknown"),
            (NEWS, "/0/headline", None, "MissingMember"),
            (NEWS, "/0/headline/ja", None, "LanguageMissing"),
            (NEWS, "/0/headline/ja", Some(json!("Example RM 2")), "WrongScript"),
            (NEWS, "/0/summary", None, "MissingMember"),
            (NEWS, "/0/summary", Some(json!([])), "WrongShape"),
            (NEWS, "/0/summary/fr", Some(json!("Elle note.")), "UnknownMember"),
            (NEWS, "/0/summary/ja", Some(json!("回答を採点する。 ")), "EdgeSpace"),
            (NEWS, "/0/summary/en", Some(json!("It scores\tanswers.")), "UnsafeCharacter"),
            (NEWS, "/0/url", None, "MissingMember"),
            (NEWS, "/0/url", Some(json!("http://example.com/news/reward-model")), "NotHttps"),
            (NEWS, "/0/url", Some(json!("https://example.com/\u{202e}news")), "UnsafeCharacter"),
            (NEWS, "/0/terms", None, "MissingMember"),
            (NEWS, "/0/terms", Some(json!("reward-model")), "WrongShape"),
            (NEWS, "/0/terms/1", Some(json!("reward-model")), "Repeated"),
            (NEWS, "/0/gone", Some(json!("yesterday")), "NotADay"),
            (NEWS, "/0/gone", Some(json!(false)), "WrongShape"),
            (NEWS, "/0/link", Some(json!("https://example.com")), "UnknownMember"),
        ],
    );
}

#[test]
fn both_reject_a_broken_entry_of_a_team() {
    let rows = [
        (TEAM, "", Some(json!([])), "WrongShape"),
        (TEAM, "/id", None, "MissingMember"),
        (TEAM, "/id", Some(json!("Deploy bot")), "BadId"),
        (TEAM, "/name", None, "MissingMember"),
        (TEAM, "/name", Some(json!({})), "NoLanguage"),
        (TEAM, "/name/en", Some(json!(null)), "WrongShape"),
        (TEAM, "/name/ja", Some(json!(" ")), "NothingWritten"),
        (TEAM, "/abbreviation", Some(json!("")), "NothingWritten"),
        (TEAM, "/readings", Some(json!("でぷろいぼっと")), "WrongShape"),
        (TEAM, "/aliases", Some(json!(["bot"])), "WrongShape"),
        (TEAM, "/aliases", Some(json!({ "fr": [] })), "UnknownMember"),
        (TEAM, "/aliases", Some(json!({ "ja": "ボット" })), "WrongShape"),
        (TEAM, "/covers", Some(json!({ "en": [1] })), "WrongShape"),
        (TEAM, "/definition", None, "MissingMember"),
        (TEAM, "/definition", Some(json!("Our bot.")), "WrongShape"),
        (TEAM, "/definition/en", Some(json!("Our\u{7} bot.")), "UnsafeCharacter"),
        (TEAM, "/definition/fr", Some(json!("Notre robot.")), "UnknownMember"),
        (TEAM, "/article", Some(json!({})), "WrongShape"),
        (TEAM, "/article", Some(json!(["Ask it."])), "WrongShape"),
        (TEAM, "/article", Some(json!([{ "text": { "en": "Ask it." } }])), "MissingMember"),
        (TEAM, "/article", Some(json!([{ "heading": { "en": "Use" } }])), "MissingMember"),
        (TEAM, "/article", Some(json!([{ "heading": "Use", "text": { "en": "Ask it." } }])), "WrongShape"),
        (TEAM, "/article", Some(json!([{ "heading": { "en": "Use" }, "text": "Ask it." }])), "WrongShape"),
        (TEAM, "/article", Some(json!([{ "heading": { "en": "Use" }, "text": { "en": "Ask it." }, "title": 1 }])), "UnknownMember"),
        (TEAM, "/related", Some(json!({})), "WrongShape"),
        (TEAM, "/sources", Some(json!([""])), "NothingWritten"),
        (TEAM, "/reviewed", Some(json!("last week")), "NotADay"),
        (TEAM, "/owner", Some(json!("us")), "UnknownMember"),
    ];
    assert_rejected(&team(), Rules::Team, &rows);
}

/// Every object in `value` whose members the schema lists: its place and what the schema says of each member.
fn objects(file: &str, schema: &Value, at: &str, value: &Value, found: &mut Vec<(String, Map<String, Value>)>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let (other, place) = reference.split_once('#').unwrap_or_else(|| panic!("{file} {at}: {reference} has no #"));
        let file = if other.is_empty() { file } else { other };
        let whole = self::schema(file);
        let target = whole.pointer(place).unwrap_or_else(|| panic!("{file} {at}: {reference} leads nowhere"));
        return objects(file, target, at, value, found);
    }
    match value {
        Value::Object(members) => {
            if let Some(properties) = schema["properties"].as_object() {
                found.push((at.to_owned(), properties.clone()));
            }
            for (name, value) in members {
                let member = schema["properties"].get(name).unwrap_or(&schema["additionalProperties"]);
                objects(file, member, &join(at, name), value, found);
            }
        }
        Value::Array(items) => {
            if let Some(item) = items.first() {
                objects(file, &schema["items"], &format!("{at}/0"), item, found);
            }
        }
        _ => {}
    }
}

#[test]
fn both_know_the_same_members() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary/README.md")).expect("the format is described");
    for (good, path, rules) in [
        (good(), TERM, Rules::Shipped),
        (good(), CATEGORIES, Rules::Shipped),
        (good(), SOURCES, Rules::Shipped),
        (good(), PUBLISHERS, Rules::Shipped),
        (good(), NEWS, Rules::Shipped),
        (good(), TERM, Rules::Team),
    ] {
        let (name, whole) = (schema_for(path, rules), document(&mut good.clone(), path).clone());
        let root = schema(name);
        for member in ["$schema", "title", "description"] {
            assert!(root[member].is_string(), "{name} has no {member}");
        }
        let mut found = Vec::new();
        objects(name, &root, "", &whole, &mut found);
        assert!(!found.is_empty(), "{name} lists no members");
        for (at, properties) in found {
            let stranger = join(&at, "stranger");
            let mut documents = good.clone();
            edit(document(&mut documents, path), &stranger, Some(json!("")));
            let problems = compiled(&documents, rules).err().unwrap_or_default();
            let known = problems.iter().find_map(|problem| match &problem.fault {
                Fault::UnknownMember { known } if problem.file == path && problem.pointer == stranger => Some(known),
                _ => None,
            });
            let known = known.unwrap_or_else(|| panic!("{name} {at}: the checks let a stranger in: {problems:?}"));
            let known: BTreeSet<&str> = known.iter().copied().collect();
            let listed: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
            assert_eq!(listed, known, "{name} {at}: the schema and the checks");

            for (member, said) in &properties {
                let at = join(&at, member);
                assert!(said["description"].is_string(), "{name} {at}: nothing to show when somebody points at it");
                assert!(readme.contains(&format!("`{member}`")), "{name} {at}: glossary/README.md does not name it");
                assert!(whole.pointer(&at).is_some(), "{name} {at}: the good document lacks it, so that nothing below it is compared");
            }
        }
    }
}
