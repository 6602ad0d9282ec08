# The same steps as `make install`, then only what the bot reads while it runs.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements.lock .
RUN python -m venv .venv \
    && .venv/bin/python -m pip install --no-cache-dir --require-hashes --requirement requirements.lock

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin qujat
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY bot bot
COPY data data
COPY locales locales
COPY LICENSE .
# The database, its key and the heartbeat are all the bot writes; its own byte code is made here.
RUN .venv/bin/python -m compileall -q bot \
    && install --directory --owner qujat var
ENV PATH=/app/.venv/bin:$PATH
USER qujat
VOLUME /app/var
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
