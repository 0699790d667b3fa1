#!/bin/sh
# Prove the two commands on a bare system: a fresh Debian or Ubuntu in a folder, with no Python in it.
#
#   sudo installer/prove-bare.sh FOLDER [SUITE [MIRROR]]     (needs debootstrap)
#
# The last commit is what is proven. This machine's name service, apt settings and certificates are carried in, so that
# it works behind a proxy too. A folder that already holds a system is used again.
set -eu
root=$1
suite=${2:-bookworm}
mirror=${3:-http://deb.debian.org/debian}
source=$(git -C "$(dirname -- "$0")" rev-parse --show-toplevel)

[ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase "$suite" "$root" "$mirror"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2> /dev/null || :
mkdir -p "$root/srv/motcua" "$root/tmp/carried"
cp /etc/ssl/certs/ca-certificates.crt "$root/tmp/carried/ca.crt"
git -C "$source" archive HEAD | tar --extract --directory "$root/srv/motcua"

mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
trap 'umount --lazy "$root/proc" "$root/dev/pts" "$root/dev"' EXIT
for command in ./run ./run ./test ./test; do
    started=$(date +%s)
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 PIP_CERT=/tmp/carried/ca.crt \
        chroot "$root" sh -c "cd /srv/motcua && $command"
    echo "== $command: $(($(date +%s) - started)) s"
done
