# shellcheck shell=bash
# edog on the hosts of a rig, as an administrator puts it there: with appctl, from the first manager.

rig_cluster() { die 1 "not yet"; }
