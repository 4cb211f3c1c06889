# shellcheck shell=bash
node_check() { die 1 "not yet"; }
