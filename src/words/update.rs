//! What `update` and the cache have to say.

use std::io;
use std::path::Path;

use super::failure::reason;
use super::{Word, count_of, pick, visible, word};
use crate::answer::updated::{Dropped, Failure, FeedReport, Fetched, Refusal};
use crate::glossary::bilingual::Lang;
use crate::glossary::problem::Problem;

/// Not one feed could be fetched.
pub const NOTHING_FETCHED: Word =
    word("hayami: no feed could be fetched; the news stays as it was.\n", "hayami: どのフィードも取得できませんでした。発表の一覧は元のままです。\n");
/// Another update is at work.
pub const WAITS: Word = word("hayami: another update is at work; waiting for it.\n", "hayami: 別の更新が実行中です。終わるのを待っています。\n");

/// What became of a feed: the line without its publisher and address.
fn outcome(report: &FeedReport, lang: Lang) -> String {
    match &report.outcome {
        Ok(Fetched { unchanged: true, .. }) => pick(lang, "unchanged".to_owned(), "変更なし".to_owned()),
        Ok(Fetched { new, known, dropped, .. }) => {
            let text = pick(lang, format!("{new} new, {known} known"), format!("新着{new}件、既知{known}件"));
            if dropped.count() == 0 { text } else { text + &self::dropped(*dropped, lang) }
        }
        Err(failure) => {
            let why = self::failure(failure, lang);
            pick(lang, format!("failed: {why}"), format!("失敗：{why}"))
        }
    }
}

/// One line for one feed.
pub fn feed(report: &FeedReport, lang: Lang) -> String {
    let name = match report.publisher.name.read(lang) {
        "" => report.publisher.id.as_str(),
        name => name,
    };
    let (name, url, outcome) = (visible(name), visible(&report.url), outcome(report, lang));
    pick(lang, format!("{name} ({url}): {outcome}\n"), format!("{name}（{url}）：{outcome}\n"))
}

/// How many items were left out, and why.
fn dropped(dropped: Dropped, lang: Lang) -> String {
    let Dropped { host, date, title, duplicate, limit } = dropped;
    let reasons = [
        (duplicate, "met twice", "重複"),
        (host, "not on an official https address", "公式のhttpsのURLでない"),
        (date, "without a possible date", "日付がないか、あり得ない"),
        (title, "without a title", "題名がない"),
        (limit, "beyond the 5,000th", "5,000件を超えた分"),
    ];
    let told = reasons.into_iter().filter(|(count, ..)| *count > 0);
    let told: Vec<String> = told.map(|(count, en, ja)| pick(lang, format!("{count} {en}"), format!("{ja}{count}件"))).collect();
    pick(lang, format!("; left out: {}", told.join(", ")), format!("。除外：{}", told.join("、")))
}

/// Why a feed brought nothing.
pub fn failure(failure: &Failure, lang: Lang) -> String {
    let (en, ja) = match failure {
        Failure::Refused { url, why } => {
            let (why_en, why_ja) = refusal(why);
            (format!("its address {url} {why_en}"), format!("URL {url} は{why_ja}"))
        }
        Failure::TooManyMoves => ("it moved more than 5 times".to_owned(), "転送が5回を超えました".to_owned()),
        Failure::TimeOut => ("the server took too long".to_owned(), "サーバーの応答に時間がかかりすぎました".to_owned()),
        Failure::NoSuchHost => ("there is no such host".to_owned(), "ホストが見つかりません".to_owned()),
        Failure::NoConnection { cause } => {
            let cause = bare(cause);
            (format!("no connection ({cause})"), format!("接続できません（{cause}）"))
        }
        Failure::Untrusted { cause } => {
            (format!("the server's certificate is not trusted ({cause})"), format!("サーバーの証明書を信頼できません（{cause}）"))
        }
        Failure::Status(status) => (format!("the server answered {status}"), format!("サーバーの応答は{status}でした")),
        Failure::TooLarge => ("it is larger than 8 MiB".to_owned(), "8 MiBを超えています".to_owned()),
        Failure::CutOff { cause } => {
            let cause = bare(cause);
            (format!("it could not be read to the end ({cause})"), format!("最後まで読めませんでした（{cause}）"))
        }
        Failure::Empty => ("it is empty".to_owned(), "空です".to_owned()),
        Failure::DocumentType => ("it declares a document type, which feeds do not".to_owned(), "フィードにはない文書型宣言があります".to_owned()),
        Failure::TooDeep => ("its elements are nested more than 64 deep".to_owned(), "要素の入れ子が64段を超えています".to_owned()),
        Failure::NotXml { offset, cause } => {
            (format!("it is not XML at byte {offset} ({cause})"), format!("バイト位置{offset}がXMLではありません（{cause}）"))
        }
        Failure::Unfinished { offset } => (
            format!("it is not XML at byte {offset} (it ends before its elements do)"),
            format!("バイト位置{offset}がXMLではありません（要素が閉じないまま終わっています）"),
        ),
        Failure::NoFeed { root } => (format!("it is neither RSS 2.0 nor Atom, but <{root}>"), format!("RSS 2.0でもAtomでもなく、<{root}> です")),
    };
    visible(&pick(lang, en, ja))
}

