# Each stage runs on the platform that the image is for, also under `docker buildx build --platform linux/amd64,linux/arm64`: the native
# compiler ends in a link against the target's own C library, and doing that from another platform takes a second C library, a second
# linker and a way to tell clang about both. Emulating the whole stage takes longer and cannot go wrong. The release of Ubuntu is the
# same in both stages, so that the binary meets the C library it was linked with.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends clang zlib1g-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source

# Packages first: this layer stays as it is until a version or a reference changes. BuildKit says amd64 (the SDK's x64) or arm64; a builder
# that does not say it builds for its own machine.
ARG TARGETARCH
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/EdgeZone.Emulator.Domain/EdgeZone.Emulator.Domain.csproj src/EdgeZone.Emulator.Domain/
COPY src/EdgeZone.Emulator/EdgeZone.Emulator.csproj src/EdgeZone.Emulator/
RUN dotnet restore src/EdgeZone.Emulator --arch "${TARGETARCH:-$(dpkg --print-architecture)}"

COPY src/EdgeZone.Emulator.Domain src/EdgeZone.Emulator.Domain
COPY src/EdgeZone.Emulator src/EdgeZone.Emulator
COPY docs/fidelity.md docs/
RUN dotnet publish src/EdgeZone.Emulator -c Release --arch "${TARGETARCH:-$(dpkg --print-architecture)}" --no-restore -o /app \
 && rm -f /app/*.dbg /app/*.pdb /app/*.xml \
 && mkdir /data

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
LABEL org.opencontainers.image.title="EdgeZone.Emulator" \
      org.opencontainers.image.description="Emulator of Tencent Cloud's Edge Zone bare-metal API (edgezone, version 2026-04-01)" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.1.0"
WORKDIR /app
COPY --from=build /app .
# For a volume with Emulator__Storage__Directory=/data: a new one belongs to whom its place in the image belongs to.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
# On every interface: from outside the container its loopback cannot be reached.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    ASPNETCORE_HTTPS_PORTS=8443
EXPOSE 8080 8443
USER $APP_UID
HEALTHCHECK --interval=5s --timeout=3s --start-period=5s --retries=3 CMD ["/app/EdgeZone.Emulator", "--health"]
ENTRYPOINT ["/app/EdgeZone.Emulator"]
