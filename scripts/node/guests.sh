# shellcheck shell=bash
# The guests of this node's agent, asked of the hypervisor's own files: also when nothing of edog runs.

guests() { # their pids
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

guest_of() { tr '\0' '\n' <"/proc/$1/cmdline" 2>/dev/null | sed -n 's/^guest=\([^,]*\),.*/\1/p'; } # pid: its name in libvirt

count_guests() { # in words
  local count
  count=$(guests | wc -l)
  case $count in
    0) echo 'no guest runs' ;;
    1) echo 'one guest runs' ;;
    *) echo "$count guests run" ;;
  esac
}

no_guests() { [[ -z $(guests) ]]; }

shut_guests_down() { # seconds: the power button, once a guest
  local pid
  for pid in $(guests); do
    timeout 10 virsh -q -c "$(libvirt_uri)" shutdown "$(guest_of "$pid")" --mode acpi >/dev/null 2>&1 || true
  done
  await "$1" "the guests shut down" no_guests || true
}

end_guests() { # kills those that are left
  local pid
  for pid in $(guests); do
    say "killing the guest with pid $pid"
    kill -KILL "$pid" 2>/dev/null || true
    await "$kill_limit" "guest $pid dies" gone "$pid"
  done
}
