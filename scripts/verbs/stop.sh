# shellcheck shell=bash

source "$scripts/vms.sh"

# Seconds that a guest has to shut down, and then the appliance to end it.
readonly grace=${EDOG_STOP_GRACE:-30} force_limit=30

verb_stop() {
  local directory=$root/data vms=no
  while (($#)); do
    case $1 in
      --data)
        need_value "$@"
        directory=$2
        shift
        ;;
      --vms) vms=yes ;;
      *) die 2 "stop: unknown option '$1'; see ./edog help" ;;
    esac
    shift
  done
  use_data "$directory"
  require_appliance
  lock_appliance
  [[ $vms == no ]] || stop_vms
  stop_services karaf zookeeper libvirtd
  [[ $vms == no ]] || end_guests
  say "stopped; $(count_guests)"
}

stop_vms() { # recorded as wanted so: the next run leaves them stopped
  if ! live_vms >/dev/null; then
    warn "the appliance does not answer: the guests are shut down without it; the next run may start them again, by their policies"
    stop_services karaf zookeeper
    shut_guests_down "$grace"
    return
  fi
  say "asking the VMs to shut down"
  each_live "edog:vm-stop --no-wait --grace $grace"
  if ! await $((grace + force_limit)) "the VMs are stopped" no_live; then
    each_live 'edog:vm-stop --no-wait --force'
    await "$force_limit" "the VMs are stopped" no_live || true
  fi
}

live_vms() { # ids
  local all
  all=$(ask 'edog:vm-list --json') || return
  jq -r '.items[] | select(.state | IN("stopped", "error", "creating") | not) | .id' <<<"$all"
}

no_live() { # who does not answer knows of none
  local live
  live=$(live_vms) && [[ -z $live ]]
}

each_live() { # command; one that is refused tells why, and the others go on
  local id
  for id in $(live_vms); do ask "$1 $id" >/dev/null || true; done
}
