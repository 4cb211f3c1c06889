# shellcheck shell=bash

verb_bench() {
  local name names=()
  for name in "$scripts"/bench/*; do [[ -x $name ]] && names+=("${name##*/}"); done
  if (($# == 0)); then set -- "${names[@]}"; fi
  for name in "$@"; do
    [[ " ${names[*]} " == *" $name "* ]] || die 2 "no benchmark '$name'; there are: ${names[*]:-none yet}"
    "$scripts/bench/$name"
  done
}
