#!/bin/sh
# Print the path of a browser: `browser.sh chromium` for the browser tests and for what is printed to PDF, `browser.sh
# firefox` for the tests of paper. When there is none, it is installed where apt-get can do it. With --zoek nothing is
# installed, and no browser is no error. CHROMIUM and FIREFOX name the ones to use.
#
# Without a Chromium nothing is tested. Without a Firefox something is not: then nothing is printed and the reason is said,
# unless CI is set and apt-get is there.
set -eu

case "$1" in
  chromium)
    title=Chromium
    variable=CHROMIUM
    chosen=${CHROMIUM:-}
    cask=chromium
    packages="chromium-headless-shell chromium"
    ;;
  firefox)
    title=Firefox
    variable=FIREFOX
    chosen=${FIREFOX:-}
    cask=firefox
    packages=firefox-esr
    ;;
  *)
    echo "Use: browser.sh chromium|firefox [--zoek]" >&2
    exit 2
    ;;
esac

find_one() {
  if [ "$title" = Firefox ]; then
    set -- firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox
  else
    # The first has no windows: the same engine in two thirds of the time.
    set -- chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"
  fi
  for name; do
    path=$(command -v "$name") || continue
    # Ubuntu's Firefox is a snap, which sees no folder for temporary files but its own.
    [ "$title" = Chromium ] || ! grep -qs /snap/ "$path" || continue
    echo "$path"
    return
  done
  return 1
}

if [ -n "$chosen" ]; then
  command -v "$chosen" && exit
  echo "$variable is \"$chosen\", but no program has that name." >&2
  exit 1
fi
find_one && exit
[ "${2:-}" != --zoek ] || exit 0
status=1
[ "$title" = Chromium ] || status=0
if command -v apt-get >/dev/null; then
  [ -z "${CI:-}" ] || status=1
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  if [ -z "$as_root" ] || command -v sudo >/dev/null; then
    echo "Installing $title for the browser tests ..." >&2
    # shellcheck disable=SC2086 # empty for root
    $as_root apt-get update -qq >&2 || true
    for package in $packages; do
      # shellcheck disable=SC2086
      DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$package" >&2 && break
    done
    find_one && exit
  fi
fi
case "$title" in
  Chromium) echo "The browser tests need Chromium, and it is not here." >&2 ;;
  Firefox) echo "There is no Firefox, so what pages become on paper is tested in Chromium only." >&2 ;;
esac
echo "Install it (Debian: apt-get install ${packages%% *}; macOS: brew install --cask $cask)" >&2
echo "or set $variable to the path of one." >&2
exit "$status"
