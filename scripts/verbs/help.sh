# shellcheck shell=bash

verb_help() {
  cat <<'END'
usage: ./edog VERB

  run      install what is missing, build, start the appliance, and make and boot a VM named demo.
           May be repeated: what is there stays as it is.
           --data DIR   where everything of this appliance lives (default: data beside this script)
           --http PORT  the page and the API (default 9501), --ssh PORT  the shell (default 8101);
                        on loopback, unless given as ADDRESS:PORT. Remembered for the next time.
  stop     stop the appliance's processes; the VMs run on. --vms: shut the VMs down first
  status   processes, addresses, health, VMs. 3 if it does not serve, 1 if a part of it is down
  logs     the ends of all logs. --follow goes on, until interrupted
  shell    [COMMAND]  one command of the shell, or a session: ./edog shell 'edog:vm-list --json'
  db       VERB  the data of a stopped appliance: show, backup-offline, recover FILE, clear, remove.
           Each says with --help what it does; recover, clear and remove ask, --yes does not
  test     the tests. --quick: no appliance, nothing killed. --long: with the full counts, and the few that take very long
  bench    [start|write|vm|kill|list]  measure an appliance of its own; without a name, all. --json
           failover|agents  measure three managers
  deb      the Debian package, into target/ or --out DIR
  clean    stop everything, the VMs too, and remove the data directory. Asks first; --yes does not
  help     this
  rig      several hosts on this machine, and a cluster on them: ./edog rig up, see ./edog rig help
  sim      simulated clusters in virtual time, each from a seed: --seeds N [--from S] [--json], --replay S;
           --bugs [NAME]: shows that planted bugs are found

stop, status, logs, shell, db and clean take --data DIR as run does.
Exit codes: 0 ok, 1 refused or failed, 2 usage, 3 unreachable, 4 timed out.
END
}
