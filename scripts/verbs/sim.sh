# shellcheck shell=bash
# Runs simulated clusters in virtual time (itests/sim). What it needs is built when a source of it changed.

verb_sim() {
  JAVA_HOME=$(java17_home javac) || die 1 "no JDK 17"
  export JAVA_HOME
  build_sim
  if [[ ${1:-} == --bugs ]]; then
    exec "$scripts/sim-bugs" "$root/bugs" "${2:-}"
  fi
  exec "$JAVA_HOME/bin/java" -XX:+UseParallelGC -Xmx1g -Dslf4j.internal.verbosity=ERROR \
    -Dedog.commit="$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)" -cp "$(sim_classpath)" io.edog.sim.run.Main "$@"
}

build_sim() {
  local stamp=$root/itests/sim/target/classpath log=$root/target/edog-sim.log
  local sources=("$root"/bundles/{api,core,manager,cluster,agent}/src/main "$root"/itests/sim/{src,pom.xml})
  if [[ ${EDOG_BUILT:-} == 1 && -f $stamp ]]; then return 0; fi
  if [[ -f $stamp && -z $(find "${sources[@]}" -newer "$stamp" -type f -print -quit) ]]; then return 0; fi
  say "building the simulator" >&2
  mkdir -p "$root/target"
  (cd "$root" && mvn -q -B -ntp -pl itests/sim -am -DskipTests -DskipITs -DskipWeb -Dspotless.check.skip=true install) >"$log" 2>&1 </dev/null ||
    { tail -n 30 "$log" >&2 && die 1 "the build failed"; }
  touch "$stamp"
}

sim_classpath() {
  echo "$root/itests/sim/target/classes:$(<"$root/itests/sim/target/classpath")"
}
