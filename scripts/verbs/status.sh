# shellcheck shell=bash

verb_status() {
  local directory=$root/data code=0 name
  if [[ ${1:-} == --data ]]; then
    need_value "$@"
    directory=$2
    shift 2
  fi
  (($# == 0)) || die 2 "status: unknown option '$1'; see ./edog help"
  use_data "$directory"
  require_appliance
  printf '%-10s %8s %12s %9s\n' process pid up restarts
  for name in $(services); do process_line "$name" || code=1; done
  printf '\npage  %s\nAPI   %s   %s\n' "$(page_url)" "$(api_url)" "$(health)"
  printf 'hypervisor  %s   %s\n' "$(libvirt_uri)" "$(hypervisor)"
  [[ $(health) == healthy ]] || code=3
  return "$code"
}

process_line() { # name
  local pid
  pid=$(pid_of "$1") || { printf '%-10s %8s\n' "$1" down && return 1; }
  printf '%-10s %8s %10d s %9s\n' "$1" "$pid" "$(seconds_up "$pid")" "$(cat "$run/$1.restarts" 2>/dev/null || echo -)"
}

seconds_up() { # pid: the 22nd field of stat is when it started, in ticks since boot
  local stat now
  read -r now _ </proc/uptime
  stat=$(sed 's/.*) //' "/proc/$1/stat")
  echo $((${now%.*} - $(cut -d' ' -f20 <<<"$stat") / $(getconf CLK_TCK)))
}

health() {
  local code
  code=$(curl -s -m 5 -o /dev/null -w '%{http_code}' "$(api_url)/health" || true)
  case $code in
    200) echo healthy ;;
    000) echo 'does not answer' ;;
    *) echo "not ready ($code)" ;;
  esac
}

hypervisor() { timeout 10 virsh -q -c "$(libvirt_uri)" version --daemon 2>/dev/null | sed -n 's/^Running hypervisor: //p' | grep . || echo 'does not answer'; }
