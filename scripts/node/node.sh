# shellcheck shell=bash
# shellcheck disable=SC2034  # used by the others of edog-node
# Which node this is, and which distribution it runs.

readonly version_pattern='^[0-9][A-Za-z0-9.+-]*$'

use_node() { # reads its settings; changes nothing
  export EDOG_ETC=${EDOG_ETC:-/etc/edog}
  this_dist=$(dirname "$node_scripts")
  [[ -f $this_dist/lib/edog/release ]] || die 1 "$node_scripts is not the node/ directory of a distribution"
  [[ -f $EDOG_ETC/node.env ]] || die 3 "no $EDOG_ETC/node.env: appctl cluster conf and deploy make it"
  read_settings "$EDOG_ETC/node.env"
  if [[ -f $EDOG_ETC/local.env ]]; then read_settings "$EDOG_ETC/local.env"; fi # this host's own: appctl writes the other anew
  [[ -n ${EDOG_NODE:-} ]] || die 2 "$EDOG_ETC/node.env does not say EDOG_NODE"
  default_settings
  check_settings
  place_data "${EDOG_DATA:-/var/lib/edog}"
}

check_settings() {
  local role
  for role in ${EDOG_ROLES//,/ }; do
    [[ $role =~ ^(manager|agent|witness)$ ]] || die 2 "$EDOG_ETC/node.env: '$role' is no role"
  done
  [[ $EDOG_LIBVIRT =~ ^(system|private)$ ]] || die 2 "$EDOG_ETC/node.env: EDOG_LIBVIRT is neither system nor private"
  [[ -n $(services) ]] || die 2 "$EDOG_ETC/node.env: with these roles nothing would run here"
}

settle() { # from now on, these settings and this distribution are in force. Several may do it at once
  found_data
  if has_role agent && [[ $EDOG_LIBVIRT == system && -d $(dirname "$libvirt_claim") ]]; then
    claim_libvirt || die 1 "the appliance in $(cat "$libvirt_claim") has this machine's libvirtd; EDOG_LIBVIRT=private gives this node one of its own"
  fi
  local before
  before=$(readlink "$data/dist" || true)
  if [[ $before != "$this_dist" ]]; then
    [[ -z $before ]] || echo "$before" >"$data/previous"
    link_to "$this_dist" "$data/dist"
  fi
  dist=$this_dist
  write_settings EDOG_ETC EDOG_DATA "${!EDOG_KARAF_@}" "${!EDOG_ZOOKEEPER_@}" "${!EDOG_ZK_@}" "${!EDOG_JAVA_@}" "${!EDOG_FLOATING@}"
}

link_to() { # directory, link: at no moment is there none
  ln -sfn "$1" "$2.new.$$"
  mv -T "$2.new.$$" "$2"
}

release_of() { cut -d' ' -f1 "$1/lib/edog/release" 2>/dev/null; } # distribution: its version

node_version() {
  local json=no
  parse_flags version "$@"
  local base link='' previous=''
  base=$(dirname "$this_dist")
  link=$(readlink -f "$base/current" 2>/dev/null || true)
  previous=$(cat "$data/previous" 2>/dev/null || true)
  if [[ $json == yes ]]; then
    printf '{"version":%s,"distribution":%s,"inForce":%s,"current":%s,"previous":%s}\n' "$(json_string "$(release_of "$this_dist")")" \
      "$(json_string "$this_dist")" "$(json_string_or_null "$(readlink "$data/dist" || true)")" "$(json_string_or_null "$link")" "$(json_string_or_null "$previous")"
    return
  fi
  echo "edog $(release_of "$this_dist") in $this_dist"
  echo "in force   $(readlink "$data/dist" || echo none)"
  echo "previous   ${previous:-none}"
}

node_use() { # VERSION or previous
  (($# == 1)) || die 2 "use takes a version, or the word previous"
  local base to
  base=$(dirname "$this_dist")
  if [[ $1 == previous ]]; then
    to=$(cat "$data/previous" 2>/dev/null) || die 1 "this node has had no other distribution"
  else
    [[ $1 =~ $version_pattern ]] || die 2 "'$1' is no version"
    to=$base/$1
  fi
  [[ -f $to/lib/edog/release ]] || die 1 "there is no distribution in $to"
  [[ -L $base/current || ! -e $base/current ]] || die 1 "$base/current is no link"
  link_to "$to" "$base/current"
  say "the next restart takes $to"
}

parse_flags() { # verb, arguments: sets json, follow, vms, foreground, limit, parts as far as the verb has them
  local verb=$1
  shift
  while (($#)); do
    case $verb:$1 in
      status:--json | check:--json | version:--json) json=yes ;;
      logs:--follow) follow=yes ;;
      stop:--vms) vms=yes ;;
      start:--fg) foreground=yes ;;
      start:--wait | restart:--wait)
        [[ ${2:-} =~ ^[1-9][0-9]{0,4}$ ]] || die 2 "--wait needs seconds"
        limit=$2
        shift
        ;;
      restart:zookeeper | restart:karaf | restart:libvirtd | restart:floating) parts+=("$1") ;;
      *) die 2 "$verb: unknown option '$1'; see edog-node help" ;;
    esac
    shift
  done
}
