"""office.keys: the file key, wrapped once for each user and once for the printed recovery code.

The file key is random; a passphrase never reaches the database. A user is known here only by a salted
hash, so that a stolen stick does not tell who works in the office. The file also keeps the head of the
journal's chain as it was last seen, so that a cut tail is found.
"""

import json
import os
import secrets
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from vn_text import normalize

from frontdesk.errors import RuleBroken, Trouble
from frontdesk.messages import _
from frontdesk.store.connection import unavailable
from frontdesk.vietnamese.text import fold

FILE_NAME: Final = "office.keys"
FORMAT: Final = 1
KEY_BYTES: Final = 32
LEAST_PASSPHRASE_LETTERS: Final = 8
WRONG_COSTS_S: Final = 0.25
MOST_LANES: Final = 4
LEAST_LANE_KIB: Final = 8
MOST_MEMORY_KIB: Final = 1_048_576
MOST_PASSES: Final = 100
RECOVERY_GROUPS: Final = 8
RECOVERY_GROUP_DIGITS: Final = 5


@dataclass(frozen=True)
class Cost:
    """What one try at a passphrase costs: Argon2id memory in KiB and passes."""

    memory_kib: int = 65_536
    passes: int = 2


@dataclass(frozen=True)
class Head:
    """The last entry of the journal's chain; seq 0 and the hash of nothing before the first one."""

    seq: int
    hash: str


@dataclass(frozen=True)
class Wrapped:
    """The file key under one secret."""

    salt: bytes
    nonce: bytes
    box: bytes
    cost: Cost
    failures: int = 0


@dataclass(frozen=True)
class Keys:
    """Everything office.keys holds. `users` by salted hash of the folded name."""

    name_salt: bytes
    users: dict[str, Wrapped]
    recovery: Wrapped
    head: Head | None

    def entry_of(self, user: str) -> str:
        """What `user` stands under in `users`, or would: capitals, marks and blanks do not tell two users apart."""
        entry, earlier = self._hashed(fold(user) or _spelt(user)), self._hashed(_spelt(user))
        return earlier if entry not in self.users and earlier in self.users else entry

    def _hashed(self, name: str) -> str:
        return sha256(self.name_salt + name.encode()).hexdigest()


def make(user: str, passphrase: str, cost: Cost) -> tuple[Keys, bytes, str]:
    """New keys for an office: the keys, the file key, the recovery code to print."""
    key = secrets.token_bytes(KEY_BYTES)
    code = recovery_code()
    keys = Keys(secrets.token_bytes(16), {}, _wrap(key, _digits(code), cost), None)
    return with_user(keys, key, user, passphrase, cost), key, code


def refuse_weak(passphrase: str) -> None:
    """Raise RuleBroken when `passphrase` is too short to keep anybody out."""
    if len(normalize(passphrase)) < LEAST_PASSPHRASE_LETTERS:
        raise RuleBroken(
            "store.passphrase.short",
            _("The passphrase needs at least {count} letters.").format(count=LEAST_PASSPHRASE_LETTERS),
            "passphrase",
        )


def with_user(keys: Keys, key: bytes, user: str, passphrase: str, cost: Cost) -> Keys:
    """`keys` with `user` opening by `passphrase` from now on."""
    refuse_weak(passphrase)
    return replace(keys, users={**keys.users, keys.entry_of(user): _wrap(key, normalize(passphrase), cost)})


def without_user(keys: Keys, user: str) -> Keys:
    """`keys` that `user` can no longer open."""
    entry = keys.entry_of(user)
    return replace(keys, users={other: wrapped for other, wrapped in keys.users.items() if other != entry})


def with_recovery(keys: Keys, key: bytes, code: str, cost: Cost) -> Keys:
    """`keys` that open by the recovery `code` from now on, and by no earlier one."""
    return replace(keys, recovery=_wrap(key, _digits(code), cost))


def unlock(keys: Keys, entry: str, passphrase: str) -> bytes | None:
    """The file key by the `entry` (`Keys.entry_of`), None when it is unknown or the passphrase wrong.

    A wrong try costs at least WRONG_COSTS_S.
    """
    return _try(keys.users.get(entry), normalize(passphrase), keys.name_salt)


def unlock_by_code(keys: Keys, code: str) -> bytes | None:
    """The file key by the printed recovery code, None when the code is wrong, which costs as much."""
    return _try(keys.recovery, _digits(code), keys.name_salt)


def after_failure(keys: Keys, entry: str) -> Keys:
    """`keys` with one more wrong try counted; an unknown entry counts for nobody."""
    wrapped = keys.users.get(entry)
    if wrapped is None:
        return keys
    return replace(keys, users={**keys.users, entry: replace(wrapped, failures=wrapped.failures + 1)})


def after_success(keys: Keys, entry: str) -> Keys:
    """`keys` with the wrong tries of the entry forgotten."""
    wrapped = keys.users.get(entry)
    if wrapped is None or wrapped.failures == 0:
        return keys
    return replace(keys, users={**keys.users, entry: replace(wrapped, failures=0)})


