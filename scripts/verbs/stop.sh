# shellcheck shell=bash

verb_stop() {
  local directory=$root/data
  while (($#)); do
    case $1 in
      --data)
        need_value "$@"
        directory=$2
        shift 2
        ;;
      *) die 2 "stop: unknown option '$1'; see ./edog help" ;;
    esac
  done
  use_data "$directory"
  require_appliance
  lock_appliance
  stop_services karaf zookeeper libvirtd
  local guests
  guests=$(private_guests | wc -l)
  say "stopped; $guests guests of its own libvirtd run on"
}
