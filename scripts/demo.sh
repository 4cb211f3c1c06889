# shellcheck shell=bash
# shellcheck disable=SC2034  # demo_state is for the summary
# The first VM: its template and itself are made once. What the user makes of them afterwards stays so.

readonly demo_name=demo demo_template=edog-tiny
# Seconds: until its disk is made, until it runs, and until its userspace says so.
readonly demo_limit=${EDOG_DEMO_LIMIT:-300}

demo() { # 0, or why it does not run although it was just made; sets demo_state for the summary
  local vm made=no
  demo_state='not there'
  await "$demo_limit" "the manager answers" manager_answers || return
  if [[ ! -s $data/demo-vm ]]; then
    make_demo || return
    made=yes
  fi
  follow_demo "$(cat "$data/demo-vm")" || [[ $made == no ]]
}

manager_answers() { ask edog:status >/dev/null 2>&1; }

make_demo() { # the file that says so is written once it is there
  local vm task
  vm=$(find_vm "$demo_name") || return
  if [[ -z $vm ]]; then
    make_template || return
    say "making the VM $demo_name"
    task=$(ask "edog:vm-create --json --no-wait --cpus 1 --memory 128 --template $demo_template --start $demo_name") || return
    follow_task "$(of "$task" .id)" || return
    vm=$(find_vm "$demo_name") || return
  fi
  of "$vm" .id >"$data/demo-vm"
}

make_template() {
  local task state image
  state=$(template_state) || return
  if [[ -z $state ]]; then
    say "making the image of a tiny Linux guest, unless it is there"
    "$scripts/guest-image" "$root/target/$demo_template.qcow2" || return
    say "importing the template $demo_template"
    image=$data/cache/$demo_template.qcow2 # there, no blank can be in the path
    cp "$root/target/$demo_template.qcow2" "$image"
    task=$(ask "edog:template-import --json --no-wait --os linux $demo_template $image") || return
    follow_task "$(of "$task" .id)" || return
    rm -f "$image"
  fi
  await "$demo_limit" "the template $demo_template is ready" template_ready
}

template_state() {
  local all
  all=$(ask 'edog:template-list --json') || return
  jq -r --arg name "$demo_template" '[.items[] | select(.name == $name) | .state] | first // empty' <<<"$all"
}

template_ready() { [[ $(template_state) == ready ]]; }

follow_task() { # id: 0 once it has succeeded; tells what it does
  local since=$SECONDS told='' task message
  while ((SECONDS - since < demo_limit)); do
    task=$(ask "edog:task-show --json $1") || return
    message=$(of "$task" .message)
    [[ $message == "$told" ]] || say "  $message"
    told=$message
    case $(of "$task" .state) in
      succeeded) return ;;
      failed | cancelled)
        warn "$(of "$task" .kind) $(of "$task" .state): $(of "$task" .problem.detail) $(of "$task" .problem.cure)"
        return 1
        ;;
    esac
    sleep 0.5
  done
  warn "not within $demo_limit s: $told"
  return 4
}

follow_demo() { # id: until its userspace is ready, if that is what its user wants
  local since=$SECONDS told='' vm reason
  while ((SECONDS - since < demo_limit)); do
    vm=$(find_vm "$1") || return
    demo_state=$(of "$vm" .state) reason=$(of "$vm" .reason)
    case $demo_state:$(of "$vm" .desired) in
      running:running)
        if userspace_ready "$(of "$vm" .name)"; then
          demo_state='running, its userspace is ready'
          return
        fi
        reason='its userspace boots'
        ;;
      error:*)
        demo_state="error: $reason"
        return 1
        ;;
      :*)
        demo_state='deleted; it is not made again'
        return
        ;;
      stopped:stopped | paused:paused)
        demo_state="$demo_state, as its user wants it; $(shell_words) 'edog:vm-$([[ $demo_state == paused ]] && echo resume || echo start) $(of "$vm" .name)'"
        return
        ;;
    esac
    [[ $demo_state$reason == "$told" ]] || say "  $demo_name is $demo_state${reason:+: $reason}"
    told=$demo_state$reason
    sleep 0.5
  done
  demo_state+=${reason:+: $reason}
  warn "$demo_name does not run; see: $(shell_words) 'edog:why $demo_name'"
  return 4
}

userspace_ready() { # name: its serial console says so; a long log is begun anew, but the guest goes on to say that it is up
  grep -qsE '^edog-guest: (userspace ready|up [0-9]+ s)' "$data/console/$1.log"
}
