//! What the manual pages say besides the help; a test compares the variables with those that the settings read.

use super::{Word, word};

/// Headings of sections.
pub const NAME: Word = word("NAME", "名前");
/// How to type it.
pub const SYNOPSIS: Word = word("SYNOPSIS", "書式");
/// What it does.
pub const DESCRIPTION: Word = word("DESCRIPTION", "説明");
/// What stands after the name of the command.
pub const ARGUMENTS: Word = word("ARGUMENTS", "引数");
/// What only this command has.
pub const OPTIONS: Word = word("OPTIONS", "オプション");
/// What every command has.
pub const COMMON_OPTIONS: Word = word("OPTIONS OF EVERY COMMAND", "共通のオプション");
/// The commands.
pub const COMMANDS: Word = word("COMMANDS", "コマンド");
/// [`exit_statuses`].
pub const EXIT_STATUS: Word = word("EXIT STATUS", "終了ステータス");
/// [`VARIABLES`].
pub const ENVIRONMENT: Word = word("ENVIRONMENT", "環境変数");
/// [`PATHS`].
pub const FILES: Word = word("FILES", "ファイル");
/// The other pages.
pub const SEE_ALSO: Word = word("SEE ALSO", "関連項目");

/// What pages like these are called, at the top of each.
pub const TITLE: Word = word("hayami Manual", "hayamiマニュアル");
/// Stands for options in a synopsis, as clap writes it in English.
pub const ANY_OPTIONS: Word = word("[OPTIONS]", "[オプション]");
/// Stands for a command in a synopsis, as clap writes it in English.
pub const ANY_COMMAND: Word = word("<COMMAND>", "<コマンド>");
/// Before the values that an option takes.
pub const VALUES: Word = word("Values: ", "値：");

/// What hayami is, after the sentence that the help has too.
pub const ABOUT: Word = word(
    "The glossary is inside the program: nothing is downloaded to look a word up. A word can be typed as it was heard: a name, an abbreviation, a reading in \
     kana or romaji, a synonym, in either language; case, spaces, hyphens, full or half width, the kind of kana and English plurals do not matter.",
    "用語集はプログラムに収められており、用語を引くのにネット接続は要らない。名前、略語、かなやローマ字の読み、別名のどれでも、日本語でも英語でも引ける。\
     大文字と小文字、空白、ハイフン、全角と半角、ひらがなとカタカナ、英語の複数形は区別しない。",
);

/// What the exit statuses 0 and 1 of a command mean, by its name; none where it never ends with 1.
const OUTCOMES: [(&str, Word, Option<Word>); 11] = [
    (
        "hayami",
        word(
            "Everything was found; check found no problem; update fetched at least one feed.",
            "すべて見つかった。checkで問題がなかった。updateで1つ以上のフィードを取得できた。",
        ),
        Some(word(
            "Something was not found, or no term in a text; check found problems.",
            "見つからないものがあった。scanで文章に用語が1つもなかった。checkで問題があった。",
        )),
    ),
    ("lookup", word("Every term has an entry.", "すべての用語の項目があった。"), Some(word("Some term has none.", "項目のない用語があった。"))),
    (
        "search",
        word("Some entry has every word.", "すべての語を含む項目があった。"),
        Some(word("No entry has every word.", "すべての語を含む項目がなかった。")),
    ),
    (
        "scan",
        word("The texts use terms of the glossary.", "文章に用語が使われていた。"),
        Some(word("They use none.", "文章に用語が使われていなかった。")),
    ),
    (
        "related",
        word("The term has neighbours.", "関連項目があった。"),
        Some(word("It has none, or no entry.", "関連項目がないか、用語の項目がなかった。")),
    ),
    ("news", word("There are such announcements.", "該当する発表があった。"), Some(word("There are none.", "該当する発表がなかった。"))),
    ("list", word("There are entries.", "項目があった。"), Some(word("The category has none.", "分類に項目がなかった。"))),
    ("random", word("An entry was shown.", "項目を表示した。"), Some(word("The category has none.", "分類に項目がなかった。"))),
    ("update", word("At least one feed was fetched.", "少なくとも1つのフィードを取得した。"), None),
    (
        "check",
        word("The glossary can be used.", "使える用語集だった。"),
        Some(word("It cannot: it has problems.", "問題があり、使えない用語集だった。")),
    ),
    ("completions", word("The script was written.", "スクリプトを出力した。"), None),
];

/// What exit status 2 means.
const FAILED: Word = word(
    "The command could not be carried out: wrong usage, a glossary that cannot be read, an answer that cannot be written.",
    "実行できなかった（使い方の誤り、読めない用語集、書き出せない出力先）。",
);
const SCAN_FAILED: Word = word(
    "Some text could not be read, whatever the others use; or wrong usage, a glossary that cannot be read, an answer that cannot be written.",
    "読めない文章があった（ほかの文章に用語があっても）。または使い方の誤り、読めない用語集、書き出せない出力先。",
);
const LOOKUP_FAILED: Word = word(
    "The command could not be carried out: wrong usage, a glossary that cannot be read, a line of input that is too long, an answer that cannot \
     be written.",
    "実行できなかった（使い方の誤り、読めない用語集、長すぎる入力行、書き出せない出力先）。",
);
const UPDATE_FAILED: Word = word(
    "No feed could be fetched, or they could not be stored; wrong usage.",
    "フィードを1つも取得できなかったか、保存できなかった。または使い方の誤り。",
);