def recovery_code() -> str:
    """A new code: digits only, for UniKey eats letters; eight groups of five and a check digit each."""
    groups = (
        f"{secrets.randbelow(10**RECOVERY_GROUP_DIGITS):0{RECOVERY_GROUP_DIGITS}}" for _i in range(RECOVERY_GROUPS)
    )
    return " ".join(group + str(_check_digit(group)) for group in groups)


def wrong_group(code: str) -> int | None:
    """Which group of a typed recovery code (1-based) is mistyped or missing; None when all are well formed."""
    digits = "".join(letter for letter in code if letter.isdigit())
    size = RECOVERY_GROUP_DIGITS + 1
    for index in range(RECOVERY_GROUPS):
        group = digits[index * size : (index + 1) * size]
        if len(group) < size or str(_check_digit(group[:-1])) != group[-1]:
            return index + 1
    return None if len(digits) == RECOVERY_GROUPS * size else RECOVERY_GROUPS


def refuse_mistyped(code: str, field: str) -> None:
    """Raise RuleBroken, naming the group, when a typed recovery code cannot be one."""
    group = wrong_group(code)
    if group is not None:
        raise RuleBroken(
            "store.recovery.mistyped",
            _("Group {group} of the recovery code is mistyped. Look at the card again.").format(group=group),
            field,
        )


def load(folder: Path) -> Keys:
    """The keys of the office in `folder`; DeskUnavailable when they are missing or damaged."""
    path = folder / FILE_NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] > FORMAT:
            raise unavailable(Trouble.NEWER)
        head = content["head"]
        return Keys(
            b64decode(content["name_salt"]),
            {name: _wrapped_from(value) for name, value in content["users"].items()},
            _wrapped_from(content["recovery"]),
            None if head is None else Head(int(head["seq"]), str(head["hash"])),
        )
    except FileNotFoundError:
        raise unavailable(Trouble.MISSING) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise unavailable(Trouble.DAMAGED) from error


def save(folder: Path, keys: Keys) -> None:
    """Replace office.keys at once: after a power cut there is the old file or the new one, never half."""
    content = {
        "format": FORMAT,
        "name_salt": b64encode(keys.name_salt).decode(),
        "users": {name: _wrapped_to(wrapped) for name, wrapped in keys.users.items()},
        "recovery": _wrapped_to(keys.recovery),
        "head": None if keys.head is None else {"seq": keys.head.seq, "hash": keys.head.hash},
    }
    replace_file(folder / FILE_NAME, json.dumps(content, indent=1).encode())


def derived(key: bytes, purpose: str, size: int = KEY_BYTES) -> bytes:
    """A key of its own for one `purpose`, of which the file key cannot be told."""
    return HKDF(SHA256(), size, None, f"front desk {purpose} 1".encode()).derive(key)


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, flush it to the disk, then put it in place of `path`."""
    beside = path.with_name(path.name + ".new")
    try:
        with beside.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Flush what was written to `path` to the disk."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk; Windows does so by itself and refuses to open one."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    lanes = max(1, min(MOST_LANES, cost.memory_kib // LEAST_LANE_KIB))
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=lanes, memory_cost=cost.memory_kib)
    return kdf.derive(secret.encode())


def _try(wrapped: Wrapped | None, secret: str, salt: bytes) -> bytes | None:
    started = monotonic()
    if wrapped is not None and (key := _unwrap(wrapped, secret)) is not None:
        return key
    while monotonic() - started < WRONG_COSTS_S:
        _derive(secret, salt, Cost())
    return None


def _wrap(key: bytes, secret: str, cost: Cost) -> Wrapped:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    return Wrapped(salt, nonce, AESGCM(_derive(secret, salt, cost)).encrypt(nonce, key, None), cost)


def _unwrap(wrapped: Wrapped, secret: str) -> bytes | None:
    try:
        return AESGCM(_derive(secret, wrapped.salt, wrapped.cost)).decrypt(wrapped.nonce, wrapped.box, None)
    except InvalidTag:
        return None


def _wrapped_to(wrapped: Wrapped) -> dict[str, Any]:
    return {
        "salt": b64encode(wrapped.salt).decode(),
        "nonce": b64encode(wrapped.nonce).decode(),
        "box": b64encode(wrapped.box).decode(),
        "memory_kib": wrapped.cost.memory_kib,
        "passes": wrapped.cost.passes,
        "failures": wrapped.failures,
    }


def _wrapped_from(content: dict[str, Any]) -> Wrapped:
    cost = Cost(int(content["memory_kib"]), int(content["passes"]))
    if not (LEAST_LANE_KIB <= cost.memory_kib <= MOST_MEMORY_KIB and 1 <= cost.passes <= MOST_PASSES):
        raise ValueError(cost)
    return Wrapped(
        b64decode(content["salt"], validate=True),
        b64decode(content["nonce"], validate=True),
        b64decode(content["box"], validate=True),
        cost,
        int(content["failures"]),
    )


def _spelt(user: str) -> str:
    """A name as offices made before marks were forgiven have it, and one that has no letters at all."""
    return normalize(user.strip()).casefold()


def _digits(code: str) -> str:
    return "".join(letter for letter in code if letter.isdigit())


def _check_digit(group: str) -> int:
    """Weights 3, 1, 3, …: finds every single wrong digit and most swapped neighbours."""
    return -sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(group)) % 10
