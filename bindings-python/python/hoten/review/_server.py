"""A review as a page of this computer: the widget without a notebook."""

from __future__ import annotations

import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from ._protocol import HERE, answer
from ._session import Review

_PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>hoten</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="widget.css"><body class="hoten-page"><main></main>
<script type="module" src="page.js"></script></html>"""
_SCRIPT = """import widget from "./widget.js";
const heard = [];
const model = {
  on: (_, hear) => heard.push(hear),
  send: async (message) => {
    const reply = await fetch("message", {method: "POST", body: JSON.stringify(message)});
    const view = await reply.json();
    heard.forEach((hear) => hear(view));
  },
};
widget.render({model, el: document.querySelector("main")});"""


class Page(HTTPServer):
    """Serves one review on 127.0.0.1, under a path that cannot be guessed."""

    def __init__(self, review: Review, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.review = review
        self.secret = secrets.token_urlsafe(18)
        self.files = {
            "": ("text/html", _PAGE.format(lang="vi" if review.lang == "vi" else "en")),
            "page.js": ("text/javascript", _SCRIPT),
            "widget.js": ("text/javascript", (HERE / "widget.js").read_text(encoding="utf-8")),
            "widget.css": ("text/css", (HERE / "widget.css").read_text(encoding="utf-8")),
        }

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_port}/{self.secret}/"


class _Handler(BaseHTTPRequestHandler):
    server: Page

    def _name(self) -> str | None:
        head, _, name = self.path.lstrip("/").partition("/")
        return name if secrets.compare_digest(head.encode(), self.server.secret.encode()) else None

    def _send(self, kind: str, body: str) -> None:
        data = body.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        name = self._name()
        if name is None or name not in self.server.files:
            self.send_error(404)
            return
        self._send(*self.server.files[name])

    def do_POST(self) -> None:
        if self._name() != "message":
            self.send_error(404)
            return
        length = min(int(self.headers.get("Content-Length") or 0), 1 << 16)
        try:
            message: Any = json.loads(self.rfile.read(length))
        except ValueError:
            self.send_error(400)
            return
        view = answer(self.server.review, message)
        self._send("application/json", json.dumps(view))
        if isinstance(message, dict) and message.get("do") == "close":
            threading.Thread(target=self.server.shutdown, daemon=True).start()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a log would hold record ids."""


def serve(review: Review, *, port: int = 0, open_browser: bool = True) -> Review:
    """Serves until the page says that it is done, or Ctrl-C."""
    with Page(review, port) as page:
        print(page.url, flush=True)
        if open_browser:
            import webbrowser

            webbrowser.open(page.url)
        try:
            page.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            pass
    return review
