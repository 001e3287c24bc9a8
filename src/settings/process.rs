//! What the system hands to every process.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments of the process, its name first.
pub fn arguments() -> Vec<OsString> {
    env::args_os().collect()
}

/// Where the program was started, if that place is still there.
pub fn current_directory() -> Option<PathBuf> {
    env::current_dir().ok()
}

/// Whether a shell asks for completions: the variable by which the scripts of `hayami completions` call back.
pub fn is_completing() -> bool {
    env::var_os("COMPLETE").is_some_and(|shell| !shell.is_empty())
}
