# shellcheck shell=bash
# shellcheck disable=SC2034  # used by those who source this
# Where one node keeps its things, and its settings. Sourced after lib.sh; call use_data first.

readonly max_socket_path=107 # what the kernel takes as the path of a unix socket
readonly libvirt_claim=/var/lib/libvirt/edog-appliance # names the data directory of the one that has the machine's own daemon
readonly setting_names=(EDOG_NODE EDOG_CLUSTER EDOG_ROLES EDOG_ADDRESS EDOG_HTTP EDOG_SSH EDOG_PEER EDOG_TLS
  EDOG_ZK_ID EDOG_ZK_CLIENT EDOG_ZK_PEER EDOG_ZK_ELECTION EDOG_ZK_CONNECT EDOG_LIBVIRT)

use_data() { # directory; and what the settings in it say
  place_data "$1"
  if [[ -f $data/ports.env && ! -e $data/node.env ]]; then mv "$data/ports.env" "$data/node.env"; fi # its name in the first version
  if [[ -f $data/node.env ]]; then
    read_settings "$data/node.env"
    default_settings
  fi
}

place_data() { # directory
  data=$(realpath -m "$1")
  run=$data/run
  log=$data/log
  [[ $data =~ ^[A-Za-z0-9_./+-]+$ ]] || die 2 "$data: only letters, digits and _ . / + - may be in the path of the data; choose another"
  local longest=$data/libvirt/run/libvirt-sock
  ((${#longest} <= max_socket_path)) ||
    die 2 "$data: the path is $((${#longest} - max_socket_path)) characters too long for libvirt's socket; choose another"
  dist=$(realpath -m "$data/dist")
}

read_settings() { # file of KEY=VALUE lines: data, no code
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
    [[ $line =~ ^(EDOG_[A-Z0-9_]+)=\"?([][A-Za-z0-9_.,:@/+=\ -]*)\"?$ ]] || die 2 "$1: this is no EDOG_NAME=value: $line"
    printf -v "${BASH_REMATCH[1]}" %s "${BASH_REMATCH[2]}"
  done <"$1"
}

default_settings() { # of those that are not set
  EDOG_NODE=${EDOG_NODE:-node1}
  EDOG_CLUSTER=${EDOG_CLUSTER:-edog}
  EDOG_ROLES=${EDOG_ROLES:-manager,agent}
  EDOG_ADDRESS=${EDOG_ADDRESS:-127.0.0.1}
  EDOG_HTTP=${EDOG_HTTP:-127.0.0.1:9501}
  EDOG_SSH=${EDOG_SSH:-127.0.0.1:8101}
  EDOG_PEER=${EDOG_PEER:-} EDOG_TLS=${EDOG_TLS:-}
  EDOG_ZK_ID=${EDOG_ZK_ID-$([[ -n ${EDOG_ZK_CONNECT:-} ]] || echo 1)} # with voters elsewhere, none here unless told
  EDOG_ZK_CLIENT=${EDOG_ZK_CLIENT:-2281}
  EDOG_ZK_PEER=${EDOG_ZK_PEER:-2888}
  EDOG_ZK_ELECTION=${EDOG_ZK_ELECTION:-3888}
  EDOG_ZK_CONNECT=${EDOG_ZK_CONNECT:-127.0.0.1:$EDOG_ZK_CLIENT}
  EDOG_LIBVIRT=${EDOG_LIBVIRT:-system}
}

cluster_mark() { if [[ -n $EDOG_TLS ]]; then sha256sum <"$EDOG_TLS/ca.pem" | cut -c 1-64; else echo loopback; fi; }

foreign_mark() { # a note in the data that its voter was founded with another cluster's keys; 1 if there is none
  local mark
  [[ -n $EDOG_TLS && -s $EDOG_TLS/ca.pem ]] || return 1
  for mark in "$data"/voter-*.founded; do
    if [[ -s $mark ]] && ! grep -qsxE "$(cluster_mark)|loopback" "$mark"; then
      echo "$mark"
      return
    fi
  done
  return 1
}

write_settings() { # to DATA/node.env: those in force, and the further ones that are set
  local name
  for name in $(printf '%s\n' "${setting_names[@]}" "$@" | sort -u); do
    if [[ ${!name:-} == *' '* ]]; then echo "$name=\"${!name}\""; else echo "$name=${!name:-}"; fi
  done >"$data/node.env.new.$$"
  mv "$data/node.env.new.$$" "$data/node.env"
}

has_role() { [[ ,$EDOG_ROLES, == *,"$1",* ]]; }

own_secret() { # file: made once
  [[ ! -s $1 ]] || return 0
  (umask 077 && head -c 32 /dev/urandom | sha256sum | cut -c 1-64 >"$1.new")
  [[ $(wc -c <"$1.new") == 65 ]] || die 1 "$1: the secret can't be written; is the disk full?"
  mv "$1.new" "$1"
}

require_appliance() {
  [[ -f $data/node.env ]] || die 3 "nothing of edog in $data; start it with ./edog run --data $data, or edog-node start"
  [[ -w $run && -x $run ]] || die 1 "$data is $(stat -c %U "$data")'s; only they and root may use it"
}

found_data() { # the directories, for nobody but the owner
  mkdir -p "$data" "$run" "$log" "$data/cache" "$data/pools/default"
  chmod 0700 "$run" "$log"
  [[ ! -d $data/db ]] || chmod 0700 "$data/db" # the hashes of passwords are in it
}

lock_appliance() { # until this one ends
  exec 7>"$run/edog.lock"
  flock -n 7 || die 1 "another edog is at work on $data"
}

claim_libvirt() { # an agent ends guests that it does not know: two with one daemon would end each other's
  (
    exec 5>>"$libvirt_claim" && flock -w 10 5 || exit 1
    owner=$(cat "$libvirt_claim")
    [[ $owner == "$data" ]] || ! grep -qsx 'EDOG_LIBVIRT=system' "$owner/node.env" || exit 1
    echo "$data" >"$libvirt_claim"
  )
}

libvirt_uri() {
  case $EDOG_LIBVIRT in
    system) echo qemu:///system ;;
    private) echo "qemu+unix:///system?socket=$data/libvirt/run/libvirt-sock" ;;
    *) die 1 "$data/node.env: EDOG_LIBVIRT is neither system nor private" ;;
  esac
}

log_files() { # karaf.log has what manager.log, agent.log and web.log have
  find "$log" -maxdepth 1 \( -name '*.log' -o -name '*.out' \) ! -name manager.log ! -name agent.log ! -name web.log | sort
}

services() { # those of this node's roles, in the order in which they start
  if [[ -n $EDOG_ZK_ID ]]; then echo zookeeper; fi
  if has_role agent && [[ $EDOG_LIBVIRT == private ]]; then echo libvirtd; fi
  if has_role manager || has_role agent; then echo karaf; fi
  if has_role manager && [[ -n ${EDOG_FLOATING:-} ]]; then echo floating; fi
}
