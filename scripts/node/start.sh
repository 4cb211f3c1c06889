# shellcheck shell=bash
# Starting, stopping and restarting a deployed node.

readonly grace=${EDOG_STOP_GRACE:-30} # seconds that guests have to shut down

node_start() {
  local limit=0 foreground=no
  parse_flags start "$@"
  hold_node
  [[ $foreground == no ]] || stop_when_interrupted
  refuse_another_cluster
  settle
  start_all
  let_others
  await_serving "$limit"
  [[ $foreground == no ]] || stay
}

node_stop() {
  local vms=no
  parse_flags stop "$@"
  if [[ ! -f $data/node.env ]]; then # what is to be stopped may never have been started: that is well
    say "nothing of edog was started in $data"
    return
  fi
  hold_node
  if [[ $vms == yes ]]; then
    stop_parts floating karaf zookeeper # nothing starts a guest anew, and their daemon is there to be asked
    ! has_libvirt || shut_guests_down "$grace"
    end_guests
  fi
  stop_all
  say "stopped; $(count_guests)"
}

node_restart() {
  local limit=0 parts=() part
  parse_flags restart "$@"
  ((${#parts[@]})) || parts=(zookeeper karaf floating)
  hold_node
  settle
  for part in "${parts[@]}"; do
    if [[ $(services) == *$part* ]]; then restart_part "$part"; else stop_part "$part"; fi
  done
  [[ $(services) == *floating* ]] || stop_part floating # also where others were named
  start_all # also what was down, and supervisors of an older distribution
  let_others
  await_serving "$limit"
}

refuse_another_cluster() { # its voters would be waited for, or its users and virtual machines come back
  local mark
  if mark=$(foreign_mark); then
    die 1 "$data holds another cluster: it was founded with other keys. To begin anew there, move $data away. If it is the same cluster, and only its CA is new: rm $mark"
  fi
}

hold_node() { # until this edog-node ends, or stays
  found_data
  exec 7>"$run/edog.lock"
  flock -w 60 7 || die 4 "another edog-node is at work on $data"
}

let_others() { exec 7>&-; } # while this one only waits

require_node() { [[ -f $data/node.env ]] || die 3 "nothing of edog was started in $data"; }

start_all() {
  if with_systemd; then
    start_units
    return
  fi
  local all
  mapfile -t all < <(services)
  start_parts "${all[@]}"
}

start_parts() { # name...
  local part
  for part in "$@"; do
    replace_old_supervisor "$part"
    pid_of "$part.supervisor" >/dev/null || { say "starting $part" && start_supervised "$part"; } ||
      die 4 "$part does not start; see $log/supervisor.log"
  done
}

replace_old_supervisor() { # name: the new one adopts the process
  local pid
  pid=$(pid_of "$1.supervisor") || return 0
  [[ $(tr '\0' '\n' <"/proc/$pid/cmdline") == *"$node_scripts/supervise"* ]] || stop_supervisor "$1"
}

stop_part() { # name
  if with_systemd; then systemctl stop "edog-$1"; else stop_services "$1"; fi
}

restart_part() { # name
  say "restarting $1"
  if with_systemd; then
    systemctl restart "edog-$1" || die 1 "systemd could not restart edog-$1"
  else
    stop_services "$1"
    start_parts "$1"
  fi
}

stop_parts() { # name...
  if with_systemd; then systemctl stop "${@/#/edog-}"; else stop_services "$@"; fi
}

stop_all() {
  stop_parts floating karaf zookeeper libvirtd
  if with_systemd; then systemctl stop edog.target; fi
}

has_libvirt() { has_role agent && libvirt_answers; }

await_serving() { # seconds; 0: not
  (($1 == 0)) || await "$1" "the node serves" serving || exit 4
}

stop_when_interrupted() { # also while it starts
  trap 'exit 0' INT TERM HUP
  trap 'kill $(jobs -p) 2>/dev/null || true; hold_node; stop_all' EXIT
}

stay() { # until interrupted
  local files=("$log/supervisor.log") name
  for name in $(services); do files+=("$log/$name.log" "$log/$name.out"); done # also those to come
  tail -n 5 -F "${files[@]}" 2>/dev/null &
  wait
}

node_logs() {
  local follow=no
  parse_flags logs "$@"
  require_node
  local files
  mapfile -t files < <(log_files)
  if [[ $follow == yes ]]; then exec tail -n 30 -F "${files[@]}"; fi
  tail -n 30 "${files[@]}"
}

node_shell() {
  require_node
  exec "$node_scripts/shell" "$data" "$@"
}

node_db() { # what db --help says, on a node that is stopped
  settle
  exec "$node_scripts/db" "$data" "$@"
}
