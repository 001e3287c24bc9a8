//! Where the cache lies, and how long a feed may take.

use std::path::PathBuf;
use std::time::Duration;

use crate::settings::World;

/// How long a feed may take.
const FEED: Duration = Duration::from_secs(30);

/// The directory of the cache: that of `HAYAMI_CACHE`, or else hayami's within the platform's; none where the environment names none of them.
pub fn directory(world: &World<'_>) -> Option<PathBuf> {
    let path = |name: &str| (world.var)(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    path("HAYAMI_CACHE").or_else(|| {
        let platform = if cfg!(windows) {
            path("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            path("HOME").map(|home| home.join("Library/Caches"))
        } else {
            // A relative path there is to be taken as none (XDG Base Directory Specification).
            path("XDG_CACHE_HOME").filter(|path| path.is_absolute()).or_else(|| path("HOME").map(|home| home.join(".cache")))
        };
        platform.map(|platform| platform.join("hayami"))
    })
}

/// How long a feed may take: `HAYAMI_UPDATE_TIMEOUT` in whole seconds, or else 30.
pub fn feed_limit(world: &World<'_>) -> Duration {
    let seconds = world.set("HAYAMI_UPDATE_TIMEOUT").and_then(|value| value.parse().ok()).filter(|seconds| (1..=3600).contains(seconds));
    seconds.map_or(FEED, Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;
    use std::time::{Duration, UNIX_EPOCH};

    use super::{directory, feed_limit};
    use crate::settings::World;

    fn with<T>(vars: &[(&str, &str)], ask: impl Fn(&World<'_>) -> T) -> T {
        let var = |name: &str| vars.iter().find(|(other, _)| *other == name).map(|(_, value)| OsString::from(value));
        ask(&World { var: &var, stdout: None, stderr: None, reads_terminal: false, now: UNIX_EPOCH })
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_directory() {
        for (vars, path) in [
            (&[][..], None),
            (&[("HOME", "/home/a")], Some("/home/a/.cache/hayami")),
            (&[("HOME", "")], None),
            (&[("HOME", "/home/a"), ("XDG_CACHE_HOME", "/c")], Some("/c/hayami")),
            (&[("HOME", "/home/a"), ("XDG_CACHE_HOME", "c")], Some("/home/a/.cache/hayami")),
            (&[("HOME", "/home/a"), ("XDG_CACHE_HOME", "")], Some("/home/a/.cache/hayami")),
            (&[("XDG_CACHE_HOME", "/c"), ("HAYAMI_CACHE", "here")], Some("here")),
            (&[("XDG_CACHE_HOME", "/c"), ("HAYAMI_CACHE", "")], Some("/c/hayami")),
        ] {
            assert_eq!(with(vars, directory), path.map(PathBuf::from), "{vars:?}");
        }
    }

    #[test]
    fn the_limit() {
        for (value, seconds) in [("", 30), ("2", 2), ("3600", 3600), ("0", 30), ("3601", 30), ("-1", 30), ("1.5", 30), ("soon", 30)] {
            assert_eq!(with(&[("HAYAMI_UPDATE_TIMEOUT", value)], feed_limit), Duration::from_secs(seconds), "{value}");
        }
    }
}
