# shellcheck shell=bash
# Measures an appliance, or three managers, of its own, on free ports, which it removes afterwards. Progress goes to standard error.

verb_bench() {
  ((EUID == 0)) || die 1 "bench needs root: it starts virtual machines"
  local module=appliance main=appliance.Bench
  case " $* " in
    *' failover '* | *' agents '*) module=history main=history.bench.ClusterBench ;;
  esac
  "$scripts/packages" test
  "$scripts/build"
  JAVA_HOME=$(java17_home javac)
  export JAVA_HOME
  cd "$root" || exit
  mvn -q -B -ntp -Pitests -pl itests/support install || exit
  exec mvn -q -B -ntp -Pitests -pl "itests/$module" test-compile exec:java -Dexec.classpathScope=test \
    -Dexec.mainClass="io.edog.itests.$main" -Dedog.root="$root" -Dexec.args="$*"
}
