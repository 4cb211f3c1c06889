# shellcheck shell=bash
# Unpacks the built distribution into DATA/dist, and seeds DATA/etc, which is the user's, from it.

readonly archive=$root/karaf-assembly/target/edog-karaf-0.1.0.tar.gz

install_distribution() {
  local wanted
  wanted=$(sha256sum <"$archive")
  if [[ $(cat "$data/dist/.archive" 2>/dev/null) == "$wanted" ]]; then return; fi
  say "unpacking the distribution"
  rm -rf "$data/dist.new"
  mkdir "$data/dist.new"
  tar -xzf "$archive" --strip-components=1 --no-same-owner -C "$data/dist.new"
  echo "$wanted" >"$data/dist.new/.archive"
  stop_services karaf zookeeper # their jars are replaced; no guest depends on them
  seed_etc
  rm -rf "$data/dist.old"
  if [[ -d $data/dist ]]; then mv "$data/dist" "$data/dist.old"; fi
  mv "$data/dist.new" "$data/dist"
  rm -rf "$data/dist.old"
}

seed_etc() { # as a package manager does: a file the user changed or removed stays so, any other follows the distribution
  local file mine old
  while IFS= read -r -d '' file; do
    mine=$data/etc/$file old=$data/dist/etc/$file
    if [[ -e $old || -e $mine ]] && ! cmp -s "$mine" "$old"; then
      cmp -s "$data/dist.new/etc/$file" "$old" || say "kept your etc/$file; its new default is $data/dist/etc/$file"
    else
      mkdir -p "$(dirname "$mine")"
      cp "$data/dist.new/etc/$file" "$mine"
    fi
  done < <(cd "$data/dist.new/etc" && find . -type f -printf '%P\0')
}
