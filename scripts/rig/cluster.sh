# shellcheck shell=bash
# edog on the hosts of a rig, put there as an administrator does it: with appctl, over ssh, from the first host.

readonly admin_copy=/root/edog start_limit=${EDOG_RIG_START_LIMIT:-300} demo_limit=${EDOG_DEMO_LIMIT:-300}
readonly shared_pool='default:dir:/srv/edog-shared/pools/default' demo_template=edog-tiny

bring_edog() { # to where its administrator unpacks it
  "$scripts/build"
  copy_distribution
  share_pool
}

start_cluster() { # yes if the demo is wanted
  local members
  mapfile -t members < <(conf_words)
  appctl cluster conf "${members[@]}"
  appctl cluster deploy
  appctl --timeout "$start_limit" cluster start
  appctl cluster ping
  [[ $1 == no ]] || make_demos
  cluster_summary
}

conf_words() { # who manages and who has guests; without agents of their own, the managers have them
  managers
  ((RIG_AGENTS == 0)) || { echo --agents && hosts | tail -n "$RIG_AGENTS"; }
}

copy_distribution() { # unpacked on the first host, for its administrator, unless this one is there
  local archive=$root/karaf-assembly/target/edog-karaf-0.1.0.tar.gz place=$rig/hosts/a/own$admin_copy wanted
  wanted=$(sha256sum <"$archive")
  if [[ $(cat "$place/.archive" 2>/dev/null) == "$wanted" ]]; then return; fi
  say "unpacking the distribution on a"
  rm -rf "$place.new"
  mkdir "$place.new"
  tar -xzf "$archive" --strip-components=1 --no-same-owner -C "$place.new"
  rm -rf "$place"
  mv "$place.new" "$place"
  echo "$wanted" >"$place/.archive"
}

share_pool() { # one pool for all hosts: a VM may run on any of them
  local host
  for host in $(hosts); do
    mkdir -p "$rig/hosts/$host/own/etc/edog/etc"
    sed "s|^pools *=.*|pools = $shared_pool|" "$root/etc/io.edog.storage.cfg" >"$rig/hosts/$host/own/etc/edog/etc/io.edog.storage.cfg"
  done
}

appctl() { # words
  say "appctl $*"
  local code=0
  in_host a "$admin_copy/bin/appctl" --yes "$@" || code=$?
  ((code == 0)) || die "$code" "appctl ended with exit code $code; see $(rig_words status) and $(rig_words logs)"
}

shell_of() { # host, command of the shell
  in_host "$1" /opt/edog/current/node/edog-node shell "$2" </dev/null
}

make_demos() { # a VM for each agent; where they run is the cluster's to choose
  local number count=$RIG_AGENTS
  ((count > 0)) || count=$RIG_MANAGERS
  "$scripts/guest-image" "$root/target/$demo_template.qcow2"
  cp "$root/target/$demo_template.qcow2" "$rig/shared/$demo_template.qcow2"
  has_object template "$demo_template" || { say "importing the template $demo_template" &&
    shell_of a "edog:template-import --os linux $demo_template /srv/edog-shared/$demo_template.qcow2"; }
  for ((number = 1; number <= count; number++)); do
    has_object vm "demo-$number" || { say "making the VM demo-$number" &&
      shell_of a "edog:vm-create --cpus 1 --memory 128 --template $demo_template --start demo-$number"; }
  done
  await "$demo_limit" "the VMs run" demo_runs "$count" || die 4 "see: $(rig_words exec a edog-node shell edog:vm-list)"
}

has_object() { # kind, name
  shell_of a "edog:$1-list --json" | jq -e --arg name "$2" 'any(.items[]; .name == $name)' >/dev/null
}

demo_runs() { # how many
  (($(shell_of a 'edog:vm-list --json' | jq '[.items[] | select((.name | startswith("demo-")) and .state == "running")] | length') >= $1))
}

password_host() { # the manager that made the first password has it in a file
  local host
  for host in $(managers); do
    if in_host "$host" test -s /var/lib/edog/admin-password; then echo "$host" && return; fi
  done
}

cluster_summary() {
  local host
  echo
  for host in $(managers); do printf 'page of %s   http://%s:9501/ui/   API http://%s:9501/api/v1\n' "$host" "$(address_of "$host")" "$(address_of "$host")"; done
  host=$(password_host)
  cat <<END
user admin, password: $(rig_words exec "${host:-a}" cat /var/lib/edog/admin-password)
the cluster: $(rig_words exec a appctl cluster ping)
its shell:   $(rig_words exec a edog-node shell)
its faults:  $(rig_words poweroff b), cut, kill b karaf …; see ./edog rig help
elapsed $SECONDS s
END
}