/// What each exit status of a command means.
pub fn exit_statuses(command: &str) -> impl Iterator<Item = (&'static str, Word)> {
    let named = |name: &str| OUTCOMES.into_iter().find(|(command, ..)| *command == name);
    let outcome = named(command).or_else(|| named("hayami"));
    let failed = match command {
        "lookup" => LOOKUP_FAILED,
        "scan" => SCAN_FAILED,
        "update" => UPDATE_FAILED,
        _ => FAILED,
    };
    let (found, nothing) = outcome.map_or((None, None), |(_, found, nothing)| (Some(found), nothing));
    [("0", found), ("1", nothing), ("2", Some(failed))].into_iter().filter_map(|(status, text)| Some((status, text?)))
}

/// What the environment says; an option outweighs it.
pub const VARIABLES: [(&[&str], Word); 13] = [
    (
        &["HAYAMI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"],
        word(
            "Language of the text for people: that of the first of them that is set. Everything but Japanese means English.",
            "表示の言語。先に挙げたものほど優先する。日本語以外は英語とみなす。",
        ),
    ),
    (
        &["LANGUAGE"],
        word(
            "A list of languages, separated by colons, for where none of those is set: the first that is English or Japanese.",
            "上のどれもないときの表示の言語。コロンで区切った一覧のうち、最初の英語または日本語。",
        ),
    ),
    (
        &["HAYAMI_GLOSSARY"],
        word(
            "Directories of teams' glossaries, separated as in PATH; later ones lie on top, those of --glossary on top of them all.",
            "チームの用語集のディレクトリー。PATHと同じ書き方で、後のものほど上に重なる。--glossaryのものはさらに上になる。",
        ),
    ),
    (&["HAYAMI_WIDTH"], word("Columns to lay text out in on a terminal.", "ターミナルに表示する幅（桁数）。")),
    (
        &["HAYAMI_AMBIGUOUS_WIDTH"],
        word(
            "Columns of symbols such as … and ①: 1 or 2, as the terminal's font has them.",
            "…や①などの文字の桁数。ターミナルのフォントに合わせて1または2。",
        ),
    ),
    (
        &["HAYAMI_PAGER", "PAGER"],
        word(
            "The command that shows answers longer than the screen; less -FRX where none is set. An empty one turns that off.",
            "画面より長い結果を表示するコマンド。どちらもなければless -FRX。空なら使わない。",
        ),
    ),
    (
        &["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"],
        word(
            "Colour: not at all where NO_COLOR is set or CLICOLOR is 0; also into files and pipes where CLICOLOR_FORCE is set and not 0. NO_COLOR comes first.",
            "色。NO_COLORがあるか、CLICOLORが0なら使わない。CLICOLOR_FORCEが0以外なら、ファイルやパイプにも使う。NO_COLORが最も優先する。",
        ),
    ),
    (&["TERM"], word("No colour where it is dumb.", "dumbなら色を使わない。")),
    (
        &["HAYAMI_TODAY"],
        word(
            "The day, YYYY-MM-DD, that stands in for the clock in random --daily, news and update.",
            "random --daily、news、updateで、時計の代わりに使う日付（YYYY-MM-DD）。",
        ),
    ),
    (&["HAYAMI_CACHE"], word("The directory of what update has fetched.", "updateが取得した発表を置くディレクトリー。")),
    (
        &["XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"],
        word(
            "Where that directory lies if HAYAMI_CACHE is not set, as each system has it.",
            "HAYAMI_CACHEがないときに、そのディレクトリーを置く場所。システムによって異なる。",
        ),
    ),
    (
        &["HAYAMI_UPDATE_TIMEOUT"],
        word("The seconds that update gives a feed; 30 if it is not set.", "updateが1つのフィードにかける秒数。設定がなければ30。"),
    ),
    (
        &["COMPLETE"],
        word("Set by the completion scripts alone, to ask for completions.", "補完スクリプトが補完の候補を求めるときに使う。ほかでは設定しない。"),
    ),
];

/// The files of a glossary, below the directory that is named.
pub const PATHS: [(&str, Word); 3] = [
    ("DIR/terms/**/ID.json", word("An entry of a team's glossary.", "チームの用語集の項目。")),
    ("DIR/news/YYYY-MM.json", word("Its announcements.", "チームの用語集の発表。")),
    ("~/.cache/hayami/announcements.json", word("What update has fetched.", "updateが取得した発表。")),
];
