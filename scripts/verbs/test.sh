# shellcheck shell=bash
# Afterwards nothing that the tests started may be left: whatever carries their mark is listed, ended, and fails the run.

source "$scripts/leftovers.sh"

verb_test() {
  local options=(-Pitests)
  case ${1:-} in
    '') ;;
    --quick) options=() ;;
    --long) options=(-Pitests -Dedog.long=true) ;;
    *) die 2 "test: unknown option '$1'; see ./edog help" ;;
  esac
  (($# <= 1)) || die 2 "test takes one option at most"
  ((EUID == 0)) || [[ ${1:-} == --quick ]] || die 1 "test needs root: it starts virtual machines. --quick does not"
  "$scripts/packages" test
  say "checking the scripts"
  check_scripts
  mark_tests
  trap 'leftovers >&2' EXIT
  JAVA_HOME=$(java17_home)
  export JAVA_HOME
  local code=0
  (cd "$root" && mvn -B -ntp "${options[@]}" verify) || code=1
  trap - EXIT
  leftovers || code=1
  say "tests ended with exit code $code"
  return "$code"
}

check_scripts() {
  local file files=()
  while IFS= read -r -d '' file; do
    if head -n 1 "$file" | grep -qE '^#(!.*sh$| shellcheck shell)'; then files+=("$file"); fi
  done < <(find "$root/edog" "$root/.ci/run" "$root/scripts" -type f -print0)
  (cd "$root" && shellcheck --external-sources "${files[@]}")
}
