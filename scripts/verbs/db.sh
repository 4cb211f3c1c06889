# shellcheck shell=bash

verb_db() { # what its data are while it is stopped
  local directory=$root/data
  if [[ ${1:-} == --data ]]; then
    need_value "$@"
    directory=$2
    shift 2
  fi
  (($#)) || die 2 "db: show, backup-offline, recover FILE, clear or remove; see ./edog help"
  use_data "$directory"
  require_appliance
  [[ -f $dist/lib/edog/offline.jar ]] || die 1 "the distribution in $dist is older than this command; bring it up to date with: ./edog run --data $data"
  exec "$node_scripts/db" "$data" "$@"
}
