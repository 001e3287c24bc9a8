//! Writes a glossary of any size that passes every check: `synthetic COUNT DIRECTORY`; or one of a team: `synthetic COUNT DIRECTORY --team`, whose
//! entries have an id, a name and a definition.
//!
//! The entries are as long as real ones (two sentences of definition, three sections in both languages) and hold no sense. One of them is
//! the real `rlhf`, copied from the glossary of the project, so that the same lookup can be measured in glossaries of every size.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const ENGLISH: &str = "alpha beam gate loss mask node path rank seed task unit view wave zone grid heap";
const JAPANESE: [&str; 16] =
    ["学習", "推論", "評価", "重み", "勾配", "注意", "符号", "検索", "対話", "画像", "音声", "言語", "報酬", "方策", "行列", "確率"];
const KANA: [&str; 16] = ["か", "き", "く", "さ", "し", "た", "つ", "な", "は", "ふ", "ま", "み", "ら", "り", "ろ", "わ"];

fn main() -> io::Result<()> {
    let mut args = env::args().skip(1);
    let count: usize = args.next().and_then(|text| text.parse().ok()).expect("usage: synthetic COUNT DIRECTORY");
    let directory = PathBuf::from(args.next().expect("usage: synthetic COUNT DIRECTORY"));
    if args.next().is_some_and(|arg| arg == "--team") {
        return team(count, &directory);
    }
    let glossary = Path::new("glossary");
    fs::create_dir_all(directory.join("terms/training"))?;
    fs::create_dir_all(directory.join("news"))?;
    fs::copy(glossary.join("categories.json"), directory.join("categories.json"))?;
    fs::copy(glossary.join("publishers.json"), directory.join("publishers.json"))?;

    let rlhf = fs::read_to_string(glossary.join("terms/training/rlhf.json"))?;
    let (mut sources, mut related) = (String::from("{\n"), 0);
    let mut entry = String::new();
    for line in rlhf.lines() {
        let key = line.trim().trim_end_matches(',').trim_matches('"');
        if line.starts_with("  \"related\"") {
            // Its neighbours are other entries here, as many as it has.
            related = line.matches(", ").count() + 1;
            let ids: Vec<String> = (0..related).map(|i| format!("\"{}\"", id(i))).collect();
            writeln!(entry, "  \"related\": [{}],", ids.join(", ")).expect("memory");
            continue;
        }
        if line.starts_with("    \"") && (key.starts_with("arxiv:") || key.starts_with("https:")) {
            write!(sources, "{}  \"{key}\": {{ \"title\": \"A title as long as the title of a real paper is\", \"authors\": \"Author et al.\", \"year\": 2022 }}", comma(&sources)).expect("memory");
        }
        entry += line;
        entry += "\n";
    }
    assert!(related > 0, "the rlhf entry has neighbours");
    fs::write(directory.join("terms/training/rlhf.json"), entry)?;

    for n in 0..count - 1 {
        let source = format!("arxiv:{:04}.{:05}", 1000 + n / 90_000, n % 90_000);
        write!(sources, "{}  \"{source}\": {{ \"title\": \"On the {} of Things\", \"authors\": \"Author et al.\", \"year\": 2020 }}", comma(&sources), word(n)).expect("memory");
        fs::write(directory.join(format!("terms/training/{}.json", id(n))), synthetic(n, count - 1, &source))?;
    }
    fs::write(directory.join("sources.json"), sources + "\n}\n")?;

    let mut news = String::from("[");
    for n in 0..count / 8 {
        let (day, terms) = (n % 28 + 1, format!("\"{}\"", id(n * 7 % (count - 1))));
        let comma = if n == 0 { "" } else { "," };
        write!(
            news,
            "{comma}\n  {{ \"date\": \"2026-05-{day:02}\", \"publisher\": \"openai\", \"headline\": {{ \"en\": \"Item {n}\", \"ja\": \"発表{n}\" }}, \
             \"summary\": {{ \"en\": \"What happened.\", \"ja\": \"起きたことです。\" }}, \"url\": \"https://openai.com/index/item-{n}\", \"terms\": [{terms}] }}"
        )
        .expect("memory");
    }
    fs::write(directory.join("news/2026-05.json"), news + "\n]\n")
}

fn team(count: usize, directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory.join("terms"))?;
    for n in 0..count {
        let (id, name) = (id(n), word(n));
        let definition = "A thing that our team says often and that newcomers ask about in their first week with us.";
        let entry = format!("{{ \"id\": \"{id}\", \"name\": {{ \"en\": \"{name}\" }}, \"definition\": {{ \"en\": \"{definition}\" }} }}\n");
        fs::write(directory.join(format!("terms/{id}.json")), entry)?;
    }
    Ok(())
}

/// Between the members of an object.
fn comma(so_far: &str) -> &'static str {
    if so_far.ends_with("{\n") { "" } else { ",\n" }
}

/// Three words that no other number has.
fn words(n: usize) -> [&'static str; 4] {
    let word = |n: usize| ENGLISH.split(' ').nth(n % 16).expect("sixteen words");
    [word(n), word(n / 16), word(n / 256), word(n / 4096)]
}

fn word(n: usize) -> String {
    words(n).join(" ")
}

fn id(n: usize) -> String {
    words(n).join("-")
}

fn synthetic(n: usize, count: usize, source: &str) -> String {
    let japanese: String = [n, n / 16, n / 256, n / 4096].map(|n| JAPANESE[n % 16]).concat();
    let reading: String = [n, n / 16, n / 256, n / 4096].map(|n| KANA[n % 16]).concat();
    let related: Vec<String> = (1..=4).map(|i| format!("\"{}\"", id((n + i) % count))).collect();
    let prose = |sentences: usize, lang: &str| match lang {
        "en" => "This sentence has ten words and stands for a real one. ".repeat(sentences).trim_end().to_owned(),
        _ => "この文は三十字ほどの長さで、本物の文の代わりに置かれています。".repeat(sentences),
    };
    let section = format!(
        "{{ \"heading\": {{ \"en\": \"A heading\", \"ja\": \"見出し\" }}, \"text\": {{ \"en\": \"{}\", \"ja\": \"{}\" }} }}",
        prose(9, "en"),
        prose(8, "ja")
    );
    format!(
        "{{\n  \"id\": \"{id}\",\n  \"name\": {{ \"en\": \"{name}\", \"ja\": \"{japanese}\" }},\n  \"readings\": [\"{reading}\"],\n  \
         \"aliases\": {{ \"en\": [\"{name} method\", \"{name} thing\"], \"ja\": [\"{japanese}法\"] }},\n  \"covers\": {{ \"en\": [], \"ja\": [] }},\n  \
         \"definition\": {{ \"en\": \"{}\", \"ja\": \"{}\" }},\n  \"article\": [{section}, {section}, {section}],\n  \
         \"related\": [{}],\n  \"sources\": [\"{source}\"],\n  \"reviewed\": \"2026-05-01\"\n}}\n",
        prose(4, "en"),
        prose(3, "ja"),
        related.join(", "),
        id = id(n),
        name = word(n),
    )
}
