//! `hayami check [DIR]`

use crate::answer::Answer;
use crate::answer::check::Checked;
use crate::catalog::Catalog;
use crate::cli::args::CheckArgs;
use crate::error::Error;
use crate::glossary::check::{Beneath, Nothing};
use crate::glossary::{Rules, compile, read};

/// Compiles a directory as the build or the program would, and reports on it.
///
/// # Errors
/// When the directory cannot be opened.
pub fn run(args: &CheckArgs, catalog: &Catalog) -> Result<Answer, Error> {
    let directory = args.directory.clone();
    let files = match read::read(&directory) {
        Ok(files) => files,
        Err(cause) => return Err(Error::Directory { path: directory, cause }),
    };
    let entries = files.sources.iter().filter(|file| file.path.starts_with("terms/")).count();
    let (rules, beneath): (Rules, &dyn Beneath) = if args.team { (Rules::Team, catalog) } else { (Rules::Shipped, &Nothing) };
    let (problems, broken) = match compile(files, rules, beneath) {
        Ok(compiled) => (compiled.warnings, false),
        Err(problems) => (problems, true),
    };
    Ok(Answer::Checked(Checked { directory, problems, team: args.team, broken, entries }))
}
