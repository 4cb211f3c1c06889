# shellcheck shell=bash
# shellcheck disable=SC2034  # used by those who source this
# What every part of ./edog uses.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/node/lib.sh
source "$root/scripts/node/lib.sh"
