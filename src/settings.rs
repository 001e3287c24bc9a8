//! What was typed and what surrounds the program become one value, once. The only reader of the environment and of the terminal.

use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdout};
use std::path::PathBuf;

use crate::cli::{Global, LangArg, When};
use crate::glossary::bilingual::Lang;
use crate::render::Format;
use crate::render::screen::Screen;

/// What surrounds the program; injected, so that tests need no process.
pub struct World<'a> {
    /// The environment.
    pub var: &'a dyn Fn(&str) -> Option<OsString>,
    /// Whether standard output is a terminal, and how wide.
    pub stdout: Option<usize>,
    /// Whether standard error is a terminal, and how wide.
    pub stderr: Option<usize>,
}

/// Everything that a run depends on besides its command.
#[derive(Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the text for people.
    pub lang: Lang,
    /// Text or records.
    pub format: Format,
    /// How to write to standard output.
    pub out: Screen,
    /// How to write to standard error.
    pub err: Screen,
    /// The teams' glossaries, the lowest first.
    pub glossaries: Vec<PathBuf>,
}

impl World<'_> {
    /// The real one.
    pub fn real() -> World<'static> {
        let width = |terminal: bool| terminal.then(textwrap::termwidth);
        World { var: &|name| env::var_os(name), stdout: width(stdout().is_terminal()), stderr: width(stderr().is_terminal()) }
    }

    /// A variable with something in it.
    fn set(&self, name: &str) -> Option<String> {
        (self.var)(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
    }
}

/// The arguments of the process, its name first.
pub fn arguments() -> Vec<OsString> {
    env::args_os().collect()
}

/// Whether a shell asks for completions: the variable by which the scripts of `hayami completions` call back.
pub fn is_completing() -> bool {
    env::var_os("COMPLETE").is_some_and(|shell| !shell.is_empty())
}

/// The teams' glossaries that the environment names, the lowest first.
pub fn glossaries(world: &World<'_>) -> Vec<PathBuf> {
    let paths = (world.var)("HAYAMI_GLOSSARY").unwrap_or_default();
    env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()).collect()
}

/// Settles what the options leave open.
pub fn settle(global: &Global, world: &World<'_>) -> Settings {
    let screen = |width| Screen { width, color: color(global.color.unwrap_or_default(), world, width.is_some()) };
    let format = if global.json { Format::Json } else { Format::Text };
    let glossaries = [glossaries(world), global.glossary.clone()].concat();
    Settings { lang: lang(global.lang, world), format, out: screen(world.stdout), err: screen(world.stderr), glossaries }
}

/// The language: the option, then `HAYAMI_LANG`, then the first locale variable that is set. What names neither language means English.
pub fn lang(option: Option<LangArg>, world: &World<'_>) -> Lang {
    match option {
        Some(LangArg::En) => return Lang::En,
        Some(LangArg::Ja) => return Lang::Ja,
        None => {}
    }
    let variables = ["HAYAMI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    if let Some(locale) = variables.iter().find_map(|name| world.set(name)) {
        return known(&locale).unwrap_or(Lang::En);
    }
    let preferred = world.set("LANGUAGE").unwrap_or_default();
    preferred.split(':').find_map(known).unwrap_or(Lang::En)
}

/// The language of a locale name such as `ja_JP.UTF-8`.
fn known(locale: &str) -> Option<Lang> {
    match locale.split(['_', '.', '@', '-']).next()? {
        language if language.eq_ignore_ascii_case("ja") => Some(Lang::Ja),
        language if language.eq_ignore_ascii_case("en") => Some(Lang::En),
        _ => None,
    }
}

/// Whether to use colour on a stream; an explicit option outweighs the environment (<https://no-color.org>, <https://bixense.com/clicolors>).
fn color(when: When, world: &World<'_>, terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if world.set("NO_COLOR").is_some() => false,
        When::Auto if world.set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        When::Auto => terminal && world.set("TERM").as_deref() != Some("dumb") && world.set("CLICOLOR").as_deref() != Some("0"),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{World, settle};
    use crate::cli::{Global, LangArg, When};
    use crate::glossary::bilingual::Lang;
    use crate::render::screen::Screen;

    fn settled(global: &Global, vars: &[(&str, &str)], stdout: Option<usize>) -> super::Settings {
        let var = |name: &str| vars.iter().find(|(other, _)| *other == name).map(|(_, value)| OsString::from(value));
        settle(global, &World { var: &var, stdout, stderr: None })
    }

    #[test]
    fn the_language() {
        for (option, vars, lang) in [
            (None, &[][..], Lang::En),
            (None, &[("LANG", "ja_JP.UTF-8")], Lang::Ja),
            (None, &[("LANG", "ja")], Lang::Ja),
            (None, &[("LANG", "JA-jp")], Lang::Ja),
            (None, &[("LANG", "java")], Lang::En),
            (None, &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")], Lang::En),
            (None, &[("LC_MESSAGES", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")], Lang::Ja),
            (None, &[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")], Lang::En),
            (None, &[("LC_ALL", "POSIX"), ("LANGUAGE", "ja")], Lang::En),
            (None, &[("LC_ALL", ""), ("LANG", "ja_JP.UTF-8")], Lang::Ja),
            (None, &[("LANG", "fr_FR.UTF-8"), ("LANGUAGE", "ja")], Lang::En),
            (None, &[("LANGUAGE", "fr:ja:en")], Lang::Ja),
            (None, &[("LANGUAGE", "fr:de")], Lang::En),
            (None, &[("HAYAMI_LANG", "ja"), ("LC_ALL", "en_US.UTF-8")], Lang::Ja),
            (None, &[("HAYAMI_LANG", "xx"), ("LANG", "ja_JP.UTF-8")], Lang::En),
            (Some(LangArg::En), &[("HAYAMI_LANG", "ja")], Lang::En),
            (Some(LangArg::Ja), &[("LC_ALL", "C")], Lang::Ja),
        ] {
            let global = Global { lang: option, ..Global::default() };
            assert_eq!(settled(&global, vars, None).lang, lang, "{option:?} {vars:?}");
        }
    }

    #[test]
    fn the_colour() {
        for (when, vars, terminal, color) in [
            (When::Auto, &[][..], true, true),
            (When::Auto, &[], false, false),
            (When::Auto, &[("NO_COLOR", "1")], true, false),
            (When::Auto, &[("NO_COLOR", "")], true, true),
            (When::Auto, &[("CLICOLOR_FORCE", "1")], false, true),
            (When::Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (When::Auto, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true, false),
            (When::Auto, &[("CLICOLOR", "0")], true, false),
            (When::Auto, &[("TERM", "dumb")], true, false),
            (When::Always, &[("NO_COLOR", "1")], false, true),
            (When::Never, &[("CLICOLOR_FORCE", "1")], true, false),
        ] {
            let global = Global { color: Some(when), ..Global::default() };
            let width = terminal.then_some(80);
            assert_eq!(settled(&global, vars, width).out, Screen { width, color }, "{when:?} {vars:?}");
        }
    }

    #[test]
    fn the_glossaries_of_the_options_lie_on_top() {
        let global = Global { glossary: vec!["c".into()], ..Global::default() };
        let paths = std::env::join_paths(["a", "b"]).expect("no separator inside");
        let paths = paths.to_string_lossy();
        assert_eq!(settled(&global, &[("HAYAMI_GLOSSARY", &paths)], None).glossaries, ["a", "b", "c"].map(std::path::PathBuf::from));
    }
}
