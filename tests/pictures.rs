//! The pictures in the READMEs are what a terminal of 80 columns shows, drawn from the output itself.
//!
//! `GOLDEN=overwrite cargo test --test pictures` draws them anew.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn pictures_show_what_a_terminal_shows() {
    let mut wrong = Vec::new();
    for (file, lang) in [("lookup-en.svg", "en"), ("lookup-ja.svg", "ja")] {
        let args = ["rlaif", "--lang", lang, "--color", "always", "--width", "80", "--hyperlinks", "never"];
        let output = Command::new(env!("CARGO_BIN_EXE_hayami")).args(args).env_clear().output().expect("hayami runs");
        assert!(output.status.success(), "{args:?}");
        let shown = format!("\u{1b}[2m$\u{1b}[0m hayami rlaif\n{}", String::from_utf8(output.stdout).expect("UTF-8"));
        let picture = anstyle_svg::Term::new().render_svg(&shown);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(file);
        if fs::read_to_string(&path).ok().as_ref() != Some(&picture) {
            if env::var_os("GOLDEN").is_some_and(|mode| mode == "overwrite") {
                fs::write(&path, picture).expect("a picture can be written");
            }
            wrong.push(file);
        }
    }
    assert!(wrong.is_empty(), "pictures that are not what is shown: {}", wrong.join(", "));
}
