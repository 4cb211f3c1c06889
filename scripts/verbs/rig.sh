# shellcheck shell=bash
# Several hosts on this machine, as namespaces: each with its own files, sshd, libvirtd, and edog.

source "$scripts/rig/layout.sh"
source "$scripts/rig/network.sh"
source "$scripts/rig/hosts.sh"
source "$scripts/rig/disk.sh"
source "$scripts/rig/status.sh"
source "$scripts/rig/cluster.sh"

verb_rig() {
  local name=${EDOG_RIG_NAME:-rig}
  if [[ ${1:-} == --name ]]; then
    need_value "$@"
    name=$2
    shift 2
  fi
  local action=${1:-help}
  shift || true
  case $action in
    help | -h | --help) rig_help && return ;;
    up | demo | exec | cut | heal | poweroff | poweron | pause | resume | kill | disk | status | logs | down) ;;
    *) die 2 "rig: unknown action '$action'; see ./edog rig help" ;;
  esac
  ((EUID == 0)) || die 1 "rig needs root: it makes namespaces and starts virtual machines"
  use_rig "$name"
  [[ $action == up || $action == down ]] || require_rig
  "rig_$action" "$@"
}

rig_help() {
  cat <<'END'
usage: ./edog rig [--name NAME] ACTION

  up         make the hosts a, b, c …, boot them, deploy edog with appctl, and start it. May be repeated.
             --managers N (default 3), --agents M (default 2), --bare: hosts only, no edog
             --disk SIZE: each host's /var/lib/edog is a file system of that size (2G, 500M)
             --demo: then as 'demo' does
             --unpack: hosts, and the unpacked distribution in /root/edog of the first one; the rest is yours
  demo       import a small template, and start as many VMs as there are agents
  exec       HOST [COMMAND…]  run a command there as root, or a shell; works also when the host is cut off
  cut, heal  HOST  unplug its network cable, and plug it in again
  poweroff, poweron  HOST  pull the plug, and boot it again. Its files stay, but not /run and /tmp
  pause, resume, kill  HOST PROCESS  SIGSTOP, SIGCONT, SIGKILL: karaf, zookeeper, libvirtd, sshd …
  disk       HOST full|free|SIZE  fill /var/lib/edog there, and free it; before: a file system of that size, while it is off
  status     hosts, links and processes. --json
  logs       [HOST] the ends of all logs. --keep DIR: copy all of them there
  down       end all of it and remove its files

Each host has its own network, processes, files and sshd; root of one reaches root of all others by name.
This machine is in their network too, and reaches them by address. /srv/edog-shared is the same on all hosts.
Rigs of different names may be up at the same time.
END
}

rig_up() {
  local managers='' agents='' bare=no demo=no disk=''
  while (($#)); do
    case $1 in
      --managers | --agents)
        need_value "$@"
        [[ $2 =~ ^[0-9]{1,2}$ ]] || die 2 "$1 needs a number"
        if [[ $1 == --managers ]]; then managers=$2; else agents=$2; fi
        shift
        ;;
      --disk)
        need_value "$@"
        check_disk_size "$2"
        disk=$2
        shift
        ;;
      --bare) bare=yes ;;
      --unpack) bare=unpack ;;
      --demo) demo=yes ;;
      *) die 2 "rig up: unknown option '$1'; see ./edog rig help" ;;
    esac
    shift
  done
  [[ $bare == no || $demo == no ]] || die 2 "rig up: --demo needs edog, which --bare and --unpack do not start"
  choose_counts "$managers" "$agents"
  "$scripts/packages" rig
  mkdir -p "$rig"/{hosts,log,run,shared}
  chmod 0700 "$rig"
  lock_rig
  write_settings
  boot_hosts "$disk"
  [[ $bare == yes ]] || bring_edog
  if [[ $bare == no ]]; then start_cluster "$demo"; else bare_summary; fi
}

choose_counts() { # managers, agents, as given: a rig that is there keeps its own
  if [[ -f $rig/rig.env ]]; then
    [[ ${1:-$RIG_MANAGERS} == "$RIG_MANAGERS" && ${2:-$RIG_AGENTS} == "$RIG_AGENTS" ]] ||
      die 1 "the rig '$rig_name' has $RIG_MANAGERS managers and $RIG_AGENTS agents; for another: $(rig_words down), or ./edog rig --name OTHER up"
    return
  fi
  RIG_MANAGERS=${1:-3} RIG_AGENTS=${2:-2}
  ((RIG_MANAGERS >= 1)) || die 2 "rig up: at least one manager"
  ((RIG_MANAGERS + RIG_AGENTS <= max_hosts)) || die 2 "rig up: at most $max_hosts hosts"
}

