# shellcheck shell=bash
# A host's /var/lib/edog as a file system of a size of its own, so that it can be full without this machine's being so.

readonly filler=/var/lib/edog/.rig-filler

rig_disk() { # host, size or full or free
  (($# == 2)) || die 2 "rig disk needs a host, and a size, or full, or free"
  require_host "$1"
  lock_rig
  case $2 in
    full) fill_disk "$1" ;;
    free) in_host "$1" rm -f "$filler" || die 3 "$1 is off; $(rig_words poweron "$1")" ;;
    *) give_disk "$1" "$2" ;;
  esac
}

check_disk_size() { # size
  [[ $1 =~ ^[1-9][0-9]*[MG]$ ]] || die 2 "'$1' is no size of a disk; say 300M, or 2G"
}

give_disk() { # host, size: what is there moves onto it
  local base=$rig/hosts/$1
  check_disk_size "$2"
  if marked_pid "$1" >/dev/null; then die 1 "$1 is on; $(rig_words poweroff "$1") first"; fi
  [[ ! -e $base/disk ]] || die 1 "$1 has a disk of its own already"
  # No block is kept for root: everything runs as root here.
  mkfs.ext4 -q -m 0 -d "$base/own/var/lib/edog" "$base/disk.new" "$2" || die 1 "what is in /var/lib/edog of $1 does not fit into $2"
  mv "$base/disk.new" "$base/disk"
}

fill_disk() { # host: to the last byte
  [[ -e $rig/hosts/$1/disk ]] || die 1 "$1 has no disk of its own, and this machine's is not to be filled; give it one with: $(rig_words disk "$1" 1G)"
  marked_pid "$1" >/dev/null || die 3 "$1 is off; $(rig_words poweron "$1")"
  in_host "$1" bash -c "dd if=/dev/zero of=$filler bs=1M oflag=append conv=notrunc status=none; sync; dd if=/dev/zero of=$filler bs=4k oflag=append conv=notrunc status=none" 2>/dev/null || true
  [[ $(in_host "$1" df --output=avail -k /var/lib/edog | tail -n 1) -lt 64 ]] || die 1 "the disk of $1 could not be filled"
}
