# shellcheck shell=bash

source "$scripts/vms.sh"

verb_status() { # 3 if the appliance does not serve, 1 if only a part of it is down
  local directory=$root/data code=0 name health
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
  health=$(health)
  printf '\npage  %s\nAPI   %s   %s\n' "$(page_url)" "$(api_url)" "$health"
  printf 'hypervisor  %s   %s\n\n' "$(libvirt_uri)" "$(hypervisor)"
  vms
  [[ $health == healthy* ]] || code=3
  return "$code"
}

vms() {
  if ! pid_of karaf >/dev/null || ! ask edog:vm-list 2>/dev/null; then
    echo "VMs   not known, as nobody answers; of this appliance, $(count_guests)"
  fi
}

process_line() { # name
  local pid
  pid=$(pid_of "$1") || { printf '%-10s %8s\n' "$1" down && return 1; }
  printf '%-10s %8s %10d s %9s' "$1" "$pid" "$(seconds_up "$pid")" "$(cat "$run/$1.restarts" 2>/dev/null || echo -)"
  if pid_of "$1.supervisor" >/dev/null; then echo; else
    echo '   nothing would restart it; ./edog run mends that'
    return 1
  fi
}

health() { # what the API says of itself
  local answer code
  answer=$(curl -s -m 5 -w '\n%{http_code}' "$(api_url)/health" || true)
  code=${answer##*$'\n'}
  answer=$(jq -r '[.status, .reason // empty] | join(": ")' <<<"${answer%$'\n'*}" 2>/dev/null)
  case $code in
    200) echo "${answer/#ok/healthy}" ;;
    000) echo 'does not answer' ;;
    *) echo "not ready ($code) $answer" ;;
  esac
}

hypervisor() { timeout 10 virsh -q -c "$(libvirt_uri)" version --daemon 2>/dev/null | sed -n 's/^Running hypervisor: //p' | grep . || echo 'does not answer'; }
