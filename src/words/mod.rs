//! Every sentence that people read, in both languages. A sentence with parts is a function; a missing language does not compile.

pub mod failure;
pub mod help;
pub mod manual;
pub mod problem;
pub mod scan;
pub mod search;
pub mod update;
pub mod usage;

use std::path::Path;

use crate::glossary::bilingual::{Bilingual, Lang};
use crate::glossary::members::is_unsafe;
use crate::glossary::problem::Problem;
use crate::words::problem::count_of;

/// A word or sentence of the program.
pub type Word = Bilingual<&'static str>;

const fn word(en: &'static str, ja: &'static str) -> Word {
    Bilingual { en, ja }
}

/// Label of the readings.
pub const READING: Word = word("Reading", "読み");
/// Label of the synonyms.
pub const ALIASES: Word = word("Also", "別名");
/// Label of the narrower things.
pub const COVERS: Word = word("Covers", "含む語");
/// Label of the category.
pub const CATEGORY: Word = word("Category", "分類");
/// Label of the neighbours.
pub const RELATED: Word = word("Related", "関連");
/// Label of the bibliography.
pub const SOURCES: Word = word("Sources", "出典");
/// Label of the announcements.
pub const NEWS: Word = word("News", "発表");
/// Label of the glossary that an entry comes from.
pub const ORIGIN: Word = word("From", "出所");
/// Between the items of a list.
pub const COMMA: Word = word(", ", "、");
/// Between a headword and what is said of it.
pub const COLON: Word = word(": ", "：");
/// No announcement is what was asked for.
pub const NO_NEWS: Word =
    word("hayami: no announcement fits; try fewer options.\n", "hayami: 該当する発表はありません。条件を減らしてみてください。\n");
/// Nothing around an entry.
pub const NO_NEIGHBOURS: Word = word("hayami: this entry has no related entries yet.\n", "hayami: この項目にはまだ関連項目がありません。\n");
/// Nothing to list.
pub const NO_ENTRIES: Word = word("hayami: this category has no entries yet.\n", "hayami: この分類にはまだ項目がありません。\n");

/// What `hayami` alone says: what to try.
pub const GUIDE: Word = word(
    "hayami: a quick look at AI words, in English and Japanese\n\n\
     \x20 hayami rlhf               what a term means; also 報酬モデル, きょうかがくしゅう, \"reward model\"\n\
     \x20 hayami lookup rlhf --full the whole article\n\
     \x20 hayami search preference  entries by the words of their text\n\
     \x20 hayami scan README.md     which AI words a text uses\n\
     \x20 hayami news --limit 5     the newest official announcements\n\n\
     Japanese: --lang ja. For programs: --json. Everything else: hayami --help\n",
    "hayami（速見）：AI用語を日本語と英語ですぐに引く\n\n\
     \x20 hayami rlhf               用語の意味（報酬モデル、きょうかがくしゅう、\"reward model\" でも）\n\
     \x20 hayami lookup rlhf --full 解説の全文\n\
     \x20 hayami search 報酬 癖     本文の語から項目を探す\n\
     \x20 hayami scan README.md     文章に使われているAI用語\n\
     \x20 hayami news --limit 5     最新の公式発表\n\n\
     英語で読むには --lang en、プログラムから使うには --json。詳しくは hayami --help\n",
);

/// Standard input is a terminal, on which nothing would be seen to happen.
pub const READS_TERMINAL: Word = word("hayami: reads what you type; Ctrl-D ends it.\n", "hayami: 入力を待っています。Ctrl-Dで終わります。\n");

fn pick(lang: Lang, en: String, ja: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Ja => ja,
    }
}

/// Text from outside with whatever a terminal would obey made visible.
pub fn visible(text: &str) -> String {
    let escape = |c: char| if is_unsafe(c) { format!("\\u{{{:x}}}", u32::from(c)) } else { c.to_string() };
    text.chars().map(escape).collect()
}

/// A line of a text from outside likewise; it may hold tabs.
pub fn visible_text(text: &str) -> String {
    text.split('\t').map(visible).collect::<Vec<_>>().join("\t")
}

/// A headword with what it stands for: `RLHF (Reinforcement Learning from Human Feedback)`.
pub fn headword(name: &str, abbreviation: Option<&str>, lang: Lang) -> String {
    match abbreviation {
        Some(short) if short != name => pick(lang, format!("{short} ({name})"), format!("{short}（{name}）")),
        _ => name.to_owned(),
    }
}

/// A narrower name leads to the entry that explains it.
pub fn covered(query: &str, headword: &str, lang: Lang) -> String {
    let query = visible(query);
    pick(lang, format!("“{query}” is covered under {headword}."), format!("「{query}」は「{headword}」の項目で説明しています。"))
}

/// The same in one line.
pub fn covered_by(query: &str, headword: &str) -> String {
    format!("{} → {headword}", visible(query))
}

/// A team's text exists in the other language only.
pub fn only_in(lang_of_text: Lang, lang: Lang) -> &'static str {
    match (lang_of_text, lang) {
        (Lang::Ja, _) => word("(in Japanese only)", "（日本語のみ）"),
        (Lang::En, _) => word("(in English only)", "（英語のみ）"),
    }
    .get(lang)
}

