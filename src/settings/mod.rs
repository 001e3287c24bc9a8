//! What was typed and what surrounds the program become one value, once. The only reader of the environment and of the terminal.

pub mod cache;
pub mod process;
pub mod seed;
pub mod today;

use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::path::PathBuf;
use std::time::SystemTime;

use supports_hyperlinks::Stream;
use terminal_size::{Height, Width, terminal_size};

use crate::cli::{Global, LangArg, When};
use crate::glossary::bilingual::Lang;
use crate::render::Format;
use crate::render::screen::{MEASURE, Screen};
use crate::render::wrap::Ambiguous;

/// The narrowest width that can be asked for.
pub const LEAST_WIDTH: usize = 20;

/// What surrounds the program; injected, so that tests need no process.
pub struct World<'a> {
    /// The environment.
    pub var: &'a dyn Fn(&str) -> Option<OsString>,
    /// Standard output, if it is a terminal.
    pub stdout: Option<Terminal>,
    /// Standard error, if it is a terminal.
    pub stderr: Option<Terminal>,
    /// Whether standard input is a terminal.
    pub reads_terminal: bool,
    /// The time.
    pub now: SystemTime,
}

/// What a terminal is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Its columns.
    pub columns: usize,
    /// Its rows.
    pub rows: usize,
    /// Whether it shows links behind text.
    pub links: bool,
}

/// Everything that a run depends on besides its command.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// What shows answers that are longer than the screen; none where nothing does.
    pub pager: Option<Pager>,
    /// Whether somebody types standard input, and sees what stands on standard error.
    pub reads_terminal: bool,
}

/// A program that shows long text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pager {
    /// The command, for the shell.
    pub command: String,
    /// The rows of the screen; what fits is not paged.
    pub rows: usize,
}

impl World<'_> {
    /// The real one.
    pub fn real() -> World<'static> {
        let size = || terminal_size().map_or((80, 24), |(Width(columns), Height(rows))| (columns.into(), rows.into()));
        let terminal = |is_terminal: bool, stream: Stream| {
            is_terminal.then(|| {
                let (columns, rows) = size();
                Terminal { columns, rows, links: supports_hyperlinks::on(stream) }
            })
        };
        World {
            var: &|name| env::var_os(name),
            stdout: terminal(stdout().is_terminal(), Stream::Stdout),
            stderr: terminal(stderr().is_terminal(), Stream::Stderr),
            reads_terminal: stdin().is_terminal(),
            now: SystemTime::now(),
        }
    }

    /// A variable with something in it.
    fn set(&self, name: &str) -> Option<String> {
        (self.var)(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
    }
}

/// The teams' glossaries that the environment names, the lowest first.
pub fn glossaries(world: &World<'_>) -> Vec<PathBuf> {
    let paths = (world.var)("HAYAMI_GLOSSARY").unwrap_or_default();
    env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()).collect()
}

/// Settles what the options leave open.
pub fn settle(global: &Global, world: &World<'_>) -> Settings {
    let screen = |terminal| screen(global, world, terminal);
    let format = if global.json { Format::Json } else { Format::Text };
    let glossaries = [glossaries(world), global.glossary.clone()].concat();
    Settings {
        lang: lang(global.lang, world),
        format,
        out: screen(world.stdout),
        err: screen(world.stderr),
        glossaries,
        reads_terminal: world.reads_terminal && world.stderr.is_some(),
        pager: world.stdout.filter(|_| !global.no_pager && !global.json).and_then(|terminal| pager(world, terminal.rows)),
    }
}

fn screen(global: &Global, world: &World<'_>, terminal: Option<Terminal>) -> Screen {
    // A width that was asked for counts everywhere; that of the environment and the screen's own only where there is a screen.
    let number = |name: &str| world.set(name).and_then(|value| value.parse::<usize>().ok());
    let own = || number("HAYAMI_WIDTH").filter(|width| *width >= LEAST_WIDTH);
    let asked = global.width.map(usize::from).or_else(|| terminal.and_then(|_| own()));
    let ambiguous = global.ambiguous_width.map(usize::from).or_else(|| number("HAYAMI_AMBIGUOUS_WIDTH"));
    Screen {
        terminal: terminal.is_some(),
        width: asked.or(terminal.map(|terminal| terminal.columns)),
        measure: asked.or(terminal.map(|terminal| terminal.columns.min(MEASURE))),
        color: color(global.color.unwrap_or_default(), world, terminal.is_some()),
        links: match global.hyperlinks.unwrap_or_default() {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal.is_some_and(|terminal| terminal.links),
        },
        ambiguous: if ambiguous == Some(2) { Ambiguous::Wide } else { Ambiguous::Narrow },
    }
}

