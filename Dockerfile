# The atlas as it is served: slim, not root, every package pinned with its checksum.
# docker build --platform linux/amd64 -t friendship-city-atlas .
ARG PYTHON=python:3.11-slim-bookworm
FROM ${PYTHON}

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    HOME=/tmp \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_PORT=8501 \
    STREAMLIT_SERVER_HEADLESS=true \
    STREAMLIT_SERVER_FILE_WATCHER_TYPE=none

WORKDIR /atlas
COPY requirements.lock ./
# For MP4 the package av brings x264, which is under the GPL: --build-arg MP4=no leaves it out.
ARG MP4=yes
RUN if [ "$MP4" != yes ]; then sed -i "/^av==/d" requirements.lock; fi \
    && pip install --require-hashes --only-binary=:all: -r requirements.lock

# Owned by root and read by all: what serves readers cannot change what it serves.
COPY app.py CITATION.cff pyproject.toml LICENSE ./
COPY .streamlit .streamlit
COPY data data
COPY docs/method.md docs/method.md
COPY geo geo
COPY pages pages
COPY server server
COPY static static
RUN python -m compileall -q app.py geo pages server

USER 10001:10001
EXPOSE 8501
# Health is said only when data, fonts, first figures and workers are ready.
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 \
    CMD ["python", "-m", "server.health"]
# Streamlit ends by SIGTERM, and with it the workers.
CMD ["python", "-m", "streamlit", "run", "app.py"]
