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

/// A glossary that may not be read is named with the reason. Root may read everything, so there the program runs as somebody else.
#[test]
#[cfg(unix)]
fn a_glossary_without_permission() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    let team = tempfile::tempdir().expect("a folder can be made");
    fs::set_permissions(team.path(), Permissions::from_mode(0o755)).expect("it is ours");
    fs::create_dir(team.path().join("terms")).expect("and can be filled");
    let entry = team.path().join("terms/a.json");
    fs::write(&entry, "{}").expect("with a file");
    fs::set_permissions(&entry, Permissions::from_mode(0o000)).expect("that nobody may read");

    let path = team.path().to_str().expect("UTF-8");
    let program = team.path().join("hayami");
    fs::copy(env!("CARGO_BIN_EXE_hayami"), &program).expect("the program can be copied to where everybody may run it");
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let run = || {
        let mut command = Command::new(&program);
        command.args(["--glossary", path, "rlhf"]).env_clear();
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().expect("hayami runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let told = format!(
        "{path}/terms/a.json: /: cannot be read (Permission denied); check that it is a plain file that you may read\n\
         hayami: the glossary {path} cannot be used: 1 problem. Mend them, or leave it out.\n"
    );
    assert_eq!(run(), (Some(2), told));
}
