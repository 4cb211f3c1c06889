# shellcheck shell=bash
# The settings of an appliance on one machine: what is free is chosen once, and remembered from then on.

free_port() { # not these...: below the range of outgoing connections, so that none takes it while we are down
  local port
  for _ in {1..200}; do
    port=$((20000 + RANDOM % 12000))
    if ! listening "$port" && [[ " $* " != *" $port "* ]]; then
      echo "$port"
      return
    fi
  done
  die 1 "no free port between 20000 and 32000"
}

found_appliance() { # its directories, out of version control wherever they are, and its settings
  found_data
  [[ -f $data/.gitignore ]] || echo '*' >"$data/.gitignore"
  found_settings
}

found_settings() {
  if [[ ! -f $data/node.env ]]; then
    EDOG_ZK_CLIENT=${EDOG_ZK_CLIENT:-$(free_port)}
    EDOG_ZK_PEER=${EDOG_ZK_PEER:-$(free_port "$EDOG_ZK_CLIENT")}
    EDOG_ZK_ELECTION=${EDOG_ZK_ELECTION:-$(free_port "$EDOG_ZK_CLIENT" "$EDOG_ZK_PEER")}
    EDOG_LIBVIRT=${EDOG_LIBVIRT:-$(libvirt_kind)}
    default_settings
  fi
  write_settings
}

libvirt_kind() { # the machine's own daemon if it has one that answers and no other appliance has it, else one private to this one
  if timeout 10 virsh -q -c qemu:///system version >/dev/null 2>&1 && claim_libvirt; then echo system; else echo private; fi
}