boot_hosts() { # size of the disk of each host that is new
  local host
  start_switch
  make_keys
  for host in $(hosts); do make_host "$host" "$1"; done
  write_names
  say "booting $(hosts | paste -sd ' ')"
  each_host power_on || die 4 "not all hosts came up"
  say "all hosts are up"
}

bare_summary() {
  local host
  echo
  for host in $(hosts); do printf '%-8s %-12s %s\n' "$host" "$(address_of "$host")" "$(role_of "$host")"; done
  printf '%-8s %-12s %s\n\n' machine "$(address_of machine)" 'this machine'
  printf 'shell of a host   %s\n' "$(rig_words exec a)"
  printf 'everything else   ./edog rig help\n'
}

rig_demo() {
  (($# == 0)) || die 2 "rig demo: unknown option '$1'; see ./edog rig help"
  lock_rig
  make_demos
}

rig_exec() { # host, command…
  (($# >= 1)) || die 2 "rig exec needs a host"
  local host=$1
  shift
  require_host "$host"
  marked_pid "$host" >/dev/null || die 3 "$host is off; $(rig_words poweron "$host")"
  if (($#)); then
    in_host "$host" "$@"
  elif [[ -t 0 ]]; then
    in_host "$host" script -qec 'bash -l' /dev/null # which gives it a terminal of its own
  else
    in_host "$host" bash -l
  fi
}

one_host() { # action, host…
  (($# == 2)) || die 2 "rig $1 needs one host"
  require_host "$2"
  lock_rig
}

rig_cut() {
  one_host cut "$@"
  cut_host "$1"
}

rig_heal() {
  one_host heal "$@"
  heal_host "$1"
}

rig_poweroff() {
  one_host poweroff "$@"
  power_off "$1"
}

rig_poweron() {
  one_host poweron "$@"
  marked_pid switch >/dev/null || die 3 "the rig's switch is not there; mend it with: $(rig_words up --bare)"
  power_on "$1"
}

rig_pause() { signal_process pause STOP "$@"; }
rig_resume() { signal_process resume CONT "$@"; }
rig_kill() { signal_process kill KILL "$@"; }

signal_process() { # action, signal, host, process: prints its pid there
  (($# == 4)) || die 2 "rig $1 needs a host and the name of a process"
  local code=0
  require_host "$3"
  [[ $4 =~ ^[a-z]+$ ]] || die 2 "'$4' is no name of a process"
  marked_pid "$3" >/dev/null || die 3 "$3 is off; $(rig_words poweron "$3")"
  in_host "$3" bash -s -- signal "$2" "$4" <"$scripts/rig/process" || code=$?
  case $code in
    0) ;;
    4) die 4 "$4 of $3 does not heed SIG$2" ;;
    *) die 1 "no $4 runs on $3; see $(rig_words status)" ;;
  esac
}

rig_logs() {
  local host files=("$rig/log")
  case ${1:-} in
    '') for host in $(hosts); do files+=("$(log_of "$host")"); done ;;
    --keep)
      need_value "$@"
      keep_logs "$2"
      return
      ;;
    *)
      require_host "$1"
      files=("$rig/log/$1.log" "$(log_of "$1")")
      ;;
  esac
  find "${files[@]}" -type f \( -name '*.log' -o -name '*.out' \) -size +0 -print0 2>/dev/null | sort -z | xargs -0r tail -v -n "${EDOG_RIG_LOG_LINES:-15}"
}

log_of() { # host: edog's, as this machine reaches it; while the host is off, unless it has a disk of its own
  local pid
  if pid=$(marked_pid "$1"); then echo "/proc/$pid/root/var/lib/edog/log"; else echo "$rig/hosts/$1/own/var/lib/edog/log"; fi
}

keep_logs() { # directory
  local host
  mkdir -p "$1"
  cp -r "$rig/log/." "$1"
  for host in $(hosts); do
    if [[ -d $(log_of "$host") ]]; then cp -r "$(log_of "$host")" "$1/$host"; fi
  done
}

rig_down() {
  (($# == 0)) || die 2 "rig down: unknown option '$1'; see ./edog rig help"
  [[ -d $rig ]] || return 0
  [[ -f $rig/rig.env ]] || die 1 "$rig is no rig's directory; nothing was removed"
  lock_rig
  local host code=0
  each_host power_off || code=$?
  kill_marked switch || code=$?
  ip link delete "$(machine_link)" 2>/dev/null || true
  ((code == 0)) || die "$code" "not all of the rig ended; its files are still in $rig"
  rm -rf --one-file-system "$rig"
  say "the rig '$rig_name' is gone"
}
