# shellcheck shell=bash
# The VMs: asked of the appliance through its local shell, and (guests.sh) of the machine through the hypervisor's own files.

# shellcheck source=scripts/node/guests.sh
source "$node_scripts/guests.sh"

readonly ask_limit=${EDOG_ASK_LIMIT:-30} # seconds for one command of the shell

ask() { # command: what the shell prints
  local code=0
  timeout -k 2 "$ask_limit" "$node_scripts/shell" "$data" "$1" </dev/null || code=$?
  ((code < 124)) || code=4
  return "$code"
}

find_vm() { # name or id: the VM's JSON, or nothing
  local all
  all=$(ask 'edog:vm-list --json') || return
  jq -c --arg word "$1" '[.items[] | select(.id == $word or .name == $word)] | first // empty' <<<"$all"
}

of() { jq -r "$2 // empty" <<<"$1"; } # JSON, path
