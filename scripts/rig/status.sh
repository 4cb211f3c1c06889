# shellcheck shell=bash
# What a rig looks like: asked within each host, so that a cut link does not matter.

readonly probe_limit=10

rig_status() {
  local json=no host
  while (($#)); do
    case $1 in
      --json) json=yes ;;
      *) die 2 "rig status: unknown option '$1'; see ./edog rig help" ;;
    esac
    shift
  done
  if [[ $json == yes ]]; then
    for host in $(hosts); do host_json "$host"; done | jq -cs \
      --arg name "$rig_name" --arg directory "$rig" --arg network "$RIG_SUBNET.0/24" --arg machine "$(address_of machine)" \
      --argjson switch "$(marked_pid switch || echo null)" \
      '{name: $name, directory: $directory, network: $network, machine: $machine, switch: $switch, hosts: .}'
    return
  fi
  marked_pid switch >/dev/null || warn "the rig's switch is not there; mend it with: $(rig_words up)"
  printf '%-5s %-12s %-8s %-6s %-5s %s\n' host address role power link processes
  for host in $(hosts); do
    printf '%-5s %-12s %-8s %-6s %-5s %s\n' "$host" "$(address_of "$host")" "$(role_of "$host")" \
      "$(power_of "$host")" "$(link_state "$host")" "$(processes_in_words "$host")"
  done
}

power_of() { if marked_pid "$1" >/dev/null; then echo on; else echo off; fi; }

probe() { # host: NAME PID STATE, one a line
  timeout "$probe_limit" nsenter --target "$(marked_pid "$1")" --mount --pid -- bash -s -- list <"$scripts/rig/process"
}

processes_in_words() { # host
  local name pid state words=()
  if ! marked_pid "$1" >/dev/null; then return; fi
  while read -r name pid state; do
    case $name:$state in # of guests, the pid is how many
      guests:*) ((pid == 0)) || words+=("guests: $pid") ;;
      *:up) words+=("$name") ;;
      *) words+=("$name ($state)") ;;
    esac
  done < <(probe "$1")
  printf '%s\n' "${words[@]}" | paste -sd , | sed 's/,/, /g'
}

host_json() { # host
  local lines=''
  if marked_pid "$1" >/dev/null; then lines=$(probe "$1"); fi
  jq -nc --arg name "$1" --arg address "$(address_of "$1")" --arg role "$(role_of "$1")" \
    --arg power "$(power_of "$1")" --arg link "$(link_state "$1")" --argjson init "$(marked_pid "$1" || echo null)" --arg lines "$lines" '
    ($lines | split("\n") | map(select(. != "") | split(" "))) as $all |
    {name: $name, address: $address, role: $role, power: $power, link: $link, init: $init,
     guests: ([$all[] | select(.[0] == "guests") | .[1] | tonumber] | first // 0),
     processes: ([$all[] | select(.[0] != "guests") | {key: .[0], value: {pid: (.[1] | tonumber), state: .[2]}}] | from_entries)}'
}
