//! What can be typed: types only, no input or output, nothing computed from the world.
//!
//! Only the command in use is defined, and the options that every command has are arguments of each rather than clap's global ones, which
//! are copied into every command at every start. Nor do the types make groups of their arguments, which nobody asks for. Together that is most
//! of what parsing would cost.

pub mod args;
pub mod between;
pub mod request;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Args, Command, FromArgMatches, ValueEnum};

#[cfg(feature = "update")]
use crate::cli::args::UpdateArgs;
use crate::cli::args::{CheckArgs, CompletionsArgs, ListArgs, LookupArgs, NewsArgs, RandomArgs, RelatedArgs, ScanArgs, SearchArgs};
use crate::cli::between::between;
use crate::cli::request::Request;

/// Everything that was typed.
#[derive(Debug)]
pub struct Cli {
    /// The options that every command has.
    pub global: Global,
    /// The command; none for `hayami` alone.
    pub request: Option<Request>,
}

/// Options that every command has.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
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
    /// Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    #[arg(long, value_name = "N", help_heading = "Everywhere", value_parser = between::<u16>(20, 1000))]
    pub width: Option<u16>,
    /// Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    #[arg(long, value_name = "1|2", help_heading = "Everywhere", value_parser = between::<u16>(1, 2))]
    pub ambiguous_width: Option<u16>,
    /// When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    #[arg(long, value_name = "WHEN", help_heading = "Everywhere", hide_possible_values = true)]
    pub hyperlinks: Option<When>,
    /// Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    #[arg(long, help_heading = "Everywhere")]
    pub no_pager: bool,
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
            width: after.width.or(self.width),
            ambiguous_width: after.ambiguous_width.or(self.ambiguous_width),
            hyperlinks: after.hyperlinks.or(self.hyperlinks),
            no_pager: after.no_pager || self.no_pager,
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

/// A command: its name, what it is about, and what defines its arguments.
struct Defined {
    name: &'static str,
    about: &'static str,
    define: fn(Command) -> Command,
}

static COMMANDS: &[Defined] = &[
    Defined { name: "lookup", about: "What a term means; `hayami TERM` is short for it", define: LookupArgs::augment_args },
    Defined { name: "search", about: "The entries whose text has every word of a query", define: SearchArgs::augment_args },
    Defined { name: "scan", about: "Which terms of the glossary a text uses, and where", define: ScanArgs::augment_args },
    Defined { name: "random", about: "An entry at random, or the entry of the day", define: RandomArgs::augment_args },
    Defined { name: "related", about: "The neighbours of a term, as a tree or a graph", define: RelatedArgs::augment_args },
    Defined { name: "list", about: "The entries of the glossary", define: ListArgs::augment_args },
    Defined { name: "news", about: "Official announcements, newest first", define: NewsArgs::augment_args },
    #[cfg(feature = "update")]
    Defined {
        name: "update",
        about: "Fetch newer announcements from the makers' own feeds; the only command that uses the network",
        define: UpdateArgs::augment_args,
    },
    Defined { name: "check", about: "What is wrong with a glossary, every problem at once", define: CheckArgs::augment_args },
    Defined { name: "completions", about: "A completion script for a shell", define: CompletionsArgs::augment_args },
];

impl Defined {
    /// The command with its arguments. What it is about is said last, because clap would take it from the comment on their type.
    fn command(&self) -> Command {
        (self.define)(Command::new(self.name)).about(self.about)
    }

    /// The command as the reader of all arguments after its name.
    fn alone(&self) -> Command {
        self.command().bin_name(format!("hayami {}", self.name))
    }

    /// Understands what stands after the name of the command.
    fn request(&self, given: &mut ArgMatches) -> Result<Request, clap::Error> {
        Ok(match self.name {
            "lookup" => Request::Lookup(LookupArgs::from_arg_matches_mut(given)?),
            "search" => Request::Search(SearchArgs::from_arg_matches_mut(given)?),
            "scan" => Request::Scan(ScanArgs::from_arg_matches_mut(given)?),
            "random" => Request::Random(RandomArgs::from_arg_matches_mut(given)?),
            "related" => Request::Related(RelatedArgs::from_arg_matches_mut(given)?),
            "list" => Request::List(ListArgs::from_arg_matches_mut(given)?),
            "news" => Request::News(NewsArgs::from_arg_matches_mut(given)?),
            #[cfg(feature = "update")]
            "update" => Request::Update(UpdateArgs::from_arg_matches_mut(given)?),
            "check" => Request::Check(CheckArgs::from_arg_matches_mut(given)?),
            _ => Request::Completions(CompletionsArgs::from_arg_matches_mut(given)?),
        })
    }
}

fn defined(name: &OsStr) -> Option<&'static Defined> {
    COMMANDS.iter().find(|defined| name == defined.name)
}

/// What to type instead of a word that may be meant for a command, after `hayami `.
pub fn command_like(word: &str) -> Option<&'static str> {
    match word {
        "help" => Some("--help"),
        "version" => Some("--version"),
        // One slip is as much as fits the short names.
        _ => COMMANDS.iter().map(|defined| defined.name).find(|name| strsim::osa_distance(name, word) == 1),
    }
}

