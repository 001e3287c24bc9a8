//! The committed manual pages are made from the command itself, in both languages.
//!
//! `GOLDEN=overwrite cargo test --test manual` writes them down again; `man -l completions/man/man1/hayami.1` shows one.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, io};

use clap::builder::PossibleValue;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use hayami::cli;
use hayami::glossary::bilingual::Lang;
use hayami::words::{Word, help, manual};

/// Where the pages of a language lie, as `man` looks for them.
fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "man1",
        Lang::Ja => "ja/man1",
    }
}

/// Every page, by its path below `completions/man`.
fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for lang in Lang::ALL {
        let mut whole = match lang {
            Lang::En => cli::command(),
            Lang::Ja => help::japanese(cli::command()),
        };
        // From here on the commands know that they are hayami's, and have their --help.
        whole.build();
        let names: Vec<String> = whole.get_subcommands().map(name).collect();
        for command in [&whole].into_iter().chain(whole.get_subcommands()) {
            pages.insert(format!("{}/{}.1", folder(lang), name(command)), page(command, &names, lang));
        }
    }
    pages
}

fn name(command: &clap::Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).to_owned()
}

fn page(command: &clap::Command, commands: &[String], lang: Lang) -> String {
    let is_whole = command.has_subcommands();
    // A page without a date is the same whenever it is made; but an empty date is left out, and what follows takes its place.
    let man = Man::new(command.clone().override_usage(usage(command, lang))).date(" ");
    let man = man.source(concat!("hayami ", env!("CARGO_PKG_VERSION"))).manual(*manual::TITLE.get(lang));
    let rendered = |part: fn(&Man, &mut dyn Write) -> io::Result<()>| {
        let mut text = Vec::new();
        part(&man, &mut text).expect("memory");
        String::from_utf8(text).expect("pages are UTF-8")
    };
    // Each part begins with the same preamble, which is needed once; and headings are English.
    let head = rendered(Man::render_title);
    let preamble = &head[..head.find(".TH").expect("a title")];
    let headed =
        |part, heading: Word| rendered(part).replace(preamble, "").replace(&format!(".SH {}\n", heading.en), &format!(".SH {}\n", heading.get(lang)));
    let mut text = head.clone();
    if lang == Lang::Ja {
        // Between Japanese words there is no space to stretch, so both edges cannot be straight.
        text += ".ad l\n";
    }
    text += &headed(Man::render_name_section, manual::NAME);
    text += &headed(Man::render_synopsis_section, manual::SYNOPSIS);
    let mut rest = Roff::new();
    if is_whole {
        rest.control("SH", [*manual::DESCRIPTION.get(lang)]).text([roman(*manual::ABOUT.get(lang))]);
        let about = |command: &clap::Command| command.get_about().map(ToString::to_string).unwrap_or_default();
        let rows = command.get_subcommands().map(|command| (vec![bold(name(command)), roman("(1)")], vec![about(command)]));
        section(&mut rest, manual::COMMANDS.get(lang), rows);
    }
    for heading in [manual::ARGUMENTS, manual::OPTIONS, manual::COMMON_OPTIONS] {
        let arguments = command.get_arguments().filter(|argument| heading_of(argument) == heading);
        section(&mut rest, heading.get(lang), arguments.map(|argument| (header(argument), body(argument, lang))));
    }
    let word = |word: &Word| vec![(*word.get(lang)).to_owned()];
    let statuses = manual::exit_statuses(command.get_name()).map(|(status, text)| (vec![bold(status)], word(&text)));
    section(&mut rest, manual::EXIT_STATUS.get(lang), statuses);
    if is_whole {
        let names = |names: &[&str]| separated(names.iter().map(|name| vec![bold(*name)]));
        section(&mut rest, manual::ENVIRONMENT.get(lang), manual::VARIABLES.iter().map(|(variables, text)| (names(variables), word(text))));
        section(&mut rest, manual::FILES.get(lang), manual::PATHS.iter().map(|(path, text)| (vec![italic(*path)], word(text))));
    }
    let others = ["hayami"].into_iter().chain(commands.iter().map(String::as_str)).filter(|other| *other != name(command));
    rest.control("SH", [*manual::SEE_ALSO.get(lang)]).text(separated(others.map(|other| vec![bold(other), roman("(1)")])));
    text + &rest.render().replace(preamble, "")
}

/// How the command is typed, as its help has it: clap_mangen would name every option, without its value.
fn usage(command: &clap::Command, lang: Lang) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    [manual::ANY_OPTIONS, manual::ANY_COMMAND].iter().fold(usage.to_owned(), |usage, word| usage.replace(word.en, word.get(lang)))
}

fn heading_of(argument: &clap::Arg) -> Word {
    match argument.get_help_heading() {
        _ if argument.is_positional() => manual::ARGUMENTS,
        Some("Everywhere" | "共通のオプション") => manual::COMMON_OPTIONS,
        _ => manual::OPTIONS,
    }
}

