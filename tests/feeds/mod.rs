//! Servers of feeds on this machine, with a certificate authority of their own, and hayami asking them.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};
use std::{fs, thread};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, ExtendedKeyUsagePurpose, IsCa, KeyPair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::{Value, json};
use tempfile::TempDir;

/// What a server is asked: the path, and the headers with their names in lower case.
pub(crate) struct Request {
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
}

type Handler = dyn Fn(&Request, &mut dyn Write) -> io::Result<()> + Send + Sync;

/// A server on a free port of this machine, for as long as the test runs.
pub(crate) struct Server {
    pub(crate) port: u16,
    /// Every request so far: its path and what it said of the state that the client knows.
    pub(crate) asked: Arc<Mutex<Vec<String>>>,
}

/// A certificate authority that signs for this machine.
pub(crate) struct Authority {
    pub(crate) pem: String,
    config: Arc<ServerConfig>,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority");
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(["localhost", "127.0.0.1", "feeds.example"].map(str::to_owned)).expect("names of hosts");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let certificate = params.signed_by(&key, &issuer).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions of TLS")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key.into())
            .expect("a certificate and its key");
        Self { pem: issuer.pem(), config: Arc::new(config) }
    }

    /// The one of this test program.
    pub(crate) fn ours() -> &'static Self {
        static OURS: OnceLock<Authority> = OnceLock::new();
        OURS.get_or_init(Self::new)
    }
}

impl Server {
    /// Serves over TLS.
    pub(crate) fn tls(answer: impl Fn(&Request, &mut dyn Write) -> io::Result<()> + Send + Sync + 'static) -> Self {
        let config = &Authority::ours().config;
        Self::start(Box::new(answer), move |stream, serve| {
            let connection = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
            let mut stream = StreamOwned::new(connection, stream);
            serve(&mut stream)?;
            stream.conn.send_close_notify();
            stream.flush()
        })
    }

    /// Serves without TLS.
    pub(crate) fn plain(answer: impl Fn(&Request, &mut dyn Write) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self::start(Box::new(answer), |mut stream, serve| serve(&mut stream))
    }

    fn start(
        answer: Box<Handler>,
        accept: impl Fn(TcpStream, &dyn Fn(&mut dyn ReadWrite) -> io::Result<()>) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it has an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (log, answer, accept) = (Arc::clone(&asked), Arc::new(answer), Arc::new(accept));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, answer, accept) = (Arc::clone(&log), Arc::clone(&answer), Arc::clone(&accept));
                thread::spawn(move || {
                    // A client that leaves early is one of the things that are tested.
                    let _ = accept(stream, &|stream| {
                        let request = request(stream)?;
                        let known = ["if-none-match", "if-modified-since"].map(|name| request.headers.get(name).cloned().unwrap_or_default());
                        log.lock().expect("no server panics").push([&request.path, " ", &known[0], " ", &known[1]].concat().trim_end().to_owned());
                        answer(&request, stream)?;
                        stream.flush()
                    });
                });
            }
        });
        Self { port, asked }
    }
}

trait ReadWrite: Read + Write {}
impl<T: Read + Write> ReadWrite for T {}

fn request(stream: &mut dyn ReadWrite) -> io::Result<Request> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().ok_or(io::ErrorKind::UnexpectedEof)??;
    let mut headers = BTreeMap::new();
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    Ok(Request { path: first.split(' ').nth(1).unwrap_or_default().to_owned(), headers })
}

/// Answers with a status, headers (each with its line end) and a body.
pub(crate) fn answer(to: &mut dyn Write, status: &str, headers: &str, body: &[u8]) -> io::Result<()> {
    write!(to, "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n", body.len())?;
    to.write_all(body)
}

/// RSS with items of a title, an address and a date.
pub(crate) fn rss(items: &[(&str, &str, &str)]) -> String {
    let items = items.iter().map(|(title, link, date)| format!("<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>\n"));
    format!("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>\n{}</channel></rss>\n", items.collect::<String>())
}

/// hayami with a cache and a list of feeds of its own.
pub(crate) struct Hayami {
    pub(crate) folder: TempDir,
    /// Variables besides those that every run has.
    pub(crate) vars: Vec<(String, String)>,
}

/// What a run did: status, standard output, standard error. The folder is `FOLDER` there.
pub(crate) type Outcome = (Option<i32>, String, String);

impl Hayami {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("authority.pem"), &Authority::ours().pem).expect("and filled");
        Self { folder, vars: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.vars.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file of the cache.
    pub(crate) fn cache(&self) -> PathBuf {
        self.path("cache/announcements.json")
    }

    /// Writes a list of feeds; each publisher has its feeds, and official hosts that all share.
    pub(crate) fn list(&self, publishers: &[(&str, &[String])], hosts: &[&str]) {
        let publisher = |(id, feeds): &(&str, &[String])| {
            let feeds: Vec<Value> = feeds.iter().map(|url| json!({ "url": url, "format": "rss" })).collect();
            let name = [&id[..1].to_ascii_uppercase(), &id[1..]].concat();
            ((*id).to_owned(), json!({ "name": { "en": name, "ja": name }, "hosts": hosts, "newsroom": "https://localhost/", "feeds": feeds }))
        };
        let list: serde_json::Map<String, Value> = publishers.iter().map(publisher).collect();
        fs::write(self.path("feeds.json"), Value::Object(list).to_string()).expect("a list can be written");
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        self.command_of(Path::new(env!("CARGO_BIN_EXE_hayami")), args)
    }

    pub(crate) fn command_of(&self, program: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).env_clear().env("LANG", "C.UTF-8").env("HAYAMI_TODAY", "2026-10-10");
        command.env("HAYAMI_CACHE", self.path("cache")).env("SSL_CERT_FILE", self.path("authority.pem"));
        command.envs(self.vars.iter().map(|(name, value)| (name, value))).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Outcome {
        self.outcome(&mut self.command(args))
    }

    /// `hayami update` with the list.
    pub(crate) fn update(&self, args: &[&str]) -> Outcome {
        let list = self.path("feeds.json");
        self.run(&[&["update", "--feeds", list.to_str().expect("UTF-8")], args].concat())
    }

    pub(crate) fn outcome(&self, command: &mut Command) -> Outcome {
        let output = command.output().expect("hayami runs");
        let folder = self.folder.path().to_str().expect("UTF-8");
        let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("UTF-8").replace(folder, "FOLDER"));
        (output.status.code(), out, err)
    }
}
