"""A real `maigen serve` on a free port over a folder of its own: for the scripts that measure it and the tests that kill it."""

import json
import os
import re
import signal
import subprocess
import urllib.request


class Server:
    """Not running before `start`; `base` is where it then answers. `speaker` is the token of who speaks unless told otherwise."""

    def __init__(self, binary, folder):
        self.binary, self.process, self.base, self.speaker = binary, None, None, None
        self.environment = dict(
            os.environ, MAIGEN_DATA=folder + "/data", MAIGEN_PORT="0", MAIGEN_LANG="en", MAIGEN_LOG_LEVEL="error")

    def run(self, *arguments):
        """Another command over the same folder: its standard output."""
        return subprocess.run([self.binary, *arguments], env=self.environment, text=True, capture_output=True, check=True).stdout

    def administrator(self, address):
        """Makes one; the password."""
        return self.run("admin", "create", "--email", address).split()[-1]

    def start(self, errors=None):
        self.process = subprocess.Popen(
            [self.binary, "serve"], env=self.environment, stdout=subprocess.PIPE, stderr=errors, text=True)
        line = self.process.stdout.readline()
        if "MAIGEN is running" not in line:
            raise SystemExit("maigen serve did not start: " + line)
        # Workers have no address.
        found = re.search(r"http://\S+", line)
        self.base = found and found.group()

    def stop(self):
        """Ends it as an operator does; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def call(self, method, path, body=None, token=None, key=None):
        """What the API answers; raises where it refuses."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token or self.speaker:
            headers["Authorization"] = "Bearer " + (token or self.speaker)
        if key:
            headers["Idempotency-Key"] = key
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self.base}/api/v1/{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            content = answer.read()
            return json.loads(content) if content else None

    def download(self, task):
        """A task's ZIP."""
        request = urllib.request.Request(
            f"{self.base}/api/v1/tasks/{task}/download", headers={"Authorization": "Bearer " + self.speaker})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def provide(self, points, tasks):
        """Gives the speaker, who is alone on the platform, so many points and lets everybody have so many tasks in work; the balance."""
        me = self.call("GET", "admin/users")["items"][0]["id"]
        self.call("POST", f"admin/users/{me}/points", {"amount": points, "reason": "test"}, key="provide")
        held = self.call("GET", "admin/settings")
        held["settings"]["tasks"]["tasksInWork"] = tasks
        self.call("PUT", "admin/settings", {"version": held["version"], "settings": held["settings"]})
        return self.call("GET", "me/points")["balance"]

    def token(self, address, password):
        return self.call("POST", "auth/login", {"address": address, "password": password})["token"]