/// The pager of hayami, or else of everything, or else less; an empty one means none.
fn pager(world: &World<'_>, rows: usize) -> Option<Pager> {
    let chosen = (world.var)("HAYAMI_PAGER").or_else(|| (world.var)("PAGER")).map(|command| command.to_string_lossy().trim().to_owned());
    match chosen {
        Some(command) if command.is_empty() || command == "cat" => None,
        Some(command) => Some(Pager { command, rows }),
        // Nobody chose less, so nobody is told when it is missing.
        None => Some(Pager { command: "less -FRX 2>/dev/null".to_owned(), rows }),
    }
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

    use super::{Terminal, World, settle};
    use crate::cli::{Global, LangArg, When};
    use crate::glossary::bilingual::Lang;
    use crate::render::screen::Screen;
    use crate::render::wrap::Ambiguous;

    fn settled(global: &Global, vars: &[(&str, &str)], stdout: Option<Terminal>) -> super::Settings {
        let var = |name: &str| vars.iter().find(|(other, _)| *other == name).map(|(_, value)| OsString::from(value));
        settle(global, &World { var: &var, stdout, stderr: None, reads_terminal: false, now: std::time::UNIX_EPOCH })
    }

    const TERMINAL: Terminal = Terminal { columns: 120, rows: 24, links: true };

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
            assert_eq!(settled(&global, vars, terminal.then_some(TERMINAL)).out.color, color, "{when:?} {vars:?}");
        }
    }

    #[test]
    fn the_screen() {
        let none = Screen { terminal: false, width: None, measure: None, color: false, links: false, ambiguous: Ambiguous::Narrow };
        let screen = Screen { terminal: true, width: Some(120), measure: Some(80), color: true, links: true, ..none };
        let global = Global::default();
        assert_eq!(settled(&global, &[], None).out, none);
        assert_eq!(settled(&global, &[], Some(TERMINAL)).out, screen);
        assert_eq!(settled(&global, &[("HAYAMI_WIDTH", "60")], None).out, none);
        assert_eq!(settled(&global, &[("HAYAMI_WIDTH", "60")], Some(TERMINAL)).out, Screen { width: Some(60), measure: Some(60), ..screen });
        for odd in ["19", "wide", "-1", ""] {
            assert_eq!(settled(&global, &[("HAYAMI_WIDTH", odd)], Some(TERMINAL)).out, screen, "{odd}");
        }
        assert_eq!(settled(&global, &[("HAYAMI_AMBIGUOUS_WIDTH", "2")], None).out, Screen { ambiguous: Ambiguous::Wide, ..none });
        let asked = Global { width: Some(100), ambiguous_width: Some(1), hyperlinks: Some(When::Never), ..Global::default() };
        let wide = Screen { width: Some(100), measure: Some(100), ..none };
        assert_eq!(settled(&asked, &[("HAYAMI_WIDTH", "60"), ("HAYAMI_AMBIGUOUS_WIDTH", "2")], None).out, wide);
        assert_eq!(settled(&asked, &[], Some(TERMINAL)).out, Screen { terminal: true, color: true, ..wide });
    }

    #[test]
    fn the_pager() {
        let command = |vars: &[(&str, &str)]| settled(&Global::default(), vars, Some(TERMINAL)).pager.map(|pager| pager.command);
        assert_eq!(command(&[]).as_deref(), Some("less -FRX 2>/dev/null"));
        assert_eq!(command(&[("PAGER", "most")]).as_deref(), Some("most"));
        assert_eq!(command(&[("PAGER", "most"), ("HAYAMI_PAGER", "bat -p")]).as_deref(), Some("bat -p"));
        assert_eq!(command(&[("PAGER", "most"), ("HAYAMI_PAGER", "")]), None);
        assert_eq!(command(&[("PAGER", "cat")]), None);
        for global in [Global { no_pager: true, ..Global::default() }, Global { json: true, ..Global::default() }] {
            assert_eq!(settled(&global, &[], Some(TERMINAL)).pager, None);
        }
        assert_eq!(settled(&Global::default(), &[("PAGER", "most")], None).pager, None);
    }

    #[test]
    fn the_glossaries_of_the_options_lie_on_top() {
        let global = Global { glossary: vec!["c".into()], ..Global::default() };
        let paths = std::env::join_paths(["a", "b"]).expect("no separator inside");
        let paths = paths.to_string_lossy();
        assert_eq!(settled(&global, &[("HAYAMI_GLOSSARY", &paths)], None).glossaries, ["a", "b", "c"].map(std::path::PathBuf::from));
    }
}
