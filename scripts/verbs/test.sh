# shellcheck shell=bash
# Afterwards nothing that the tests started may be left: whatever carries their mark is listed, ended, and fails the run.

source "$scripts/leftovers.sh"

verb_test() {
  local options=() page=''
  case ${1:-} in
    '') options=(-Pitests) ;;
    --long) options=(-Pitests -Dedog.long=true) ;;
    # Two modules at a time, without what takes long: the page's bundle, the distribution, and tests that kill processes.
    --quick) options=(-T 2 -DskipITs -DskipWeb -pl '!karaf-assembly' -Dedog.excluded.tests=slow) ;;
    *) die 2 "test: unknown option '$1'; see ./edog help" ;;
  esac
  (($# <= 1)) || die 2 "test takes one option at most"
  ((EUID == 0)) || [[ ${1:-} == --quick ]] || die 1 "test needs root: it starts virtual machines. --quick does not"
  "$scripts/packages" test
  mark_tests
  trap 'leftovers >&2' EXIT
  local code=0
  step "the scripts" check_scripts || code=1
  if [[ ${1:-} == --quick ]]; then
    step "the page" check_page >"$TMPDIR/page.log" 2>&1 & # beside the rest, which leaves a processor idle now and then
    page=$!
  else
    step "the page" check_page || code=1
  fi
  step "everything else" check_java "${options[@]}" || code=1
  if [[ ${1:-} != --quick ]]; then
    step "many simulated schedules" check_schedules "${1:-}" || code=1
    step "that planted bugs are found" env EDOG_BUILT=1 "$root/edog" sim --bugs || code=1
  fi
  if [[ -n $page ]]; then
    wait "$page" || code=1
    cat "$TMPDIR/page.log"
  fi
  trap - EXIT
  leftovers || code=1
  say "tests ended with exit code $code"
  return "$code"
}

step() { # what, command...: the others go on when it fails
  local what=$1
  shift
  say "testing $what"
  if ! "$@" </dev/null; then
    warn "failed: $what"
    return 1
  fi
}

check_scripts() {
  local file files=()
  while IFS= read -r -d '' file; do
    if sed -n 1p "$file" | found -aE '^#(!.*sh$| shellcheck shell)'; then files+=("$file"); fi
  done < <(find "$root/edog" "$root/.ci/run" "$root/scripts" -type f -print0)
  (cd "$root" && shellcheck --external-sources "${files[@]}")
}

check_page() (
  cd "$root/bundles/web/frontend" || exit
  if ! [[ node_modules/.package-lock.json -nt package-lock.json ]]; then npm ci --no-audit --no-fund || exit; fi
  npm run check
)

check_schedules() ( # --long: the full count, kept
  if [[ $1 != --long ]]; then exec env EDOG_BUILT=1 "$root/edog" sim --seeds 20000; fi
  env EDOG_BUILT=1 "$root/edog" sim --seeds 1000000 --json >"$TMPDIR/sim.json" || exit
  cp "$TMPDIR/sim.json" "$root/docs/results/sim.json"
)

check_java() ( # Maven's options. The temporary files of the tests, too, are to be gone afterwards.
  cd "$root" || exit
  JAVA_HOME=$(java17_with javac) || die 1 "no JDK 17"
  export JAVA_HOME MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1" # short-lived processes are not worth the second compiler
  export EDOG_BUILT=1 # the appliances that the tests start are of this build
  mvn -B -ntp --fail-at-end -DargLine="-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=$TMPDIR" "$@" verify
)
