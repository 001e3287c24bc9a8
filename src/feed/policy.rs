//! Which addresses may be asked and led to: https alone, on official hosts of the publisher, and nothing that hides where it leads.
//!
//! The rule holds for feeds, for wherever they redirect to and for their items. A list of one's own (`--feeds`) brings its own hosts; there,
//! ports are free, and plain http may reach this very machine, for tests and mirrors.

use url::{Host, Url};

use crate::answer::updated::Refusal;

/// The bytes that an address may have. Those of pages are far shorter, and a few that are longer would fill the cache.
const LONGEST: usize = 2_000;

/// The rule for the addresses of one publisher.
#[derive(Clone, Copy, Debug)]
pub struct Policy<'a> {
    /// Its official hosts, lower case.
    pub hosts: &'a [String],
    /// Whether the hosts come from a list of the user's own.
    pub own_list: bool,
}

impl Policy<'_> {
    /// The address as it is asked, if it may be.
    ///
    /// # Errors
    /// Why it may not.
    pub fn check(&self, address: &str) -> Result<Url, Refusal> {
        let url = Url::parse(address.trim()).map_err(|_| Refusal::NoAddress)?;
        let Some(host) = url.host() else { return Err(Refusal::NoAddress) };
        let is_local = match &host {
            Host::Domain(name) => *name == "localhost",
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
        };
        let is_secure = url.scheme() == "https" || (url.scheme() == "http" && self.own_list && is_local);
        let host = host.to_string();
        if url.as_str().len() > LONGEST {
            Err(Refusal::NoAddress)
        } else if !is_secure {
            Err(Refusal::NotHttps)
        } else if !url.username().is_empty() || url.password().is_some() || (url.port().is_some() && !self.own_list) {
            Err(Refusal::NotPlain)
        } else if !self.hosts.contains(&host) {
            Err(Refusal::Elsewhere { host })
        } else {
            Ok(url)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Policy};
    use crate::answer::updated::Refusal::{self, Elsewhere, NoAddress, NotHttps, NotPlain};

    fn told(own_list: bool, address: &str) -> Option<Refusal> {
        let hosts = ["openai.com", "xn--bcher-kva.example", "localhost", "127.0.0.1", "[::1]", "10.0.0.1"].map(str::to_owned);
        Policy { hosts: &hosts, own_list }.check(address).err()
    }

    fn elsewhere(host: &str) -> Option<Refusal> {
        Some(Elsewhere { host: host.to_owned() })
    }

    #[test]
    fn what_the_list_of_hayami_allows() {
        for (address, refusal) in [
            ("https://openai.com/news/rss.xml", None),
            ("https://OPENAI.com:443/", None),
            ("https://bücher.example/", None),
            (" https://openai.com/a b", None),
            ("http://openai.com/", Some(NotHttps)),
            ("http://localhost/", Some(NotHttps)),
            ("ftp://openai.com/", Some(NotHttps)),
            ("https://openai.com:8443/", Some(NotPlain)),
            ("https://user@openai.com/", Some(NotPlain)),
            ("https://:password@openai.com/", Some(NotPlain)),
            ("https://openai.com@evil.example/", Some(NotPlain)),
            ("https://openai.com.evil.example/", elsewhere("openai.com.evil.example")),
            ("https://www.openai.com/", elsewhere("www.openai.com")),
            ("https://openai.com./", elsewhere("openai.com.")),
            ("https://evil.example\\@openai.com/", elsewhere("evil.example")),
            ("https://оpenai.com/", elsewhere("xn--penai-iye.com")),
            ("https://0x7f.1/", None),
            ("javascript:alert(1)", Some(NoAddress)),
            ("data:text/html,x", Some(NoAddress)),
            ("file:///etc/passwd", Some(NoAddress)),
            ("/news/", Some(NoAddress)),
            ("", Some(NoAddress)),
        ] {
            assert_eq!(told(false, address), refusal, "{address}");
        }
    }

    #[test]
    fn addresses_have_an_end() {
        let long = |rest: &str, count: usize| ["https://openai.com/", &rest.repeat(count)].concat();
        let room = LONGEST - "https://openai.com/".len();
        assert_eq!(told(false, &long("a", room)), None);
        assert_eq!(told(false, &long("a", room + 1)), Some(NoAddress));
        // As it is stored, with everything escaped, it counts.
        assert_eq!(told(false, &long("あ", room / 3)), Some(NoAddress));
        assert_eq!(told(false, &long("a", 8 << 20)), Some(NoAddress));
    }

    #[test]
    fn what_a_list_of_ones_own_allows_besides() {
        for (address, refusal) in [
            ("https://openai.com:8443/", None),
            ("http://localhost:8080/feed", None),
            ("http://127.0.0.1:8080/feed", None),
            ("http://[::1]:8080/feed", None),
            ("http://127.0.0.2/", elsewhere("127.0.0.2")),
            ("http://10.0.0.1/", Some(NotHttps)),
            ("http://openai.com/", Some(NotHttps)),
            ("http://user@localhost/", Some(NotPlain)),
            ("https://example.com/", elsewhere("example.com")),
        ] {
            assert_eq!(told(true, address), refusal, "{address}");
        }
    }
}
