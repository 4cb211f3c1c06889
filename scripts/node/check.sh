# shellcheck shell=bash
# Whether this host can do its roles: each finding with its cure. Nothing is changed, and it works before the first start too.

readonly low_disk_mib=1024 scarce_disk_mib=5120 low_memory_mib=1500 connect_limit=2 certificate_days=30

node_check() {
  local json=no name
  parse_flags check "$@"
  findings=() check_failed=no
  for name in java kernel kvm libvirt qemu time disk data memory ports names voters keys floating; do "check_$name"; done
  if [[ $json == yes ]]; then
    printf '{"node":%s,"ok":%s,"checks":[%s]}\n' "$(json_string "$EDOG_NODE")" "$([[ $check_failed == no ]] && echo true || echo false)" "$(
      IFS=,
      echo "${findings[*]}"
    )"
  fi
  [[ $check_failed == no ]]
}

finding() { # name, ok|warning|error, detail, cure
  [[ $2 != error ]] || check_failed=yes
  if [[ $json == yes ]]; then
    findings+=("$(printf '{"name":"%s","level":"%s","detail":%s,"cure":%s}' "$1" "$2" "$(json_string "$3")" "$(json_string_or_null "${4:-}")")")
  else
    printf '%-8s %-8s %s%s\n' "$1" "$2" "$3" "${4:+; cure: $4}"
  fi
}

check_java() {
  local home
  if home=$(java17_home); then
    finding java ok "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release") in $home"
  else
    finding java error 'there is no Java 17' 'apt-get install openjdk-17-jre-headless'
  fi
}

check_kernel() {
  if [[ $(uname -m) == x86_64 ]]; then finding kernel ok "$(uname -sr)"; else finding kernel error "$(uname -m) is not supported" 'use an x86_64 host'; fi
}

check_kvm() {
  has_role agent || return 0
  if [[ -r /dev/kvm && -w /dev/kvm ]]; then
    finding kvm ok '/dev/kvm is there'
  else
    finding kvm warning 'no /dev/kvm: guests are emulated, which is slow' 'switch virtualisation on in the firmware; modprobe kvm_intel or kvm_amd'
  fi
}

check_libvirt() {
  has_role agent || return 0
  local version
  if ! command -v virsh >/dev/null || ! command -v libvirtd >/dev/null; then
    finding libvirt error 'libvirt is not installed' 'apt-get install libvirt-daemon libvirt-daemon-driver-qemu libvirt-clients'
  elif ! getent passwd libvirt-qemu >/dev/null; then
    finding libvirt error 'there is no user libvirt-qemu' 'apt-get install libvirt-daemon-system, or: useradd -r libvirt-qemu'
  elif version=$(libvirt_version) && [[ -n $version ]]; then
    finding libvirt ok "$version at $(libvirt_uri)"
  elif [[ $EDOG_LIBVIRT == private ]]; then
    finding libvirt ok 'it will be started with this node'
  else
    finding libvirt error "libvirtd does not answer at $(libvirt_uri)" 'systemctl restart libvirtd; or EDOG_LIBVIRT=private in /etc/edog/local.env'
  fi
}

check_qemu() {
  has_role agent || return 0
  local command
  for command in qemu-system-x86_64 qemu-img; do
    command -v "$command" >/dev/null || { finding qemu error "$command is not installed" 'apt-get install qemu-system-x86 qemu-utils' && return; }
  done
  finding qemu ok "$(qemu-system-x86_64 --version | sed -n 1p)"
}

check_time() { # nothing of edog depends on it but what people read: its clocks are their own
  if [[ $(timedatectl show -p NTPSynchronized --value 2>/dev/null) == yes ]] || chronyc -n tracking 2>/dev/null | found 'Leap status *: Normal'; then
    finding time ok 'the clock is synchronised'
  else
    finding time warning 'nobody is seen to synchronise the clock' 'apt-get install chrony'
  fi
}

check_disk() {
  local place=$data free
  while [[ ! -d $place ]]; do place=$(dirname "$place"); done
  free=$(($(stat -f -c '%a * %S / 1048576' "$place")))
  if ((free < low_disk_mib)); then
    finding disk error "$free MiB free for $data" 'make room: a full disk stops this node'
  elif ((free < scarce_disk_mib)); then
    finding disk warning "$free MiB free for $data" 'make room'
  else
    finding disk ok "$free MiB free for $data"
  fi
}

check_data() {
  local mark
  if mark=$(foreign_mark); then
    finding data error "$data holds another cluster: it was founded with other keys" "to begin anew, move $data away; if only the CA is new: rm $mark"
  else
    finding data ok "$data"
  fi
}

check_memory() {
  local total
  total=$(($(sed -n 's/^MemTotal: *\([0-9]*\).*/\1/p' /proc/meminfo) / 1024))
  if ((total < low_memory_mib)); then finding memory warning "$total MiB in all" "give it $low_memory_mib MiB or more"; else finding memory ok "$total MiB"; fi
}

