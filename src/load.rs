//! The glossaries of a run, stacked: the embedded one, and a team's directory after the other on top.

use std::path::PathBuf;

use crate::catalog::Catalog;
use crate::catalog::layer::Layer;
use crate::error::Error;
use crate::glossary::{Rules, compile, read};

/// The embedded glossary with those of the teams on top, and how many editorial warnings each of these has.
///
/// # Errors
/// When a directory cannot be opened or its glossary has binding problems.
pub fn load(directories: &[PathBuf]) -> Result<(Catalog, Vec<(PathBuf, usize)>), Error> {
    let mut catalog = Catalog::embedded();
    let mut warnings = Vec::new();
    for directory in directories {
        let files = read::read(directory).map_err(|cause| Error::Directory { path: directory.clone(), cause })?;
        let compiled = compile(files, Rules::Team, &catalog).map_err(|problems| Error::Broken { directory: directory.clone(), problems })?;
        if !compiled.warnings.is_empty() {
            warnings.push((directory.clone(), compiled.warnings.len()));
        }
        catalog.push(Layer::team(directory.clone(), compiled.pack));
    }
    Ok((catalog, warnings))
}

/// The stack, or the embedded glossary alone where one of the directories is broken: for what must work all the same, such as to check it.
pub fn load_or_embedded(directories: &[PathBuf]) -> Catalog {
    load(directories).map_or_else(|_| Catalog::embedded(), |(catalog, _)| catalog)
}
