//! What can be typed: types only, no input or output, nothing computed from the world.
//!
//! Commands are defined when they are used ([`clap::Command::defer`]), and the options that every command has are arguments of each rather
//! than clap's global ones, which are copied into every command at every start: together that is half of what parsing would cost.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Command, FromArgMatches, ValueEnum};

/// Everything that was typed.
#[derive(Debug)]
pub struct Cli {
    /// The options that every command has.
    pub global: Global,
    /// The command; none for `hayami` alone.
    pub request: Option<Request>,
}

/// A command with its arguments.
#[derive(Debug)]
#[allow(missing_docs, reason = "named as the commands are")]
pub enum Request {
    Lookup(LookupArgs),
    List(ListArgs),
    News(NewsArgs),
    Check(CheckArgs),
    Completions(CompletionsArgs),
}

/// Options that every command has.
#[derive(Args, Clone, Debug, Default)]
pub struct Global {
    /// Language of the text for people [default: HAYAMI_LANG, then the locale]
    #[arg(long, value_name = "LANG", help_heading = "Everywhere")]
    pub lang: Option<LangArg>,
    /// Write JSON Lines: one record for each result, both languages
    #[arg(long, help_heading = "Everywhere")]
    pub json: bool,
    /// When to use colour
    #[arg(long, value_name = "WHEN", help_heading = "Everywhere")]
    pub color: Option<When>,
    /// Put a team's glossary on top of the embedded one (repeatable)
    #[arg(long, value_name = "DIR", help_heading = "Everywhere")]
    pub glossary: Vec<PathBuf>,
}

impl Global {
    /// What was typed before the command and what was typed after it; the latter counts where both are given.
    fn and(self, after: Self) -> Self {
        Self {
            lang: after.lang.or(self.lang),
            json: after.json || self.json,
            color: after.color.or(self.color),
            glossary: [self.glossary, after.glossary].concat(),
        }
    }
}

/// `--lang`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// 日本語
    Ja,
}

/// `--color`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless NO_COLOR says otherwise
    #[default]
    Auto,
    /// Also into a file or a pipe
    Always,
    /// Not at all
    Never,
}

/// `hayami lookup`
#[derive(Args, Debug)]
pub struct LookupArgs {
    /// A name, abbreviation, reading or id, in either language; several words are tried together first
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<String>,
    /// The whole article too
    #[arg(long, conflicts_with = "brief")]
    pub full: bool,
    /// One line: headword and definition
    #[arg(long)]
    pub brief: bool,
    #[command(flatten)]
    global: Global,
}

/// `hayami list`
#[derive(Args, Debug)]
pub struct ListArgs {
    /// Only entries of this category
    #[arg(long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// Only ids, one a line, on a terminal too
    #[arg(long)]
    pub ids: bool,
    #[command(flatten)]
    global: Global,
}

/// `hayami news`
#[derive(Args, Debug)]
pub struct NewsArgs {
    /// Only announcements of this publisher
    #[arg(long, value_name = "PUBLISHER")]
    pub publisher: Option<String>,
    /// Only announcements that touch this term
    #[arg(long, value_name = "TERM")]
    pub term: Option<String>,
    /// On this day or later
    #[arg(long, value_name = "YYYY[-MM[-DD]]")]
    pub since: Option<String>,
    /// On this day or earlier
    #[arg(long, value_name = "YYYY[-MM[-DD]]")]
    pub until: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// The summaries too
    #[arg(long)]
    pub full: bool,
    #[command(flatten)]
    global: Global,
}

/// `hayami check`
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The directory of a glossary
    #[arg(value_name = "DIR", default_value = "glossary")]
    pub directory: PathBuf,
    /// Hold it to the rules for a team's glossary: the editorial rules only warn
    #[arg(long)]
    pub team: bool,
    #[command(flatten)]
    global: Global,
}

/// `hayami completions`
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell to complete in
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
    #[command(flatten)]
    global: Global,
}

/// A shell that completions are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "named as the shells are")]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Elvish,
    Nushell,
}

/// A command and what defines its arguments.
type Defined = (Command, fn(Command) -> Command);

fn commands() -> [Defined; 5] {
    let about = |name: &'static str, about: &'static str| Command::new(name).about(about);
    [
        (about("lookup", "What a term means; `hayami TERM` is short for it"), LookupArgs::augment_args),
        (about("list", "The entries of the glossary"), ListArgs::augment_args),
        (about("news", "Official announcements, newest first"), NewsArgs::augment_args),
        (about("check", "What is wrong with a glossary, every problem at once"), CheckArgs::augment_args),
        (about("completions", "A completion script for a shell"), CompletionsArgs::augment_args),
    ]
}

fn top(subcommands: impl Iterator<Item = Command>) -> Command {
    let base = Command::new("hayami")
        .version(env!("CARGO_PKG_VERSION"))
        .about("A quick look at AI words, in English and Japanese, and at what their makers officially announced")
        .override_usage("hayami [OPTIONS] <COMMAND>\n       hayami [OPTIONS] <TERM>...")
        .allow_external_subcommands(true)
        .disable_help_subcommand(true);
    Global::augment_args(base).subcommands(subcommands)
}

/// The whole command with every argument defined, as completions see it.
pub fn command() -> Command {
    top(commands().into_iter().map(|(command, define)| define(command)))
}

/// Understands the arguments, the program's name first.
///
/// A first word that is no command is a term: the arguments are then read once more with `lookup` before it.
///
/// # Errors
/// What clap says of arguments that have no meaning; also its help and version texts.
pub fn parse(mut args: Vec<OsString>) -> Result<Cli, clap::Error> {
    let mut command = top(commands().into_iter().map(|(command, define)| command.defer(define)));
    let matches = command.try_get_matches_from_mut(&args)?;
    let Some((name, given)) = matches.subcommand() else {
        return Ok(Cli { global: Global::from_arg_matches(&matches)?, request: None });
    };
    let request = match name {
        "lookup" => Request::Lookup(LookupArgs::from_arg_matches(given)?),
        "list" => Request::List(ListArgs::from_arg_matches(given)?),
        "news" => Request::News(NewsArgs::from_arg_matches(given)?),
        "check" => Request::Check(CheckArgs::from_arg_matches(given)?),
        "completions" => Request::Completions(CompletionsArgs::from_arg_matches(given)?),
        _ => {
            let after = given.get_raw("").map_or(0, Iterator::count);
            args.insert(args.len() - after - 1, "lookup".into());
            return parse(args);
        }
    };
    let after = request.global().clone();
    let cli = Cli { global: Global::from_arg_matches(&matches)?.and(after), request: Some(request) };
    // A process that answers once has no use for tidying up what clap built: the system takes the memory back at the end, all at once.
    std::mem::forget((command, matches));
    Ok(cli)
}

impl Request {
    fn global(&self) -> &Global {
        match self {
            Self::Lookup(args) => &args.global,
            Self::List(args) => &args.global,
            Self::News(args) => &args.global,
            Self::Check(args) => &args.global,
            Self::Completions(args) => &args.global,
        }
    }
}
