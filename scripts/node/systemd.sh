# shellcheck shell=bash
# Where systemd runs and has our units, it keeps the processes alive; elsewhere supervise does.

with_systemd() { # the units are of /etc/edog alone: another EDOG_ETC has processes of its own
  [[ -d /run/systemd/system && $EDOG_ETC == /etc/edog ]] && systemctl cat edog-karaf.service >/dev/null 2>&1
}

restarts_of() { # name
  if with_systemd; then
    systemctl show -p NRestarts --value "edog-$1"
  else
    cat "$run/$1.restarts" 2>/dev/null || echo 0
  fi
}

supervised() { # name: whether something would restart it
  if with_systemd; then systemctl is-active -q "edog-$1"; else pid_of "$1.supervisor" >/dev/null; fi
}
