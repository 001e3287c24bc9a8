//! Problems with a glossary, in words: `file: /json/pointer: what is wrong; what to do`.

use std::fmt::Display;
use std::path::Path;

use crate::glossary::bilingual::Lang;
use crate::glossary::check::{RELATED, SOURCES};
use crate::glossary::problem::{Fault, Problem, Referent, Shape};

/// One line for one problem; `directory` is where the glossary lies.
pub fn problem(problem: &Problem, directory: &Path, lang: Lang) -> String {
    format!("{}: {}", place(problem, directory), fault(&problem.fault, lang))
}

/// Where it is: the file and the place in it.
pub fn place(problem: &Problem, directory: &Path) -> String {
    let Problem { file, pointer, .. } = problem;
    let path = if file.is_empty() { directory.to_path_buf() } else { directory.join(file) };
    let pointer = if pointer.is_empty() { "/" } else { pointer };
    format!("{}: {pointer}", path.display())
}

/// What is wrong, then what to do.
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let (en, ja) = match fault {
        Fault::Unreadable { cause } => (
            format!("cannot be read ({cause}); check that it is a plain file that you may read"),
            format!("読めません（{cause}）。読み取りが許可された通常のファイルか確かめてください"),
        ),
        Fault::NoPlainFile => (
            "is not a plain file but a pipe, a device or the like; put a file with the text there".to_owned(),
            "通常のファイルではありません（パイプやデバイスなど）。文の入ったファイルを置いてください".to_owned(),
        ),
        Fault::TooLarge { most } => {
            let most = most >> 20;
            (
                format!("has more than {most} MiB; check that it belongs here, and split it"),
                format!("{most} MiBを超えています。ここに置くファイルか確かめ、分割してください"),
            )
        }
        Fault::StrayFile | Fault::OtherFile => (
            "has no place here; entries are terms/<category>/<id>.json, news is news/<year>-<month>.json: move or delete it".to_owned(),
            "ここに置けるファイルではありません。項目は terms/<分類>/<id>.json、発表は news/<年>-<月>.json です。移動するか削除してください"
                .to_owned(),
        ),
        Fault::NoGlossary => (
            "is not a glossary: it has no terms/, no news/ and no tables; put entries into terms/<id>.json".to_owned(),
            "用語集ではありません（terms/ も news/ も表のファイルもありません）。項目を terms/<id>.json に置いてください".to_owned(),
        ),
        Fault::NotUtf8 { offset } => {
            (format!("is not UTF-8 at byte {offset}; save it as UTF-8"), format!("バイト位置{offset}がUTF-8ではありません。UTF-8で保存してください"))
        }
        Fault::NotJson { cause } => {
            (format!("is not JSON: {cause}; mend the syntax there"), format!("JSONではありません：{cause}。その箇所の構文を直してください"))
        }
        Fault::DuplicateMember => ("stands here twice; keep one of them".to_owned(), "同じ名前が2回あります。片方だけにしてください".to_owned()),
        Fault::UnknownMember { known } => {
            let known = known.join(", ");
            (
                format!("has no meaning here; the members are {known}: mend the name or take it out"),
                format!("ここでは使えない名前です。使えるのは {known} です。直すか取り除いてください"),
            )
        }
        Fault::MissingMember => ("is missing; add it".to_owned(), "ありません。書き足してください".to_owned()),
        Fault::WrongShape { wanted, found } => {
            let ([wanted_en, wanted_ja], [found_en, found_ja]) = (shape(*wanted), shape(*found));
            (format!("is {found_en}; write {wanted_en}"), format!("{found_ja}になっています。{wanted_ja}にしてください"))
        }
        Fault::NoLanguage => {
            ("has no text; write \"en\", \"ja\" or both".to_owned(), "文がありません。\"en\" か \"ja\"、または両方を書いてください".to_owned())
        }
        Fault::LanguageMissing { lang } => {
            let [en, ja] = language(*lang);
            let code = lang.code();
            (format!("has no {en} text; add \"{code}\""), format!("{ja}がありません。\"{code}\" を書き足してください"))
        }
        Fault::NothingWritten => ("is empty; write it or take the member out".to_owned(), "空です。内容を書くか、取り除いてください".to_owned()),
        Fault::UnsafeCharacter { character } => {
            let code = u32::from(*character);
            (
                format!("holds U+{code:04X}, a control or text-direction character, which a terminal would obey; take it out"),
                format!("ターミナルを操作する制御文字 U+{code:04X} が含まれています。取り除いてください"),
            )
        }
        Fault::BadId => ("is not an id; use only a-z, 0-9 and -".to_owned(), "idに使えるのは a-z、0-9、- だけです。書き直してください".to_owned()),
        Fault::IdIsNotFileName { stem } => (
            format!("is not the name of the file; write \"{stem}\" or rename the file"),
            format!("ファイル名と違います。\"{stem}\" にするか、ファイル名を変えてください"),
        ),
        Fault::IdTwice { file } => {
            (format!("is the id of {file} too; give one of them another id"), format!("{file} と同じidです。どちらかを変えてください"))
        }
        Fault::Unknown { what, id } => {
            let ([en, ja], [todo_en, todo_ja]) = referent(*what);
            (format!("names the {en} \"{id}\", which does not exist; {todo_en}"), format!("{ja}「{id}」はありません。{todo_ja}"))
        }
        Fault::BadSourceKey => (
            "is not the key of a source; write arxiv:<number>, doi:10.… or the full https address".to_owned(),
            "出典のキーではありません。arxiv:<番号>、doi:10.…、または httpsのURL全体を書いてください".to_owned(),
        ),
        Fault::BadFormat => (
            "is not a feed format; write \"rss\" or \"atom\"".to_owned(),
            "フィードの形式ではありません。\"rss\" か \"atom\" と書いてください".to_owned(),
        ),
        Fault::NotADay => {
            ("is not a real date; write it as YYYY-MM-DD".to_owned(), "実在する日付ではありません。YYYY-MM-DD の形で書いてください".to_owned())
        }
        Fault::TooFarAhead { newest } => (
            format!("lies more than a year after the newest news, {newest}; check the year"),
            format!("最新の発表（{newest}）より1年以上先の日付です。年を確かめてください"),
        ),
        Fault::OtherMonth { month } => (
            format!("does not lie in {month}, the month of the file; move the item to news/<year>-<month>.json of its date"),
            format!("ファイルの月（{month}）の日付ではありません。日付に合う news/<年>-<月>.json に移してください"),
        ),
        Fault::BadHost => (
            "is not a host name; write it in lower case, without https:// and without a path".to_owned(),
            "ホスト名ではありません。小文字で、https:// やパスを付けずに書いてください".to_owned(),
        ),
        Fault::NotHttps => (
            "is not an https address; link to the original page with its full https address".to_owned(),
            "httpsのURLではありません。元のページのhttpsのURL全体を書いてください".to_owned(),
        ),
        Fault::NotOfficial { host, hosts } => {
            let hosts = hosts.join(", ");
            (
                format!("leads to {host}, which is not an official host of this publisher ({hosts}); link to the original announcement"),
                format!("{host} はこの発表元の公式ホスト（{hosts}）ではありません。公式発表の元のページにリンクしてください"),
            )
        }
        Fault::UrlTwice { file, pointer } => (
            format!("is the address of {file} {pointer} too; make the two one item"),
            format!("{file} {pointer} と同じURLです。1件にまとめてください"),
        ),
        Fault::EdgeSpace => ("begins or ends with a space; take it away".to_owned(), "先頭か末尾に空白があります。取り除いてください".to_owned()),
        Fault::NotNfc => (
            "is not in Unicode normalization form C; save it composed (か + dakuten as が)".to_owned(),
            "UnicodeのNFCになっていません。合成済みの文字（「か」と濁点ではなく「が」）で保存してください".to_owned(),
        ),
        Fault::RelatedToItself => {
            ("is this entry itself; name a neighbour instead".to_owned(), "この項目自身です。近い別の項目を書いてください".to_owned())
        }
        Fault::Twice { first } => (
            format!("is already there as {first}, since case, spaces, hyphens and kinds of kana do not matter; take it out"),
            format!("大文字と小文字、空白、ハイフン、かなの種類を区別しないため、{first} と同じです。取り除いてください"),
        ),
        Fault::Repeated { first } => (format!("stands at {first} already; take one out"), format!("{first} と同じです。片方を取り除いてください")),
        Fault::RelatedCount { count } => {
            let (least, most) = RELATED;
            (
                format!("names {}; name {least} to {most}", count_of(*count, "neighbour")),
                format!("関連項目が{count}件です。{least}〜{most}件にしてください"),
            )
        }
        Fault::SourceCount { count } => {
            let (least, most) = SOURCES;
            (format!("cites {}; cite {least} to {most}", count_of(*count, "source")), format!("出典が{count}件です。{least}〜{most}件にしてください"))
        }
        Fault::NeverCited => {
            ("is cited by no entry; cite it or take it out".to_owned(), "どの項目からも引用されていません。引用するか取り除いてください".to_owned())
        }
        Fault::NotHiragana => (
            "is not hiragana (with ー); write the reading in hiragana".to_owned(),
            "ひらがな（とー）ではありません。読みをひらがなで書いてください".to_owned(),
        ),
        Fault::HeadwordOf { id } => (
            format!("is the headword of {id}; take it out here, or make the two one entry"),
            format!("{id} の見出し語です。ここから取り除くか、項目を1つにまとめてください"),
        ),
        Fault::NotMentioned { lang } => {
            let [en, ja] = language(*lang);
            (
                format!("never occurs in the {en} text; explain it there or take it out"),
                format!("{ja}の本文に出てきません。本文で説明するか、取り除いてください"),
            )
        }
        Fault::DefinitionLength { lang, length, least, most } => match lang {
            Lang::En => {
                (format!("has {}; write {least} to {most}", count_of(*length, "word")), format!("{length}語です。{least}〜{most}語にしてください"))
            }
            Lang::Ja => (
                format!("has {}; write {least} to {most}", count_of(*length, "character")),
                format!("{length}字です。{least}〜{most}字にしてください"),
            ),
        },
        Fault::WrongScript { lang: Lang::En } => (
            "has kana in English prose; put Japanese names into quotation marks or brackets, or move the text to \"ja\"".to_owned(),
            "英語の文にかながあります。日本語の名前は引用符か括弧に入れ、日本語の文なら \"ja\" に移してください".to_owned(),
        ),
        Fault::WrongScript { lang: Lang::Ja } => {
            ("has neither kana nor kanji; write it in Japanese".to_owned(), "かなも漢字もありません。日本語で書いてください".to_owned())
        }
    };
    match lang {
        Lang::En => en,
        Lang::Ja => ja,
    }
}

