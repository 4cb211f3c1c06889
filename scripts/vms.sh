# shellcheck shell=bash
# The VMs: asked of the appliance through its local shell, and of the machine through the hypervisor's own files.

readonly ask_limit=${EDOG_ASK_LIMIT:-30} # seconds for one command of the shell

ask() { # command: what the shell prints
  local code=0
  timeout -k 2 "$ask_limit" "$scripts/shell" "$data" "$1" </dev/null || code=$?
  ((code < 124)) || code=4
  return "$code"
}

find_vm() { # name or id: the VM's JSON, or nothing
  local all
  all=$(ask 'edog:vm-list --json') || return
  jq -c --arg word "$1" '[.items[] | select(.id == $word or .name == $word)] | first // empty' <<<"$all"
}

of() { jq -r "$2 // empty" <<<"$1"; } # JSON, path

guests() { # pids of this appliance's guests, whether or not anything else of it runs
  local directory=/run/libvirt/qemu file name pid
  [[ ${EDOG_LIBVIRT:-} != private ]] || directory=$data/libvirt/run/qemu
  for file in "$directory"/*.pid; do
    name=$(basename "$file" .pid)
    # The machine's own daemon may have others' guests too; the consoles of ours are logged in our directory.
    [[ ${EDOG_LIBVIRT:-} == private ]] || grep -qsF "'$data/console/" "$directory/$name.xml" || continue
    pid=$(cat "$file" 2>/dev/null) || continue
    if grep -qzsF "guest=$name," "/proc/$pid/cmdline" && alive "$pid"; then echo "$pid"; fi
  done
}

count_guests() { # in words
  local count
  count=$(guests | wc -l)
  case $count in
    0) echo 'no guest runs' ;;
    1) echo 'one guest runs' ;;
    *) echo "$count guests run" ;;
  esac
}

end_guests() { # kills those that are left
  local pid
  for pid in $(guests); do
    say "killing the guest with pid $pid"
    kill -KILL "$pid" 2>/dev/null || true
    await "$kill_limit" "guest $pid dies" gone "$pid"
  done
}
