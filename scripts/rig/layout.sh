# shellcheck shell=bash
# shellcheck disable=SC2034  # used by those who source this
# Where a rig keeps its things, and what its hosts are. Sourced after scripts/lib.sh; call use_rig first.

readonly rig_home=${EDOG_RIG_HOME:-/var/lib/edog-rig} rig_net=${EDOG_RIG_NET:-10.77} max_hosts=16 machine_number=254
readonly all_hosts=(a b c d e f g h i j k l m n o p) # host number 1, 2, …
# What is a host's own and outlives its power, kept apart from the rest of its root file system.
readonly own_directories=(root home opt/edog srv etc/edog etc/libvirt var/lib/edog var/lib/libvirt var/cache/libvirt var/log)

use_rig() { # name
  rig_name=$1
  [[ $rig_name =~ ^[a-z][a-z0-9-]{0,9}$ ]] || die 2 "a rig's name has 1 to 10 letters, digits and -, and begins with a letter: '$rig_name'"
  [[ $rig_home =~ ^/[A-Za-z0-9_./-]+$ ]] || die 2 "EDOG_RIG_HOME: only letters, digits and _ . / - may be in the path: $rig_home"
  rig=$rig_home/$rig_name
  RIG_SUBNET='' RIG_MANAGERS=0 RIG_AGENTS=0
  # shellcheck source=/dev/null
  if [[ -f $rig/rig.env ]]; then source "$rig/rig.env"; fi
}

require_rig() {
  [[ -f $rig/rig.env ]] || die 3 "there is no rig '$rig_name'; make one with: $(rig_words up)"
}

write_settings() {
  local name
  for name in SUBNET MANAGERS AGENTS; do
    name=RIG_$name
    echo "$name=${!name}"
  done >"$rig/rig.env.new"
  mv "$rig/rig.env.new" "$rig/rig.env"
}

lock_rig() { # until this ./edog ends
  exec 7>"$rig/lock"
  flock -w "${EDOG_RIG_LOCK_LIMIT:-60}" 7 || die 4 "another ./edog is at work on the rig '$rig_name'"
}

rig_words() { # verb...: the command line for it
  local name=''
  [[ $rig_name == rig ]] || name="--name $rig_name "
  echo "./edog rig $name$*"
}

hosts() { # their names, one a line
  local count=$((RIG_MANAGERS + RIG_AGENTS))
  printf '%s\n' "${all_hosts[@]:0:count}"
}

managers() { printf '%s\n' "${all_hosts[@]:0:RIG_MANAGERS}"; }

is_host() { hosts | found -xF -- "$1"; }

require_host() { # name
  is_host "$1" || die 2 "the rig '$rig_name' has no host '$1'; it has: $(hosts | paste -sd ' ')"
}

role_of() { if managers | found -xF -- "$1"; then echo manager; else echo agent; fi; }

number_of() { # host: 1, 2, …
  local number
  for number in "${!all_hosts[@]}"; do
    [[ ${all_hosts[number]} != "$1" ]] || echo $((number + 1))
  done
}

address_of() { # host, or machine
  if [[ $1 == machine ]]; then echo "$RIG_SUBNET.$machine_number"; else echo "$RIG_SUBNET.$(number_of "$1")"; fi
}

mac_of() { # host: the same after each power-on, so that nobody's neighbour table is wrong
  local third=${RIG_SUBNET##*.}
  printf '02:ed:06:00:%02x:%02x' "$third" "$(number_of "$1")"
}

marked_pid() { # who: the pid in its file, if that process lives and carries our mark
  local pid
  pid=$(cat "$rig/run/$1.pid" 2>/dev/null) || return 1
  [[ -n $pid ]] && grep -qzxF "EDOG_RIG=$rig:$1" "/proc/$pid/environ" 2>/dev/null && alive "$pid" && echo "$pid"
}

in_host() { # host, command...: there, as root, with a clean environment; ends with its caller
  local pid
  pid=$(marked_pid "$1") || return 3
  shift
  nsenter --target "$pid" --mount --uts --ipc --net --pid -- \
    setpriv --pdeathsig KILL env -i -C /root "${host_environment[@]}" "$@"
}

readonly host_environment=(HOME=/root USER=root LOGNAME=root SHELL=/bin/bash LANG=C.UTF-8 "TERM=${TERM:-dumb}"
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/edog/current/bin:/opt/edog/current/node)
