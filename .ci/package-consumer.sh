#!/usr/bin/env bash
# Packs the fixture and proves that a stranger's test project needs nothing but one reference to it: a local source, a packages folder
# that nothing else has filled, no file of this repository's builds in sight. Ends with the summary of `dotnet test`.
# package-consumer.sh [VERSION [OPTION_OF_DOTNET_TEST...]]
set -euo pipefail
cd "$(dirname "$0")/.."

packages=artifacts/packages
consumer=tests/package-consumer
work=$PWD/artifacts/package-consumer

# A version of its own, so that no earlier package of the same name can be taken for this one.
version=${1:-0.0.0-ci.$(date -u +%Y%m%d%H%M%S)}

rm -rf "$work" "$packages"/EdgeZone.Emulator.Testing.*
mkdir -p "$packages" "$work"
dotnet pack src/EdgeZone.Emulator.Testing --configuration Release --output "$packages" -p:Version="$version" --verbosity quiet

export NUGET_PACKAGES=$work/nuget
# What was downloaded before may be copied from there; the fixture itself can only come from the local source.
user_packages=${HOME}/.nuget/packages
fallback=()
[ -d "$user_packages" ] && fallback=("-p:RestoreFallbackFolders=$user_packages")
dotnet test "$consumer/PackageConsumer.csproj" -p:FixtureVersion="$version" "${fallback[@]}" \
  -p:BaseIntermediateOutputPath="$work/obj/" -p:OutputPath="$work/bin/" "${@:2}"
