"""An SMTP server for tests: prints its port, then one JSON line for each message it received.

usage: receiver.py FOLDER [starttls] [tls] [login] [refuse|postpone]
FOLDER gets a new certificate authority, ca.pem. The only login is name "maigen" with the password "p@ss:word/1".
"""

import asyncio
import base64
import json
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder, options = sys.argv[1], set(sys.argv[2:])


def say(value):
    print(json.dumps(value), flush=True)


def certificate():
    """A certificate for localhost that is its own authority."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-keyout", f"{folder}/key.pem", "-out", f"{folder}/ca.pem", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/ca.pem", f"{folder}/key.pem")
    return context


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if "refuse" in options:
            return "550 5.1.1 no such mailbox"
        if "postpone" in options:
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        say({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": server.transport.get_extra_info("ssl_object") is not None,
            "login": getattr(session.auth_data, "login", b"").decode() if session.auth_data else None,
            "content": base64.b64encode(envelope.content).decode(),
        })
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    ok = data.login == b"maigen" and data.password == b"p@ss:word/1"
    return AuthResult(success=ok, auth_data=data if ok else None)


async def main():
    context = certificate() if options & {"starttls", "tls"} else None
    arguments = {"hostname": "localhost"}
    if "starttls" in options:
        arguments.update(tls_context=context, require_starttls=True)
    if "login" in options:
        arguments.update(authenticator=authenticate, auth_required=True, auth_require_tls="starttls" in options)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(), **arguments), "127.0.0.1", 0, ssl=context if "tls" in options else None)
    say({"port": server.sockets[0].getsockname()[1]})
    # The test holds our standard input: when it ends, however it ends, so do we.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
