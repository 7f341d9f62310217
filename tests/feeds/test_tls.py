"""TLS is checked: self-signed, expired and foreign certificates are refused by name and reason."""

import asyncio
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from bot.errors import FeedUnavailableError
from bot.feeds.http import GuardedClient
from bot.model import Validators
from tests.builders import NOON
from tests.servers.feed_server import RawServer, answer, raw_server, redirect

OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="openssl makes the certificates")
CA_CONFIG = """
[ca]
default_ca = own
[own]
database = index.txt
serial = serial.txt
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = leaf
[any]
commonName = supplied
[leaf]
subjectAltName = IP:127.0.0.1
"""


def openssl(folder: Path, *arguments: str) -> None:
    """Run openssl in this folder."""
    command = [str(OPENSSL), *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - fixed words


def self_signed(folder: Path, name: str) -> ssl.SSLContext:
    """A server context whose certificate says this name."""
    openssl(
        folder,
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
        *("-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=test"),
        *("-addext", f"subjectAltName={name}"),
    )
    return server_side(folder)


def expired(folder: Path) -> ssl.SSLContext:
    """A server context whose certificate was good for one day of 2020."""
    (folder / "ca.cnf").write_text(CA_CONFIG)
    (folder / "index.txt").write_text("")
    (folder / "serial.txt").write_text("01\n")
    openssl(
        folder,
        *("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
        *("-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=test"),
    )
    openssl(
        folder,
        *("ca", "-batch", "-config", "ca.cnf", "-selfsign", "-keyfile", "key.pem", "-notext"),
        *("-startdate", "20200101000000Z", "-enddate", "20200102000000Z"),
        *("-in", "request.pem", "-out", "cert.pem"),
    )
    return server_side(folder)


def server_side(folder: Path) -> ssl.SSLContext:
    """What the server speaks with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def trusting(folder: Path) -> ssl.SSLContext:
    """What a client speaks with that knows the certificate."""
    return ssl.create_default_context(cafile=str(folder / "cert.pem"))


async def fetch(server: RawServer, tls: ssl.SSLContext | None = None, url: str = "") -> bytes:
    """One fetch."""
    async with GuardedClient(allow_private=True, tls=tls) as client:
        got = await client.fetch("desk", url or server.url, Validators(), NOON)
    assert got is not None
    return got.body


async def test_a_trusted_certificate_is_read(tmp_path: Path) -> None:
    """The tests below fail for their own reason only."""
    async with raw_server(answer(b"x"), tls=self_signed(tmp_path, "IP:127.0.0.1")) as server:
        assert await fetch(server, trusting(tmp_path)) == b"x"


async def test_a_self_signed_certificate_is_refused(tmp_path: Path) -> None:
    """By default only the system's authorities count."""
    async with raw_server(answer(b"x"), tls=self_signed(tmp_path, "IP:127.0.0.1")) as server:
        with pytest.raises(FeedUnavailableError, match=r"127\.0\.0\.1.*self.signed"):
            await fetch(server)
        assert server.requests == []


async def test_a_certificate_for_another_host_is_refused(tmp_path: Path) -> None:
    """The sentence says that the address does not match."""
    async with raw_server(answer(b"x"), tls=self_signed(tmp_path, "DNS:other.example")) as server:
        with pytest.raises(FeedUnavailableError, match="mismatch"):
            await fetch(server, trusting(tmp_path))


async def test_an_expired_certificate_is_refused(tmp_path: Path) -> None:
    """The sentence says that it has expired."""
    async with raw_server(answer(b"x"), tls=expired(tmp_path)) as server:
        with pytest.raises(FeedUnavailableError, match="expired"):
            await fetch(server, trusting(tmp_path))


async def test_a_port_that_speaks_no_tls_is_named() -> None:
    """The sentence says what to look at."""

    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ready\r\n")
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(FeedUnavailableError, match="check that its port speaks https"):
            await fetch(RawServer(port=port, scheme="https"))


async def test_a_redirect_never_leaves_https(tmp_path: Path) -> None:
    """From https to http is refused before the second request."""
    tls = self_signed(tmp_path, "IP:127.0.0.1")
    async with (
        raw_server(answer(b"x")) as plain,
        raw_server(redirect(plain.url), tls=tls) as server,
    ):
        with pytest.raises(FeedUnavailableError, match="from https to plain http"):
            await fetch(server, trusting(tmp_path))
        assert plain.requests == []
