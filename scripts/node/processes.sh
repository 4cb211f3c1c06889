# shellcheck shell=bash
# The node's processes: found by pid file and by a mark in their environment, so that a pid used anew is nobody's.

readonly supervisor_limit=5 stop_limit=${EDOG_STOP_LIMIT:-25} kill_limit=10

is_ours() { # pid, name: whether the process carries our mark
  [[ -n $1 ]] && grep -qzxF "EDOG_PROCESS=$2:$data" "/proc/$1/environ" 2>/dev/null
}

alive() { # pid: neither gone nor a zombie
  local state
  state=$(sed -n 's/^State:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null) && [[ -n $state && $state != [ZX]* ]]
}

pid_of() { # name: its pid if it lives
  local pid
  pid=$(cat "$run/$1.pid" 2>/dev/null) || return 1
  is_ours "$pid" "$1" && alive "$pid" && echo "$pid"
}

http_now() { # where the karaf that runs listens: new settings are in force once it is restarted
  local pid words
  if pid=$(pid_of karaf) && words=$(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline") &&
    [[ $words =~ -Dedog\.http\.host=([^ ]+)\ -Dedog\.http\.port=([0-9]+) ]]; then
    echo "${BASH_REMATCH[1]}:${BASH_REMATCH[2]}"
  else
    echo "$EDOG_HTTP"
  fi
}

url_of() { # path
  local http
  http=$(http_now)
  echo "http://$(loopback_of "$http"):${http##*:}$1"
}

api_url() { url_of /api/v1; }
page_url() { url_of /ui/; }

seconds_up() { # pid: the 22nd field of stat is when it started, in ticks since boot
  local stat now
  read -r now _ </proc/uptime
  stat=$(sed 's/.*) //' "/proc/$1/stat")
  echo $((${now%.*} - $(cut -d' ' -f20 <<<"$stat") / $(getconf CLK_TCK)))
}

gone() { ! alive "$1"; }

start_supervised() { # name: of its script, too
  local name=$1
  setsid --fork env EDOG_PROCESS="$name.supervisor:$data" "$node_scripts/supervise" "$data" "$name" \
    </dev/null >>"$log/supervisor.log" 2>&1 7>&- # the lock is not for it to keep
  await 10 "$name has a process" pid_of "$name" >/dev/null
}

stop_supervisor() { # name
  local pid
  pid=$(pid_of "$1.supervisor") || return 0
  kill -TERM "$pid" 2>/dev/null || true
  await "$supervisor_limit" "the supervisor of $1 ends" gone "$pid" || kill -KILL "$pid" 2>/dev/null || true
}

stop_process() { # name: asked first, then killed. Its supervisor must be gone.
  local pid
  pid=$(pid_of "$1") || return 0
  kill -TERM "$pid" 2>/dev/null || true
  if ! await "$stop_limit" "$1 ends" gone "$pid"; then
    warn "$1 (pid $pid) is killed"
    kill -KILL "$pid" 2>/dev/null || true
    await "$kill_limit" "$1 dies" gone "$pid" || return 4
  fi
  rm -f "$run/$1.pid"
}

stop_services() { # name...: all supervisors first, so that nothing comes back
  local name code=0
  for name in "$@"; do stop_supervisor "$name"; done
  for name in "$@"; do stop_process "$name" || code=$?; done
  "$node_scripts/endpoints" "$data"
  return "$code"
}
