"""One file of nflverse by nflreadpy: its table and the digest of its bytes, or why there is none."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import polars as pl
from nflreadpy.config import CacheMode, get_config
from nflreadpy.downloader import NflverseDownloader, get_downloader

_NOT_FOUND = 404
_MOST_BYTES = (
    256 << 20
)  # ten times nflverse's greatest file; without a limit an endless one fills memory
_PART_BYTES = 1 << 20
_REAL = "github.com"
_PATHS = {
    "nflverse-data": "nflverse/nflverse-data/releases/download/",
    "espnscraper": "nflverse/espnscrapeR-data/raw/master/data/",
    "dynastyprocess": "dynastyprocess/data/raw/master/files/",
    "ffopportunity": "ffverse/ffopportunity/releases/download/",
}


class AbsentError(Exception):
    """Nflverse has no such file."""


class DownloadError(Exception):
    """The file did not arrive, or cannot be read: a later try may do better."""


class UnreachableError(DownloadError):
    """The host did not answer at all."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A table as nflreadpy has it.

    Attributes:
        digest: of the bytes that were downloaded.
    """

    frame: pl.DataFrame
    digest: str


class Upstream:
    """nflreadpy, told to keep no cache and to be quiet, at the real hosts or at a mirror of them."""

    def __init__(self, mirror: str | None) -> None:
        get_config().cache_mode = CacheMode.OFF
        get_config().verbose = False
        self.host = _REAL if mirror is None else urlsplit(mirror).netloc.rpartition("@")[2]
        if mirror is not None:
            root = mirror.rstrip("/")
            NflverseDownloader.BASE_URLS = {name: f"{root}/{path}" for name, path in _PATHS.items()}
        self._status: int | None = None
        self._digest = ""
        get_downloader().session.hooks["response"].append(self._note)

    def _note(self, response: Any, *_: Any, **__: Any) -> None:
        """Hooked into the download: its status first, for reading the body may fail."""
        self._status = response.status_code
        if response.ok and not response.is_redirect:
            response._content = self._body(response)  # noqa: SLF001 - as if it had read itself, but bounded
            self._digest = hashlib.sha256(response.content).hexdigest()

    def _body(self, response: Any) -> bytes:
        body = bytearray()
        for part in response.iter_content(_PART_BYTES):
            body += part
            if len(body) > _MOST_BYTES:
                response.close()
                raise DownloadError(f"{self.host} sends more than {_MOST_BYTES >> 20} MiB")
        return bytes(body)

    def fetch(self, load: Callable[[], pl.DataFrame]) -> Fetched:
        """Run one of nflreadpy's loaders.

        Raises:
            AbsentError: there is no such file.
            DownloadError: it did not arrive whole; the message says why.
        """
        self._status = None
        try:
            return Fetched(load(), self._digest)
        except ConnectionError as error:
            if self._status == _NOT_FOUND:
                raise AbsentError from error
            raise self._failure(error) from error
        except (ValueError, pl.exceptions.PanicException) as error:
            if isinstance(error.__cause__, DownloadError):
                raise error.__cause__ from None
            if (
                self._status is None
            ):  # nflreadpy knows without asking: the season is out of its range
                raise AbsentError from error
            raise DownloadError("what arrived is not the table that it should be") from error

    def _failure(self, error: ConnectionError) -> DownloadError:
        if self._status is None:
            return UnreachableError(f"{self.host} does not answer")
        if self._status >= 400:  # noqa: PLR2004 - HTTP's errors
            return DownloadError(f"{self.host} answered {self._status}")
        return DownloadError(f"{self.host} broke off ({type(error.__cause__).__name__})")
