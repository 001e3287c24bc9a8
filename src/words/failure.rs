//! Why a command could not be carried out.

use std::io;
use std::path::Path;

use crate::glossary::bilingual::Lang;
use crate::words::{COMMA, Word, pick, visible, word};

/// `-` stands beside other terms.
pub const INPUT_AMONG_TERMS: Word = word(
    "hayami: - reads the terms from standard input and stands alone. Write the others into the input too, one a line.\n",
    "hayami: - は標準入力から用語を読み、ほかの用語と一緒には使えません。ほかの用語も1行に1つずつ標準入力に書いてください。\n",
);

/// A directory is no glossary that can be opened.
pub fn cannot_open(path: &Path, cause: &io::Error, lang: Lang) -> String {
    let (path, reason) = (visible(&path.display().to_string()), reason(cause, lang));
    pick(
        lang,
        format!("hayami: cannot open the glossary {path}: {reason}. Name a directory that holds terms/.\n"),
        format!("hayami: 用語集 {path} を開けません：{reason}。terms/ を含むディレクトリーを指定してください。\n"),
    )
}

/// An option names something that does not exist.
pub fn no_such(option: &str, value: &str, known: &[String], lang: Lang) -> String {
    let value = visible(value);
    let known = known.join(COMMA.get(lang));
    match known.is_empty() {
        true => pick(
            lang,
            format!("hayami: {option}: there is no “{value}”. `hayami list` shows all entries.\n"),
            format!("hayami: {option} に指定された「{value}」はありません。項目の一覧は `hayami list` で見られます。\n"),
        ),
        false => pick(
            lang,
            format!("hayami: {option}: there is no “{value}”. Try one of: {known}.\n"),
            format!("hayami: {option} に指定された「{value}」はありません。使えるのは：{known}。\n"),
        ),
    }
}

/// An option names a day that is none.
pub fn not_a_day(option: &str, value: &str, lang: Lang) -> String {
    let value = visible(value);
    pick(
        lang,
        format!("hayami: {option} needs a real date; “{value}” is not one. Write 2026, 2026-05 or 2026-05-22.\n"),
        format!("hayami: {option} の「{value}」は日付ではありません。2026、2026-05、2026-05-22 のように書いてください。\n"),
    )
}

/// The variable that overrides the day of today names none.
pub fn not_today(value: &str, lang: Lang) -> String {
    let value = visible(value);
    pick(
        lang,
        format!("hayami: HAYAMI_TODAY needs a real date; “{value}” is not one. Write one like 2026-05-22, or unset it.\n"),
        format!("hayami: HAYAMI_TODAY の「{value}」は日付ではありません。2026-05-22 のように書くか、設定を解除してください。\n"),
    )
}

/// Standard input could not be read.
pub fn cannot_read_input(cause: &io::Error, lang: Lang) -> String {
    let reason = reason(cause, lang);
    pick(
        lang,
        format!("hayami: cannot read the terms from standard input: {reason}. Check where the input comes from.\n"),
        format!("hayami: 標準入力から用語を読めません：{reason}。入力元を確かめてください。\n"),
    )
}

/// A line of standard input is too long to be a term.
pub fn line_too_long(line: u64, most: usize, lang: Lang) -> String {
    pick(
        lang,
        format!("hayami: line {line} of standard input has more than {most} bytes; skipped. Write one term a line.\n"),
        format!("hayami: 標準入力の{line}行目は{most}バイトを超えるため、読み飛ばしました。1行に用語を1つずつ書いてください。\n"),
    )
}

/// The answer could not be written.
pub fn cannot_write(cause: &io::Error, lang: Lang) -> String {
    let reason = reason(cause, lang);
    pick(
        lang,
        format!("hayami: cannot write the answer: {reason}. Check where the output goes.\n"),
        format!("hayami: 結果を書き出せません：{reason}。出力先を確かめてください。\n"),
    )
}

/// What the system said, in words where they are known.
pub(super) fn reason(cause: &io::Error, lang: Lang) -> String {
    let known = match cause.kind() {
        io::ErrorKind::NotFound => Some(word("it does not exist", "存在しません")),
        io::ErrorKind::PermissionDenied => Some(word("you may not read it", "読み取りが許可されていません")),
        io::ErrorKind::NotADirectory => Some(word("it is not a directory", "ディレクトリーではありません")),
        io::ErrorKind::IsADirectory => Some(word("it is a directory", "ディレクトリーです")),
        io::ErrorKind::StorageFull => Some(word("no space left", "空き容量がありません")),
        _ => None,
    };
    // Rust adds the number of the error, which tells people nothing.
    let said = || cause.to_string().split(" (os error").next().unwrap_or_default().to_owned();
    known.map_or_else(said, |word| (*word.get(lang)).to_owned())
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use super::{cannot_open, cannot_write};
    use crate::glossary::bilingual::Lang;

    #[test]
    fn what_the_system_said_is_said_in_words() {
        let open = |kind: io::ErrorKind, lang| cannot_open(Path::new("team"), &kind.into(), lang);
        assert_eq!(
            open(io::ErrorKind::PermissionDenied, Lang::En),
            "hayami: cannot open the glossary team: you may not read it. Name a directory that holds terms/.\n"
        );
        assert_eq!(
            open(io::ErrorKind::PermissionDenied, Lang::Ja),
            "hayami: 用語集 team を開けません：読み取りが許可されていません。terms/ を含むディレクトリーを指定してください。\n"
        );
        assert_eq!(
            cannot_write(&io::ErrorKind::StorageFull.into(), Lang::Ja),
            "hayami: 結果を書き出せません：空き容量がありません。出力先を確かめてください。\n"
        );
    }
}
