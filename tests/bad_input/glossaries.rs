//! Glossaries of a team that are damaged, endless or not there.

use std::fs;

use crate::table::{Case, Row, case, check, raw};

/// An entry of which nothing is wrong that would keep it from being used.
const ENTRY: &str = r#"{"id":"a","name":{"en":"Zq","ja":"試験"},"definition":{"en":"A thing that is looked up by tests, in a sentence of fourteen words.","ja":"試験で引くためのもので、用語集の決まりを守るため、四十字を超えるまでこのように長く書かれている。"}}"#;
const FOUND: &str = "Zq: A thing that is looked up by tests, in a sentence of fourteen words.\n";

/// The case of a glossary with this file, which is looked something up in.
fn with(name: &'static str, file: &str, text: impl AsRef<[u8]>) -> Case {
    case(name).file(format!("g/{file}"), text).typed(["--glossary", "g", "lookup", "zq", "--brief"])
}

/// Ends a case with what is wrong with the file.
fn broken(case: Case, file: &str, what: &str) -> Row {
    case.gives(2, "", format!("g/{file}: {what}\nhayami: the glossary g cannot be used: 1 problem. Mend them, or leave it out.\n"))
}

fn not_json(name: &'static str, text: impl AsRef<[u8]>, what: &str) -> Row {
    broken(with(name, "terms/a.json", text), "terms/a.json", &format!("/: is not JSON: {what}; mend the syntax there"))
}

