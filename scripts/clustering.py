"""A cluster on one machine: what scripts/cluster starts, and scripts/demo --cluster plays on.

PostgreSQL, Redis, an S3 store, and so many processes of each role behind HAProxy, all on the loopback interface. What they
keep, and the passwords that the first start made up, stay in one folder.
"""

import json
import os
import pathlib
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PATIENCE = 60
"""Seconds that anything has for its start."""


class ClusterFault(Exception):
    """The cluster cannot start, for a reason that is said."""


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def program(name, *elsewhere):
    """The path of an installed program."""
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin", *elsewhere]))
    if not found:
        raise ClusterFault(f"there is no {name}: run scripts/setup")
    return found


class Part:
    """One process of the cluster, started again where it ends before it is told to."""

    def __init__(self, name, command, log, environment=None, stop=signal.SIGTERM, grace=30):
        self.name, self.command, self.log = name, [str(word) for word in command], log
        self.environment, self.stop_signal, self.grace = environment, stop, grace
        self.process, self.is_stopping = None, False
        self.lock = threading.Lock()

    def start(self):
        with open(self.log, "a") as log:
            # A session of its own, so that a Ctrl-C on the terminal reaches this script alone, which stops them in order.
            self.process = subprocess.Popen(
                self.command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def revive(self):
        """Starts it again where it has ended; says so."""
        with self.lock:
            if self.is_stopping or self.process is None or self.process.poll() is None:
                return
            print(f"cluster: {self.name} ended with {self.process.returncode}; starting it again", file=sys.stderr, flush=True)
            self.start()

    def stop(self):
        with self.lock:
            self.is_stopping = True
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(timeout=self.grace)
        except subprocess.TimeoutExpired:
            print(f"cluster: {self.name} did not end within {self.grace} s and is killed", file=sys.stderr, flush=True)
            self.process.kill()
            self.process.wait()


class Cluster:
    """`start`, use it at `address`, `stop`. `environment` is what a process of the API role is told, so other commands work on
    the same platform."""

    def __init__(self, binary, folder, port=8080, api=2, analysis=2, sandbox=3, extra=None):
        self.binary, self.folder = pathlib.Path(binary).resolve(), pathlib.Path(folder).resolve()
        self.counts = {"api": api, "analysis": analysis, "sandbox": sandbox}
        self.port = port or free_port()
        self.address = f"http://{HOST}:{self.port}"
        self.ports = {name: free_port() for name in ["postgres", "redis", "s3", *(f"api-{n + 1}" for n in range(api))]}
        self.extra = extra or {}
        self.parts, self.watch, self.is_over = [], None, threading.Event()

    # What is started, in this order; stopped in the opposite one.

    def start(self):
        for name in ["log", "redis", "s3/maigen", "run"]:
            (self.folder / name).mkdir(parents=True, exist_ok=True, mode=0o711)
        self.passwords = self._passwords()
        self._start_postgres()
        self._start_redis()
        self._start_s3()
        self._start_roles()
        self._start_balancer()
        self.watch = threading.Thread(target=self._revive, daemon=True)
        self.watch.start()

    def stop(self):
        self.is_over.set()
        for part in reversed(self.parts):
            part.stop()

    def run(self, *arguments):
        """Another command of the platform's program over the same cluster: its standard output."""
        return subprocess.run(
            [self.binary, *arguments], env=self.environment, text=True, capture_output=True, check=True).stdout

    def part(self, name):
        return next(part for part in self.parts if part.name == name)

    # Steps

    def _add(self, name, command, is_ready, environment=None, **options):
        part = Part(name, command, self.folder / "log" / f"{name}.log", environment, **options)
        self.parts.append(part)
        part.start()
        self._wait(name, part, is_ready)

    def _wait(self, name, part, is_ready):
        end = time.monotonic() + PATIENCE
        while not is_ready():
            if part.process.poll() is not None or time.monotonic() > end:
                tail = part.log.read_text(errors="replace")[-2000:]
                raise ClusterFault(f"{name} did not start; the end of {part.log}:\n{tail}")
            time.sleep(0.1)

    def _passwords(self):
        """Made up once: the stores are set up with them."""
        path = self.folder / "passwords.json"
        if not path.exists():
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                json.dump({name: secrets.token_hex(16) for name in ["postgres", "redis", "s3", "metrics"]}, file)
        return json.loads(path.read_text())

    def _start_postgres(self):
        versions = sorted(int(path.name) for path in pathlib.Path("/usr/lib/postgresql").glob("[0-9]*"))
        if not versions:
            raise ClusterFault("there is no PostgreSQL: run scripts/setup")
        programs, data = pathlib.Path(f"/usr/lib/postgresql/{versions[-1]}/bin"), self.folder / "postgres"
        # It refuses to run as root.
        become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if not (data / "PG_VERSION").exists():
            data.mkdir(mode=0o700, exist_ok=True)
            if become:
                os.chown(data, pwd.getpwnam("postgres").pw_uid, -1)
            # Read from a file: arguments can be seen by everybody on the machine.
            password = self.folder / "run/postgres-password"
            password.touch(mode=0o600)
            if become:
                os.chown(password, pwd.getpwnam("postgres").pw_uid, -1)
            password.write_text(self.passwords["postgres"])
            made = subprocess.run(
                [*become, programs / "initdb", "-D", data, "-U", "maigen", "-A", "scram-sha-256", f"--pwfile={password}", "-E", "UTF8",
                 "--locale=C.UTF-8"], text=True, capture_output=True)
            password.unlink()
            if made.returncode != 0:
                raise ClusterFault(f"initdb failed (a folder that everybody may enter is needed): {made.stderr}")
        login = dict(os.environ, PGPASSWORD=self.passwords["postgres"])
        port = self.ports["postgres"]

        def ask(statement):
            return subprocess.run(
                ["psql", "-qAtXh", HOST, "-p", str(port), "-U", "maigen", "-d", "postgres", "-c", statement], env=login, text=True,
                capture_output=True)

        self._add(
            "postgres", [*become, programs / "postgres", "-D", data, "-p", port, "-h", HOST, "-k", "", "-c", "max_connections=200"],
            lambda: ask("SELECT 1").returncode == 0, stop=signal.SIGTERM)
        # runuser hands SIGTERM on; connections end first, since those who hold them have ended before.
        if ask("SELECT 1 FROM pg_database WHERE datname = 'maigen'").stdout.strip() != "1":
            made = ask("CREATE DATABASE maigen")
            if made.returncode != 0:
                raise ClusterFault(f"the database: {made.stderr}")

    def _start_redis(self):
        # The password is read from a file: arguments can be seen by everybody on the machine.
        settings = self.folder / "run/redis.conf"
        settings.touch(mode=0o600)
        settings.write_text(
            f"bind {HOST}\nport {self.ports['redis']}\nrequirepass {self.passwords['redis']}\ndir {self.folder / 'redis'}\n"
            "appendonly yes\nmaxmemory-policy noeviction\nmaxmemory 1gb\ndaemonize no\n")

        def answers():
            try:
                with socket.create_connection((HOST, self.ports["redis"]), timeout=2) as connection:
                    connection.sendall(f"AUTH {self.passwords['redis']}\r\nPING\r\n".encode())
                    answers = connection.makefile("rb")
                    return answers.readline() == b"+OK\r\n" and answers.readline() == b"+PONG\r\n"
            except OSError:
                return False

        self._add("redis", [program("redis-server"), settings], answers)

    def _start_s3(self):
        server = ROOT / ".toolchain/python/bin/uvicorn"
        if not server.exists():
            raise ClusterFault("there is no S3 store: run scripts/setup-python")
        environment = dict(
            os.environ, NANIO_ACCESS_KEY="maigen", NANIO_SECRET_KEY=self.passwords["s3"], NANIO_DATA_DIR=str(self.folder / "s3"),
            NANIO_REGION="us-east-1")
        self._add(
            "s3", [server, "--factory", "nanio.app:build_app", "--host", HOST, "--port", self.ports["s3"], "--no-access-log"],
            lambda: listens(self.ports["s3"]), environment)

    def _start_roles(self):
        worker = dict(
            {name: value for name, value in os.environ.items() if not name.startswith("MAIGEN_")}, **self.extra,
            MAIGEN_REDIS_URL=f"redis://:{self.passwords['redis']}@{HOST}:{self.ports['redis']}/0",
            MAIGEN_FILES_URL=f"s3://maigen:{self.passwords['s3']}@{HOST}:{self.ports['s3']}/maigen?tls=none",
            MAIGEN_CACHE=str(self.folder / "cache"))
        # Workers are not told where the database is.
        self.environment = dict(
            worker, MAIGEN_PUBLIC_URL=self.address, MAIGEN_TRUSTED_PROXIES=HOST, MAIGEN_DATA=str(self.folder / "api"),
            MAIGEN_METRICS_TOKEN=self.passwords["metrics"],
            MAIGEN_DATABASE_URL=f"postgresql://maigen:{self.passwords['postgres']}@{HOST}:{self.ports['postgres']}/maigen")
        self.run("migrate")
        for number in range(1, self.counts["api"] + 1):
            name = f"api-{number}"
            self._add(
                name, [self.binary, "serve", "--role", "api", "--host", HOST, "--port", self.ports[name]],
                lambda: self.get(f"http://{HOST}:{self.ports[name]}/health/ready") is not None,
                dict(self.environment, MAIGEN_DATA=str(self.folder / name)))
        for role in ["analysis", "sandbox"]:
            for number in range(1, self.counts[role] + 1):
                name = f"{role}-{number}"
                self._add(
                    name, [self.binary, "serve", "--role", role], lambda: True,
                    dict(worker, MAIGEN_DATA=str(self.folder / name)))
        beating = lambda: all(self.beats(role) >= self.counts[role] for role in ["analysis", "sandbox"])
        self._wait("the last worker", self.parts[-1], beating)

    def beats(self, role):
        """How many workers of a role have been heard of lately, each process having one at least."""
        metrics = self.get(f"http://{HOST}:{self.ports['api-1']}/metrics", self.passwords["metrics"]) or ""
        beats = re.findall(rf'^maigen_worker_heartbeat_age_seconds{{worker="{role}-(.*?)"}} ([\d.]+)', metrics, re.M)
        return sum(float(age) < 15 for _, age in beats)

    def _start_balancer(self):
        servers = "".join(
            f"    server api-{n} {HOST}:{self.ports[f'api-{n}']} check\n" for n in range(1, self.counts["api"] + 1))
        settings = self.folder / "run/haproxy.cfg"
        settings.write_text(BALANCER.format(host=HOST, port=self.port, servers=servers))
        self._add(
            "haproxy", [program("haproxy"), "-db", "-f", settings], lambda: self.get(self.address + "/health/ready") is not None,
            grace=10)

    def get(self, url, token=None):
        """What stands there; nil where nobody answers with 200."""
        try:
            request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
            with urllib.request.urlopen(request, timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return None

    def _revive(self):
        while not self.is_over.wait(1):
            for part in self.parts:
                part.revive()


def listens(port):
    try:
        socket.create_connection((HOST, port), timeout=2).close()
        return True
    except OSError:
        return False


# An event stream says something every 15 s; a minute of silence means a broken connection. A server counts as gone after two
# checks that fail, and requests that had not reached it go to another one.
BALANCER = """\
global
    maxconn 4096
    hard-stop-after 5s

defaults
    mode http
    option forwardfor
    option redispatch
    option dontlognull
    retries 3
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    timeout http-request 15s
    timeout http-keep-alive 30s

frontend people
    bind {host}:{port}
    # Of this machine's own business, nothing goes outside.
    http-request deny deny_status 404 if {{ path /metrics }}
    default_backend api

backend api
    balance roundrobin
    option httpchk GET /health/ready
    http-check expect status 200
    default-server inter 2s fall 2 rise 1
{servers}"""
