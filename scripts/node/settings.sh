# shellcheck shell=bash
# shellcheck disable=SC2034  # used by those who source this
# Where one appliance keeps its things, and which ports are its own. Sourced after lib.sh; call use_data first.

readonly max_socket_path=107 # what the kernel takes as the path of a unix socket
readonly libvirt_claim=/var/lib/libvirt/edog-appliance # names the data directory of the one that has the machine's own daemon

use_data() { # directory
  data=$(realpath -m "$1")
  run=$data/run
  log=$data/log
  [[ $data =~ ^[A-Za-z0-9_./+-]+$ ]] || die 2 "$data: only letters, digits and _ . / + - may be in the path of the data; choose another with --data DIR"
  local longest=$data/libvirt/run/libvirt-sock
  ((${#longest} <= max_socket_path)) ||
    die 2 "$data: the path is $((${#longest} - max_socket_path)) characters too long for libvirt's socket; choose another with --data DIR"
  # shellcheck source=/dev/null
  if [[ -f $data/ports.env ]]; then source "$data/ports.env"; fi
}

require_appliance() {
  [[ -f $data/ports.env ]] || die 3 "no appliance in $data; start one with: ./edog run --data $data"
  [[ -w $run && -x $run ]] || die 1 "the appliance in $data is $(stat -c %U "$data")'s; only they and root may use it"
}

found_data() { # the directories, for nobody but the owner; kept out of version control wherever they are
  mkdir -p "$data" "$run" "$log" "$data/cache" "$data/pools/default"
  chmod 0700 "$run" "$log"
  [[ -f $data/.gitignore ]] || echo '*' >"$data/.gitignore"
}

lock_appliance() { # until this ./edog ends
  exec 7>"$run/edog.lock"
  flock -n 7 || die 1 "another ./edog is at work on $data"
}

free_port() { # below the range of outgoing connections, so that none takes it while we are down
  local port
  for _ in {1..200}; do
    port=$((20000 + RANDOM % 12000))
    if ! listening "$port" && [[ " $* " != *" $port "* ]]; then
      echo "$port"
      return
    fi
  done
  die 1 "no free port between 20000 and 32000"
}

found_ports() { # chosen once, remembered from then on
  EDOG_NODE=${EDOG_NODE:-node1}
  EDOG_HTTP=${EDOG_HTTP:-127.0.0.1:9501}
  EDOG_SSH=${EDOG_SSH:-127.0.0.1:8101}
  EDOG_ZK_CLIENT=${EDOG_ZK_CLIENT:-$(free_port)}
  EDOG_ZK_PEER=${EDOG_ZK_PEER:-$(free_port "$EDOG_ZK_CLIENT")}
  EDOG_ZK_ELECTION=${EDOG_ZK_ELECTION:-$(free_port "$EDOG_ZK_CLIENT" "$EDOG_ZK_PEER")}
  EDOG_LIBVIRT=${EDOG_LIBVIRT:-$(libvirt_kind)}
  local name
  for name in NODE HTTP SSH ZK_CLIENT ZK_PEER ZK_ELECTION LIBVIRT; do
    name=EDOG_$name
    echo "$name=${!name}"
  done >"$data/ports.env.new"
  mv "$data/ports.env.new" "$data/ports.env"
}

libvirt_kind() { # the machine's own daemon if it has one that answers and no other appliance has it, else one private to this one
  if timeout 10 virsh -q -c qemu:///system version >/dev/null 2>&1 && claim_libvirt; then echo system; else echo private; fi
}

claim_libvirt() { # an appliance ends guests that it does not know: two with one daemon would end each other's
  (
    exec 5>>"$libvirt_claim" && flock -w 10 5 || exit 1
    owner=$(cat "$libvirt_claim")
    [[ $owner == "$data" ]] || ! grep -qsx EDOG_LIBVIRT=system "$owner/ports.env" || exit 1
    echo "$data" >"$libvirt_claim"
  )
}

libvirt_uri() {
  case $EDOG_LIBVIRT in
    system) echo qemu:///system ;;
    private) echo "qemu+unix:///system?socket=$data/libvirt/run/libvirt-sock" ;;
    *) die 1 "$data/ports.env: EDOG_LIBVIRT is neither system nor private" ;;
  esac
}

api_url() { echo "http://$(loopback_of "$EDOG_HTTP"):${EDOG_HTTP##*:}/api/v1"; }
page_url() { echo "http://$(loopback_of "$EDOG_HTTP"):${EDOG_HTTP##*:}/ui/"; }

services() { # in the order in which they start
  echo zookeeper
  if [[ $EDOG_LIBVIRT == private ]]; then echo libvirtd; fi
  echo karaf
}
