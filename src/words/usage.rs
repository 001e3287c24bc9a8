//! What is wrong with the arguments, in Japanese; the English is mostly clap's own.

use std::ffi::{OsStr, OsString};

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::glossary::bilingual::Lang;
use crate::words::manual::{ANY_COMMAND, ANY_OPTIONS};
use crate::words::{pick, visible};

/// Makes visible in an error what a terminal would obey: clap repeats what was typed as it is.
pub fn make_visible(error: &mut Error) {
    let shown = error.context().filter_map(|(kind, value)| match value {
        ContextValue::String(text) => Some((kind, visible(text), text)),
        _ => None,
    });
    let shown: Vec<_> = shown.filter(|(_, shown, text)| shown != *text).map(|(kind, shown, _)| (kind, shown)).collect();
    if !shown.is_empty() {
        // A hint would repeat it once more.
        error.remove(ContextKind::Suggested);
    }
    for (kind, text) in shown {
        error.insert(kind, ContextValue::String(text));
    }
}

/// What clap says, in words of hayami's: errors begin like all others, and what stands for options and commands is in the language.
pub fn own(text: &str, is_error: bool, lang: Lang) -> String {
    let text = if is_error { text.replacen("error:", "hayami:", 1) } else { text.trim_end().to_owned() + "\n" };
    let text = [ANY_OPTIONS, ANY_COMMAND].iter().fold(text, |text, word| text.replace(word.en, word.get(lang)));
    // A second way to type it stands below the first, which begins a column further right in Japanese.
    pick(lang, text.clone(), text.replace("\n       hayami", "\n        hayami"))
}

/// Some of the arguments are not UTF-8, and not all of them are names of files.
pub fn not_utf8(args: &[OsString], lang: Lang) -> String {
    let bad = args.iter().skip(1).filter(|arg| arg.to_str().is_none());
    let list = |open: &str, close: &str, comma: &str| bad.map(|arg| format!("{open}{}{close}", bytes(arg))).collect::<Vec<_>>().join(comma);
    match lang {
        Lang::En => format!("not UTF-8: {}; write it in UTF-8, as all but the names of files and directories must be", list("“", "”", ", ")),
        Lang::Ja => format!("UTF-8ではない引数があります：{}。ファイルやディレクトリーの名前のほかはUTF-8で書いてください", list("「", "」", "、")),
    }
}

/// An argument with the bytes in it that are not UTF-8 in hexadecimal.
fn bytes(arg: &OsStr) -> String {
    let chunks = arg.as_encoded_bytes().utf8_chunks();
    chunks.map(|chunk| visible(chunk.valid()) + &chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")).collect::<String>()).collect()
}

/// The error in words, with the usage of the command; `bounds` are those of a number that was not within them.
pub fn japanese(error: &Error, bounds: Option<(u64, u64)>, args: &[OsString], command: &mut Command) -> String {
    let text = |kind| error.get(kind).map(words).unwrap_or_default();
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} には値が必要です"),
        ErrorKind::InvalidValue => format!("{arg} の値「{value}」は使えません"),
        ErrorKind::ValueValidation => match bounds {
            Some((least, most)) => format!("{arg} の値「{value}」は使えません。{least}から{most}までの整数を書いてください"),
            None => format!("{arg} の値「{value}」は使えません"),
        },
        ErrorKind::UnknownArgument => format!("「{arg}」という引数はありません"),
        ErrorKind::InvalidSubcommand => format!("「{}」というコマンドはありません", text(ContextKind::InvalidSubcommand)),
        ErrorKind::NoEquals => format!("{arg} は「{arg}=値」の形で書いてください"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => format!("{arg} の値の数が合いません"),
        ErrorKind::ArgumentConflict if text(ContextKind::PriorArg) == arg => format!("{arg} は1回しか指定できません"),
        ErrorKind::ArgumentConflict => format!("{arg} と {} は同時に指定できません", text(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => format!("引数が足りません：{arg}"),
        ErrorKind::MissingSubcommand => "コマンドがありません".to_owned(),
        ErrorKind::InvalidUtf8 => not_utf8(args, Lang::Ja),
        _ => "引数を解釈できません".to_owned(),
    };
    let valid = text(ContextKind::ValidValue);
    let hint = if valid.is_empty() { String::new() } else { format!("使える値：{valid}\n") };
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    format!("hayami: {}。\n{hint}\n使い方：{usage}\n\n詳しくは --help を見てください。\n", visible(&what))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    }
}
