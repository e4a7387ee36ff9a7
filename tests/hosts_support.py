"""Serves a site with nginx or Apache, told by the file that the build made, and little that any host has of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOUND: Mapping[str, str | None] = {
    host: shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    for host, program in {"nginx": "nginx", "apache": "apache2"}.items()
}
"""The program of each host, where this machine has one."""
MODULES = Path("/usr/lib/apache2/modules")
USED = "alias authz_core deflate dir filter headers mime mpm_event setenvif"
"""The modules of Apache that a host commonly has switched on, of those that concern a site."""
NGINX = """\
daemon off; master_process off; worker_processes 1; pid {home}/pid; error_log {home}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {home}/1; proxy_temp_path {home}/2; fastcgi_temp_path {home}/3; uwsgi_temp_path {home}/4;
  scgi_temp_path {home}/5;
  server {{ listen 127.0.0.1:{port}; root {root}; include {root}{path}nginx.conf; }}
}}
"""
APACHE = """\
{modules}
ServerRoot {home}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {home}/pid
ErrorLog {home}/error.log
TypesConfig /dev/null
DefaultRuntimeDir {home}
StartServers 1
ServerLimit 1
ThreadsPerChild 8
MaxRequestWorkers 8
MinSpareThreads 1
MaxSpareThreads 8
DocumentRoot {root}
<Directory {root}>
  AllowOverride FileInfo Indexes
  Require all granted
</Directory>
<Files ".ht*">
  Require all denied
</Files>
{as_whom}
"""
WAIT = 20
"""Seconds in which a program must answer."""


@dataclass(frozen=True)
class Answer:
    """What a host says: its status, its headers by their names in lower case, and the text."""

    status: int
    headers: Mapping[str, str]
    text: bytes


class _Still(urllib.request.HTTPRedirectHandler):
    """Follows nothing: where an answer leads is what is asked."""

    def redirect_request(self, *arguments: object) -> None:  # type: ignore[override]
        return None


OPENER = urllib.request.build_opener(_Still)


def ask(address: str, **headers: str) -> Answer:
    """Return what a host answers at an address, also when that is no page."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with OPENER.open(request, timeout=WAIT) as answer:
            return Answer(answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read())
    except urllib.error.HTTPError as other:
        with other:
            return Answer(other.code, {name.lower(): value for name, value in other.headers.items()}, other.read())


@contextlib.contextmanager
def serving(host: str, root: Path, home: Path, path: str = "/") -> Iterator[str]:
    """Run a host on a free port as an ordinary process; yields the address of its site, which lies in `root` at `path`.

    `home` is an empty folder for what it writes itself.
    """
    program = FOUND[host]
    assert program
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = home / "host.conf"
    if host == "nginx":
        text = NGINX.format(home=home, port=port, root=root, path=path)
        command = [program, "-p", home, "-c", configuration]
    else:
        loaded = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in USED.split())
        as_whom = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
        text = APACHE.format(home=home, port=port, root=root, modules=loaded, as_whom=as_whom)
        command = [program, "-DFOREGROUND", "-f", configuration]
    configuration.write_text(text, encoding="utf-8")
    with (home / "said.txt").open("wb") as said:
        process = subprocess.Popen(list(map(str, command)), stdout=said, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + WAIT
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            stopped = process.poll() is not None or time.monotonic() > end
            assert not stopped, "".join(
                file.read_text(errors="replace") for file in (home / "said.txt", home / "error.log") if file.exists()
            )
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}{path}"
    finally:
        process.terminate()
        try:
            process.wait(WAIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
