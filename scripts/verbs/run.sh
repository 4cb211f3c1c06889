# shellcheck shell=bash
# Every step may be repeated: what is done already is left as it is.

readonly start_limit=${EDOG_START_LIMIT:-180}

source "$scripts/ports.sh"
source "$scripts/distribution.sh"
source "$scripts/vms.sh"
source "$scripts/demo.sh"

verb_run() {
  local directory=$root/data http='' ssh='' code=0
  while (($#)); do
    case $1 in
      --data | --http | --ssh) need_value "$@" ;;
      *) die 2 "run: unknown option '$1'; see ./edog help" ;;
    esac
    case $1 in
      --data) directory=$2 ;;
      --http) http=$(address "$1" "$2") ;;
      --ssh) ssh=$(address "$1" "$2") ;;
    esac
    shift 2
  done
  ((EUID == 0)) || die 1 "run needs root: it installs packages and starts virtual machines"
  use_data "$directory"
  choose_addresses "$http" "$ssh"
  "$scripts/packages" run
  found_data
  lock_appliance
  use_addresses
  "$scripts/build"
  install_distribution
  start_services
  demo || code=$?
  summary
  return "$code"
}

address() { # option, [address:]port
  local port=${2##*:}
  if ! [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then die 2 "$1 needs a port, or ADDRESS:PORT"; fi
  if [[ $2 == *:* ]]; then echo "$2"; else echo "127.0.0.1:$port"; fi
}

choose_addresses() { # http, ssh as given; sets the new ones, and changes nothing yet
  new_http=${1:-${EDOG_HTTP:-127.0.0.1:9501}}
  new_ssh=${2:-${EDOG_SSH:-127.0.0.1:8101}}
  [[ ${new_http##*:} != "${new_ssh##*:}" ]] || die 2 "--http and --ssh need different ports"
  local running=yes
  pid_of karaf >/dev/null || running=no
  [[ $running == yes && $new_http == "${EDOG_HTTP:-}" ]] || refuse_taken --http "$new_http"
  [[ $running == yes && $new_ssh == "${EDOG_SSH:-}" ]] || refuse_taken --ssh "$new_ssh"
}

use_addresses() { # karaf is restarted for new ones
  if pid_of karaf >/dev/null && [[ "$EDOG_HTTP $EDOG_SSH" != "$new_http $new_ssh" ]]; then
    say "new addresses: restarting karaf"
    stop_services karaf
  fi
  EDOG_HTTP=$new_http EDOG_SSH=$new_ssh
  found_appliance
}

refuse_taken() { # option, address:port
  local port=${2##*:} owner
  owner=$(appliance_with_port "$port")
  if [[ -z $owner ]] && ! listening "$2"; then return; fi
  die 1 "port $port is taken${owner:+ by the appliance in $owner}; choose others: ./edog run --data DIR --http PORT --ssh PORT"
}

appliance_with_port() { # port: the data directory of another running appliance that has it, even if it does not listen yet
  local environ other
  for environ in /proc/[0-9]*/environ; do
    other=$(tr '\0' '\n' 2>/dev/null <"$environ" | sed -n 's/^EDOG_PROCESS=karaf.supervisor://p') || continue
    if [[ -n $other && $other != "$data" ]] && grep -qsE "^EDOG_(HTTP|SSH)=.*:$1\$" "$other/node.env"; then
      echo "$other"
      return
    fi
  done
}

start_services() {
  local name
  for name in $(services); do
    if ! pid_of "$name.supervisor" >/dev/null; then
      say "starting $name"
      start_supervised "$name" || die 4 "$name does not start; see $log/supervisor.log"
    fi
  done
  if ! await "$start_limit" "the API answers" healthy; then
    tail -n 15 "$log/supervisor.log" "$log/karaf.out" "$log/karaf.log" >&2 || true
    die 4 "the appliance did not come up; see $log"
  fi
  say "the API answers"
}

healthy() { curl -fsS -m 2 -o /dev/null "$(api_url)/health" 2>/dev/null; }

shell_words() { if [[ $data == "$root/data" ]]; then echo ./edog shell; else echo "./edog shell --data $data"; fi; }

summary() {
  cat <<END

page      $(page_url)   user admin
API       $(api_url)   its description: $(api_url)/openapi.json
shell     $(shell_words)
password  in $data/admin-password
VM demo   $demo_state
elapsed   $SECONDS s
END
}
