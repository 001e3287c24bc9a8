#!/usr/bin/env bash
# Builds the hello-world program that measurements are multiples of, with hayami's own build profile: benches/hello-world.sh DIRECTORY
# leaves DIRECTORY/hello-world.
set -euo pipefail
work=$1
mkdir -p "$work/hello/src"
cd "$(dirname "$0")/.."
cp benches/hello.rs "$work/hello/src/main.rs"
{
    printf '[package]\nname = "hello"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n'
    sed -n '/^\[profile.release\]/,/^$/p' Cargo.toml
} > "$work/hello/Cargo.toml"
cargo build --quiet --release --manifest-path "$work/hello/Cargo.toml" --target-dir "$work/hello/target"
cp "$work/hello/target/release/hello" "$work/hello-world"
