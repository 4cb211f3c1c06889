# shellcheck shell=bash

verb_logs() {
  local directory=$root/data follow=()
  while (($#)); do
    case $1 in
      --data)
        need_value "$@"
        directory=$2
        shift
        ;;
      --follow) follow=(-F) ;;
      *) die 2 "logs: unknown option '$1'; see ./edog help" ;;
    esac
    shift
  done
  use_data "$directory"
  require_appliance
  local files
  mapfile -t files < <(log_files)
  tail -n 30 "${follow[@]}" "${files[@]}"
}
