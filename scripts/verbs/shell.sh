# shellcheck shell=bash

verb_shell() {
  local directory=$root/data
  if [[ ${1:-} == --data ]]; then
    need_value "$@"
    directory=$2
    shift 2
  fi
  use_data "$directory"
  require_appliance
  exec "$node_scripts/shell" "$data" "$@"
}
