//! `hayami update` against servers on this machine: what is fetched, what is refused, and that nothing is ever lost.

#![cfg(feature = "update")]

mod feeds;

use std::fs;
use std::io::{Read, Write};
use std::process::Command;
use std::time::Duration;

use feeds::{Authority, Hayami, Server, answer, rss};

/// A server of one fixture for each path.
fn fixtures() -> Server {
    Server::tls(|request, to| {
        let body = fs::read(format!("tests/feeds{}", request.path)).unwrap_or_default();
        answer(to, if body.is_empty() { "404 Not Found" } else { "200 OK" }, "content-type: text/xml\r\n", &body)
    })
}

#[test]
fn what_is_new_is_kept_and_shown() {
    let server = Server::tls(|request, to| {
        let body = fs::read(format!("tests/feeds{}", request.path)).expect("a fixture");
        match request.headers.get("if-none-match") {
            Some(_) => answer(to, "304 Not Modified", "", b""),
            None => answer(to, "200 OK", "etag: \"1\"\r\nlast-modified: Mon, 05 Oct 2026 22:00:00 GMT\r\n", &body),
        }
    });
    let hayami = Hayami::new();
    let urls = ["rss", "atom"].map(|name| format!("https://localhost:{}/{name}.xml", server.port));
    hayami.list(&[("acme", &urls)], &["localhost"]);
    let [rss, atom] = &urls;
    let first = format!(
        "Acme ({rss}): 1 new, 0 known; left out: 1 met twice, 1 not on an official https address, 1 without a possible date, 1 without a title\n\
         Acme ({atom}): 2 new, 0 known\n"
    );
    let total = "3 new announcements, stored in FOLDER/cache/announcements.json\n";
    let dry = (Some(0), format!("{first}3 new announcements, not stored\n"), String::new());
    assert_eq!(hayami.update(&["--dry-run"]), dry);
    assert!(!hayami.path("cache").exists(), "nothing is made");
    assert_eq!(hayami.update(&[]), (Some(0), format!("{first}{total}"), String::new()));

    let (status, shown, said) = hayami.run(&["news", "--publisher", "acme", "--full"]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    assert_eq!(
        shown,
        "2026-10-06  Acme: アクメ、新しいモデルを発表\n            一つ目。 二つ目。\n            (in Japanese only)\n            https://localhost/ja/one\n\n\
         2026-10-06  Acme: a <b> c\n            (in Japanese only)\n            https://localhost/ja/two\n\n\
         2026-10-05  Acme: Acme trains a reward model for RLHF\n            It is new. And & it works.\n            https://localhost/one/\n"
    );
    let (_, records, _) = hayami.run(&["news", "--publisher", "acme", "--json", "--limit", "3"]);
    let last: serde_json::Value = serde_json::from_str(records.lines().last().expect("three records")).expect("JSON");
    assert_eq!(last["terms"], serde_json::json!(["reward-model", "rlhf"]));
    assert_eq!(last["summary"], serde_json::json!({ "en": "It is new. And & it works.", "ja": null }));
    assert_eq!(
        hayami.run(&["news", "--term", "rlhf", "--since", "2026-10", "--lang", "ja"]).1,
        "2026-10-05  Acme：Acme trains a reward model for RLHF\n            （英語のみ）\n            https://localhost/one/\n"
    );

    let before = fs::read(hayami.cache()).expect("a cache");
    let unchanged = format!("Acme ({rss}): unchanged\nAcme ({atom}): unchanged\n0 new announcements, stored in FOLDER/cache/announcements.json\n");
    assert_eq!(hayami.update(&[]), (Some(0), unchanged, String::new()));
    assert_eq!(fs::read(hayami.cache()).expect("a cache"), before);
    let mut asked = server.asked.lock().expect("no server panics").split_off(4);
    asked.sort();
    assert_eq!(asked, ["atom", "rss"].map(|name| format!("/{name}.xml \"1\" Mon, 05 Oct 2026 22:00:00 GMT")));

    let text = String::from_utf8(before).expect("UTF-8").replace(&format!(":{}/", server.port), ":PORT/");
    assert_eq!(text, fs::read_to_string("tests/feeds/announcements.json").expect("a golden").replace("VERSION", env!("CARGO_PKG_VERSION")));
}

/// What each of the real feeds does otherwise than others.
#[test]
fn quirks() {
    let server = fixtures();
    let hayami = Hayami::new();
    let url = |name: &str| format!("https://localhost:{}/{name}.xml", server.port);
    let hosts =
        ["localhost", "openai.com", "developers.openai.com", "blog.google", "deepmind.google", "developers.googleblog.com", "code.claude.com"];
    let openai = [url("openai"), url("codex")];
    let google = [url("keyword"), url("deepmind"), url("developers")];
    let anthropic = [url("claude-code")];
    hayami.list(&[("openai", &openai), ("google", &google), ("anthropic", &anthropic)], &hosts);
    let report = format!(
        "Openai ({}): 1 new, 1 known\n\
         Openai ({}): 2 new, 0 known\n\
         Google ({}): 1 new, 0 known\n\
         Google ({}): 1 new, 1 known\n\
         Google ({}): 1 new, 0 known; left out: 2 without a possible date\n\
         Anthropic ({}): 2 new, 0 known\n\
         8 new announcements, stored in FOLDER/cache/announcements.json\n",
        openai[0], openai[1], google[0], google[1], google[2], anthropic[0]
    );
    assert_eq!(hayami.update(&[]), (Some(0), report, String::new()));
    let shown = hayami.run(&["news", "--since", "2026-10-05", "--full", "--lang", "en"]).1;
    let ours: Vec<&str> =
        shown.split("\n\n").filter(|item| ["ample", "itself"].iter().any(|word| item.contains(word)) || item.contains("2.1.12")).collect();
    assert_eq!(
        ours.join("\n\n"),
        "2026-10-08  Anthropic: Claude Code changelog 2.1.126\n            Sample change\n            https://code.claude.com/docs/en/changelog#2-1-126\n\n\
         2026-10-08  Google: Sample with a date\n            https://developers.googleblog.com/en/sample-three/\n\n\
         2026-10-07  Anthropic: Claude Code changelog 2.1.125\n            Another sample change\n            https://code.claude.com/docs/en/changelog#2-1-125\n\n\
         2026-10-07  Google: Sample without a description\n            https://deepmind.google/blog/sample/\n\n\
         2026-10-07  OpenAI: Sample entry for the app\n            New First flag Second\n            https://developers.openai.com/codex/changelog#codex-2026-10-07-app\n\n\
         2026-10-07  OpenAI: Sample entry for mobile\n            https://developers.openai.com/codex/changelog#codex-2026-10-07-mobile\n\n\
         2026-10-06  Google: The title of the item itself\n            It begins with a picture.\n            https://blog.google/sample/\n\n\
         2026-10-05  OpenAI: A sample headline in CDATA & more\n            One sentence, plain.\n            https://openai.com/index/sample-headline\n"
    );
}

/// A server that misbehaves in one way for each path.
fn misbehaving() -> Server {
    Server::tls(|request, to| {
        let ok = |to: &mut dyn Write, headers: &str, body: &[u8]| answer(to, "200 OK", headers, body);
        let moved = |to: &mut dyn Write, place: &str| answer(to, "301 Moved Permanently", &format!("location: {place}\r\n"), b"");
        let good = rss(&[("Good", "https://localhost/good", "Mon, 05 Oct 2026 22:00:00 GMT")]);
        match request.path.as_str() {
            "/good" => ok(to, "", good.as_bytes()),
            "/moved" => moved(to, "/good"),
            "/foreign" => moved(to, "https://example.com/rss.xml"),
            "/insecure" => moved(to, "http://example.com/rss.xml"),
            "/circle" => moved(to, "/circle"),
            "/nowhere" => moved(to, "https://[/"),
            "/lost" => answer(to, "301 Moved Permanently", "", b""),
            "/500" => answer(to, "500 Internal Server Error", "", b"<rss/>"),
            "/304" => answer(to, "304 Not Modified", "", b""),
            "/empty" => ok(to, "", b""),
            "/spaces" => ok(to, "", b" \n "),
            "/page" => ok(to, "content-type: text/html\r\n", b"<!DOCTYPE html><html><body>Log in</body></html>"),
            "/html" => ok(to, "", b"<html><body>Log in</body></html>"),
            "/cut" => ok(to, "", &good.as_bytes()[..good.len() - 20]),
            "/crossed" => ok(to, "", b"<rss><channel></rss></channel>"),
            "/text" => ok(to, "", b"not found"),
            "/laughs" => {
                let levels: String = (1..10).map(|i| format!("<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10))).collect();
                let document =
                    format!("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">{levels}]><rss><channel><title>&l9;</title></channel></rss>");
                ok(to, "", document.as_bytes())
            }
            "/deep" => ok(to, "", ["<rss>", &"<a>".repeat(100_000), &"</a>".repeat(100_000), "</rss>"].concat().as_bytes()),
            "/gzip" => ok(to, "content-encoding: gzip\r\n", &gzip(&mut good.as_bytes())),
            "/half-gzip" => {
                let whole = gzip(&mut good.as_bytes());
                ok(to, "content-encoding: gzip\r\n", &whole[..whole.len() / 2])
            }
            "/no-gzip" => ok(to, "content-encoding: gzip\r\n", good.as_bytes()),
            "/bomb" => ok(to, "content-encoding: gzip\r\n", &gzip(&mut std::io::repeat(b' ').take(32 << 20))),
            "/huge" => {
                write!(to, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", 100 << 20)?;
                (0..100).try_for_each(|_| to.write_all(&[b' '; 1 << 20]))
            }
            "/short" => {
                write!(to, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", good.len() + 1)?;
                to.write_all(good.as_bytes())
            }
            "/drip" => {
                write!(to, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", good.len())?;
                good.bytes().try_for_each(|b| {
                    to.write_all(&[b])?;
                    to.flush()?;
                    std::thread::sleep(Duration::from_millis(100));
                    Ok(())
                })
            }
            "/silent" => {
                std::thread::sleep(Duration::from_secs(20));
                Ok(())
            }
            path => panic!("{path}"),
        }
    })
}

fn gzip(text: &mut dyn Read) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::copy(text, &mut packed).expect("memory");
    packed.finish().expect("memory")
}

/// What a server sends is left out where the cache could not be read any more with it.
#[test]
fn nothing_spoils_the_cache() {
    let server = Server::tls(|_, to| {
        let long = format!("https://localhost/{}", "a".repeat(7 << 20));
        let items = rss(&[("Good", "https://localhost/good", "Mon, 05 Oct 2026 22:00:00 GMT"), ("Long", &long, "Mon, 05 Oct 2026 22:00:00 GMT")]);
        answer(to, "200 OK", "etag: \"a\tb\"\r\nlast-modified: x\r\n", items.as_bytes())
    });
    let hayami = Hayami::new();
    let url = format!("https://localhost:{}/", server.port);
    hayami.list(&[("acme", std::slice::from_ref(&url))], &["localhost"]);
    for count in ["1 new, 0 known", "0 new, 1 known"] {
        let (new, _) = count.split_once(" new").expect("a count");
        let report = format!(
            "Acme ({url}): {count}; left out: 1 not on an official https address\n\
             {new} new announcement{}, stored in FOLDER/cache/announcements.json\n",
            if new == "1" { "" } else { "s" }
        );
        assert_eq!(hayami.update(&[]), (Some(0), report, String::new()));
    }
    assert_eq!(*server.asked.lock().expect("no server panics"), ["/", "/  x"]);
    let shown = "2026-10-05  Acme: Good\n            https://localhost/good\n";
    assert_eq!(hayami.run(&["news", "--publisher", "acme"]), (Some(0), shown.to_owned(), String::new()));
}

/// What goes wrong with a feed is told; alone it is a failure of the update, and beside a good feed it is not.
#[test]
fn what_goes_wrong() {
    let server = misbehaving();
    let base = format!("https://localhost:{}", server.port);
    let cases = [
        ("moved", "1 new, 0 known"),
        ("gzip", "1 new, 0 known"),
        ("foreign", "failed: its address https://example.com/rss.xml is on example.com, which is not an official host of the publisher"),
        ("insecure", "failed: its address http://example.com/rss.xml is not https"),
        ("circle", "failed: it moved more than 5 times"),
        ("nowhere", "failed: its address https://[/ is not a web address"),
        ("lost", "failed: the server answered 301"),
        ("500", "failed: the server answered 500"),
        ("304", "failed: the server answered 304"),
        ("empty", "failed: it is empty"),
        ("spaces", "failed: it is empty"),
        ("page", "failed: it declares a document type, which feeds do not"),
        ("html", "failed: it is neither RSS 2.0 nor Atom, but <html>"),
        ("cut", "failed: it is not XML at byte 159 (syntax error: tag not closed: `>` not found before end of input)"),
        ("crossed", "failed: it is not XML at byte 14 (ill-formed document: expected `</channel>`, but `</rss>` was found)"),
        ("text", "failed: it is not XML at byte 9 (it ends before its elements do)"),
        ("laughs", "failed: it declares a document type, which feeds do not"),
        ("deep", "failed: its elements are nested more than 64 deep"),
        ("half-gzip", "failed: it could not be read to the end (incomplete deflate stream)"),
        ("no-gzip", "failed: it could not be read to the end (invalid gzip header)"),
        ("bomb", "failed: it is larger than 8 MiB"),
        ("huge", "failed: it is larger than 8 MiB"),
        ("short", "failed: it could not be read to the end (Peer disconnected)"),
        ("drip", "failed: the server took too long"),
        ("silent", "failed: the server took too long"),
    ];
    let mut wrong = Vec::new();
    for (path, outcome) in cases {
        let hayami = Hayami::new().with("HAYAMI_UPDATE_TIMEOUT", if matches!(path, "drip" | "silent") { "1" } else { "30" });
        let feed = [format!("{base}/{path}")];
        hayami.list(&[("acme", &feed)], &["localhost"]);
        let line = format!("Acme ({base}/{path}): {outcome}\n");
        let expected = if outcome.starts_with("failed") {
            (Some(2), line, "hayami: no feed could be fetched; the news stays as it was.\n".to_owned())
        } else {
            (Some(0), line + "1 new announcement, stored in FOLDER/cache/announcements.json\n", String::new())
        };
        let happened = hayami.update(&[]);
        assert_eq!(hayami.cache().exists(), happened.0 == Some(0), "{path}");
        if happened != expected {
            wrong.push(format!("{path}: {happened:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_failure_does_not_stop_the_others() {
    let server = misbehaving();
    let hayami = Hayami::new();
    let feeds = ["500", "good", "foreign"].map(|path| format!("https://localhost:{}/{path}", server.port));
    hayami.list(&[("acme", &feeds)], &["localhost"]);
    let [broken, good, foreign] = &feeds;
    let told = format!(
        "Acme（{broken}）：失敗：サーバーの応答は500でした\n\
         Acme（{good}）：新着1件、既知0件\n\
         Acme（{foreign}）：失敗：URL https://example.com/rss.xml は発表元の公式ホストではない example.com にあります\n\
         新着の発表1件（保存先：FOLDER/cache/announcements.json）\n"
    );
    assert_eq!(hayami.update(&["--lang", "ja"]), (Some(0), told, String::new()));
    let none = "\"new\":0,\"known\":0,\"dropped\":{\"host\":0,\"date\":0,\"title\":0,\"duplicate\":0,\"limit\":0},\"message\":";
    let acme = "\"publisher\":{\"id\":\"acme\",\"name\":{\"en\":\"Acme\",\"ja\":\"Acme\"}}";
    let records = format!(
        "{{\"schema\":1,\"kind\":\"feed\",{acme},\"url\":\"{broken}\",\"status\":\"failed\",{none}\"the server answered 500\"}}\n\
         {{\"schema\":1,\"kind\":\"feed\",{acme},\"url\":\"{good}\",\"status\":\"fetched\",{}null}}\n\
         {{\"schema\":1,\"kind\":\"feed\",{acme},\"url\":\"{foreign}\",\"status\":\"failed\",{none}\"its address https://example.com/rss.xml is on example.com, which is not an \
         official host of the publisher\"}}\n",
        none.replacen("\"known\":0", "\"known\":1", 1)
    );
    assert_eq!(hayami.update(&["--json"]), (Some(0), records, String::new()));
}

/// Whatever a feed says, what is shown is text, and harmless.
#[test]
fn encodings_and_attacks() {
    let dated = |title: &[u8]| {
        let parts = rss(&[("TITLE", "https://localhost/one", "Mon, 05 Oct 2026 22:00:00 GMT")]);
        let (before, after) = parts.split_once("TITLE").expect("a title");
        [before.as_bytes(), title, after.as_bytes()].concat()
    };
    let server = Server::tls(move |request, to| {
        let with = |to: &mut dyn Write, kind: &str, title: &[u8]| answer(to, "200 OK", &format!("content-type: {kind}\r\n"), &dated(title));
        let encoded = |title: &[u8]| String::from_utf8_lossy(&dated(title)).into_owned();
        match request.path.as_str() {
            "/invalid" => with(to, "text/xml", b"a\xffb"),
            "/header" => with(to, "text/xml; charset=Shift_JIS", b"\x90\x56\x92\x85"),
            "/declared" => {
                let declared = encoded(b"T").replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>");
                let (before, after) = declared.split_once(">T<").expect("a title");
                answer(to, "200 OK", "", &[before.as_bytes(), b">\x90\x56\x92\x85<", after.as_bytes()].concat())
            }
            "/escapes" => with(to, "text/xml", "\u{1b}]0;owned\u{7}&#27;[31mred\u{9b}0m &#x202e;right&#8238;".as_bytes()),
            "/html" => with(to, "text/xml", b"&lt;b&gt;&amp;#27;[2J&lt;/b&gt;&lt;script&gt;x&lt;/script&gt;y"),
            "/long" => with(to, "text/xml", "word ".repeat(100).as_bytes()),
            path => panic!("{path}"),
        }
    });
    let word = ["word"; 60].join(" ");
    for (path, title) in [
        ("invalid", "a\u{fffd}b"),
        ("header", "新着"),
        ("declared", "新着"),
        ("escapes", "]0;owned[31mred0m right"),
        ("html", "[2J y"),
        ("long", &format!("{word}…")),
    ] {
        let hayami = Hayami::new();
        let feed = [format!("https://localhost:{}/{path}", server.port)];
        hayami.list(&[("acme", &feed)], &["localhost"]);
        let report = format!("Acme ({}): 1 new, 0 known\n1 new announcement, stored in FOLDER/cache/announcements.json\n", feed[0]);
        assert_eq!(hayami.update(&[]), (Some(0), report, String::new()), "{path}");
        let shown = format!("2026-10-05  Acme: {title}\n            https://localhost/one\n");
        assert_eq!(hayami.run(&["news", "--publisher", "acme"]), (Some(0), shown, String::new()), "{path}");
    }
}

#[test]
fn a_certificate_of_somebody_else_is_refused() {
    let server = misbehaving();
    let hayami = Hayami::new();
    fs::write(hayami.path("authority.pem"), Authority::new().pem).expect("another authority");
    let feed = [format!("https://localhost:{}/good", server.port)];
    hayami.list(&[("acme", &feed)], &["localhost"]);
    let line = format!("Acme ({}): failed: the server's certificate is not trusted (BadSignature)\n", feed[0]);
    assert_eq!(hayami.update(&[]), (Some(2), line, "hayami: no feed could be fetched; the news stays as it was.\n".to_owned()));
    assert_eq!(*server.asked.lock().expect("no server panics"), Vec::<String>::new());
}

#[test]
fn no_server_and_no_host() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let hayami = Hayami::new();
    let feeds = [format!("https://127.0.0.1:{closed}/"), "https://feeds.invalid/".to_owned(), "http://feeds.invalid/".to_owned()];
    hayami.list(&[("acme", &feeds)], &["127.0.0.1", "feeds.invalid"]);
    let report = format!(
        "Acme ({}): failed: no connection (Connection refused)\n\
         Acme (https://feeds.invalid/): failed: there is no such host\n\
         Acme (http://feeds.invalid/): failed: its address http://feeds.invalid/ is not https\n",
        feeds[0]
    );
    assert_eq!(hayami.update(&[]), (Some(2), report, "hayami: no feed could be fetched; the news stays as it was.\n".to_owned()));
}

/// The proxy of the environment is asked for the way to a host that this machine does not know.
#[test]
fn a_proxy_is_used() {
    let server = misbehaving();
    let proxy = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = proxy.local_addr().expect("it has an address").port();
    let target = server.port;
    let tunnel = std::thread::spawn(move || {
        let (mut client, _) = proxy.accept().expect("hayami comes");
        let mut asked = Vec::new();
        while !asked.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            client.read_exact(&mut byte).expect("a request");
            asked.extend(byte);
        }
        client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").expect("hayami listens");
        let mut server = std::net::TcpStream::connect(("127.0.0.1", target)).expect("the server");
        let (mut up, mut down) = (client.try_clone().expect("a socket"), server.try_clone().expect("a socket"));
        std::thread::spawn(move || std::io::copy(&mut up, &mut down));
        // Whoever closes first, the request was told.
        let _ = std::io::copy(&mut server, &mut client);
        let _ = client.shutdown(std::net::Shutdown::Both);
        String::from_utf8(asked).expect("ASCII").lines().next().expect("a line").to_owned()
    });
    let hayami = Hayami::new().with("HTTPS_PROXY", &format!("http://127.0.0.1:{port}"));
    hayami.list(&[("acme", &["https://feeds.example/good".to_owned()])], &["feeds.example"]);
    let report = "Acme (https://feeds.example/good): 0 new, 0 known; left out: 1 not on an official https address\n\
                  0 new announcements, stored in FOLDER/cache/announcements.json\n";
    assert_eq!(hayami.update(&[]), (Some(0), report.to_owned(), String::new()));
    assert_eq!(tunnel.join().expect("it ends"), "CONNECT feeds.example:443 HTTP/1.1");
}

/// Killed at any moment, an update leaves the old cache or the new one, and the next one works.
#[test]
#[cfg(unix)]
fn killed_at_any_moment() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Instant;

    // Each answer has one item more than the one before.
    let served = std::sync::Arc::new(AtomicUsize::new(1));
    let count = std::sync::Arc::clone(&served);
    let server = Server::plain(move |_, to| {
        let count = count.fetch_add(1, Ordering::SeqCst);
        let links: Vec<String> = (0..count).map(|i| format!("https://localhost/{i}")).collect();
        let items: Vec<(&str, &str, &str)> = links.iter().map(|link| ("An item", link.as_str(), "Mon, 05 Oct 2026 22:00:00 GMT")).collect();
        answer(to, "200 OK", "", rss(&items).as_bytes())
    });
    let hayami = Hayami::new();
    hayami.list(&[("acme", &[format!("http://localhost:{}/", server.port)])], &["localhost"]);
    let list = hayami.path("feeds.json");
    let items = || -> usize {
        let text = fs::read_to_string(hayami.cache()).expect("a cache");
        let cache: serde_json::Value = serde_json::from_str(&text).expect("a whole cache");
        cache["news"].as_array().expect("a list").len()
    };
    let begin = Instant::now();
    assert_eq!(hayami.update(&[]).0, Some(0));
    let whole = begin.elapsed();
    let mut kept = items();
    let mut replaced = 0;
    for turn in 0..200 {
        let mut child =
            hayami.command(&["update", "--feeds", list.to_str().expect("UTF-8")]).stdout(std::process::Stdio::null()).spawn().expect("hayami starts");
        std::thread::sleep(whole * (turn * 7919 % 200) / 160);
        child.kill().expect("it can be killed");
        child.wait().expect("and is gone");
        let now = items();
        assert!(now == kept || now == served.load(Ordering::SeqCst) - 1, "{kept} items, then {now}");
        replaced += usize::from(now != kept);
        kept = now;
    }
    assert!(replaced > 0, "some updates came to their end");
    let (status, _, said) = hayami.update(&[]);
    assert_eq!((status, said.as_str(), items()), (Some(0), "", served.load(Ordering::SeqCst) - 1));
}

/// Two updates at once: one waits for the other, and nothing of either is lost.
#[test]
fn two_at_once() {
    let server = Server::tls(|request, to| {
        std::thread::sleep(Duration::from_millis(300));
        let link = format!("https://localhost{}", request.path);
        answer(to, "200 OK", "", rss(&[("An item", &link, "Mon, 05 Oct 2026 22:00:00 GMT")]).as_bytes())
    });
    let (one, two) = (Hayami::new(), Hayami::new());
    let cache = one.path("cache");
    let two = two.with("HAYAMI_CACHE", cache.to_str().expect("UTF-8"));
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let runs: Vec<_> = [(&one, "a"), (&two, "b")]
            .into_iter()
            .map(|(hayami, path)| {
                let feed = [format!("https://localhost:{}/{path}", server.port)];
                hayami.list(&[("acme", &feed)], &["localhost"]);
                scope.spawn(move || hayami.update(&[]))
            })
            .collect();
        runs.into_iter().map(|run| run.join().expect("it ends")).collect()
    });
    for ((status, shown, said), path) in outcomes.into_iter().zip(["a", "b"]) {
        assert_eq!((status, said.as_str()), (Some(0), ""));
        let first = format!("Acme (https://localhost:{}/{path}): 1 new, 0 known", server.port);
        assert_eq!(shown.lines().next(), Some(first.as_str()));
    }
    let shown = "2026-10-05  Acme: An item\n            https://localhost/a\n2026-10-05  Acme: An item\n            https://localhost/b\n";
    assert_eq!(one.run(&["news", "--publisher", "acme"]), (Some(0), shown.to_owned(), String::new()));
}

#[test]
fn a_damaged_cache_is_set_aside() {
    let server = misbehaving();
    let hayami = Hayami::new();
    let feed = [format!("https://localhost:{}/good", server.port)];
    hayami.list(&[("acme", &feed)], &["localhost"]);
    fs::create_dir(hayami.path("cache")).expect("a folder");
    fs::write(hayami.cache(), "{\"version\":").expect("a damaged cache");
    let what = "FOLDER/cache/announcements.json: /: is not JSON: EOF while parsing a value at line 1 column 11";
    let archive =
        "2026-10-09  OpenAI: OpenAI says Daybreak cuts Sophos threat investigations to 89 seconds\n            https://openai.com/index/sophos\n";
    let said = format!("hayami: the fetched announcements are left out: {what}. `hayami update` fetches them anew.\n");
    assert_eq!(hayami.run(&["news", "--limit", "1"]), (Some(0), archive.to_owned(), said));
    let said = format!("hayami: the fetched announcements are damaged and are ignored: {what}.\n");
    let report = format!("Acme ({}): 1 new, 0 known\n1 new announcement, not stored\n", feed[0]);
    assert_eq!(hayami.update(&["--dry-run"]), (Some(0), report, said));
    assert!(hayami.cache().exists(), "neither of them writes");
    let said = format!("hayami: the fetched announcements were damaged and are set aside as FOLDER/cache/announcements.json.damaged: {what}.\n");
    let report = format!("Acme ({}): 1 new, 0 known\n1 new announcement, stored in FOLDER/cache/announcements.json\n", feed[0]);
    assert_eq!(hayami.update(&[]), (Some(0), report, said));
    assert_eq!(fs::read_to_string(hayami.path("cache/announcements.json.damaged")).expect("it is there"), "{\"version\":");
    assert_eq!(hayami.run(&["news", "--publisher", "acme"]).2, "");
    // An attack in the cache is damage as well; other commands do not even read it.
    let attack = fs::read_to_string(hayami.cache()).expect("a cache").replace("Good", "\\u001b[2J");
    fs::write(hayami.cache(), attack).expect("an attack");
    let said = "hayami: 取得済みの発表は使えないため、除いて表示します。FOLDER/cache/announcements.json: /news/0/headline/en: ターミナルを操作する制御文字 U+001B が含まれています。\
                `hayami update` で取得し直せます。\n";
    assert_eq!(hayami.run(&["news", "--limit", "1", "--lang", "ja"]).2, said);
    assert_eq!(hayami.run(&["lookup", "rlhf", "--brief"]).2, "");
    // What is too large, or might never end, is not read at all.
    let said = |what: &str| {
        format!("hayami: the fetched announcements are left out: FOLDER/cache/announcements.json: /: {what}. `hayami update` fetches them anew.\n")
    };
    fs::File::create(hayami.cache()).and_then(|file| file.set_len((128 << 20) + 1)).expect("a large file of holes");
    assert_eq!(hayami.run(&["news", "--limit", "1"]), (Some(0), archive.to_owned(), said("has more than 128 MiB")));
    fs::remove_file(hayami.cache()).expect("it was there");
    assert!(Command::new("mkfifo").arg(hayami.cache()).status().expect("mkfifo runs").success());
    assert_eq!(hayami.run(&["news", "--limit", "1"]), (Some(0), archive.to_owned(), said("is not a plain file but a pipe, a device or the like")));
}

/// Where nothing can be written, that is said, with the place; the cache that is there stays as it was.
#[test]
#[cfg(unix)]
fn a_cache_that_cannot_be_written() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;

    let server = misbehaving();
    let hayami = Hayami::new();
    let feed = [format!("https://localhost:{}/good", server.port)];
    hayami.list(&[("acme", &feed)], &["localhost"]);
    let list = hayami.path("feeds.json");
    let args = ["update", "--feeds", list.to_str().expect("UTF-8")];
    let failed = |path: &str, why: &str| {
        let said = format!("hayami: cannot store what was fetched in FOLDER/{path}: {why}. Mend that, or name another directory in HAYAMI_CACHE.\n");
        (Some(2), String::new(), said)
    };

    fs::write(hayami.path("cache"), "").expect("a file");
    assert_eq!(hayami.update(&[]), failed("cache", "File exists"));
    fs::remove_file(hayami.path("cache")).expect("it was there");

    fs::create_dir(hayami.path("cache")).expect("a folder");
    symlink("/dev/full", hayami.path("cache/announcements.json.new")).expect("a link");
    assert_eq!(hayami.update(&[]), failed("cache/announcements.json.new", "no space left"));
    fs::remove_file(hayami.path("cache/announcements.json.new")).expect("it was there");
    fs::remove_file(hayami.path("cache/announcements.lock")).expect("it was there");

    // Root may write everywhere, so there the program runs as somebody else, from where everybody may run it.
    let program = hayami.path("hayami");
    fs::copy(env!("CARGO_BIN_EXE_hayami"), &program).expect("the program can be copied");
    for (path, mode) in [("", 0o755), ("feeds.json", 0o644), ("authority.pem", 0o644), ("cache", 0o555)] {
        fs::set_permissions(hayami.path(path), fs::Permissions::from_mode(mode)).expect("it is ours");
    }
    let mut command = hayami.command_of(&program, &args);
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command.uid(65_534).gid(65_534);
    }
    assert_eq!(hayami.outcome(&mut command), failed("cache/announcements.lock", "you may not write there"));
}

#[test]
fn lists_of_feeds_that_cannot_be_used() {
    let hayami = Hayami::new();
    let said = "hayami: cannot read the feeds in FOLDER/feeds.json: there is no such file. Name a file in the form of glossary/publishers.json.\n";
    assert_eq!(hayami.update(&[]), (Some(2), String::new(), said.to_owned()));
    for (list, said) in [
        ("{}", "hayami: FOLDER/feeds.json names no feed. Add one to the \"feeds\" of a publisher.\n"),
        ("\u{feff}{}", "hayami: FOLDER/feeds.json names no feed. Add one to the \"feeds\" of a publisher.\n"),
        (
            // Cut within a character.
            &"あ".repeat(6 << 20),
            "FOLDER/feeds.json: /: has more than 16 MiB; check that it belongs here, and split it\n\
             hayami: the feeds in FOLDER/feeds.json cannot be used: 1 problem. Mend them, or leave it out.\n",
        ),
        (
            "[]",
            "FOLDER/feeds.json: /: is a list; write an object\n\
             hayami: the feeds in FOLDER/feeds.json cannot be used: 1 problem. Mend them, or leave it out.\n",
        ),
        (
            "{\"A\":{\"name\":{\"en\":\"A\"},\"newsroom\":\"-\",\"hosts\":[\"A B\"],\"feeds\":[{\"url\":\"x\",\"format\":\"json\"}]}}",
            "FOLDER/feeds.json: /A: is not an id; use only a-z, 0-9 and -\n\
             FOLDER/feeds.json: /A/feeds/0/format: is not a feed format; write \"rss\" or \"atom\"\n\
             FOLDER/feeds.json: /A/hosts/0: is not a host name; write it in lower case, without https:// and without a path\n\
             hayami: the feeds in FOLDER/feeds.json cannot be used: 3 problems. Mend them, or leave it out.\n",
        ),
    ] {
        fs::write(hayami.path("feeds.json"), list).expect("a list");
        assert_eq!(hayami.update(&[]), (Some(2), String::new(), said.to_owned()), "{}", list.chars().take(100).collect::<String>());
    }
}

#[test]
fn no_place_for_a_cache() {
    let hayami = Hayami::new().with("HAYAMI_CACHE", "");
    let said = "hayami: there is no place for what is fetched: neither HAYAMI_CACHE nor a home directory is set. Name a directory in HAYAMI_CACHE.\n";
    assert_eq!(hayami.run(&["update"]), (Some(2), String::new(), said.to_owned()));
    assert_eq!(hayami.run(&["news", "--limit", "1"]).0, Some(0));
}

/// What a feed says of its items now replaces what it said before; another version of hayami asks for everything again.
#[test]
fn corrections_and_other_versions() {
    let first = std::sync::atomic::AtomicBool::new(true);
    let server = Server::tls(move |_, to| {
        let title = if first.swap(false, std::sync::atomic::Ordering::SeqCst) { "Acem" } else { "Acme" };
        answer(to, "200 OK", "etag: \"1\"\r\n", rss(&[(title, "https://localhost/one", "Mon, 05 Oct 2026 22:00:00 GMT")]).as_bytes())
    });
    let hayami = Hayami::new();
    hayami.list(&[("acme", &[format!("https://localhost:{}/", server.port)])], &["localhost"]);
    assert_eq!(hayami.update(&[]).0, Some(0));
    let older = fs::read_to_string(hayami.cache()).expect("a cache").replacen(env!("CARGO_PKG_VERSION"), "0.0.0", 1);
    fs::write(hayami.cache(), older).expect("a cache of another version");
    let report =
        format!("Acme (https://localhost:{}/): 0 new, 1 known\n0 new announcements, stored in FOLDER/cache/announcements.json\n", server.port);
    assert_eq!(hayami.update(&[]), (Some(0), report, String::new()));
    assert_eq!(*server.asked.lock().expect("no server panics"), ["/", "/"]);
    assert_eq!(hayami.run(&["news", "--publisher", "acme"]).1, "2026-10-05  Acme: Acme\n            https://localhost/one\n");
}
