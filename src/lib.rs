//! hayami: what an AI word means, in English and Japanese, and what the makers officially announced; in a terminal, offline.
//!
//! A directory of JSON files is read, checked and packed ([`glossary`]); the build does this to the shipped one, the program to a
//! team's. Packs become layers of a [`catalog`]. A [command](commands) asks the catalog and returns an [`answer`], and prints nothing; a
//! [renderer](render) writes the answer. [`app`] is where they meet, and the only place that knows both.
//!
//! The network is at the rim: the `feed` module alone asks it, for the `update` command alone, and what that fetched is one more layer, read from
//! the [`cache`]. Without the crate feature `update` there is no network at all.
//!
//! What is typed ([`cli`]) and what surrounds the program become one [`settings::Settings`] value, once. Every sentence that people
//! read stands in [`words`], in both languages.

pub mod answer;
pub mod app;
pub mod arena;
pub mod cache;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod complete;
pub mod error;
#[cfg(feature = "update")]
pub mod feed;
pub mod glossary;
pub mod input;
pub mod load;
pub mod pager;
#[cfg(feature = "update")]
pub mod progress;
pub mod render;
pub mod settings;
pub mod words;
