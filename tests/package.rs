//! The package on the registry holds what is built, read and installed, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Each kind of file in the package: its folder, and what its name ends with.
const KINDS: [&str; 27] = [
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.ja.md",
    "README.md",
    "build.rs",
    "completions/_hayami",
    "completions/_hayami.ps1",
    "completions/hayami.bash",
    "completions/hayami.elv",
    "completions/hayami.fish",
    "completions/hayami.nu",
    "completions/man/ja/man1/*.1",
    "completions/man/man1/*.1",
    "glossary/*.json",
    "glossary/README.md",
    "glossary/news/*.json",
    "glossary/schema/*.json",
    "glossary/terms/*/*.json",
    "src/*.rs",
    "src/*/*.rs",
    "src/*/*/*.rs",
    "tests/pictures/lookup-en.svg",
    "tests/pictures/lookup-ja.svg",
];

#[test]
fn the_package_holds_nothing_else() {
    let mut cargo = Command::new(env!("CARGO"));
    let output =
        cargo.args(["package", "--list", "--allow-dirty", "--offline"]).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = String::from_utf8(output.stdout).expect("names are UTF-8");
    // Cargo adds the commit where there is one.
    let kinds: BTreeSet<String> = files.lines().filter(|file| *file != ".cargo_vcs_info.json").map(kind).collect();
    assert_eq!(kinds, KINDS.map(str::to_owned).into());
}

/// Many files of one kind, of which there may be more tomorrow, count as one.
fn kind(file: &str) -> String {
    let path = Path::new(file);
    let many = ["glossary", "src", "completions/man"].iter().any(|folder| path.starts_with(folder));
    let Some(ending) = path.extension().filter(|ending| many && *ending != "md") else { return file.to_owned() };
    let mut parts: Vec<&str> = file.split('/').collect();
    let name = format!("*.{}", ending.display());
    *parts.last_mut().expect("a name") = &name;
    let from = match parts[..] {
        ["src", ..] => 1,
        ["glossary", "terms", ..] => 2,
        _ => parts.len(),
    };
    let last = parts.len() - 1;
    for folder in parts.iter_mut().take(last).skip(from) {
        *folder = "*";
    }
    parts.join("/")
}
