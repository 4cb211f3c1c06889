# shellcheck shell=bash

source "$scripts/vms.sh"

verb_clean() {
  local directory=$root/data sure=no
  while (($#)); do
    case $1 in
      --data)
        need_value "$@"
        directory=$2
        shift
        ;;
      --yes) sure=yes ;;
      *) die 2 "clean: unknown option '$1'; see ./edog help" ;;
    esac
    shift
  done
  use_data "$directory"
  [[ -e $data ]] || return 0
  [[ -f $data/node.env ]] || die 1 "$data is no appliance's directory; nothing was removed"
  require_appliance
  [[ $sure == yes ]] || confirm
  lock_appliance
  stop_services karaf zookeeper libvirtd
  end_guests
  [[ $(cat "$libvirt_claim" 2>/dev/null) != "$data" ]] || rm -f "$libvirt_claim"
  rm -rf "$data"
  say "removed $data"
}

confirm() {
  [[ -t 0 ]] || die 2 "clean stops the VMs and removes $data: say --yes"
  local answer
  read -r -p "Stop all VMs and remove $data with all their disks? (yes/no) " answer
  [[ $answer == yes ]] || die 1 "nothing was removed"
}