fn refusal(refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::NoAddress => ("is not a web address".to_owned(), "URLではありません".to_owned()),
        Refusal::NotHttps => ("is not https".to_owned(), "httpsではありません".to_owned()),
        Refusal::NotPlain => ("names a user, a password or a port".to_owned(), "ユーザー名、パスワード、ポートのいずれかを含んでいます".to_owned()),
        Refusal::Elsewhere { host } => {
            (format!("is on {host}, which is not an official host of the publisher"), format!("発表元の公式ホストではない {host} にあります"))
        }
    }
}

/// What the system said, without the number that Rust adds.
fn bare(cause: &str) -> &str {
    cause.split(" (os error").next().unwrap_or_default()
}

/// The last line of the report; `stored` is none where nothing was to be.
pub fn updated(new: usize, stored: Option<&Path>, lang: Lang) -> String {
    let announcements = count_of(new, "new announcement");
    match stored {
        Some(path) => {
            let path = visible(&path.display().to_string());
            pick(lang, format!("{announcements}, stored in {path}\n"), format!("新着の発表{new}件（保存先：{path}）\n"))
        }
        None => pick(lang, format!("{announcements}, not stored\n"), format!("新着の発表{new}件（保存していません）\n")),
    }
}

/// What is being fetched, while it is.
pub fn fetching(url: &str, lang: Lang) -> String {
    let url = visible(url);
    pick(lang, format!("fetching {url}"), format!("取得中：{url}"))
}

/// How old the newest announcement is, and how to get newer ones where that can be done.
pub fn newest(day: &str, age: i64, lang: Lang) -> String {
    let ago = match age {
        // Where it is announced, tomorrow has begun, or the clock here is slow.
        ..0 => String::new(),
        0 => pick(lang, ", today".to_owned(), "（今日）".to_owned()),
        1 => pick(lang, ", yesterday".to_owned(), "（昨日）".to_owned()),
        _ => pick(lang, format!(", {age} days ago"), format!("（{age}日前）")),
    };
    let text = pick(lang, format!("Newest of all: {day}{ago}."), format!("全体の最新：{day}{ago}。"));
    match cfg!(feature = "update") {
        true => text + &pick(lang, " `hayami update` fetches newer ones.".to_owned(), "`hayami update` で新しい発表を取得できます。".to_owned()),
        false => text,
    }
}

/// The cache is damaged or cannot be read, and the archive answers alone.
pub fn cache_left_out(path: &Path, why: Result<&Problem, &io::Error>, lang: Lang) -> String {
    let shown = visible(&path.display().to_string());
    let what = match why {
        Ok(problem) => damage(problem, path, lang),
        Err(cause) => pick(lang, format!("{shown}: {}", reason(cause, lang)), format!("{shown}: {}", reason(cause, lang))),
    };
    let todo = match (cfg!(feature = "update"), why) {
        (true, Ok(_)) => pick(lang, "`hayami update` fetches them anew.".to_owned(), "`hayami update` で取得し直せます。".to_owned()),
        (_, Err(_)) => pick(lang, "Make it readable, or delete it.".to_owned(), "読めるようにするか、削除してください。".to_owned()),
        (false, Ok(_)) => pick(lang, "Delete the file.".to_owned(), "このファイルを削除してください。".to_owned()),
    };
    pick(
        lang,
        format!("hayami: the fetched announcements are left out: {what}. {todo}\n"),
        format!("hayami: 取得済みの発表は使えないため、除いて表示します。{what}。{todo}\n"),
    )
}

/// A damaged cache was, or would be, set aside.
pub fn set_aside(path: &Path, aside: Option<&Path>, problem: &Problem, lang: Lang) -> String {
    let what = damage(problem, path, lang);
    match aside {
        Some(aside) => {
            let aside = visible(&aside.display().to_string());
            pick(
                lang,
                format!("hayami: the fetched announcements were damaged and are set aside as {aside}: {what}.\n"),
                format!("hayami: 取得済みの発表が壊れていたため、{aside} に移しました。{what}。\n"),
            )
        }
        None => pick(
            lang,
            format!("hayami: the fetched announcements are damaged and are ignored: {what}.\n"),
            format!("hayami: 取得済みの発表は壊れているため、ないものとして扱います。{what}。\n"),
        ),
    }
}

/// The place of the damage and what it is; what a writer of the file could mend is not told, because nobody writes it by hand.
fn damage(problem: &Problem, path: &Path, lang: Lang) -> String {
    let place = super::problem::place(problem, path.parent().unwrap_or(path));
    // Only here: the place may have such marks too.
    let what = super::problem::fault(&problem.fault, lang);
    let what = what.split([';', '。']).next().unwrap_or_default();
    visible(&format!("{place}: {what}"))
}

