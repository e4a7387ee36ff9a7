#!/bin/sh
# Print the path of a Chromium for the browser tests and for what is printed to PDF; install one when there is none and
# apt-get can do it. With --zoek nothing is installed, and no Chromium is no error. CHROMIUM names the one to use.
set -eu

find_one() {
  # The first has no windows: the same engine in two thirds of the time.
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    command -v "$name" && return
  done
  return 1
}

if [ -n "${CHROMIUM:-}" ]; then
  command -v "$CHROMIUM" && exit
  echo "CHROMIUM is \"$CHROMIUM\", but no program has that name." >&2
  exit 1
fi
find_one && exit
[ "${1:-}" != --zoek ] || exit 0
if command -v apt-get >/dev/null; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  if [ -z "$as_root" ] || command -v sudo >/dev/null; then
    echo "Installing Chromium for the browser tests ..." >&2
    # shellcheck disable=SC2086 # empty for root
    $as_root apt-get update -qq >&2 || true
    for package in chromium-headless-shell chromium; do
      # shellcheck disable=SC2086
      DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$package" >&2 && break
    done
    find_one && exit
  fi
fi
echo "The browser tests need Chromium. Install it (Debian: apt-get install chromium; macOS: brew install --cask chromium)" >&2
echo "or set CHROMIUM to the path of a Chromium or Chrome." >&2
exit 1
