# shellcheck shell=bash

verb_deb() {
  local out=$root/target
  while (($#)); do
    case $1 in
      --out)
        need_value "$@"
        out=$2
        shift
        ;;
      *) die 2 "deb: unknown option '$1'; see ./edog help" ;;
    esac
    shift
  done
  "$scripts/build"
  "$scripts/deb/build" "$root/karaf-assembly/target/edog-karaf-0.1.0.tar.gz" "$out"
}
