//! A directory becomes files; nothing is understood yet.
//!
//! The places are fixed (`categories.json`, `sources.json`, `publishers.json`, `terms/<id>.json`, `terms/<category>/<id>.json`,
//! `news/<year>-<month>.json`), so there is no walk that a link could lead in a circle. Files that begin with a dot are left alone.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::glossary::problem::{Fault, Problem};

/// The most bytes that a file may have. The bibliography of a glossary with 100,000 entries fits well within; what is larger was not written by
/// hand, and must not be read into memory only to find that out.
pub const LARGEST: u64 = 16 << 20;

/// What a file holds, and its place.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path relative to the glossary's directory, with `/`.
    pub path: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// The files of a glossary, and what kept some of them from being read.
#[derive(Debug, Default)]
pub struct Files {
    /// What could be read, in the order of their paths.
    pub sources: Vec<SourceFile>,
    /// The files that could not be read or have no business there.
    pub problems: Vec<Problem>,
}

/// Reads the glossary in `directory`.
///
/// # Errors
/// When `directory` itself cannot be opened as a directory. What is wrong further down is told in [`Files::problems`].
pub fn read(directory: &Path) -> io::Result<Files> {
    let mut files = Files::default();
    let found = names(directory)?;
    for name in ["categories.json", "publishers.json", "sources.json"] {
        if found.iter().any(|entry| entry == name) {
            files.take(directory, name.to_owned());
        }
    }
    for folder in ["news", "terms"] {
        if found.iter().any(|entry| entry == folder) {
            files.take_folder(directory, folder, folder == "terms");
        }
    }
    if files.sources.is_empty() && files.problems.is_empty() {
        files.report(String::new(), Fault::NoGlossary);
    }
    Ok(files)
}

impl Files {
    fn take_folder(&mut self, directory: &Path, folder: &str, with_shelves: bool) {
        let entries = match names(&directory.join(folder)) {
            Ok(entries) => entries,
            Err(error) => return self.report(folder.to_owned(), Fault::Unreadable { cause: cause(&error) }),
        };
        for name in entries {
            let path = format!("{folder}/{name}");
            // A name that is not UTF-8 belongs to no entry, and does not lead to its file in the form in which it can be told.
            if name.contains('\u{fffd}') {
                self.report(path, Fault::StrayFile);
            } else if Path::new(&name).extension().is_some_and(|extension| extension == "json") {
                self.take(directory, path);
            } else if !directory.join(&path).is_dir() {
                self.report(path, Fault::OtherFile);
            } else if with_shelves {
                self.take_folder(directory, &path, false);
            } else {
                self.report(path, Fault::StrayFile);
            }
        }
    }

    fn take(&mut self, directory: &Path, path: String) {
        match bytes(&directory.join(&path), LARGEST) {
            Ok(Ok(bytes)) => self.sources.push(SourceFile { path, bytes }),
            Ok(Err(fault)) => self.report(path, fault),
            Err(error) => self.report(path, Fault::Unreadable { cause: cause(&error) }),
        }
    }

    fn report(&mut self, file: String, fault: Fault) {
        self.problems.push(Problem { file, pointer: String::new(), fault });
    }
}

/// The bytes of a plain file that has at most so many. A pipe might never end, nor even be opened, so it is asked first what is there.
///
/// # Errors
/// When the system cannot read it; within that, when it is no plain file or too large.
pub fn bytes(path: &Path, most: u64) -> io::Result<Result<Vec<u8>, Fault>> {
    let what = fs::metadata(path)?;
    if !what.is_file() && !what.is_dir() {
        return Ok(Err(Fault::NoPlainFile));
    }
    let too_large = |length: u64| length > most;
    if too_large(what.len()) {
        return Ok(Err(Fault::TooLarge { most }));
    }
    // Some files tell no length, and one may grow while it is read.
    let mut bytes = Vec::with_capacity(what.len() as usize + 1);
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(if too_large(bytes.len() as u64) { Err(Fault::TooLarge { most }) } else { Ok(bytes) })
}

/// The names in a directory that do not begin with a dot, sorted.
fn names(directory: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// What the system said, without the number that Rust adds.
fn cause(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
