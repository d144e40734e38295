#!/bin/sh
# What the tests need beyond Python: the page checkers from npm, Java for one of them, a Chromium, openssl.
# What cannot be had is named and makes the exit status 1, so that it is tried again the next time;
# its tests are skipped, and pytest's last lines name them once more.
set -u
status=0
cd "$(dirname "$0")"

lacking() {
    echo "LACKING: $1"
    status=1
}
have() { command -v "$1" >/dev/null 2>&1; }
apt_get() {
    if [ "$(id -u)" = 0 ]; then DEBIAN_FRONTEND=noninteractive apt-get -qq "$@"; else sudo -n apt-get -qq "$@"; fi
}
debian() { # installs one of Debian's packages, where apt can
    have apt-get || return 1
    echo "Installing Debian's package $1"
    apt_get install -y --no-install-recommends "$1" >/dev/null 2>&1 && return
    apt_get update >/dev/null 2>&1 && apt_get install -y --no-install-recommends "$1" >/dev/null 2>&1
}

if have npm; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || lacking "npm could not install the page checkers"
else
    lacking "npm (https://nodejs.org): pages are not checked for valid HTML and accessibility"
fi
have openssl || debian openssl || lacking "openssl: no certificate is made, and so none is looked at"
have java || debian default-jre-headless || lacking "java: pages are not checked for valid HTML"
[ -n "${BRIEFINGS_CHROMIUM:-}" ] || have chromium || have chromium-browser || have google-chrome || debian chromium ||
    python -m playwright install chromium || lacking "chromium: pages are not looked at in a browser"
exit $status
