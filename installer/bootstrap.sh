#!/bin/sh
# From a bare Debian 12 or Ubuntu 24.04 to a working environment:  sh installer/bootstrap.sh run|test
#
# Cut it anywhere and start it again: the stamp is written last, so a half-made environment never passes for
# a whole one. VENV names another place for the environment than .venv. What each step printed is in out/setup.log.
set -eu
cd "$(dirname -- "$0")/.."
purpose=${1:-run}
venv=${VENV:-.venv}
log=out/setup.log

# The window (Qt's own needs), a screen where there is none, paper in (SANE, zbar), paper out (CUPS).
run_packages="ca-certificates
    libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libx11-6 libx11-xcb1
    libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1
    libgssapi-krb5-2
    xvfb xauth
    sane-utils libzbar0
    libcups2"
# A printer (ippeveprinter, which will not start without a message bus), a key store, a print server, a keyboard that types by
# itself, a province-sized database with its proxy, a browser, what records a disk's writes and makes a bad line,
# a client of network scanners that is not ours, word of what a screen paints, a judge of PDF/A, a second reader of PDFs,
# a reader of print, a token that signs (software behind a real PKCS#11 library) and a store of trusted roots for pdfsig.
test_packages="cups-ipp-utils cups-daemon dbus-daemon gnome-keyring xdotool postgresql nginx-light gcc libc6-dev iproute2
    sane-airscan libxdamage1
    default-jre-headless libpdfbox2-java libcommons-io-java libcommons-logging-java libjaxb-api-java
    poppler-utils tesseract-ocr tesseract-ocr-vie softhsm2 libnss3-tools"
# What the foreign ends of tests/interop run on, where no other node is installed.
command -v npm > /dev/null || test_packages="$test_packages nodejs npm"
# Ubuntu's chromium is a snap, which not every machine can run: there the browser is installed by hand.
if ! grep -qs '^ID=ubuntu' /etc/os-release; then test_packages="$test_packages chromium"; fi

say() { printf '%s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

case $purpose in
    run) packages=$run_packages lock=requirements.lock ;;
    test) packages="$run_packages $test_packages" lock=requirements-dev.lock ;;
    *) fail "Say what the environment is for: sh installer/bootstrap.sh run, or test." ;;
esac

# Prints the packages that are not installed. A library renamed for 64-bit time (…t64) counts under its old name.
missing_packages() {
    have=" $(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | tr '\n' ' ')"
    for package in $packages; do
        case $have in
            *" $package "* | *" ${package}t64 "*) ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

# Prints the first Python that is new enough and can make environments; Debian keeps that skill in python3-venv.
find_python() {
    for python in python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            say "$python"
            return
        fi
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Runs a slow command with its chatter in the log; on failure shows the end of the log and one sentence.
quietly() {
    sentence=$1
    shift
    "$@" >> "$log" 2>&1 || { tail -n 15 "$log" >&2; fail "$sentence"; }
}

install_packages() {
    command -v apt-get > /dev/null || fail "This is neither Debian nor Ubuntu; install Python 3.11 and these libraries by hand: $*"
    [ "$(id -u)" = 0 ] || command -v sudo > /dev/null || fail "System packages are missing and there is no sudo; run this once as root: $*"
    say "Installing $# system packages."
    # What a cut left behind comes first: packages unpacked but not set up, and packages half unpacked.
    as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a >> "$log" 2>&1 || :
    torn=$(dpkg-query --show --showformat '${db:Status-Eflag} ${Package}\n' | sed -n 's/^reinstreq //p')
    quietly "The package lists could not be fetched; check the network and run this again." \
        as_root apt-get update -q
    # shellcheck disable=SC2086 # one word a package
    quietly "A system package could not be installed; the lines above say which. Run this again after mending it." \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends --reinstall "$@" $torn
}

make_environment() {
    # Cut while files were being copied: half a library looks whole to pip, so begin anew. Downloads are kept by pip.
    [ ! -e "$venv/unfinished" ] || rm -rf "$venv"
    "$venv/bin/python" -c 'import pip' 2> /dev/null ||
        quietly "Python could not make an environment in $venv; see that the disk has 2 GB free and run this again." \
            "$python" -m venv --clear "$venv"
    : > "$venv/unfinished"
    quietly "The Python packages could not be installed; check the network and run this again." \
        "$venv/bin/python" -m pip install --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
            --requirement "$lock"
    quietly "The project itself could not be installed into $venv; the lines above say why." \
        "$venv/bin/python" -m pip install --disable-pip-version-check --no-deps --no-index --no-build-isolation --editable .
    quietly "A library is installed but does not load; the lines above name it." \
        "$venv/bin/python" -c 'import cv2, pypdfium2, pyzbar.pyzbar, sqlcipher3, zxingcpp; from PySide6 import QtPrintSupport, QtSvg'
    rm "$venv/unfinished"
}

mkdir -p out
python=$(find_python)
wanted=
if command -v dpkg-query > /dev/null; then wanted=$(missing_packages); fi
[ -n "$python" ] || wanted="$wanted python3 python3-venv"
if [ -n "$wanted" ]; then
    : > "$log"
    # shellcheck disable=SC2086 # one word a package
    install_packages $wanted
    python=$(find_python)
    [ -n "$python" ] || fail "Python 3.11 or newer is needed; this system offers only an older one."
fi

stamp=$venv/ready-for-$purpose
key=$({ pwd; cat "$lock" installer/bootstrap.sh pyproject.toml; } | sha256sum)
if [ ! -x "$venv/bin/python" ] || [ -e "$venv/unfinished" ] || [ "$(cat "$stamp" 2> /dev/null)" != "$key" ]; then
    say "Preparing the Python environment in $venv."
    : > "$log"
    make_environment
    say "$key" > "$stamp"
fi

# Foreign clients and servers that the tests speak with; nothing of them ships.
foreign=out/interop
if [ "$purpose" = test ] && ! cmp -s tests/interop/package-lock.json "$foreign/ready.json"; then
    say "Fetching the foreign ends of tests/interop."
    rm -rf "$foreign"
    mkdir -p "$foreign"
    cp tests/interop/package.json tests/interop/package-lock.json "$foreign"
    quietly "The packages of tests/interop could not be fetched; check the network and run this again." \
        npm ci --prefix "$foreign" --omit=optional --ignore-scripts --no-audit --no-fund
    mv "$foreign/package-lock.json" "$foreign/ready.json"
fi
