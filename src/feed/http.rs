//! The only file that touches the network: one feed, asked for politely and within limits.

use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error, http};

use crate::answer::updated::Failure;
use crate::cache::State;
use crate::feed::policy::Policy;
use crate::glossary::members::is_unsafe;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How often a feed may have moved.
const MOVES: usize = 5;
/// The bytes of a feed, decompressed.
const LARGEST: u64 = 8 << 20;

/// Asks servers for feeds.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    limit: Duration,
}

/// What a server answered.
#[derive(Debug)]
pub enum Reply {
    /// Nothing changed since the state that it was told.
    Unchanged,
    /// The feed.
    Feed {
        /// Its bytes.
        bytes: Vec<u8>,
        /// The encoding that the server declared.
        charset: Option<String>,
        /// What to tell the server next time.
        state: State,
    },
}

impl Client {
    /// A client that gives each feed so much time. The platform judges certificates, and a proxy is that of the environment.
    pub fn new(limit: Duration) -> Self {
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()));
        let config = Agent::config_builder()
            .tls_config(tls.build())
            .user_agent(concat!("hayami/", env!("CARGO_PKG_VERSION")))
            .accept("application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8")
            .timeout_connect(Some(CONNECT.min(limit)))
            .http_status_as_error(false)
            .max_redirects(0);
        Self { agent: config.build().new_agent(), limit }
    }

    /// Asks for a feed, wherever it moved to, as long as the policy allows each of the places.
    ///
    /// # Errors
    /// Why there is no feed.
    pub fn get(&self, address: &str, policy: Policy<'_>, state: &State) -> Result<Reply, Failure> {
        let end = Instant::now() + self.limit;
        let mut address = address.to_owned();
        for _ in 0..=MOVES {
            let url = policy.check(&address).map_err(|why| Failure::Refused { url: address.clone(), why })?;
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Failure::TimeOut);
            }
            let mut request = self.agent.get(url.as_str());
            for (name, value) in [("if-none-match", &state.etag), ("if-modified-since", &state.modified)] {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let response = request.config().timeout_global(Some(left)).build().call().map_err(failure)?;
            match response.status().as_u16() {
                200 => return feed(response),
                304 if *state != State::default() => return Ok(Reply::Unchanged),
                status @ (301 | 302 | 303 | 307 | 308) => {
                    let place = header(&response, "location").ok_or(Failure::Status(status))?;
                    // What cannot be joined is told by the policy.
                    address = url.join(&place).map_or(place, Into::into);
                }
                status => return Err(Failure::Status(status)),
            }
        }
        Err(Failure::TooManyMoves)
    }
}

fn feed(response: http::Response<Body>) -> Result<Reply, Failure> {
    let state = State { etag: header(&response, "etag"), modified: header(&response, "last-modified") };
    let body = response.into_body();
    let charset = body.charset().map(str::to_owned);
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that it is too much.
    let read = body.into_reader().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| match failure(error.into()) {
        Failure::NoConnection { cause } => Failure::CutOff { cause },
        other => other,
    })?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::TooLarge);
    }
    Ok(Reply::Feed { bytes, charset, state })
}

/// A header of printable ASCII. A tab within, which the protocol allows, is not: the cache would be refused for it as damaged.
fn header(response: &http::Response<Body>, name: &str) -> Option<String> {
    let value = response.headers().get(name)?.to_str().ok()?.trim();
    (!value.is_empty() && !value.contains(is_unsafe)).then(|| value.to_owned())
}

fn failure(error: Error) -> Failure {
    let cause = match error {
        Error::Timeout(_) => return Failure::TimeOut,
        Error::HostNotFound => return Failure::NoSuchHost,
        Error::LargeResponseHeader(..) => return Failure::TooLarge,
        Error::Decompress(_, cause) => return Failure::CutOff { cause: cause.to_string() },
        Error::Rustls(cause) => return tls(&cause),
        // The system's word for a name that nobody knows has no kind of its own.
        Error::Io(cause) if cause.to_string().starts_with("failed to lookup address information") => return Failure::NoSuchHost,
        Error::Io(cause) => match cause.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            Some(cause) => return tls(cause),
            None => cause.to_string(),
        },
        other => other.to_string(),
    };
    Failure::NoConnection { cause }
}

fn tls(error: &rustls::Error) -> Failure {
    match error {
        rustls::Error::InvalidCertificate(cause) => Failure::Untrusted { cause: cause.to_string() },
        // The platform could not be asked whom to trust.
        rustls::Error::General(cause) => Failure::Untrusted { cause: cause.clone() },
        other => Failure::NoConnection { cause: other.to_string() },
    }
}