/// How an argument is typed.
fn header(argument: &clap::Arg) -> Vec<Inline> {
    let mut header = Vec::new();
    if let Some(short) = argument.get_short() {
        header.extend([bold(format!("-{short}")), roman(", ")]);
    }
    header.extend(argument.get_long().map(|long| bold(format!("--{long}"))));
    for name in argument.get_value_names().into_iter().flatten().filter(|_| argument.get_action().takes_values()) {
        if !header.is_empty() {
            header.push(roman(" "));
        }
        header.push(italic(name.as_str()));
    }
    if argument.is_positional() && argument.get_num_args().is_some_and(|range| range.max_values() > 1) {
        header.push(roman("..."));
    }
    header
}

/// What an argument means: its help, and what clap adds to that on a screen, unless the text has it already.
fn body(argument: &clap::Arg, lang: Lang) -> Vec<String> {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    // What clap says of its own --help is where to find what stands here.
    let mut body = vec![help.split(" (see more with").next().unwrap_or_default().to_owned()];
    if !argument.get_action().takes_values() {
        return body;
    }
    if !argument.is_hide_default_value_set() {
        body[0].extend(argument.get_default_values().iter().map(|value| format!(" [default: {}]", value.display())));
    }
    if !argument.is_hide_possible_values_set() {
        let (told, named): (Vec<_>, Vec<_>) = argument.get_possible_values().into_iter().partition(|value| value.get_help().is_some());
        body.extend(told.iter().map(|value| format!("{}: {}", value.get_name(), value.get_help().map(ToString::to_string).unwrap_or_default())));
        if !named.is_empty() {
            let named: Vec<&str> = named.iter().map(PossibleValue::get_name).collect();
            body.push(format!("{}{}", manual::VALUES.get(lang), named.join(", ")));
        }
    }
    body
}

/// A list of terms, each with its paragraphs; no heading without them.
fn section(page: &mut Roff, heading: &str, rows: impl Iterator<Item = (Vec<Inline>, Vec<String>)>) {
    for (number, (header, paragraphs)) in rows.enumerate() {
        if number == 0 {
            page.control("SH", [heading]);
        }
        page.control("TP", []).text(header);
        for (number, paragraph) in paragraphs.into_iter().enumerate() {
            if number > 0 {
                page.control("br", []);
            }
            page.text([roman(paragraph)]);
        }
    }
}

fn separated(items: impl Iterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let items: Vec<Vec<Inline>> = items.collect();
    items.join(&roman(", "))
}

#[test]
#[cfg_attr(not(feature = "update"), ignore = "what is committed is that of the whole program")]
fn committed_pages_are_those_that_the_command_makes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions/man");
    let overwrite = env::var_os("GOLDEN").is_some_and(|mode| mode == "overwrite");
    let pages = pages();
    let mut wrong = Vec::new();
    for (path, page) in &pages {
        if fs::read_to_string(root.join(path)).ok().as_ref() != Some(page) {
            if overwrite {
                fs::create_dir_all(root.join(path).parent().expect("in a folder")).expect("completions/man can be written");
                fs::write(root.join(path), page).expect("completions/man can be written");
            }
            wrong.push(format!("{path} is not what the command makes"));
        }
    }
    for folder in Lang::ALL.map(folder) {
        for file in fs::read_dir(root.join(folder)).expect("the folder is there") {
            let path = format!("{folder}/{}", file.expect("a file").file_name().display());
            if !pages.contains_key(&path) {
                wrong.push(format!("{path} belongs to no command"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_english_is_left_in_the_japanese_pages() {
    for (path, page) in pages().iter().filter(|(path, _)| path.starts_with("ja/")) {
        for line in page.lines().filter(|line| !line.starts_with(".TH") && !line.starts_with(".SH") && !line.starts_with("\\fB")) {
            let is_prose = line.split(' ').filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase())).count() > 2;
            assert!(!is_prose && !line.contains("default:") && !line.contains("OPTIONS"), "{path}: {line}");
        }
        let headings = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        for heading in headings {
            assert!(!heading.is_ascii(), "{path}: {heading}");
        }
    }
}

#[test]
fn the_variables_are_those_that_the_settings_read() {
    let mut read = BTreeSet::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/settings")).expect("the folder is there") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("a source");
        let code = text.split("#[cfg(test)]").next().expect("what stands before its tests");
        // Between quotes stand names of variables and other words; only the former are of capitals.
        let words = code.split('"').skip(1).step_by(2).filter(|word| word.len() > 1);
        read.extend(words.filter(|word| word.chars().all(|c| c.is_ascii_uppercase() || c == '_')).map(str::to_owned));
    }
    let told: BTreeSet<String> = manual::VARIABLES.iter().flat_map(|(names, _)| *names).map(|name| (*name).to_owned()).collect();
    assert_eq!(told, read);
}

#[test]
fn a_formatter_has_nothing_to_say_against_them() {
    let installed = env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join("groff").is_file());
    if !installed {
        assert!(env::var_os("HAYAMI_TEST_ALL").is_none(), "groff is not installed");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions/man");
    for path in pages().keys() {
        // As man calls it for a page in a folder of that language, which then has the rules for where lines may break.
        let mut groff = Command::new("groff");
        groff.args(["-ww", "-z", "-K", "utf8", "-T", "utf8", "-man"]).args(path.starts_with("ja/").then_some("-mja"));
        let output = groff.arg(root.join(path)).stdin(Stdio::null()).output().expect("groff runs");
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{path}");
    }
}
