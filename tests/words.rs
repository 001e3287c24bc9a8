//! The help exists in both languages, whole.

use std::collections::BTreeSet;

use hayami::cli;
use hayami::words::help;

/// The commands with their arguments, `hayami` first.
fn commands() -> Vec<clap::Command> {
    let mut all = vec![cli::command()];
    all.extend(cli::command().get_subcommands().cloned());
    all
}

#[test]
fn every_command_and_argument_has_a_text_in_each_language() {
    let told: BTreeSet<&str> = help::ABOUT.iter().map(|(name, _)| *name).collect();
    let there: BTreeSet<String> = commands().iter().map(|command| command.get_name().to_owned()).collect();
    assert_eq!(told, there.iter().map(String::as_str).collect());

    let mut used = BTreeSet::from([("*", "help"), ("*", "version")]);
    for command in commands() {
        let name = if command.get_name() == "hayami" { "lookup" } else { command.get_name() };
        assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{name}: what it is about, in English");
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            assert!(argument.get_help().is_some_and(|text| !text.to_string().is_empty()), "{name} {id}: English");
            let japanese = help::ARGUMENTS.iter().find(|(owner, named, _)| *named == id && (*owner == name || *owner == "*"));
            let (owner, named, text) = japanese.unwrap_or_else(|| panic!("{name} {id}: no Japanese text"));
            assert!(hayami::glossary::script::reads_as_japanese(text), "{name} {id}: {text}");
            used.insert((owner, named));
        }
    }
    let told: BTreeSet<(&str, &str)> = help::ARGUMENTS.iter().map(|(owner, id, _)| (*owner, *id)).collect();
    assert_eq!(told, used, "no text is left over");
}

#[test]
fn no_english_is_left_in_the_japanese_help() {
    for command in commands() {
        let mut command = help::japanese(command);
        for text in [command.render_help().to_string(), command.render_long_help().to_string()] {
            for english in ["Usage:", "Options:", "Arguments:", "Commands:", "Everywhere", "possible values", "Possible values", "default:", "Print "]
            {
                assert!(!text.contains(english), "{english} in\n{text}");
            }
        }
    }
}
