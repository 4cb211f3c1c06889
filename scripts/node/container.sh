# shellcheck shell=bash
# What the container starts from: its configuration, and its cache of what it installed before.

readonly manager_features='edog-(manager|rbac|rest|web)' agent_features='edog-agent'

assemble_etc() { # of a deployed node: the distribution's files, and over them the administrator's; without EDOG_ETC it is the user's own
  [[ -n ${EDOG_ETC:-} ]] || return 0
  rm -rf "$data/etc.new"
  cp -R "$dist/etc" "$data/etc.new"
  if [[ -d $EDOG_ETC/etc ]]; then cp -R "$EDOG_ETC/etc/." "$data/etc.new"; fi
  boot_features_of_roles "$data/etc.new/org.apache.karaf.features.cfg"
  chmod 0700 "$data/etc.new"
  rm -rf "${data:?}/etc"
  mv "$data/etc.new" "$data/etc"
}

boot_features_of_roles() { # file: its list "featuresBoot = \ ..." of NAME/VERSION, up to an empty line, without those that this node does without
  local unwanted=none list
  has_role manager || unwanted+="|$manager_features"
  has_role agent || unwanted+="|$agent_features"
  list=$(sed -n '/^featuresBoot *=/,/^$/p' "$1" | grep -oE '[a-z][a-z0-9-]*/[0-9][0-9A-Za-z.-]*' | grep -vE "^($unwanted)/" | paste -sd,)
  sed -i '/^featuresBoot *=/,/^$/d' "$1"
  echo "featuresBoot = $list" >>"$1"
}

check_cache() { # made anew for another distribution, and for other roles: only an empty one boots the features named in etc
  local now
  now="$(cat "$dist/lib/edog/release") $EDOG_ROLES"
  if [[ $(cat "$data/karaf/cache.of" 2>/dev/null) == "$now" ]]; then return; fi
  rm -rf "$data/karaf/cache"
  echo "$now" >"$data/karaf/cache.of"
}
