//! A command as it was asked for.

use crate::cli::Global;
#[cfg(feature = "update")]
use crate::cli::args::UpdateArgs;
use crate::cli::args::{CheckArgs, CompletionsArgs, Extent, ListArgs, LookupArgs, NewsArgs, RandomArgs, RelatedArgs, ScanArgs, SearchArgs};

/// A command with its arguments.
#[derive(Debug)]
#[allow(missing_docs, reason = "named as the commands are")]
pub enum Request {
    Lookup(LookupArgs),
    Search(SearchArgs),
    Scan(ScanArgs),
    Random(RandomArgs),
    Related(RelatedArgs),
    List(ListArgs),
    News(NewsArgs),
    #[cfg(feature = "update")]
    Update(UpdateArgs),
    Check(CheckArgs),
    Completions(CompletionsArgs),
}

impl Request {
    /// How much of an entry is shown, where entries are.
    pub(super) fn extent(&mut self) -> Option<&mut Extent> {
        match self {
            Self::Lookup(args) => Some(&mut args.extent),
            Self::Random(args) => Some(&mut args.extent),
            _ => None,
        }
    }

    /// The option that asks for a form which is neither text nor records.
    pub(super) fn form(&self) -> Option<&'static str> {
        match self {
            Self::Scan(ScanArgs { markdown: true, .. }) => Some("--markdown"),
            Self::Scan(ScanArgs { annotate: true, .. }) => Some("--annotate"),
            Self::Related(RelatedArgs { dot: true, .. }) => Some("--dot"),
            Self::Related(RelatedArgs { mermaid: true, .. }) => Some("--mermaid"),
            _ => None,
        }
    }

    pub(super) fn global(&self) -> &Global {
        match self {
            Self::Lookup(args) => &args.global,
            Self::Search(args) => &args.global,
            Self::Scan(args) => &args.global,
            Self::Random(args) => &args.global,
            Self::Related(args) => &args.global,
            Self::List(args) => &args.global,
            Self::News(args) => &args.global,
            #[cfg(feature = "update")]
            Self::Update(args) => &args.global,
            Self::Check(args) => &args.global,
            Self::Completions(args) => &args.global,
        }
    }
}
