# Trace Console in one container: the API, the console and the store, with its data in /data.
# The user `node`, npm and Node itself come with the base image.

FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY . .
# The secret is for people whose packages come from another registry than npm's:
#   docker build --secret id=npmrc,src=$HOME/.npmrc .
# Install scripts stay off: the only one would bring a second Node.
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    npm ci --ignore-scripts --loglevel=error \
 && node node_modules/vite/bin/vite.js build
# What runs needs a tenth of what builds.
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    npm ci --ignore-scripts --loglevel=error --omit=dev \
      --include-workspace-root=false --workspace apps/api --workspace apps/cli \
 && rm -rf apps/web

FROM node:26-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
# As scripts/server-memory.mjs says.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=262144
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages ./packages
COPY --from=build /app/apps ./apps
COPY --from=build /app/dist/web ./dist/web
# A new volume takes its owner from the image.
RUN mkdir /data && chown 1000:1000 /data && chmod 700 /data
# The base image's user `node`, as a number so that an orchestrator sees that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/main.ts", "start"]
