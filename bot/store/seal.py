"""Secrets in the database are encrypted, by keys that are not in it."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import StoreError


class Seal:
    """Encrypts by the first key, and opens by any: so keys are changed without losing what the old one sealed.

    Args:
        keys: each 32 bytes in URL-safe base64 (https://cryptography.io/en/latest/fernet/).

    Raises:
        ValueError: one of them is none.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        each = [Fernet(key) for key in keys]
        self._first, self._keys = each[0], MultiFernet(each)

    def close(self, secret: bytes) -> bytes:
        """The secret, encrypted."""
        return self._keys.encrypt(secret)

    def open(self, sealed: bytes) -> bytes:
        """The secret again.

        Raises:
            StoreError: none of the keys sealed it.
        """
        try:
            return self._keys.decrypt(sealed)
        except InvalidToken as error:
            raise StoreError(
                "tokens in the database were sealed by another encryption_key: "
                "put that one back behind the new one, with a comma between"
            ) from error

    def renewed(self, sealed: bytes) -> bytes | None:
        """The same secret, sealed by the first key; None where it is already."""
        try:
            self._first.decrypt(sealed)
        except InvalidToken:
            return self.close(self.open(sealed))
        return None
