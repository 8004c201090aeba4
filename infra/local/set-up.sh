#!/bin/sh
# What is missing on this machine before anything of the project can run? Installs what it can as
# root on Debian, and names the rest in one sentence. `set-up.sh test` also brings what the tests need.
set -eu
cd "$(dirname "$0")/../.."

refuse() {
  echo "$1" >&2
  exit 1
}

if [ "$(uname -s)" != Linux ] || [ "$(uname -m)" != x86_64 ]; then
  refuse "Trình Ký runs on Linux x86-64, not on $(uname -s) $(uname -m); use WSL2 or a container."
fi
command -v npm >/dev/null || refuse "npm is missing; install Node.js 20 or newer with npm."

# npm writes this file last: it is older than the lock file when something is still to be installed.
if [ ! -e node_modules/.package-lock.json ] || [ node_modules/.package-lock.json -ot package-lock.json ]; then
  cp package-lock.json package-lock.json.kept
  npm install --no-audit --no-fund --loglevel=error || { mv package-lock.json.kept package-lock.json; refuse "npm install failed."; }
  # npm on another version writes the same tree in other words; what was locked stays.
  mv package-lock.json.kept package-lock.json
  touch node_modules/.package-lock.json
fi

# DynamoDB Local 3 needs Java 17.
has_java() {
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ]
}

packages=""
has_java || packages="$packages default-jre-headless"
if [ "${1:-}" = test ]; then
  # Each is named by a program of its own.
  for pair in pdfsig:poppler-utils qpdf:qpdf chromium:chromium certutil:libnss3-tools openssl:openssl soffice:libreoffice-writer-nogui; do
    command -v "${pair%%:*}" >/dev/null || packages="$packages ${pair##*:}"
  done
fi
[ -n "$packages" ] || exit 0

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