check_ports() { # of processes that do not run: others must not have them
  local taken=() pair address cure='end it: ss -ltnp'
  for pair in "karaf $EDOG_HTTP" "karaf $EDOG_SSH" "karaf $EDOG_PEER" \
    "zookeeper $EDOG_ADDRESS:$EDOG_ZK_CLIENT" "zookeeper $EDOG_ADDRESS:$EDOG_ZK_PEER" "zookeeper $EDOG_ADDRESS:$EDOG_ZK_ELECTION"; do
    address=${pair#* }
    [[ -n $address && $(services) == *"${pair%% *}"* ]] || continue
    if pid_of "${pair%% *}" >/dev/null || ! listening "$address"; then continue; fi
    taken+=("$address")
    # the others know a voter's ports, so it can't have others by itself
    [[ $pair == zookeeper* && -n ${EDOG_ZK_FOUNDERS:-} ]] || cure='end it (ss -ltnp), or say other ports in /etc/edog/local.env'
  done
  if ((${#taken[@]})); then
    finding ports error "somebody else listens at ${taken[*]}" "$cure"
  else
    finding ports ok 'the ports of this node are its own'
  fi
}

check_names() {
  local host unknown=()
  for host in $(hosts_of_settings); do
    timeout "$connect_limit" getent ahosts "$host" >/dev/null || unknown+=("$host")
  done
  if ((${#unknown[@]})); then
    finding names error "not resolved within $connect_limit s: ${unknown[*]}" 'add them to /etc/hosts, or use addresses'
  else
    finding names ok "$(hosts_of_settings | paste -sd' ')"
  fi
}

hosts_of_settings() {
  {
    echo "$EDOG_ADDRESS"
    tr ',' '\n' <<<"$EDOG_ZK_CONNECT" | sed 's/:[0-9]*$//'
  } | sort -u
}

check_voters() {
  local voter total=0 reached=0 silent=()
  for voter in ${EDOG_ZK_CONNECT//,/ }; do
    total=$((total + 1))
    if reachable "$voter"; then reached=$((reached + 1)); else silent+=("$voter"); fi
  done
  if ((2 * reached > total)); then
    finding voters ok "$reached of $total voters of ZooKeeper answer${silent[*]:+; not ${silent[*]}}"
  else
    finding voters warning "$reached of $total voters of ZooKeeper answer; not ${silent[*]}" 'start them; look at the network and at firewalls'
  fi
}

reachable() { # host:port
  # shellcheck disable=SC2016  # expanded by that bash
  timeout "$connect_limit" bash -c 'exec 3<>"/dev/tcp/$1/$2"' - "${1%:*}" "${1##*:}" 2>/dev/null
}

check_floating() {
  [[ -n ${EDOG_FLOATING:-} ]] || return 0
  if [[ ! $EDOG_FLOATING =~ ^[0-9a-fA-F.:]+/[0-9]+@[A-Za-z0-9._-]+$ || ! -e /sys/class/net/${EDOG_FLOATING##*@} ]]; then
    finding floating error "EDOG_FLOATING=$EDOG_FLOATING is not ADDRESS/PREFIX@DEVICE of this host" 'correct it: appctl cluster conf --floating, or /etc/edog/local.env'
  elif [[ ${EDOG_HTTP%:*} != 0.0.0.0 ]]; then
    finding floating error "at the floating address nobody answers: EDOG_HTTP is $EDOG_HTTP" "EDOG_HTTP=0.0.0.0:${EDOG_HTTP##*:}"
  elif ! command -v arping >/dev/null; then
    finding floating warning 'without arping the neighbours learn late who has the address' 'apt-get install iputils-arping'
  else
    finding floating ok "$EDOG_FLOATING"
  fi
}

check_keys() {
  if [[ -z $EDOG_TLS ]]; then
    if hosts_of_settings | grep -vE '^(127\.|localhost$|::1$)' >/dev/null; then
      finding keys error 'no keys, but other hosts' 'appctl cluster conf makes them, and deploy brings them here'
    fi
    return 0
  fi
  local file
  for file in ca.pem node.pem secret; do
    [[ -s $EDOG_TLS/$file ]] || { finding keys error "$EDOG_TLS/$file is missing" 'appctl cluster deploy' && return; }
  done
  if [[ -n $(find "$EDOG_TLS/node.pem" "$EDOG_TLS/secret" -perm /077) ]]; then
    finding keys error "others may read $EDOG_TLS/node.pem or secret" "chmod 0600 $EDOG_TLS/node.pem $EDOG_TLS/secret"
  elif ! openssl verify -CAfile "$EDOG_TLS/ca.pem" "$EDOG_TLS/node.pem" >/dev/null 2>&1; then
    finding keys error "$EDOG_TLS/node.pem is not of the CA in ca.pem, or ran out" 'appctl cluster conf and deploy'
  elif ! openssl x509 -in "$EDOG_TLS/node.pem" -noout -checkend $((certificate_days * 86400)) >/dev/null; then
    finding keys warning "$EDOG_TLS/node.pem runs out within $certificate_days days" 'appctl cluster conf and deploy'
  else
    finding keys ok "until $(openssl x509 -in "$EDOG_TLS/node.pem" -noout -enddate | cut -d= -f2)"
  fi
}
