//! What nobody means to give, and exactly what is answered. It names the thing, says why and what to do; the status is 2 where something could
//! not be done and 1 where nothing was found; and nothing that a terminal would obey is repeated.
//!
//! Reasons are those that Linux gives, and /dev/full is there.

#![cfg(target_os = "linux")]

mod arguments;
#[cfg(feature = "update")]
mod feeds;
mod glossaries;
mod options;
mod streams;
mod table;
mod texts;