/// An original that is no longer there.
pub fn gone(since: &str, lang: Lang) -> String {
    pick(lang, format!("(original gone since {since})"), format!("（原文は{since}以降、公開されていません）"))
}

/// No entry for a term, with what may have been meant: a command, or entries as `(id, name)`.
pub fn miss(query: &str, command: Option<&str>, suggestions: &[(&str, &str)], lang: Lang) -> String {
    let query = visible(query);
    let mut text = pick(lang, format!("hayami: no entry for “{query}”."), format!("hayami: 「{query}」の項目はありません。"));
    if command.is_some() || !suggestions.is_empty() {
        text += &pick(lang, " Did you mean:\n".to_owned(), "近い項目：\n".to_owned());
    }
    if let Some(command) = command {
        text += &pick(lang, format!("  hayami {command} (a command)\n"), format!("  hayami {command}（コマンド）\n"));
    }
    text + &candidates(suggestions, lang)
}

/// What follows a miss where nothing like it is known, neither a name nor a word of the texts.
pub const NOTHING_LIKE_IT: Word = word(" `hayami list` shows all entries.\n", "項目の一覧は `hayami list` で見られます。\n");

/// Entries as `(id, name)`, one a line.
fn candidates(entries: &[(&str, &str)], lang: Lang) -> String {
    entries.iter().map(|(id, name)| pick(lang, format!("  {id} ({name})\n"), format!("  {id}（{name}）\n"))).collect()
}

/// How many problems of a glossary are told where it was to be used and not checked: as many as a screen has room for.
const TOLD: usize = 20;

/// A team's glossary cannot be used: its first problems, then what to do. What only warns can wait.
pub fn broken(directory: &Path, problems: &[Problem], lang: Lang) -> String {
    let binding = problems.iter().filter(|problem| !problem.fault.is_editorial());
    let count = binding.clone().count();
    let mut text: String = binding.take(TOLD).map(|found| problem_line(found, directory, true, lang)).collect();
    let path = visible(&directory.display().to_string());
    let more = problems.len() - count.min(TOLD);
    if more > 0 {
        text += &pick(
            lang,
            format!("hayami: {more} more; `hayami check --team {path}` shows all.\n"),
            format!("hayami: ほか{more}件。すべて見るには `hayami check --team {path}`。\n"),
        );
    }
    text += &pick(
        lang,
        format!("hayami: the glossary {path} cannot be used: {}. Mend them, or leave it out.\n", count_of(count, "problem")),
        format!("hayami: 用語集 {path} は使えません（問題{count}件）。直すか、指定から外してください。\n"),
    );
    text
}

/// A team's glossary is used but could be better.
pub fn warnings(directory: &Path, count: usize, lang: Lang) -> String {
    let path = visible(&directory.display().to_string());
    pick(
        lang,
        format!("hayami: {path} has {}; `hayami check --team {path}` shows them.\n", count_of(count, "warning")),
        format!("hayami: {path} に注意点が{count}件あります。`hayami check --team {path}` で確認できます。\n"),
    )
}

/// One problem; in a team's glossary marked when it only warns.
pub fn problem_line(found: &Problem, directory: &Path, team: bool, lang: Lang) -> String {
    let line = problem::problem(found, directory, lang);
    let warns = team && found.fault.is_editorial();
    visible(&if warns { pick(lang, format!("warning: {line}"), format!("注意: {line}")) } else { line }) + "\n"
}

/// The last line of a report on a glossary.
pub fn checked(directory: &Path, entries: usize, problems: usize, warnings: usize, lang: Lang) -> String {
    let path = visible(&directory.display().to_string());
    let entries = pick(lang, if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") }, format!("{entries}項目"));
    let problem_count = pick(lang, count_of(problems, "problem"), format!("問題{problems}件"));
    let warning_count = pick(lang, count_of(warnings, "warning"), format!("注意点{warnings}件"));
    let said = match (problems, warnings) {
        (0, 0) => vec![pick(lang, "no problems".to_owned(), "問題なし".to_owned())],
        (0, _) => vec![pick(lang, "usable".to_owned(), "使用可能".to_owned()), warning_count],
        (_, 0) => vec![problem_count],
        _ => vec![problem_count, warning_count],
    };
    format!("{path}: {entries}{comma}{}\n", said.join(COMMA.get(lang)), comma = COMMA.get(lang))
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_that_a_terminal_obeys_is_repeated() {
        for (attack, shown) in [
            ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
            ("\u{1b}]52;c;aGk=\u{1b}\\", "\\u{1b}]52;c;aGk=\\u{1b}\\"),
            ("\u{1b}[2J\u{1b}[H", "\\u{1b}[2J\\u{1b}[H"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("a\rb\nc\td", "a\\u{d}b\\u{a}c\\u{9}d"),
            ("/*\u{202e} } \u{2066}if\u{2069} */", "/*\\u{202e} } \\u{2066}if\\u{2069} */"),
            ("日本語 – ok", "日本語 – ok"),
        ] {
            assert_eq!(visible(attack), shown);
        }
    }
}
