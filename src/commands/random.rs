//! `hayami random`

use crate::answer::{Answer, Reply};
use crate::catalog::Catalog;
use crate::cli::args::RandomArgs;
use crate::commands::list::known;
use crate::commands::lookup::{Articles, detail, entry};
use crate::error::Error;

/// Picks the entry that the seed leads to.
///
/// # Errors
/// When there is no such category.
pub fn run(args: &RandomArgs, catalog: &Catalog, articles: Articles, seed: i64) -> Result<Answer, Error> {
    match catalog.pick(known(args.category.as_deref(), catalog)?.as_deref(), seed) {
        Some(found) => {
            let found = entry(found.row.id(), found, catalog, articles);
            Ok(Answer::Terms { replies: vec![Reply::Found(Box::new(found))], detail: detail(args.extent), follows: false })
        }
        // A category without entries is told as `list` tells it.
        None => Ok(Answer::List(Vec::new())),
    }
}
