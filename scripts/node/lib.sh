# shellcheck shell=bash
# shellcheck disable=SC2034  # used by those who source this
# What every script uses. Exit codes: 0 ok, 1 refused or failed, 2 usage, 3 unreachable, 4 timed out.

node_scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C.UTF-8

say() { printf '%4d s  %s\n' "$SECONDS" "$*"; }
warn() { printf 'edog: %s\n' "$*" >&2; }
die() { # exit code, message
  local code=$1
  shift
  warn "$*"
  exit "$code"
}

# grep's options: whether a line of the input matches. Reads to the end: grep -q (and grep to /dev/null) does not, whereupon who writes to
# it may be killed by SIGPIPE, and with pipefail what was found would count as not found.
found() { (($(grep -c "$@") > 0)); }

need_value() { # option, value
  [[ -n ${2:-} ]] || die 2 "$1 needs a value"
}

await() { # seconds, what, command...: 0 as soon as the command succeeds, 4 if it does not in time
  local limit=$1 what=$2 since=$SECONDS told=$SECONDS
  shift 2
  until "$@"; do
    if ((SECONDS - since >= limit)); then
      warn "$what: not within $limit s"
      return 4
    fi
    if ((SECONDS - told >= 10)); then
      say "  $what ... $((SECONDS - since)) s of at most $limit s"
      told=$SECONDS
    fi
    sleep 0.2
  done
}

java17_home() { java17_with java; }
java17_with() { # command: 17 even where a newer one is the default: Karaf 4.4 cannot run on the newest
  local home
  for home in "${EDOG_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/java-17-* /usr/lib/jvm/*; do
    if [[ -x $home/bin/$1 ]] && grep -qs '^JAVA_VERSION="17\.' "$home/release"; then
      echo "$home"
      return
    fi
  done
  return 1
}

listening() { # [address:]port: whether somebody accepts connections there
  (exec 3<>"/dev/tcp/$(loopback_of "$1")/${1##*:}") 2>/dev/null
}

loopback_of() { # address:port: the address to reach it from this machine
  local address=${1%:*}
  case $address in
    "$1" | 0.0.0.0) echo 127.0.0.1 ;;
    *) echo "$address" ;;
  esac
}

json_string() { # text, as a JSON string
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\n'/\\n}
  text=${text//$'\t'/\\t}
  printf '"%s"' "${text//[$'\x01'-$'\x1f']/}"
}

json_string_or_null() { if [[ -n $1 ]]; then json_string "$1"; else printf null; fi; }
json_list() { # texts
  local list='' item
  for item in "$@"; do list+=,$(json_string "$item"); done
  printf '[%s]' "${list#,}"
}
