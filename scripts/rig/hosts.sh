# shellcheck shell=bash
# The hosts of a rig: their files, their power, and their processes.

readonly boot_limit=${EDOG_RIG_BOOT_LIMIT:-30} off_limit=10

make_keys() { # one key for root on all hosts, and one for each host to be known by
  [[ -f $rig/key ]] || ssh-keygen -q -t ed25519 -N '' -C "rig $rig_name" -f "$rig/key"
}

make_host() { # host, size of its disk or nothing: its files, unless they are there
  local base=$rig/hosts/$1 part
  [[ ! -e $base/made ]] || return 0
  mkdir -p "$base/changed/etc/ssh" "$base/work" "$base/root" "$base/own/srv/edog-shared"
  for part in "${own_directories[@]}"; do mkdir -p "$base/own/$part"; done
  chmod 0700 "$base/own/root"
  mkdir -m 0700 "$base/own/root/.ssh"
  cp "$rig/key" "$base/own/root/.ssh/id_ed25519"
  cp "$rig/key.pub" "$base/own/root/.ssh/authorized_keys"
  printf '%s\n' "PS1='\\u@\\h:\\w# '" >"$base/own/root/.bashrc"
  ssh-keygen -q -t ed25519 -N '' -C "$1" -f "$base/changed/etc/ssh/ssh_host_ed25519_key"
  write_libvirt "$1"
  write_etc "$1"
  [[ -z $2 ]] || give_disk "$1" "$2"
  touch "$base/made"
}

write_etc() { # host
  local etc=$rig/hosts/$1/changed/etc
  echo "$1" >"$etc/hostname"
  tr -d - </proc/sys/kernel/random/uuid >"$etc/machine-id"
  # A name that is not in the hosts file fails at once: nobody would answer.
  : >"$etc/resolv.conf"
  sed 's/^root:[^:]*:/root:*:/' /etc/shadow >"$etc/shadow"
  chmod 0640 "$etc/shadow"
  chgrp --reference=/etc/shadow "$etc/shadow"
  mkdir -p "$etc/profile.d"
  # shellcheck disable=SC2016
  echo 'PATH=$PATH:/opt/edog/current/bin:/opt/edog/current/node' >"$etc/profile.d/edog.sh"
  cat >"$etc/ssh/sshd_config" <<END
PidFile /run/sshd.pid
HostKey /etc/ssh/ssh_host_ed25519_key
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
UseDNS no
MaxStartups 100
MaxSessions 100
Subsystem sftp internal-sftp
END
}

write_libvirt() { # host: as docs/testing.md says
  local etc=$rig/hosts/$1/own/etc/libvirt
  cat >"$etc/libvirtd.conf" <<END
host_uuid = "$(cat /proc/sys/kernel/random/uuid)"
listen_tls = 0
listen_tcp = 1
auth_tcp = "none"
auth_unix_rw = "none"
unix_sock_rw_perms = "0700"
log_level = 3
END
  cat >"$etc/qemu.conf" <<END
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
namespaces = [ ]
cgroup_controllers = [ ]
stdio_handler = "file"
migration_host = "$(address_of "$1")"
keepalive_interval = 2
keepalive_count = 3
END
}

write_names() { # on every host: how all others are called, and by which key they are known
  local host hosts known
  hosts=$(
    echo '127.0.0.1 localhost'
    echo "$(address_of machine) machine"
    for host in $(hosts); do echo "$(address_of "$host") $host"; done
  )
  known=$(
    for host in $(hosts); do
      echo "$host,$(address_of "$host") $(cut -d' ' -f1-2 "$rig/hosts/$host/changed/etc/ssh/ssh_host_ed25519_key.pub")"
    done
  )
  echo "$known" >"$rig/known_hosts"
  for host in $(hosts); do
    put "$host" /etc/hosts "$hosts"
    put "$host" /etc/ssh/ssh_known_hosts "$known"
  done
}

put() { # host, file, content: into a running host from within, as an overlay's layers are not to be changed beneath it
  if marked_pid "$1" >/dev/null; then
    in_host "$1" tee "$2" <<<"$3" >/dev/null
  else
    echo "$3" >"$rig/hosts/$1/changed$2"
  fi
}

power_on() { # host: until its sshd answers
  local pid base=$rig/hosts/$1
  if marked_pid "$1" >/dev/null; then return 0; fi
  rm -f "$rig/run/$1.pid"
  setsid --fork env -i EDOG_RIG="$rig:$1" TMPDIR="${TMPDIR:-/tmp}" PATH="$PATH" \
    unshare --mount --uts --ipc --net --pid --fork --kill-child \
    env TMPDIR="${TMPDIR:-/tmp}" "${host_environment[@]}" \
    "$scripts/rig/host" "$base" "$rig/run/$1.pid" "$1" "$(address_of "$1")" "${own_directories[@]}" \
    </dev/null >>"$rig/log/$1.log" 2>&1 7>&-
  await "$boot_limit" "$1 has a process" marked_pid "$1" >/dev/null || return 4
  pid=$(marked_pid "$1") && link_host "$1" "$pid" || return
  if ! await "$boot_limit" "sshd of $1" booted_or_off "$1" || ! booted "$1"; then
    tail -n 5 "$rig/log/$1.log" >&2
    return 4
  fi
}

booted_or_off() { booted "$1" || ! marked_pid "$1" >/dev/null; }

booted() { # host: asked within it, so that a cut link does not matter
  in_host "$1" bash -c 'exec 3<>/dev/tcp/127.0.0.1/22' 2>/dev/null
}

power_off() { # host: as when somebody pulls the plug
  kill_marked "$1"
}

kill_marked() { # host or switch
  local pid
  pid=$(marked_pid "$1") || return 0
  kill -KILL "$pid"
  await "$off_limit" "$1 is off" gone "$pid" || return 4
  rm -f "$rig/run/$1.pid"
}

each_host() { # command: for all hosts at once; names those for which it fails
  local host code=0
  local -A jobs=()
  for host in $(hosts); do
    "$1" "$host" &
    jobs[$host]=$!
  done
  for host in "${!jobs[@]}"; do
    wait "${jobs[$host]}" || { code=$? && warn "$1 $host failed; see $rig/log/$host.log"; }
  done
  return "$code"
}
