# syntax=docker/dockerfile:1
# The house as an image: `docker build -t zhanggui .`, then `docker run -p 3000:3000 -v zhanggui:/data zhanggui` tries it out alone,
# with its own database in the volume; compose.yaml runs it on a PostgreSQL of its own. docs/run.md says more.

FROM node:26-trixie-slim AS build
WORKDIR /house
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .
# Pages are built here once: a running container may not write beside its sources.
RUN node apps/cli/main.mjs build

FROM node:26-trixie-slim
ENV NODE_ENV=production DATA_DIR=/data LANG=C.UTF-8
WORKDIR /house
COPY --from=build /house /house
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "apps/cli/main.mjs"]
CMD ["start", "--no-demo"]
