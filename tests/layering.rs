//! Who may know whom: every module names only those below it. The folder or file under `src/` is the module.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may import.
const MAY_KNOW: [(&str, &[&str]); 20] = [
    ("main", &["app", "arena"]),
    ("lib", &[]),
    (
        "app",
        &[
            "answer", "cache", "catalog", "cli", "commands", "complete", "error", "glossary", "input", "load", "pager", "progress", "render",
            "settings", "words",
        ],
    ),
    ("arena", &[]),
    ("pager", &["settings"]),
    ("progress", &["feed"]),
    ("complete", &["catalog", "cli", "glossary", "load", "settings"]),
    ("load", &["catalog", "error", "glossary"]),
    ("settings", &["cli", "glossary", "render"]),
    ("commands", &["answer", "cache", "catalog", "cli", "error", "feed", "glossary", "input"]),
    ("input", &[]),
    ("cli", &[]),
    ("render", &["answer", "glossary", "words"]),
    ("feed", &["answer", "cache", "catalog", "error", "glossary"]),
    ("error", &["cache", "glossary", "input", "words"]),
    ("words", &["answer", "glossary"]),
    ("answer", &["catalog", "glossary"]),
    ("cache", &["catalog", "glossary"]),
    ("catalog", &["glossary"]),
    ("glossary", &[]),
];

/// What only one file may name, because it is the one place for it.
const ONLY_IN: [(&str, &[&str]); 7] = [
    ("std::env", &["settings/mod.rs", "settings/process.rs"]),
    ("is_terminal()", &["settings/mod.rs"]),
    ("colored::", &["render/style.rs"]),
    ("ureq::", &["feed/http.rs"]),
    ("std::net", &[]),
    ("println!", &[]),
    ("process::exit", &[]),
];

#[test]
fn arrows_point_down() {
    let may_know: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let module = file.split(['/', '.']).next().expect("a file has a name").to_owned();
        let allowed = may_know.get(module.as_str()).unwrap_or_else(|| panic!("{file}: a module without a place among the layers"));
        for line in code(&text) {
            for named in line.match_indices("crate::").map(|(at, _)| &line[at + "crate::".len()..]).chain(line.split("hayami::").skip(1)) {
                let named: String = named.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                if may_know.contains_key(named.as_str()) && named != module && !allowed.contains(&named.as_str()) {
                    wrong.push(format!("{file} knows {named}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_place_for_each_thing() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (thing, places) in ONLY_IN {
            for line in code(&text).filter(|line| line.contains(thing) && !places.contains(&file.as_str())) {
                wrong.push(format!("{file}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_small() {
    let long: Vec<String> = sources().into_iter().filter(|(_, text)| text.lines().count() > 300).map(|(file, _)| file).collect();
    assert!(long.is_empty(), "over 300 lines: {}", long.join(", "));
}

/// The lines of a file that are code of the program: no comments, and nothing from its tests on.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| *line != "#[cfg(test)]").filter(|line| !line.trim_start().starts_with("//"))
}

/// Every file under `src/` with its text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry of it").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).expect("it lies there").to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("sources are UTF-8")));
            }
        }
    }
    assert!(files.len() > 30, "the sources were found");
    files
}
