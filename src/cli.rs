//! What can be typed: types only, no input or output, nothing computed from the world.
//!
//! Commands are defined when they are used ([`clap::Command::defer`]), and the options that every command has are arguments of each rather
//! than clap's global ones, which are copied into every command at every start: together that is half of what parsing would cost.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
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

/// `hayami lookup`, and `hayami` alone
#[derive(Args, Clone, Debug)]
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
        (about("lookup", "What a term means; `hayami TERM` is short for it"), define::<LookupArgs>),
        (about("list", "The entries of the glossary"), define::<ListArgs>),
        (about("news", "Official announcements, newest first"), define::<NewsArgs>),
        (about("check", "What is wrong with a glossary, every problem at once"), define::<CheckArgs>),
        (about("completions", "A completion script for a shell"), define::<CompletionsArgs>),
    ]
}

/// Defines the arguments and keeps what the command is about, which clap would take from the comment on their type.
fn define<T: Args>(command: Command) -> Command {
    let about = command.get_about().cloned().unwrap_or_default();
    T::augment_args(command).about(about)
}

/// `hayami` itself takes what `lookup` takes, so that `hayami TERM` is short for `hayami lookup TERM`.
fn top(subcommands: impl Iterator<Item = Command>) -> Command {
    let base = Command::new("hayami")
        .version(env!("CARGO_PKG_VERSION"))
        .about("A quick look at AI words, in English and Japanese, and at what their makers officially announced")
        .override_usage("hayami [OPTIONS] <TERM>...\n       hayami [OPTIONS] <COMMAND>")
        .disable_help_subcommand(true);
    define::<LookupArgs>(base).mut_arg("terms", |terms| terms.required(false)).subcommands(subcommands)
}

/// The whole command with every argument defined, as completions see it.
pub fn command() -> Command {
    top(commands().into_iter().map(|(command, define)| define(command)))
}

/// Understands the arguments, the program's name first.
///
/// # Errors
/// What clap says of arguments that have no meaning; also its help and version texts.
pub fn parse(args: Vec<OsString>) -> Result<Cli, clap::Error> {
    let mut command = top(commands().into_iter().map(|(command, define)| command.defer(define)));
    let mut matches = command.try_get_matches_from_mut(args)?;
    let named = matches.remove_subcommand();
    let before = LookupArgs::from_arg_matches_mut(&mut matches)?;
    let request = match named {
        None if before.terms.is_empty() => None,
        None => Some(Request::Lookup(LookupArgs { global: Global::default(), ..before.clone() })),
        Some((name, mut given)) => {
            let given = &mut given;
            let request = match name.as_str() {
                "lookup" => Request::Lookup(LookupArgs::from_arg_matches_mut(given)?.and(&before)),
                "list" => Request::List(ListArgs::from_arg_matches_mut(given)?),
                "news" => Request::News(NewsArgs::from_arg_matches_mut(given)?),
                "check" => Request::Check(CheckArgs::from_arg_matches_mut(given)?),
                _ => Request::Completions(CompletionsArgs::from_arg_matches_mut(given)?),
            };
            if !matches!(request, Request::Lookup(_))
                && let Some(option) = before.own_option()
            {
                let mut error = clap::Error::new(ErrorKind::UnknownArgument).with_cmd(&command);
                error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
                return Err(error);
            }
            Some(request)
        }
    };
    let after = request.as_ref().map(|request| request.global().clone()).unwrap_or_default();
    // A process that answers once has no use for tidying up what clap built: the system takes the memory back at the end, all at once.
    std::mem::forget((command, matches));
    Ok(Cli { global: before.global.and(after), request })
}

impl LookupArgs {
    /// With the options that were typed before the command.
    fn and(self, before: &Self) -> Self {
        Self { full: self.full || before.full, brief: self.brief || before.brief, ..self }
    }

    /// An option that only lookups have.
    fn own_option(&self) -> Option<&'static str> {
        if self.full { Some("--full") } else { self.brief.then_some("--brief") }
    }
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