#[test]
fn files_that_are_no_entries() {
    let nested = "[".repeat(100_000);
    let depth = "recursion limit exceeded at line 1 column 128";
    let definition = "{\"id\":\"a\",\"definition\":{\"en\":\"";
    check([
        not_json("an empty file", "", "EOF while parsing a value at line 1 column 0"),
        not_json("only a byte order mark", "\u{feff}", "EOF while parsing a value at line 1 column 0"),
        not_json("half an entry", &ENTRY[..40], "EOF while parsing a string at line 1 column 40"),
        not_json("something after the entry", format!("{ENTRY}}}"), "trailing characters at line 1 column 287"),
        not_json("two entries", format!("{ENTRY}\n{ENTRY}"), "trailing characters at line 2 column 1"),
        not_json("lists within lists", &nested, depth),
        not_json("objects within objects", "{\"a\":".repeat(100_000), "recursion limit exceeded at line 1 column 636"),
        not_json(
            "a NUL byte",
            ENTRY.replace("A thing", "A\0thing"),
            "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 65",
        ),
        not_json("half a surrogate pair", format!("{definition}\\ud83d\"}}}}"), "unexpected end of hex escape at line 1 column 37"),
        not_json("the wrong half of one", format!("{definition}\\udd16\"}}}}"), "lone leading surrogate in hex escape at line 1 column 36"),
        not_json("a number without end", format!("{{\"id\":{}}}", "9".repeat(100_000)), "number out of range at line 1 column 100006"),
        not_json("a number that is none", "{\"id\":NaN}", "expected value at line 1 column 7"),
        broken(with("bytes that are not UTF-8", "terms/a.json", b"{\"id\":\"\xff"), "terms/a.json", "/: is not UTF-8 at byte 7; save it as UTF-8"),
        broken(with("UTF-16", "terms/a.json", b"\xff\xfe{\0}\0"), "terms/a.json", "/: is not UTF-8 at byte 0; save it as UTF-8"),
        broken(with("a list", "terms/a.json", "[]"), "terms/a.json", "/: is a list; write an object"),
        broken(
            with("a member twice", "terms/a.json", ENTRY.replace("\"name\"", "\"id\":\"b\",\"name\"")),
            "terms/a.json",
            "/id: stands here twice; keep one of them",
        ),
        broken(with("a table as a list", "sources.json", "[]").file("g/terms/a.json", ENTRY), "sources.json", "/: is a list; write an object"),
        broken(
            with("half a number", "categories.json", r#"{"c":{"name":{"en":"C","ja":"分類"},"order":1.5}}"#).file("g/terms/a.json", ENTRY),
            "categories.json",
            "/c/order: is a number; write a whole number",
        ),
        broken(
            with("a number that fits nothing", "categories.json", r#"{"c":{"name":{"en":"C","ja":"分類"},"order":18446744073709551616}}"#)
                .file("g/terms/a.json", ENTRY),
            "categories.json",
            "/c/order: is a number; write a whole number",
        ),
        with("a byte order mark and line ends of Windows", "terms/a.json", format!("\u{feff}{}\r\n", ENTRY.replace(",\"", ",\r\n\"")))
            .gives(0, FOUND, ""),
    ]);
}

#[test]
fn files_that_are_none() {
    let plain = "/: is not a plain file but a pipe, a device or the like; put a file with the text there";
    let large = "/: has more than 16 MiB; check that it belongs here, and split it";
    let stray = "/: has no place here; entries are terms/<category>/<id>.json, news is news/<year>-<month>.json: move or delete it";
    let there = |name| with(name, "terms/a.json", ENTRY);
    check([
        broken(there("a pipe").pipe("g/terms/b.json"), "terms/b.json", plain),
        broken(there("a device without end").link("g/terms/b.json", "/dev/zero"), "terms/b.json", plain),
        broken(there("a directory").file("g/terms/b.json/c", ""), "terms/b.json", "/: cannot be read (Is a directory); check that it is a plain file that you may read"),
        broken(there("a file for the entries' directory").file("g/news", ""), "news", "/: cannot be read (Not a directory); check that it is a plain file that you may read"),
        broken(there("a link to itself").link("g/terms/b.json", "b.json"), "terms/b.json", "/: cannot be read (Too many levels of symbolic links); check that it is a plain file that you may read"),
        broken(there("a link to nowhere").link("g/terms/b.json", "c.json"), "terms/b.json", "/: cannot be read (No such file or directory); check that it is a plain file that you may read"),
        // A walk that followed such links would never end; there is none, because the places are fixed.
        there("a directory that links to its own").link("g/terms/c", ".").gives(
            2,
            "",
            format!("g/terms/c/a.json: /id: is the id of terms/a.json too; give one of them another id\ng/terms/c/c: {stray}\nhayami: 1 more; `hayami check --team g` shows all.\nhayami: the glossary g cannot be used: 2 problems. Mend them, or leave it out.\n"),
        ),
        broken(there("a name that is not UTF-8").file(raw(b"g/terms/caf\xe9.json"), ENTRY), "terms/caf\u{fffd}.json", stray),
        broken(there("a name that a terminal would obey").file("g/terms/\u{1b}[2J.json", ""), "terms/\\u{1b}[2J.json", "/: is not JSON: EOF while parsing a value at line 1 column 0; mend the syntax there"),
        with("a folder whose name would part the index", "terms/b\tc/a.json", ENTRY).gives(
            2,
            "",
            "g/terms/b\\u{9}c/a.json: /: holds U+0009, a control or text-direction character, which a terminal would obey; take it out\n\
             hayami: 1 more; `hayami check --team g` shows all.\n\
             hayami: the glossary g cannot be used: 1 problem. Mend them, or leave it out.\n",
        ),
        there("what is checked is named by the environment too").file("g/terms/b.json", "{").shell("HAYAMI_GLOSSARY=g hayami").typed(["check", "--team", "g"]).gives(
            1,
            "g/terms/b.json: /: is not JSON: EOF while parsing an object at line 1 column 1; mend the syntax there\ng: 2 entries, 1 problem\n",
            "",
        ),
        there("what an editor left").file("g/terms/\u{1b}[2J.json~", "").file("g/news/README.md", "").typed(["check", "--team", "g"]).gives(
            0,
            format!("warning: g/news/README.md: {stray}\nwarning: g/terms/\\u{{1b}}[2J.json~: {stray}\ng: 1 entry, usable, 2 warnings\n"),
            "",
        ),
        broken(
            there("a file of 2 GiB").sparse("g/terms/b.json", 2 << 30).shell("ulimit -d 16384; hayami"),
            "terms/b.json",
            large,
        ),
        there("a file with a byte too many, in Japanese").sparse("g/terms/b.json", (16 << 20) + 1).typed(["check", "--team", "g", "--lang", "ja"]).gives(
            1,
            "g/terms/b.json: /: 16 MiBを超えています。ここに置くファイルか確かめ、分割してください\n\
             g: 1項目、問題1件\n",
            "",
        ),
        broken(there("a file that may not be read").file("g/terms/b.json", ENTRY).locked("g/terms/b.json"), "terms/b.json", "/: cannot be read (Permission denied); check that it is a plain file that you may read"),
        broken(there("a directory that may not be read").file("g/terms/c/b.json", ENTRY).locked("g/terms/c"), "terms/c", "/: cannot be read (Permission denied); check that it is a plain file that you may read"),
    ]);
}

#[test]
fn directories_that_are_none() {
    let closed = |why: &str| format!("hayami: cannot open the glossary g: {why}. Name a directory that holds terms/.\n");
    let asked = |name| case(name).typed(["--glossary", "g", "zq"]);
    let empty = "/: is not a glossary: it has no terms/, no news/ and no tables; put entries into terms/<id>.json";
    check([
        asked("nothing").gives(2, "", closed("it does not exist")),
        asked("a file").file("g", "").gives(2, "", closed("it is not a directory")),
        asked("a pipe").pipe("g").gives(2, "", closed("it is not a directory")),
        asked("a link to itself").link("g", "g").gives(2, "", closed("Too many levels of symbolic links")),
        asked("one that may not be read").file("g/terms/a.json", ENTRY).locked("g").gives(2, "", closed("you may not read it")),
        asked("an empty one").file("g/.keep", "").gives(
            2,
            "",
            format!("g: {empty}\nhayami: the glossary g cannot be used: 1 problem. Mend them, or leave it out.\n"),
        ),
        case("an empty one, checked").file("g/.keep", "").typed(["check", "g"]).gives(1, format!("g: {empty}\ng: 0 entries, 1 problem\n"), ""),
        case("the default of check is not there").typed(["check", "--lang", "ja"]).gives(
            2,
            "",
            "hayami: 用語集 glossary を開けません：存在しません。terms/ を含むディレクトリーを指定してください。\n",
        ),
        case("a name that is not UTF-8").file(raw(b"caf\xe9/terms/a.json"), ENTRY).typed([&raw(b"--glossary"), &raw(b"caf\xe9"), &raw(b"zq")]).gives(
            0,
            "Zq\n試験\n\nA thing that is looked up by tests, in a sentence of fourteen words.\n\nFrom  caf\u{fffd}\n",
            "",
        ),
    ]);
}

/// There is no most that a glossary may hold, because a dictionary of that size is one that somebody may well have: it is read whole at each
/// start. By hand, the released program looked a word up in 100,000 good entries. Here they are two files under many names, since no file can
/// have all of them everywhere, and what is told of them is no more than a screen has room for.
#[test]
fn a_hundred_thousand_files() {
    let links = |folder: &std::path::Path| {
        let terms = folder.join("g/terms");
        fs::create_dir_all(&terms).expect("a folder can be made");
        for n in 0..100_000 {
            let (first, name) = (terms.join(format!("{:06}.json", n % 2)), terms.join(format!("{n:06}.json")));
            if n < 2 { fs::write(name, "{").expect("a file can be written") } else { fs::hard_link(first, name).expect("a file may have names") }
        }
    };
    let broken = |n: u32| format!("g/terms/{n:06}.json: /: is not JSON: EOF while parsing an object at line 1 column 1; mend the syntax there\n");
    let told: String = (0..20).map(broken).collect();
    let total = "hayami: 99980 more; `hayami check --team g` shows all.\n\
                 hayami: the glossary g cannot be used: 100000 problems. Mend them, or leave it out.\n";
    check([case("files").where_(links).typed(["--glossary", "g", "zq"]).gives(2, "", told + total)]);
}

/// What was compared with everything before it took hours where there was a million of it.
#[test]
fn a_hundred_thousand_members() {
    let members: String = (0..100_000).map(|n| format!("\"{n}\":0,")).collect();
    let names: Vec<String> = (0..100_000).map(|n| format!("\"zq{n}\"")).collect();
    let known = "id, name, abbreviation, readings, aliases, covers, definition, related, sources, reviewed, article";
    let mut numbers: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
    numbers.sort();
    let unknown = |n: &String| format!("g/terms/a.json: /{n}: has no meaning here; the members are {known}: mend the name or take it out\n");
    let told = numbers[..20].iter().map(unknown).collect::<String>()
        + "hayami: 99980 more; `hayami check --team g` shows all.\n\
           hayami: the glossary g cannot be used: 100000 problems. Mend them, or leave it out.\n";
    let entry = |member: &str| ENTRY.replacen('{', &format!("{{{member}"), 1);
    check([
        with("of no meaning", "terms/a.json", entry(&members)).gives(2, "", told),
        with("of related ones", "terms/a.json", entry(&format!("\"related\":[{}],", names.join(",")))).gives(0, FOUND, ""),
        with("of names", "terms/a.json", entry(&format!("\"aliases\":{{\"en\":[{}]}},", names.join(",")))).gives(0, FOUND, ""),
    ]);
}
