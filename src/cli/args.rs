//! The arguments of each command.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::Global;
use crate::cli::between::between;

/// More results than there will ever be.
const MOST: usize = 1_000_000_000;

/// `hayami lookup`, and `hayami` alone
#[derive(Args, Clone, Debug)]
#[group(skip)]
pub struct LookupArgs {
    /// A name, abbreviation, reading or id, in either language; several words are tried together first; - reads terms from standard input, one a line
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<String>,
    /// How much of an entry is shown
    #[command(flatten)]
    pub extent: Extent,
    /// Whether `lookup` was left out: then the first word may be a command with a slip in it.
    #[arg(skip)]
    pub is_short: bool,
    #[command(flatten)]
    pub(super) global: Global,
}

/// How much of an entry is shown.
#[derive(Args, Clone, Copy, Debug)]
#[group(skip)]
pub struct Extent {
    /// The whole article too
    #[arg(long, conflicts_with = "brief")]
    pub full: bool,
    /// One line: headword and definition
    #[arg(long)]
    pub brief: bool,
}

impl Extent {
    /// With what was typed before the command.
    pub(super) fn and(self, before: Self) -> Self {
        Self { full: self.full || before.full, brief: self.brief || before.brief }
    }

    /// The option that was typed, if there is one.
    pub(super) fn option(self) -> Option<&'static str> {
        if self.full { Some("--full") } else { self.brief.then_some("--brief") }
    }
}

/// `hayami random`
#[derive(Args, Debug)]
#[group(skip)]
pub struct RandomArgs {
    /// Only entries of this category
    #[arg(long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// The entry of the day: the same one until midnight UTC
    #[arg(long)]
    pub daily: bool,
    /// How much of an entry is shown
    #[command(flatten)]
    pub extent: Extent,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami related`
#[derive(Args, Debug)]
#[group(skip)]
pub struct RelatedArgs {
    /// A name, abbreviation, reading or id, in either language; several words are one term
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<String>,
    /// How many steps away, 1 to 5
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = between::<u8>(1, 5))]
    pub depth: u8,
    /// A digraph for Graphviz instead of the tree
    #[arg(long, conflicts_with = "mermaid")]
    pub dot: bool,
    /// A graph for Mermaid instead of the tree
    #[arg(long)]
    pub mermaid: bool,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami search`
#[derive(Args, Debug)]
#[group(skip)]
pub struct SearchArgs {
    /// Words, or beginnings of words, that an entry must have, all of them, in either language; what stands in quotes is a phrase
    #[arg(required = true, value_name = "QUERY")]
    pub words: Vec<String>,
    /// Show at most N
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = between::<usize>(1, MOST))]
    pub limit: usize,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami scan`
#[derive(Args, Debug)]
#[group(skip)]
pub struct ScanArgs {
    /// Texts in UTF-8; - or none is standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The definitions too
    #[arg(long, conflicts_with_all = ["markdown", "annotate"])]
    pub full: bool,
    /// A glossary in Markdown, to be put at the end of a document
    #[arg(long, conflicts_with = "annotate")]
    pub markdown: bool,
    /// The text itself, with its terms marked by colour or links (into a pipe only with --color always or --hyperlinks always)
    #[arg(long)]
    pub annotate: bool,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami list`
#[derive(Args, Debug)]
#[group(skip)]
pub struct ListArgs {
    /// Only entries of this category
    #[arg(long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// Only ids, one a line, on a terminal too
    #[arg(long)]
    pub ids: bool,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami news`
#[derive(Args, Debug)]
#[group(skip)]
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
    /// Show at most N
    #[arg(long, value_name = "N", value_parser = between::<usize>(1, MOST))]
    pub limit: Option<usize>,
    /// The summaries too
    #[arg(long)]
    pub full: bool,
    /// Count them instead, per publisher: month
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["full", "limit"], hide_possible_values = true)]
    pub by: Option<Period>,
    #[command(flatten)]
    pub(super) global: Global,
}

/// What announcements are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Period {
    /// Calendar months
    Month,
}

/// `hayami update`
#[cfg(feature = "update")]
#[derive(Args, Debug)]
#[group(skip)]
pub struct UpdateArgs {
    /// The feeds of this file instead; it has the form of glossary/publishers.json
    #[arg(long, value_name = "FILE")]
    pub feeds: Option<PathBuf>,
    /// Fetch and report, but store nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami check`
#[derive(Args, Debug)]
#[group(skip)]
pub struct CheckArgs {
    /// The directory of a glossary
    #[arg(value_name = "DIR", default_value = "glossary")]
    pub directory: PathBuf,
    /// Hold it to the rules for a team's glossary: the editorial rules only warn
    #[arg(long)]
    pub team: bool,
    #[command(flatten)]
    pub(super) global: Global,
}

/// `hayami completions`
#[derive(Args, Debug)]
#[group(skip)]
pub struct CompletionsArgs {
    /// The shell to complete in
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
    #[command(flatten)]
    pub(super) global: Global,
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
