#!/bin/sh
# Make sure that there is a browser for tests/browser: Debian's or Ubuntu's Chromium where none is found.
# Elsewhere install Chromium or Chrome yourself, or name one in PLEDGEBOOK_BROWSER.
set -eu

for browser in ${PLEDGEBOOK_BROWSER:+"$PLEDGEBOOK_BROWSER"} chromium chromium-browser google-chrome; do
    if command -v "$browser" >/dev/null 2>&1; then
        exit 0
    fi
done

fail() {
    echo "pledgebook: no Chromium for the browser tests, and $1; install one or name it in PLEDGEBOOK_BROWSER" >&2
    exit 1
}

command -v apt-get >/dev/null 2>&1 || fail "no apt-get to install it with"
[ "$(id -u)" -eq 0 ] && as_root='' || as_root='sudo -n'

echo "pledgebook: installing Chromium for the browser tests"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq || fail "apt-get could not read its lists"
$as_root apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null ||
    fail "apt-get could not install it"