/// The whole command with every argument defined. `hayami` itself takes what `lookup` takes, so that `hayami TERM` is short for
/// `hayami lookup TERM`.
pub fn command() -> Command {
    let base = LookupArgs::augment_args(Command::new("hayami")).mut_arg("terms", |terms| terms.required(false));
    base.version(env!("CARGO_PKG_VERSION"))
        .about("A quick look at AI words, in English and Japanese, and at what their makers officially announced")
        .override_usage("hayami [OPTIONS] <TERM>...\n       hayami [OPTIONS] <COMMAND>")
        .disable_help_subcommand(true)
        .subcommands(COMMANDS.iter().map(Defined::command))
}

/// The command that reads the arguments: one of hayami's where it comes first, or else hayami itself.
pub fn reader_of(args: &[OsString]) -> Command {
    args.get(1).and_then(|first| defined(first)).map_or_else(command, Defined::alone)
}

/// The command that the arguments are about, to name its usage.
pub fn subject_of(args: &[OsString]) -> Command {
    args.iter().skip(1).find_map(|arg| defined(arg)).map_or_else(command, Defined::alone)
}

/// The value of `--lang` among arguments that were not understood as a whole.
pub fn lang_of(args: &[OsString]) -> Option<LangArg> {
    values("--lang", args).first().and_then(|value| LangArg::from_str(value, false).ok())
}

/// The values of `--glossary` among such arguments.
pub fn glossaries_of(args: &[OsString]) -> Vec<PathBuf> {
    values("--glossary", args).into_iter().map(PathBuf::from).collect()
}

/// The values of an option, as `--option value` or `--option=value`.
fn values(option: &str, args: &[OsString]) -> Vec<String> {
    let mut args = args.iter().map(|arg| arg.to_string_lossy());
    let mut values = Vec::new();
    while let Some(arg) = args.next() {
        match arg.strip_prefix(option) {
            Some("") => values.extend(args.next().map(Into::into)),
            Some(rest) => values.extend(rest.strip_prefix('=').map(str::to_owned)),
            None => {}
        }
    }
    values
}

/// Understands the arguments, the program's name first.
///
/// # Errors
/// What clap says of arguments that have no meaning; also its help and version texts.
pub fn parse(mut args: Vec<OsString>) -> Result<Cli, clap::Error> {
    // Mostly the command comes first. Then it alone is defined, and not all the others, at every start.
    if let Some(defined) = args.get(1).and_then(|first| defined(first)) {
        args.remove(1);
        let mut command = defined.alone();
        let mut matches = command.try_get_matches_from_mut(args)?;
        let request = defined.request(&mut matches)?;
        let cli = Cli { global: request.global().clone(), request: Some(request) }.checked(&command)?;
        leave((command, matches));
        return Ok(cli);
    }

    let mut command = command();
    let mut matches = command.try_get_matches_from_mut(args)?;
    let named = matches.remove_subcommand();
    let before = LookupArgs::from_arg_matches_mut(&mut matches)?;
    let named = named.and_then(|(name, given)| Some((defined(name.as_ref())?, given)));
    let request = match named {
        None if before.terms.is_empty() => None,
        None => Some(Request::Lookup(LookupArgs { is_short: true, global: Global::default(), ..before.clone() })),
        Some((defined, mut given)) => {
            let mut request = defined.request(&mut given)?;
            match (request.extent(), before.extent.option()) {
                (Some(extent), _) => {
                    *extent = extent.and(before.extent);
                    if extent.full && extent.brief {
                        return Err(conflict("--full", "--brief", &command));
                    }
                }
                (None, Some(option)) => return Err(unknown(option, &command)),
                (None, None) => {}
            }
            Some(request)
        }
    };
    let after = request.as_ref().map(|request| request.global().clone()).unwrap_or_default();
    let cli = Cli { global: before.global.and(after), request }.checked(&command)?;
    leave((command, matches));
    Ok(cli)
}

impl Cli {
    /// Itself, unless it asks for two forms at once. clap cannot know that of an option which may stand before the command too.
    fn checked(self, command: &Command) -> Result<Self, clap::Error> {
        match self.request.as_ref().and_then(Request::form).filter(|_| self.global.json) {
            Some(form) => Err(conflict(form, "--json", command)),
            None => Ok(self),
        }
    }
}

/// A process that answers once has no use for tidying up what clap built: the system takes the memory back at the end, all at once.
fn leave(built: (Command, ArgMatches)) {
    std::mem::forget(built);
}

fn conflict(option: &str, other: &str, command: &Command) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::ArgumentConflict).with_cmd(command);
    error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
    error.insert(ContextKind::PriorArg, ContextValue::String(other.to_owned()));
    error
}

fn unknown(option: &str, command: &Command) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::UnknownArgument).with_cmd(command);
    error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
    error
}
