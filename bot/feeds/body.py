"""A body as it arrives: plain or gzip, stopped at a cap, whole or nothing."""

import zlib

_GZIP = 16 + zlib.MAX_WBITS
_SAMPLE = 200


class BrokenBodyError(Exception):
    """The compressed stream is damaged, or ends too soon."""


class TooLargeError(Exception):
    """The body passed the cap.

    Attributes:
        sample: its first bytes.
    """

    def __init__(self, sample: bytes) -> None:
        super().__init__("the body is too large")
        self.sample = sample


class PlainReader:
    """Collects a body that is not compressed."""

    def __init__(self, cap: int) -> None:
        self._body, self._cap = bytearray(), cap

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLargeError: there are more than the cap.
        """
        self._body += chunk
        if len(self._body) > self._cap:
            raise TooLargeError(bytes(self._body[:_SAMPLE]))

    def finish(self) -> bytes:
        """The whole body."""
        return bytes(self._body)


class GzipReader:
    """Collects a body of one gzip member, and never unpacks more than a byte beyond the cap.

    A second member is refused: no server of feeds sends one, and a hundred thousand empty ones are an attack.
    """

    def __init__(self, cap: int) -> None:
        self._body, self._cap, self._packed = bytearray(), cap, 0
        self._unpack = zlib.decompressobj(_GZIP)

    def feed(self, chunk: bytes) -> None:
        """Take the next packed bytes.

        Raises:
            TooLargeError: the packed or the unpacked bytes pass the cap.
            BrokenBodyError: this is not gzip, or something follows its end.
        """
        self._packed += len(chunk)
        try:
            self._body += self._unpack.decompress(chunk, self._cap + 1 - len(self._body))
        except zlib.error as error:
            raise BrokenBodyError("the gzip stream is damaged") from error
        if max(len(self._body), self._packed) > self._cap:
            raise TooLargeError(bytes(self._body[:_SAMPLE]))
        if self._unpack.unused_data:
            raise BrokenBodyError("bytes follow the end of the gzip stream")

    def finish(self) -> bytes:
        """The whole body, unpacked.

        Raises:
            BrokenBodyError: the stream has not come to its end.
        """
        if not self._unpack.eof:
            raise BrokenBodyError("the gzip stream breaks off")
        return bytes(self._body)


def reader_for(encoding: str, cap: int) -> PlainReader | GzipReader | None:
    """The reader for this Content-Encoding, or None for one that we never asked for."""
    match encoding.lower():
        case "" | "identity":
            return PlainReader(cap)
        case "gzip" | "x-gzip":
            return GzipReader(cap)
        case _:
            return None
