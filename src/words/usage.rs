//! What is wrong with the arguments, in Japanese; the English is clap's own.

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The error in words, with the usage of the command.
pub fn japanese(error: &Error, command: &mut Command) -> String {
    let text = |kind| error.get(kind).map(words).unwrap_or_default();
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} には値が必要です"),
        ErrorKind::InvalidValue => format!("{arg} の値「{value}」は使えません"),
        ErrorKind::ValueValidation => format!("{arg} の値「{value}」は使えません"),
        ErrorKind::UnknownArgument => format!("「{arg}」という引数はありません"),
        ErrorKind::InvalidSubcommand => format!("「{}」というコマンドはありません", text(ContextKind::InvalidSubcommand)),
        ErrorKind::NoEquals => format!("{arg} は「{arg}=値」の形で書いてください"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => format!("{arg} の値の数が合いません"),
        ErrorKind::ArgumentConflict if text(ContextKind::PriorArg) == arg => format!("{arg} は1回しか指定できません"),
        ErrorKind::ArgumentConflict => format!("{arg} と {} は同時に指定できません", text(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => format!("引数が足りません: {arg}"),
        ErrorKind::MissingSubcommand => "コマンドがありません".to_owned(),
        ErrorKind::InvalidUtf8 => "UTF-8ではない引数があります".to_owned(),
        _ => "引数を解釈できません".to_owned(),
    };
    let valid = text(ContextKind::ValidValue);
    let hint = if valid.is_empty() { String::new() } else { format!("使える値: {valid}\n") };
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    format!("hayami: {}。\n{hint}\n使い方: {usage}\n\n詳しくは --help を見てください。\n", super::visible(&what))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    }
}
