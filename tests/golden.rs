//! Every console block of the documents and of `tests/cmd/*.md` is run, and what it shows must be exactly what happens.
//!
//! In a block, a line that begins with `$ ` is a command for sh. Below it stand, if the status is not 0, `? ` and the status; then standard
//! output; then standard error, each line of it after `2> `. `GOLDEN=overwrite cargo test --test golden` writes down what happens now.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Programs that blocks may use besides what every system has; without one of them its blocks are left out, except where CI asks for all.
const TOOLS: [&str; 1] = ["jq"];

#[test]
#[cfg_attr(not(feature = "update"), ignore = "what is committed is that of the whole program")]
fn documents_say_what_happens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = ["README.md", "README.ja.md", "CONTRIBUTING.md"].map(|name| root.join(name)).into();
    let goldens = fs::read_dir(root.join("tests/cmd")).expect("tests/cmd is there");
    files.extend(goldens.map(|entry| entry.expect("an entry of tests/cmd").path()));
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let happens = replay(&text, root);
        if happens != text {
            if env::var_os("GOLDEN").is_some_and(|mode| mode == "overwrite") {
                fs::write(&file, &happens).expect("a document can be written");
            }
            wrong.push(format!("{}:\n{}", file.display(), first_difference(&text, &happens)));
        }
    }
    assert!(wrong.is_empty(), "documents and goldens that are not true:\n{}", wrong.join("\n"));
}

/// The document with what its commands do now.
fn replay(document: &str, root: &Path) -> String {
    let mut text = String::new();
    let mut lines = document.lines().peekable();
    while let Some(line) = lines.next() {
        text += line;
        text += "\n";
        if line != "```console" {
            continue;
        }
        while let Some(line) = lines.next_if(|line| *line != "```") {
            let Some(command) = line.strip_prefix("$ ") else { continue };
            let shown: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| !line.starts_with("$ ") && *line != "```")).collect();
            writeln!(text, "{line}").expect("memory");
            match run(command, root) {
                Some(happens) => text += &happens,
                None => text.extend(shown.iter().map(|line| format!("{line}\n"))),
            }
        }
    }
    text
}

/// What a command does, as a block shows it; none where a tool is missing that it needs.
fn run(command: &str, root: &Path) -> Option<String> {
    let words = || command.split(|c: char| !c.is_ascii_alphanumeric());
    let missing = TOOLS.into_iter().find(|tool| words().any(|word| word == *tool) && !is_installed(tool));
    if let Some(tool) = missing {
        assert!(env::var_os("HAYAMI_TEST_ALL").is_none(), "{tool} is not installed");
        return None;
    }
    let bin = Path::new(env!("CARGO_BIN_EXE_hayami")).parent().expect("a program lies in a folder");
    let path = env::join_paths([bin.to_path_buf()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())));
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(root)
        .env_clear()
        .env("PATH", path.expect("no separator in a folder's name"))
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs");
    let mut text = String::new();
    match output.status.code() {
        Some(0) => {}
        Some(status) => writeln!(text, "? {status}").expect("memory"),
        None => text += "? killed\n",
    }
    text += &String::from_utf8(output.stdout).expect("standard output is UTF-8");
    for line in String::from_utf8(output.stderr).expect("standard error is UTF-8").lines() {
        writeln!(text, "2> {line}").expect("memory");
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text += "\n(no line end)\n";
    }
    Some(text)
}

fn is_installed(tool: &str) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(tool).is_file())
}

fn first_difference(document: &str, happens: &str) -> String {
    let mut pairs = document.lines().zip(happens.lines()).enumerate();
    let (number, before, now) = match pairs.find(|(_, (before, now))| before != now) {
        Some((number, (before, now))) => (number, before, now),
        None => (document.lines().count().min(happens.lines().count()), "", "(one of them ends here)"),
    };
    format!("  line {}\n  document: {before}\n  happens:  {now}", number + 1)
}
