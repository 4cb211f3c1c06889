# shellcheck shell=bash
# The rig's network: a bridge in a namespace of its own; the machine and each host have a link to it.

readonly network_limit=10 subnet_lock=/run/lock/edog-rig.lock

machine_link() { echo "edog-$rig_name"; }

in_switch() { # command...
  local pid
  pid=$(marked_pid switch) || { warn "the rig's switch is not there; mend it with: $(rig_words up)" && return 3; }
  nsenter --target "$pid" --net -- "$@"
}

start_switch() { # and the machine's link to it
  if marked_pid switch >/dev/null; then
    if ip link show "$(machine_link)" >/dev/null 2>&1; then return; fi
    in_switch ip link delete machine 2>/dev/null || true
    link_machine
    return
  fi
  local host
  for host in $(hosts); do power_off "$host"; done # their links ended at the switch
  exec 6>"$subnet_lock"
  flock -w "$network_limit" 6 || die 4 "another rig is being made"
  ip link delete "$(machine_link)" 2>/dev/null || true
  if [[ -z $RIG_SUBNET ]] || taken "$RIG_SUBNET"; then RIG_SUBNET=$(free_subnet); fi
  write_settings
  setsid --fork env EDOG_RIG="$rig:switch" unshare --net "$scripts/rig/switch" "$rig/run/switch.pid" \
    </dev/null >>"$rig/log/switch.log" 2>&1 6>&- 7>&-
  await "$network_limit" "the switch" marked_pid switch >/dev/null || die 4 "the switch does not start; see $rig/log/switch.log"
  link_machine
  exec 6>&-
}

link_machine() {
  local link
  link=$(machine_link)
  ip link add "$link" type veth peer name machine netns "$(marked_pid switch)"
  in_switch ip link set machine master br0 up
  ip address add "$(address_of machine)/24" dev "$link"
  ip link set "$link" up
}

free_subnet() {
  local third
  for ((third = 0; third < 100; third++)); do
    if ! taken "$rig_net.$third"; then
      echo "$rig_net.$third"
      return
    fi
  done
  die 1 "no free network from $rig_net.0.0/24 to $rig_net.99.0/24; choose others with EDOG_RIG_NET=10.N"
}

taken() { # subnet: by another rig, or by a route of this machine
  local other
  for other in "$rig_home"/*/rig.env; do
    [[ $other == "$rig/rig.env" ]] || ! grep -qsx "RIG_SUBNET=$1" "$other" || return 0
  done
  ip -o -4 route show match "$1.1" | found -v '^default '
}

link_host() { # host, pid of its init: the cable from its eth0 to the switch; one that was cut stays cut
  local state=up
  [[ ! -e $rig/hosts/$1/cut ]] || state=down
  # The link of a host that was powered off goes when the kernel finds the time.
  in_switch ip link delete "port-$1" 2>/dev/null || true
  in_switch ip link add "port-$1" type veth peer name eth0 address "$(mac_of "$1")" netns "$2" &&
    in_switch ip link set "port-$1" master br0 "$state"
}

cut_host() { # host
  touch "$rig/hosts/$1/cut"
  if marked_pid "$1" >/dev/null; then in_switch ip link set "port-$1" down; fi
}

heal_host() { # host
  rm -f "$rig/hosts/$1/cut"
  if marked_pid "$1" >/dev/null; then in_switch ip link set "port-$1" up; fi
}

link_state() { if [[ -e $rig/hosts/$1/cut ]]; then echo cut; else echo up; fi; }
