//! What the goldens cannot show: a reader that stops early, and arguments that no shell would pass.

use std::io::Read;
use std::process::{Command, Stdio};

fn hayami(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hayami"));
    command.args(args).env_clear().env("LANG", "C.UTF-8").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    for args in [&["list"][..], &["lookup", "rlhf", "--json"], &["--help"], &["news", "--full"], &["rlfh"], &["completions", "bash"]] {
        let mut child = hayami(args).spawn().expect("hayami starts");
        drop(child.stdout.take());
        let status = child.wait().expect("hayami ends");
        let mut said = String::new();
        child.stderr.take().expect("stderr is a pipe").read_to_string(&mut said).expect("UTF-8");
        let missed = args == ["rlfh"];
        assert_eq!(status.code(), Some(i32::from(missed)), "{args:?}");
        assert_eq!(said.is_empty(), !missed, "{args:?}: {said}");
    }
}

#[test]
fn a_long_argument_is_a_miss() {
    let long = "あ".repeat(40_000);
    let output = hayami(&["lookup", &long]).output().expect("hayami runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), format!("hayami: no entry for “{long}”. `hayami list` shows all entries.\n"));
}

#[test]
fn odd_texts_are_terms_like_others() {
    for odd in ["🤖", "\u{301}", "ｶﾞ", "%s", "a\tb", "\u{feff}", "''", "ß", "İ", "𠮷", "\u{10ffff}", "../../etc/passwd"] {
        let output = hayami(&["lookup", odd]).output().expect("hayami runs");
        assert_eq!(output.status.code(), Some(1), "{odd}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{odd}");
        assert!(output.stderr.starts_with("hayami: no entry for “".as_bytes()), "{odd}");
    }
}
