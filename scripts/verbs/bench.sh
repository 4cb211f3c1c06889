# shellcheck shell=bash
# Measures an appliance of its own, on free ports, which it removes afterwards. Progress goes to standard error.

verb_bench() {
  ((EUID == 0)) || die 1 "bench needs root: it starts virtual machines"
  "$scripts/packages" test
  "$scripts/build"
  JAVA_HOME=$(java17_with javac)
  export JAVA_HOME
  cd "$root" || exit
  exec mvn -q -B -ntp -Pitests -pl itests/appliance test-compile exec:java -Dexec.classpathScope=test \
    -Dexec.mainClass=io.edog.itests.appliance.Bench -Dedog.root="$root" -Dexec.args="$*"
}
