#!/bin/sh
# What is missing on this machine before anything of the project can run? Installs packages and, as root
# on Debian, programs; names the rest in one sentence. `set-up.sh test` also brings what the tests need, `set-up.sh judges`
# what strangers' tools are fetched and run with.
set -eu
cd "$(dirname "$0")/../../.."

refuse() {
  echo "$1" >&2
  exit 1
}

command -v npm >/dev/null || refuse "npm is missing; install Node.js 20 or newer with npm."

# npm writes this file last: it is older than the lock file when something is still to be installed.
if [ ! -e node_modules/.package-lock.json ] || [ node_modules/.package-lock.json -ot package-lock.json ]; then
  # Not the warnings: some packages want a newer Node than may be here, and run on the one that npm brings.
  # Twice, as npm asks anew for what is refused or late, but gives up when a download breaks off in the middle; what has come
  # by then is in its cache.
  npm ci --loglevel=error || npm ci --loglevel=error || refuse "npm ci failed."
  # What is native needs a build that runs here: that Node first, then what nothing can be made or shown without.
  runs() {
    node_modules/.bin/node -e "$1" >/dev/null 2>&1
  }
  unusable() {
    rm node_modules/.package-lock.json
    refuse "The package $1 has no build that runs on this $(uname -s) $(uname -m)."
  }
  runs "" || unusable node
  for part in @myriaddreamin/typst-ts-node-compiler esbuild rolldown lightningcss; do
    runs "require('$part')" || unusable "$part"
  done
fi

# DynamoDB Local 3 needs Java 17.
has_java() {
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ]
}

# Each package is known by a program of its own; the last column is Homebrew's name for it.
packages=""
brewed=""
want() {
  packages="$packages $1"
  brewed="$brewed $2"
}
has_java || want default-jre-headless temurin
if [ "${1:-}" = test ]; then
  # Chromium without a window; where it is not to be had apart, with one.
  browser=chromium-headless-shell
  [ "$(uname -s)" != Darwin ] || browser=chromium
  while read -r program package brew; do
    command -v "$program" >/dev/null || want "$package" "$brew"
  done <<END
pdfsig poppler-utils poppler
qpdf qpdf qpdf
$browser $browser chromium
certutil libnss3-tools nss
openssl openssl openssl
soffice libreoffice-writer-nogui libreoffice
END
fi
if [ "${1:-}" = judges ]; then
  # Debian's Python comes without what makes an environment of its own.
  python3 -c "import ensurepip, venv" 2>/dev/null || want python3-venv python
  command -v mvn >/dev/null || want maven maven
  # One judge is a source file, which only a JDK runs.
  command -v javac >/dev/null || want default-jdk-headless temurin
fi
[ -n "$packages" ] || exit 0

[ "$(uname -s)" != Darwin ] || refuse "Missing:$brewed; install them with: brew install$brewed"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  refuse "Missing:$packages; on Debian, install them as root with: apt-get install$packages"
fi
echo "Installing:$packages" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null || refuse "apt-get update failed; missing:$packages"
# shellcheck disable=SC2086 # a list of words on purpose
apt-get install -y -qq --no-install-recommends $packages >/dev/null || refuse "apt-get could not install:$packages"
# Debian's default Java may be older than what is needed.
has_java || apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null || refuse "Java 17 or newer is missing."