/// So many of something in English: `1 word`, `2 words`.
pub fn count_of<N: Display + PartialEq + From<u8>>(count: N, what: impl Display) -> String {
    if count == N::from(1) { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn language(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["English", "英語"],
        Lang::Ja => ["Japanese", "日本語"],
    }
}

fn shape(shape: Shape) -> [&'static str; 2] {
    match shape {
        Shape::Null => ["null", "null"],
        Shape::Boolean => ["true or false", "真偽値"],
        Shape::Number => ["a number", "数値"],
        Shape::WholeNumber => ["a whole number", "整数"],
        Shape::Text => ["a text in quotes", "引用符で囲んだ文字列"],
        Shape::List => ["a list", "配列"],
        Shape::Object => ["an object", "オブジェクト"],
    }
}

fn referent(what: Referent) -> ([&'static str; 2], [&'static str; 2]) {
    match what {
        Referent::Category => {
            (["category", "分類"], ["add it to categories.json or move the file", "categories.json に加えるか、ファイルを移してください"])
        }
        Referent::Source => (["source", "出典"], ["add it to sources.json", "sources.json に加えてください"]),
        Referent::Publisher => (["publisher", "発表元"], ["add it to publishers.json", "publishers.json に加えてください"]),
        Referent::Term => (["entry", "項目"], ["mend the id or write the entry", "idを直すか、その項目を書いてください"]),
    }
}
