"""Make the office file of today's schema that later steps are tested on: `python -m tests.data.landed_schema`.

Run once for each schema, when it lands; what it made before for a schema that has not landed is replaced. The office
is small and of invented people; its only secret is the passphrase that all tests share.
"""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from frontdesk.commands.rooms import MODELS
from frontdesk.commands.services import build
from frontdesk.fund import Post, Receive
from frontdesk.office import AddArea, AdmitUser, SetSigner, lay_out
from frontdesk.store import Role, create, migrate, open_store
from tests.conftest import COMMUNE, PASSPHRASE, QUICK, USER, StandingClock

HERE = Path(__file__).parent
PREFIX = "schema-"


def folder_of(version: int) -> Path:
    """Where the file of a schema lies."""
    return HERE / f"{PREFIX}{version}"


def make(folder: Path) -> None:
    """An office with a row in every table of the store and of the office's own room, and books with money in them."""
    clock = StandingClock(datetime(2026, 6, 1, 8, 0))
    create(folder, USER, PASSPHRASE, MODELS, clock=clock, cost=QUICK, first=lambda change: lay_out(change, COMMUNE))
    with closing(open_store(folder, USER, PASSPHRASE, clock=clock)) as store:
        services = build(store)
        office = services.office
        for name in ("Khu phố 1", "Khu phố 2"):
            office.add_area(AddArea(name, households=120))
        office.set_signer(SetSigner("chair", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Phạm Thu Hà"))
        store.keep_draft("petition:new", {"summary": "Đường ngập"})
        for amount in (2_000_000, 500_000):
            services.fund.post(Post(services.fund.receive(Receive(amount, "Ủng hộ", "Bà Lý Thị Sáu")).draft or ""))
        office.admit_user(AdmitUser("Trần Văn Hai", (Role.SECRETARY,), "mật khẩu của anh Hai"))
    (folder / "office.lock").unlink(missing_ok=True)


def main() -> None:
    """Replace the file of today's schema."""
    folder = folder_of(migrate.version())
    shutil.rmtree(folder, ignore_errors=True)
    make(folder)


if __name__ == "__main__":
    main()
