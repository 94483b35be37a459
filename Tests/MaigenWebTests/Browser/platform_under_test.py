"""A real `maigen serve` on a free port over an empty folder, and what tests do beside the browser."""

import json, os, re, signal, subprocess, time, urllib.error, urllib.request

PASSWORD = "tasty-otter-93"


class Platform:
    """The running platform. `url` is where it answers."""

    def __init__(self, maigen, folder):
        self.maigen, self.data = maigen, os.path.join(folder, "data")
        self.log = open(os.path.join(folder, "serve.log"), "wb")
        self.process = subprocess.Popen(
            [maigen, "serve", "--port", "0", "--data", self.data], stdout=subprocess.PIPE, stderr=self.log,
            env={**os.environ, "LANG": "en_US.UTF-8", "MAIGEN_TRUSTED_PROXIES": "127.0.0.1"}, cwd=folder)
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://\S+", line)
        if not found:
            raise RuntimeError("maigen serve did not start: " + line)
        self.url = found.group()

    def stop(self):
        """Ends it gracefully; fails where it does not end well."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=60)
        self.log.close()
        assert status == 0, f"maigen serve ended with {status}"

    def code(self, address, timeout=20):
        """The code of the newest letter to `address`, which is taken away."""
        outbox, end = os.path.join(self.data, "outbox"), time.monotonic() + timeout
        while time.monotonic() < end:
            for name in sorted(os.listdir(outbox) if os.path.isdir(outbox) else [], reverse=True):
                if name.startswith("."):
                    continue  # still being written
                with open(os.path.join(outbox, name), encoding="utf-8", errors="replace") as file:
                    letter = file.read()
                if f"To: {address}" in letter or f"To: <{address}>" in letter:
                    found = re.search(r"^\D*\b(\d{6})\b", body(letter), re.M)
                    os.remove(os.path.join(outbox, name))
                    if found:
                        return found.group(1)
            time.sleep(0.05)
        raise AssertionError("no letter to " + address)

    def administrator(self, address):
        """Makes an administrator as the console does; answers the password."""
        made = subprocess.run(
            [self.maigen, "admin", "create", "--email", address, "--data", self.data], check=True,
            stdout=subprocess.PIPE, env={**os.environ, "LANG": "en_US.UTF-8"})
        return re.findall(r"\b[2-9a-z]{20}\b", made.stdout.decode())[-1]

    def api(self, method, path, body=None, token=None, key=None):
        """What the API answers: status and JSON. Used for what is not the page under test."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        if key:
            headers["Idempotency-Key"] = key
        request = urllib.request.Request(
            self.url + "/api/v1/" + path, None if body is None else json.dumps(body).encode(), headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.read().decode()}") from None

    def token(self, address, password=PASSWORD):
        return self.api("POST", "auth/login", {"address": address, "password": password})["token"]

    def completed_task(self, token, problem, program, tests, key, timeout=120):
        """Submits a task and waits until it is complete."""
        made = self.api("POST", "tasks", {"problem": problem, "program": {"source": program}, "tests": tests}, token, key)
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            task = self.api("GET", "tasks/" + made["id"], token=token)
            if task["state"] == "completed":
                return made["id"]
            assert task["state"] not in ("failed", "cancelled"), task.get("fault")
            time.sleep(0.2)
        raise AssertionError("the task did not complete")


def body(letter):
    """A letter's text, whatever its transfer encoding."""
    import email, email.policy
    return email.message_from_string(letter, policy=email.policy.default).get_body(("plain",)).get_content()
