# shellcheck shell=bash
# Where systemd runs, it keeps the processes alive, by the units in systemd/; elsewhere supervise does.

with_systemd() { # the units are of /opt/edog and /etc/edog alone: elsewhere, a node has supervisors of its own
  [[ -d /run/systemd/system && ${EDOG_ETC:-} == /etc/edog && $(dirname "$this_dist") == /opt/edog ]]
}

install_units() { # unless a package brought them; from now on edog starts with the host
  local file unit changed=no
  for file in "$node_scripts"/systemd/*; do
    unit=${file##*/}
    [[ ! -e /lib/systemd/system/$unit ]] || continue
    cmp -s "$file" "/etc/systemd/system/$unit" || { install -m 0644 "$file" "/etc/systemd/system/$unit" && changed=yes; }
  done
  [[ $changed == no ]] || systemctl daemon-reload
  systemctl is-enabled -q edog.target || systemctl enable -q edog.target
}

start_units() {
  install_units
  systemctl start edog.target || die 1 "systemd could not start edog.target; see: journalctl -u 'edog-*'"
  local name
  for name in $(services); do
    await 10 "$name has a process" pid_of "$name" >/dev/null || die 4 "$name does not start; see: journalctl -u edog-$name"
  done
}

restarts_of() { # name
  if with_systemd; then
    systemctl show -p NRestarts --value "edog-$1"
  else
    cat "$run/$1.restarts" 2>/dev/null || echo 0
  fi
}

kept_alive() { # name: something has it run, or run again in a moment
  if with_systemd; then
    systemctl is-active "edog-$1" | grep -xE 'active|activating|reloading|deactivating' >/dev/null
  else
    pid_of "$1.supervisor" >/dev/null
  fi
}

supervised() { # name: whether something would restart it
  if with_systemd; then systemctl is-active -q "edog-$1"; else pid_of "$1.supervisor" >/dev/null; fi
}
