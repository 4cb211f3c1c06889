# shellcheck shell=bash
# What of this node runs, and whether it serves.

readonly ask_limit_seconds=5

node_status() {
  local json=no name states=() up=0 wanted=0 served=no
  parse_flags status "$@"
  for name in $(services); do
    wanted=$((wanted + 1))
    states+=("$(process_state "$name")")
    [[ ${states[-1]} != up ]] || up=$((up + 1))
  done
  ! serving || served=yes
  if [[ $json == yes ]]; then status_json; else status_text; fi
  if ((up == 0)) && [[ " ${states[*]} " != *' unsupervised '* ]]; then return 3; fi
  if has_role manager && [[ $served == no ]]; then return 3; fi
  ((up == wanted)) && [[ $served == yes ]]
}

process_state() { # name
  if ! pid_of "$1" >/dev/null; then echo down; elif supervised "$1"; then echo up; else echo unsupervised; fi
}

serving() { # a manager's health says so; without a manager: all processes live and the agent has its voters
  if has_role manager; then
    [[ $(health_answer) =~ \"status\":\"ok\" ]] # 200 is also what a node without its manager says
  else
    local name
    for name in $(services); do pid_of "$name" >/dev/null || return 1; done
    ! has_role agent || agent_connected
  fi
}

health_answer() { curl -s -m "$ask_limit_seconds" -w '\n%{http_code}' "$(api_url)/health" 2>/dev/null || true; }

agent_connected() { # karaf has a connection to a voter
  local pid
  pid=$(pid_of karaf) && connections_of "$pid" | found -E ":($(voter_ports))\$"
}

voter_ports() { tr ',' '\n' <<<"$EDOG_ZK_CONNECT" | sed 's/.*://' | sort -u | paste -sd'|'; }

connections_of() { # pid: the remote ends of its established TCP connections, as :port
  local inodes
  inodes=$(find "/proc/$1/fd" -lname 'socket:*' -printf '%l\n' 2>/dev/null | tr -dc '0-9\n')
  awk 'NR == FNR {ours[$1]; next} $4 == "01" && ($10 in ours) {split($3, end, ":"); print end[2]}' <(echo "$inodes") \
    <(cat "/proc/$1/net/tcp" "/proc/$1/net/tcp6" 2>/dev/null) | while read -r port; do echo ":$((16#$port))"; done
}

zookeeper_mode() { # of this host's voter, as it says itself
  [[ -n $EDOG_ZK_ID ]] || return 0
  if [[ -n $EDOG_TLS ]]; then
    (echo srvr && sleep 1) | timeout "$ask_limit_seconds" openssl s_client -quiet -verify_quiet -CAfile "$EDOG_TLS/ca.pem" \
      -cert "$EDOG_TLS/node.pem" -key "$EDOG_TLS/node.pem" -connect "$EDOG_ADDRESS:$EDOG_ZK_CLIENT" 2>/dev/null
  else
    (exec 3<>"/dev/tcp/127.0.0.1/$EDOG_ZK_CLIENT" && echo srvr >&3 && timeout "$ask_limit_seconds" cat <&3) 2>/dev/null
  fi | sed -n 's/^Mode: //p' || true
}

libvirt_version() { timeout "$ask_limit_seconds" virsh -q -c "$(libvirt_uri)" version --daemon 2>/dev/null | sed -n 's/^Running hypervisor: //p'; }
libvirt_answers() { [[ -n $(libvirt_version) ]]; }

dist_in_force() { # what the node was started with, whatever another start would take
  if [[ -d $dist ]]; then echo "$dist"; else echo "$this_dist"; fi
}

overall() {
  if ((up == 0)) && [[ " ${states[*]} " != *' unsupervised '* ]]; then echo down
  elif ((up == wanted)) && [[ $served == yes ]]; then echo up
  else echo degraded; fi
}

status_json() {
  local name i=0 processes='' pid started
  started=$(dist_in_force)
  for name in $(services); do
    pid=$(pid_of "$name" || true)
    processes+=,$(printf '{"name":"%s","state":"%s","pid":%s,"upSeconds":%s,"restarts":%s}' "$name" "${states[i]}" "${pid:-null}" \
      "$([[ -n $pid ]] && seconds_up "$pid" || echo null)" "$(restarts_of "$name")")
    i=$((i + 1))
  done
  # shellcheck disable=SC2086  # roles are words
  printf '{"node":%s,"cluster":%s,"version":%s,"distribution":%s,"previous":%s,"roles":%s,"address":%s,' "$(json_string "$EDOG_NODE")" \
    "$(json_string "$EDOG_CLUSTER")" "$(json_string "$(release_of "$started")")" "$(json_string "$started")" \
    "$(json_string_or_null "$(cat "$data/previous" 2>/dev/null || true)")" "$(json_list ${EDOG_ROLES//,/ })" "$(json_string "$EDOG_ADDRESS")"
  printf '"state":"%s","serving":%s,"processes":[%s],"health":%s,"zookeeper":%s,"libvirt":%s,"guests":%s,"supervisor":"%s"}\n' "$(overall)" \
    "$([[ $served == yes ]] && echo true || echo false)" "${processes#,}" "$(health_json)" "$(zookeeper_json)" "$(libvirt_json)" \
    "$(guests | wc -l)" "$(with_systemd && echo systemd || echo edog)"
}

health_json() {
  has_role manager || { echo null && return; }
  local answer body
  answer=$(health_answer)
  body=${answer%$'\n'*}
  [[ $body == '{'*'}' ]] || body=null
  if [[ ${answer##*$'\n'} == 000 ]]; then echo null; else printf '{"code":%s,"body":%s}' "${answer##*$'\n'}" "$body"; fi
}

zookeeper_json() {
  local mode
  mode=$(zookeeper_mode)
  if [[ -n $mode ]]; then printf '{"mode":"%s"}' "$mode"; else echo null; fi
}

libvirt_json() {
  has_role agent || { echo null && return; }
  local version
  version=$(libvirt_version || true)
  printf '{"uri":%s,"answers":%s,"version":%s}' "$(json_string "$(libvirt_uri)")" "$([[ -n $version ]] && echo true || echo false)" "$(json_string_or_null "$version")"
}

status_text() {
  local name i=0 pid
  echo "node $EDOG_NODE of cluster $EDOG_CLUSTER, edog $(release_of "$(dist_in_force)"), roles $EDOG_ROLES: $(overall)"
  printf '\n%-10s %8s %12s %9s\n' process pid up restarts
  for name in $(services); do
    pid=$(pid_of "$name" || true)
    printf '%-10s %8s %12s %9s%s\n' "$name" "${pid:-down}" "$([[ -n $pid ]] && echo "$(seconds_up "$pid") s")" "$(restarts_of "$name")" \
      "$([[ ${states[i]} != unsupervised ]] || echo '   nothing would restart it; edog-node start mends that')"
    i=$((i + 1))
  done
  echo
  ! has_role manager || echo "API         $(api_url)   $(health_words)"
  [[ -z $EDOG_ZK_ID ]] || echo "zookeeper   $(zookeeper_mode | grep . || echo 'does not answer')"
  ! has_role agent || echo "hypervisor  $(libvirt_uri)   $(libvirt_version | grep . || echo 'does not answer'); $(count_guests)"
}

health_words() {
  local answer
  answer=$(health_answer)
  case ${answer##*$'\n'} in
    000) echo 'does not answer' ;;
    *) echo "${answer##*$'\n'} ${answer%$'\n'*}" ;;
  esac
}
