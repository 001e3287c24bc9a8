//! What is said of the terms of a text.

use std::io;

use crate::glossary::bilingual::Lang;
use crate::words::failure::reason;
use crate::words::{Word, count_of, pick, visible, word};

/// No name of the glossary is in the texts.
pub const NO_TERMS: Word = word("hayami: no term of the glossary is in this text.\n", "hayami: この文章に用語集の用語はありません。\n");
/// The heads of the columns of a glossary in Markdown.
pub const COLUMNS: [Word; 2] = [word("Term", "用語"), word("Meaning", "意味")];

/// A place: a line, and its file where there are several.
pub fn place(file: Option<&str>, line: u64, lang: Lang) -> String {
    match file {
        Some(file) => format!("{}:{line}", visible(file)),
        None => pick(lang, format!("line {line}"), format!("{line}行目")),
    }
}

/// What standard input is called beside files.
pub const STDIN: Word = word("standard input", "標準入力");

fn name(file: Option<&str>, lang: Lang) -> String {
    file.map_or_else(|| (*STDIN.get(lang)).to_owned(), visible)
}

/// What stands between a name and Japanese: a file's name is foreign to it.
fn space_after(file: Option<&str>) -> &'static str {
    if file.is_some() { " " } else { "" }
}

/// A text cannot be read.
pub fn unreadable(file: Option<&str>, cause: &io::Error, lang: Lang) -> String {
    let (name, reason, space) = (name(file, lang), reason(cause, lang), space_after(file));
    pick(
        lang,
        format!("hayami: cannot read {name}: {reason}. Name text files, or - for standard input.\n"),
        format!("hayami: {name}{space}を読めません：{reason}。テキストファイルか、標準入力を表す - を指定してください。\n"),
    )
}

/// A text has bytes that are not UTF-8.
pub fn not_utf8(file: Option<&str>, offsets: &[u64], count: u64, lang: Lang) -> String {
    let (name, space) = (name(file, lang), space_after(file));
    let offsets: Vec<String> = offsets.iter().map(u64::to_string).collect();
    let more = count - offsets.len() as u64;
    let (more_en, more_ja) =
        if more == 0 { (String::new(), String::new()) } else { (format!(" and at {}", count_of(more, "more place")), format!("ほか{more}か所")) };
    let (offsets_en, offsets_ja) = (offsets.join(", "), offsets.join("、"));
    pick(
        lang,
        format!("hayami: {name} is not UTF-8 at byte {offsets_en}{more_en}; skipped. Convert it with iconv if terms are missing.\n"),
        format!(
            "hayami: {name}{space}はバイト位置{offsets_ja}{more_ja}がUTF-8ではないため、読み飛ばしました。用語が足りない場合はiconvなどで変換してください。\n"
        ),
    )
}
