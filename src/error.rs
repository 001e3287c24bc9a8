//! Why a command could not be carried out. Errors are data; `words` says them in either language.

use std::io;
use std::path::PathBuf;

use crate::cache::store::Unwritable;
use crate::glossary::bilingual::Lang;
use crate::glossary::problem::Problem;
use crate::input::LONGEST_LINE;
use crate::words;

/// What went wrong. Every error ends with exit status 2.
#[derive(Debug)]
pub enum Error {
    /// A directory cannot be opened as a glossary.
    Directory {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// A team's glossary has binding problems.
    Broken {
        /// The directory.
        directory: PathBuf,
        /// All of them, and the warnings.
        problems: Vec<Problem>,
    },
    /// A category, publisher or term that an option names does not exist.
    NoSuch {
        /// The option, as typed.
        option: &'static str,
        /// What it named.
        value: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A day that an option names is none.
    NotADay {
        /// The option, as typed.
        option: &'static str,
        /// What it named.
        value: String,
    },
    /// A query has no letter or digit.
    NothingToSearch(String),
    /// The day that the environment gives instead of today is none.
    NotToday(String),
    /// There is no place for a cache.
    NoCache,
    /// The cache cannot be used.
    Cache {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// A list of feeds cannot be read.
    FeedList {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// A list of feeds is none.
    BrokenFeedList {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problems: Vec<Problem>,
    },
    /// A list of feeds names none.
    NoFeeds(PathBuf),
    /// `-` stands beside other terms.
    InputAmongTerms,
    /// Standard input could not be read.
    Input(io::Error),
    /// The answer could not be written.
    Write(io::Error),
}

impl From<Unwritable> for Error {
    fn from(Unwritable { path, cause }: Unwritable) -> Self {
        Self::Cache { path, cause }
    }
}

impl Error {
    /// What went wrong, why and what to do, in lines that end with a line end.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Directory { path, cause } => words::failure::cannot_open(path, cause, lang),
            Self::Broken { directory, problems } => words::broken(directory, problems, lang),
            Self::NoSuch { option, value, known } => words::failure::no_such(option, value, known, lang),
            Self::NotADay { option, value } => words::failure::not_a_day(option, value, lang),
            Self::NothingToSearch(query) => words::search::nothing_to_search(query, lang),
            Self::NotToday(value) => words::failure::not_today(value, lang),
            Self::NoCache => words::update::no_cache(lang),
            Self::Cache { path, cause } => words::update::cannot_keep(path, cause, lang),
            Self::FeedList { path, cause } => words::update::cannot_read_feeds(path, cause, lang),
            Self::BrokenFeedList { path, problems } => words::update::broken_feeds(path, problems, lang),
            Self::NoFeeds(path) => words::update::no_feeds(path, lang),
            Self::InputAmongTerms => (*words::failure::INPUT_AMONG_TERMS.get(lang)).to_owned(),
            Self::Input(cause) => words::failure::cannot_read_input(cause, lang),
            Self::Write(cause) => words::failure::cannot_write(cause, lang),
        }
    }
}

/// What goes wrong without ending a command.
#[derive(Debug)]
pub enum Notice {
    /// A text cannot be read; the others are.
    Unreadable {
        /// The file; none for standard input.
        file: Option<String>,
        /// What the system said.
        cause: io::Error,
    },
    /// A line of standard input is too long to be a term, and was left out.
    LineTooLong {
        /// Its number, from 1.
        line: u64,
    },
    /// A text has bytes that are not UTF-8, which were left out.
    NotUtf8 {
        /// The file; none for standard input.
        file: Option<String>,
        /// Where the first of them stand, in bytes.
        offsets: Vec<u64>,
        /// How many such places there are.
        count: u64,
    },
}

impl Notice {
    /// What went wrong, in lines that end with a line end.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { file, cause } => words::scan::unreadable(file.as_deref(), cause, lang),
            Self::LineTooLong { line } => words::failure::line_too_long(*line, LONGEST_LINE, lang),
            Self::NotUtf8 { file, offsets, count } => words::scan::not_utf8(file.as_deref(), offsets, *count, lang),
        }
    }
}
