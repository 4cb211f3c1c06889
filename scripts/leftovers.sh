# shellcheck shell=bash
# Finds what a test run left behind: processes by a mark in their environment (QEMU gets it through TMPDIR), namespaces, mounts, rigs.

readonly leftover_limit=15

mark_tests() {
  TMPDIR=$(mktemp -d /tmp/edog-test.XXXXXX)
  chmod 0711 "$TMPDIR" # the tests' PostgreSQL runs as nobody
  export TMPDIR
  mounts_before=$(mount_points)
  netns_before=$(network_namespaces)
  rigs_before=$(rigs)
}

mount_points() { awk '$2 !~ "^/run/netns" {print $2}' /proc/self/mounts | sort; } # those of ip-netns stay by its design
network_namespaces() { (cd /run/netns 2>/dev/null && ls) || true; }
rigs() { (cd "${EDOG_RIG_HOME:-/var/lib/edog-rig}" 2>/dev/null && ls) || true; }

marked_pids() {
  local environ pid
  for environ in /proc/[0-9]*/environ; do
    pid=${environ//[!0-9]/}
    if grep -qzF "TMPDIR=$TMPDIR" "$environ" 2>/dev/null; then echo "$pid"; fi
  done
}

no_marked() { [[ -z $(marked_pids) ]]; }

leftovers() { # 1, with a list, if anything is left
  local code=0 pid
  if ! await "$leftover_limit" "what the tests started ends" no_marked; then
    code=1
    for pid in $(marked_pids); do
      echo "left behind: process $pid: $(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | cut -c1-160)"
      kill -KILL "$pid" 2>/dev/null || true
    done
  fi
  left "mount" "$mounts_before" "$(mount_points)" || code=1
  left "network namespace" "$netns_before" "$(network_namespaces)" || code=1
  left "rig" "$rigs_before" "$(rigs)" || code=1
  rm -rf "$TMPDIR"
  return "$code"
}

left() { # what, before, after
  local more
  more=$(comm -13 <(sort <<<"$2") <(sort <<<"$3"))
  [[ -n $more ]] || return 0
  printf 'left behind: %s %s\n' "$1" "${more//$'\n'/, }"
  return 1
}
