//! `hayami update`

use std::path::PathBuf;
use std::time::Duration;

use crate::answer::Answer;
use crate::answer::updated::Updated;
use crate::cache::store::Store;
use crate::cache::{self, Cache, Unusable};
use crate::catalog::Catalog;
use crate::cli::args::UpdateArgs;
use crate::error::Error;
use crate::feed::{self, Conditions};
use crate::glossary::problem::Problem;

/// What the environment says about it.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The directory of the cache.
    pub cache: Option<PathBuf>,
    /// How long a feed may take.
    pub limit: Duration,
    /// The day of today, in days after 1970-01-01.
    pub today: i64,
}

/// What happens meanwhile, for whoever watches.
#[derive(Debug)]
pub enum Event<'a> {
    /// Another update is at work, and this one waits for it.
    Waits,
    /// The cache was damaged; where it lies now, if it was set aside.
    Damaged {
        /// The file.
        path: PathBuf,
        /// The place that it has now.
        aside: Option<PathBuf>,
        /// What is wrong with it.
        problem: Box<Problem>,
    },
    /// The feeds that will be fetched.
    Fetches(Vec<&'a str>),
    /// One of them begins or ends.
    Feed(feed::Event),
}

/// Fetches the feeds and stores what is new in them.
///
/// # Errors
/// When the list of feeds or the cache cannot be used. A feed that fails is part of the answer.
pub fn run(args: &UpdateArgs, catalog: &Catalog, around: &Surroundings, watch: &(dyn Fn(Event<'_>) + Sync)) -> Result<Answer, Error> {
    let directory = around.cache.as_deref().ok_or(Error::NoCache)?;
    let publishers = match &args.feeds {
        Some(path) => feed::list::read(path)?,
        None => catalog.publisher_records(),
    };
    // Kept to the end: whoever comes later works on what this one wrote.
    let store = if args.dry_run { None } else { Some(Store::open(directory, || watch(Event::Waits))?) };
    let mut cache = match cache::read(directory) {
        Ok(cache) => cache,
        Err(Unusable::Damaged(problem)) => {
            let aside = store.as_ref().map(Store::set_aside).transpose()?;
            watch(Event::Damaged { path: cache::file(directory), aside, problem });
            Cache::default()
        }
        Err(Unusable::Unread(cause)) => return Err(Error::Cache { path: cache::file(directory), cause }),
    };
    watch(Event::Fetches(feed::feeds(&publishers).map(|(_, feed)| feed.url.as_str()).collect()));
    let before = cache.clone();
    let conditions = Conditions { limit: around.limit, today: around.today, own_list: args.feeds.is_some() };
    let feeds = feed::refresh(&publishers, &mut cache, catalog, conditions, &|event| watch(Event::Feed(event)));
    let mut updated = Updated { feeds, stored: None };
    if let Some(store) = store
        && !updated.is_failure()
    {
        if cache != before {
            store.replace(&cache)?;
        }
        updated.stored = Some(cache::file(directory));
    }
    Ok(Answer::Updated(updated))
}
