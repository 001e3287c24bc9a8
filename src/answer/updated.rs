//! What became of the feeds.

use std::path::PathBuf;

use serde::Serialize;

use crate::answer::Named;

/// The report of `update`.
#[derive(Debug)]
pub struct Updated {
    /// One report for each feed, in the order of the list.
    pub feeds: Vec<FeedReport>,
    /// Where what is new was stored; none where nothing was to be stored.
    pub stored: Option<PathBuf>,
}

impl Updated {
    /// Whether not one feed could be fetched.
    pub fn is_failure(&self) -> bool {
        self.feeds.iter().all(|feed| feed.outcome.is_err())
    }

    /// The announcements that are new.
    pub fn brought(&self) -> usize {
        self.feeds.iter().flat_map(|feed| &feed.outcome).map(|fetched| fetched.new).sum()
    }
}

/// What became of one feed.
#[derive(Debug)]
pub struct FeedReport {
    /// Whose it is.
    pub publisher: Named,
    /// Its address.
    pub url: String,
    /// What it brought, or why nothing.
    pub outcome: Result<Fetched, Failure>,
}

/// What a feed brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fetched {
    /// Whether the server said that nothing changed since the last time.
    pub unchanged: bool,
    /// The announcements that were not known before.
    pub new: usize,
    /// Those that were.
    pub known: usize,
    /// Those that were left out.
    pub dropped: Dropped,
}

/// How many items were left out, by the reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// They lead to no https address on an official host of the publisher.
    pub host: usize,
    /// They have no date, or one that cannot be.
    pub date: usize,
    /// They have no title.
    pub title: usize,
    /// The same address came before, in this feed or another one.
    pub duplicate: usize,
    /// They came after as many as are read.
    pub limit: usize,
}

impl Dropped {
    /// All of them.
    pub fn count(&self) -> usize {
        let Self { host, date, title, duplicate, limit } = self;
        host + date + title + duplicate + limit
    }
}

/// Why a feed brought nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The address of the feed, or one that it was moved to, is not to be asked.
    Refused {
        /// The address.
        url: String,
        /// Why not.
        why: Refusal,
    },
    /// It was moved on and on.
    TooManyMoves,
    /// It took too long.
    TimeOut,
    /// There is no such host.
    NoSuchHost,
    /// There is no connection to the host, or it broke off.
    NoConnection {
        /// What the system said.
        cause: String,
    },
    /// The host could not prove who it is.
    Untrusted {
        /// What the certificate lacks.
        cause: String,
    },
    /// The server has no feed to give.
    Status(u16),
    /// It is larger than feeds are.
    TooLarge,
    /// It ends in the middle, or its compression is broken.
    CutOff {
        /// What is wrong.
        cause: String,
    },
    /// It holds nothing.
    Empty,
    /// It declares a document type, as web pages do and feeds do not.
    DocumentType,
    /// Its elements stand in each other too deep.
    TooDeep,
    /// It is no XML.
    NotXml {
        /// The byte at which that shows, of the text as UTF-8.
        offset: u64,
        /// What is wrong there.
        cause: String,
    },
    /// It ends while elements are open, or before one is.
    Unfinished {
        /// The byte at which it ends.
        offset: u64,
    },
    /// It is XML, but neither RSS 2.0 nor Atom.
    NoFeed {
        /// The element that it consists of.
        root: String,
    },
}

/// Why an address is not to be asked, or led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no address.
    NoAddress,
    /// It is not https.
    NotHttps,
    /// It names a user, a password or a port.
    NotPlain,
    /// It is on a host that is no official one of the publisher.
    Elsewhere {
        /// The host.
        host: String,
    },
}
