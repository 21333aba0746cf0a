"""Serve the built handbook on this machine only: python tools/serve.py FOLDER PORT."""

from __future__ import annotations

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REPORT = "sample-report.html"
"""What `make check` writes."""


class Handler(SimpleHTTPRequestHandler):
    """The files of one folder, quietly; a wrong address gets the handbook's own page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the terminal shows the check's report."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The handbook's page for what is not found."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main(folder: str, port: str) -> int:
    """Serve until interrupted."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", int(port)), partial(Handler, directory=folder))
    except OSError as error:
        print(
            f"เปิดพอร์ต {port} ไม่ได้ ลองพอร์ตอื่น เช่น make start PORT=8001\n"
            f"Port {port} cannot be opened ({error.strerror}). Try another one, such as make start PORT=8001."
        )
        return 2
    root = f"http://127.0.0.1:{port}/"
    if Path(folder, REPORT).exists():
        print(f"รายงานของร่างตัวอย่าง / The sample's report: {root}{REPORT}")
    print(f"คู่มือ / The handbook: {root}  (Ctrl+C: หยุด / stop)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