/// There is no place for a cache.
pub fn no_cache(lang: Lang) -> String {
    pick(
        lang,
        "hayami: there is no place for what is fetched: neither HAYAMI_CACHE nor a home directory is set. Name a directory in HAYAMI_CACHE.\n".to_owned(),
        "hayami: 取得したものを置く場所がありません（HAYAMI_CACHE もホームディレクトリーも未設定）。HAYAMI_CACHE にディレクトリーを指定してください。\n".to_owned(),
    )
}

/// The cache cannot be written or read.
pub fn cannot_keep(path: &Path, cause: &io::Error, lang: Lang) -> String {
    let path = visible(&path.display().to_string());
    let cause_text = cause.to_string();
    let why = match cause.kind() {
        io::ErrorKind::PermissionDenied => pick(lang, "you may not write there".to_owned(), "書き込みが許可されていません".to_owned()),
        io::ErrorKind::InvalidData => pick(lang, "it could not be read again".to_owned(), "保存しても読み直せない内容です".to_owned()),
        io::ErrorKind::ReadOnlyFilesystem => pick(lang, "the file system is read-only".to_owned(), "読み取り専用のファイルシステムです".to_owned()),
        io::ErrorKind::StorageFull | io::ErrorKind::NotADirectory => reason(cause, lang),
        _ => bare(&cause_text).to_owned(),
    };
    pick(
        lang,
        format!("hayami: cannot store what was fetched in {path}: {why}. Mend that, or name another directory in HAYAMI_CACHE.\n"),
        format!("hayami: 取得したものを {path} に保存できません：{why}。原因を取り除くか、HAYAMI_CACHE に別のディレクトリーを指定してください。\n"),
    )
}

/// A list of feeds cannot be read.
pub fn cannot_read_feeds(path: &Path, cause: &io::Error, lang: Lang) -> String {
    let (path, why) = (
        visible(&path.display().to_string()),
        match cause.kind() {
            io::ErrorKind::NotFound => pick(lang, "there is no such file".to_owned(), "存在しません".to_owned()),
            _ => reason(cause, lang),
        },
    );
    pick(
        lang,
        format!("hayami: cannot read the feeds in {path}: {}. Name a file in the form of glossary/publishers.json.\n", bare(&why)),
        format!("hayami: フィードの一覧 {path} を読めません：{}。glossary/publishers.json と同じ形式のファイルを指定してください。\n", bare(&why)),
    )
}

/// A list of feeds is none: every problem, then what to do.
pub fn broken_feeds(path: &Path, problems: &[Problem], lang: Lang) -> String {
    let mut text: String = problems.iter().map(|found| super::problem_line(found, path, false, lang)).collect();
    let count = problems.len();
    let path = visible(&path.display().to_string());
    text += &pick(
        lang,
        format!("hayami: the feeds in {path} cannot be used: {}. Mend them, or leave it out.\n", count_of(count, "problem")),
        format!("hayami: フィードの一覧 {path} は使えません（問題{count}件）。直すか、指定から外してください。\n"),
    );
    text
}

/// A list of feeds names none.
pub fn no_feeds(path: &Path, lang: Lang) -> String {
    let path = visible(&path.display().to_string());
    pick(
        lang,
        format!("hayami: {path} names no feed. Add one to the \"feeds\" of a publisher.\n"),
        format!("hayami: {path} にはフィードがありません。発表元の \"feeds\" に書き加えてください。\n"),
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{cache_left_out, newest};
    use crate::glossary::bilingual::Lang::{self, En, Ja};
    use crate::glossary::problem::{Fault, Problem};

    #[test]
    fn only_today_is_today() {
        for (age, en, ja) in [
            (-1, "Newest of all: 2026-10-09.", "全体の最新：2026-10-09。"),
            (0, "Newest of all: 2026-10-09, today.", "全体の最新：2026-10-09（今日）。"),
            (1, "Newest of all: 2026-10-09, yesterday.", "全体の最新：2026-10-09（昨日）。"),
            (2, "Newest of all: 2026-10-09, 2 days ago.", "全体の最新：2026-10-09（2日前）。"),
        ] {
            let told = |lang: Lang| newest("2026-10-09", age, lang).split('`').next().map(|text| text.trim_end().to_owned());
            assert_eq!([told(En), told(Ja)], [en, ja].map(|text| Some(text.to_owned())), "{age}");
        }
    }

    #[test]
    fn the_place_of_damage_is_told_whole() {
        let problem = Problem { file: "a.json".to_owned(), pointer: "/feeds/x;y".to_owned(), fault: Fault::NothingWritten };
        let told = |lang: Lang| cache_left_out(Path::new("c;d。e；f/a.json"), Ok(&problem), lang);
        assert!(told(En).contains(": c;d。e；f/a.json: /feeds/x;y: is empty. "), "{}", told(En));
        assert!(told(Ja).contains("。c;d。e；f/a.json: /feeds/x;y: 空です。"), "{}", told(Ja));
    }
}
