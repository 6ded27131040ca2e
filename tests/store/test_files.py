"""The notebook as a file: private, safe from crashes, locks and damage, and able to forget."""

from __future__ import annotations

import dataclasses
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from netprep.errors import NotebookError, NotFound
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Entry, Event, Fact, LibraryItem, Notebook
from netprep.model.words import EntryKind, FactField, LibraryKind
from netprep.store import Store, open_store
from netprep.store.connection import in_memory, migrations, prepare
from netprep.store.copies import backup, backups, restore

AT = Moment.parse("2026-11-20T09:00")


def add(home: Path, *names: str) -> None:
    with open_store(home, create=True) as store, store.step("add", AT) as writer:
        for name in names:
            writer.put_card(Contact(name=name))


def names(home: Path) -> list[str]:
    with open_store(home) as store:
        return [card.name for card in store.contact_cards()]


def test_reading_an_absent_notebook_finds_it_empty_and_makes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_store(home) as store:
        assert store.notebook() == Notebook()
        assert not store.exists
        with pytest.raises(NotebookError), store.step("write", AT):
            pass
    assert not home.exists()


def test_folder_and_files_can_be_read_by_their_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    previous = os.umask(0)
    try:
        with open_store(home, create=True) as store:
            with store.step("add", AT) as writer:
                writer.put_card(Contact(name="Ada Berg"))
            backup(home, "test")
            modes = {path: stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*")}
    finally:
        os.umask(previous)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert len(modes) >= 4
    for path, mode in modes.items():
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotebookError, match=r"cannot be written") as failed:
        add(tmp_path / "file" / "home", "Ada Berg")
    assert "NETPREP_HOME" in failed.value.hint


def test_a_locked_notebook_is_waited_for_and_then_said_to_be_locked(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    with closing(sqlite3.connect(tmp_path / "netprep.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        started = time.monotonic()
        with (
            open_store(tmp_path, timeout=0.3) as store,
            pytest.raises(NotebookError, match="Another netprep is writing"),
            store.step("add", AT),
        ):
            pass
        assert time.monotonic() - started >= 0.3
        assert names(tmp_path) == ["Ada Berg"], "reading goes on while somebody writes"


def test_a_newer_notebook_is_left_alone(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    with closing(sqlite3.connect(tmp_path / "netprep.db")) as connection:
        connection.execute(f"pragma user_version = {len(migrations()) + 1}")
    with pytest.raises(NotebookError, match="newer netprep") as failed:
        open_store(tmp_path)
    assert "pipx upgrade" in failed.value.hint


@pytest.mark.parametrize("damage", [b"this is no database at all" * 50, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_notebook_is_said_to_be_and_restore_brings_one_back(tmp_path: Path, damage: bytes) -> None:
    add(tmp_path, "Ada Berg")
    backup(tmp_path, "test")
    for path in tmp_path.glob("netprep.db*"):
        path.unlink()
    (tmp_path / "netprep.db").write_bytes(damage)
    with pytest.raises(NotebookError) as failed:
        names(tmp_path)
    assert "netprep restore" in failed.value.hint
    restore(tmp_path)
    assert names(tmp_path) == ["Ada Berg"]
    kept = [path for path in (tmp_path / "backups").iterdir() if path.read_bytes() == damage]
    assert kept, "the damaged file is kept, in case somebody can mend it"


def test_restore_can_be_restored_from(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    first = backup(tmp_path, "test")
    add(tmp_path, "Bo Lind")
    restore(tmp_path, first.name)
    assert names(tmp_path) == ["Ada Berg"]
    restore(tmp_path, next(each.name for each in backups(tmp_path) if "before-restore" in each.name))
    assert names(tmp_path) == ["Ada Berg", "Bo Lind"]


def test_restore_without_a_backup_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no backup"):
        restore(tmp_path)
    add(tmp_path, "Ada Berg")
    backup(tmp_path, "test")
    with pytest.raises(NotFound, match="nonsense"):
        restore(tmp_path, "nonsense")


@pytest.mark.parametrize("version", range(1, len(migrations())))
def test_an_older_notebook_is_brought_up_to_date_after_a_backup(tmp_path: Path, version: int) -> None:
    with closing(sqlite3.connect(tmp_path / "netprep.db")) as connection:
        prepare(connection)
        for path in migrations()[:version]:
            connection.executescript(path.read_text(encoding="utf-8"))
        connection.execute(
            "insert into record (kind, id, document) values ('contact', 'ada-berg', ?)",
            ['{"name":"Ada Berg","id":"ada-berg","emails":["ada@mill.example"]}'],
        )
        connection.execute(f"pragma user_version = {version}")
        connection.commit()
    with open_store(tmp_path) as store:
        assert [card.id for card in store.contacts_named("ada@mill.example")] == ["ada-berg"]
        assert [card.id for card in store.contacts_named("ada")] == ["ada-berg"]
        with store.step("add", AT) as writer:
            writer.put_card(Contact(name="Bo Lind"))
        assert store.undo() is not None
        assert [card.name for card in store.contact_cards()] == ["Ada Berg"]
    (copy,) = backups(tmp_path)
    assert f"v{version}" in copy.name
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("pragma user_version").fetchone()[0] == version


def test_a_new_notebook_needs_no_backup(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    assert backups(tmp_path) == ()


WRITE_UNTIL_KILLED = """
import sys
from pathlib import Path
from netprep.model.moment import Moment
from netprep.model.records import Contact
from netprep.store import open_store
with open_store(Path(sys.argv[1])) as store, store.step("import", Moment.parse("2026-11-20")) as writer:
    for number in range(10**9):
        writer.put_card(Contact(name=f"Person {number}"))
        if number == 200:
            print("writing", flush=True)
"""


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_killing_a_write_leaves_the_notebook_as_before(tmp_path: Path, kill: signal.Signals) -> None:
    add(tmp_path, "Ada Berg")
    writing = subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert writing.stdout is not None
    assert writing.stdout.readline() == b"writing\n"
    time.sleep(0.05)
    writing.send_signal(kill)
    writing.wait(timeout=30)
    writing.stdout.close()
    assert names(tmp_path) == ["Ada Berg"]
    with open_store(tmp_path) as store:
        assert [step.command for step in store.steps()] == ["add"]


PERSON = "Wilhelmina Zuckerkandl"


def remember(store: Store) -> str:
    """Somebody who left traces everywhere."""
    with store.step("meet", AT) as writer:
        person = writer.put_card(Contact(name=PERSON, emails=("wzuckerkandl@mill.example",), org="Zuckerkandl Ltd"))
        writer.put_fact(person.id, Fact(field=FactField.GOALS, value="a Zuckerkandl museum", quote="Zuckerkandl!"))
        writer.append(person.id, Entry(kind=EntryKind.MET, date=AT, anchor="the Zuckerkandl umbrella"))
        other = writer.put_card(Contact(name="Bo Lind", introduced_by=person.id))
        writer.append(other.id, Entry(kind=EntryKind.INTRODUCED, date=AT, partner=person.id))
        writer.put_event(
            Event(name="Dinner", starts=AT, attendees=(Attendee(contact=person.id), Attendee(contact=other.id)))
        )
        writer.put_item(LibraryItem(kind=LibraryKind.RESOURCE_PERSON, title="A restorer", contact=person.id))
        writer.put_item(LibraryItem(kind=LibraryKind.BOOK, title="A book", contact=person.id))
    store.save_draft("d-1", person.id, AT, {"body": f"Dear {PERSON}"})
    return person.id


def test_forgetting_leaves_no_byte_of_a_person_and_no_reference(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        person = remember(store)
        backup(tmp_path, "test")
        store.forget(person)
        assert store.is_forgotten("wilhelmina  ZUCKERKANDL", ())
        assert store.is_forgotten("Another Name", ("WZuckerkandl@mill.example",))
        assert not store.is_forgotten("Bo Lind", ())
        book = store.notebook()
        assert [contact.name for contact in book.contacts] == ["Bo Lind"]
        assert book.contacts[0].introduced_by is None
        assert book.contacts[0].log[0].partner is None
        assert [attendee.contact for attendee in book.events[0].attendees] == ["bo-lind"]
        assert [item.title for item in book.library] == ["A book"]
        assert store.undo() is None
        for path in tmp_path.rglob("*"):
            if path.is_file():
                assert b"uckerkandl" not in path.read_bytes(), path


def test_forgetting_somebody_leaves_the_others_findable(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.forget(remember(store))
        assert [card.name for card in store.contacts_named("lind")] == ["Bo Lind"]
        assert [hit.title for hit in store.find("book")] == ["A book"]
        assert store.find("museum") == ()


def test_somebody_forgotten_stays_forgotten_when_a_backup_is_brought_back(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        person = remember(store)
        with store.step("rename", AT) as writer:
            card = store.contact(person)
            assert card is not None
            writer.put_card(dataclasses.replace(card, name="Mina Z."))
        made = backup(tmp_path, "test").made
        store.forget(person)
    (copy,) = backups(tmp_path)
    assert copy.made == made, "a copy is as old as what it holds"
    restore(tmp_path)
    with open_store(tmp_path) as store:
        assert store.is_forgotten("Mina Z.", ())
        assert store.is_forgotten("Anybody", ("wzuckerkandl@mill.example",))
        assert [card.name for card in store.contact_cards()] == ["Bo Lind"]


def test_a_backup_that_knows_the_person_by_another_id_is_purged_too(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        person = remember(store)
        backup(tmp_path, "test")
        with store.step("again", AT) as writer:
            writer.delete("contact", person)
            other = writer.put_card(Contact(id="mina", name="Mina", emails=("WZuckerkandl@mill.example",)))
        store.forget(other.id)
    (copy,) = backups(tmp_path)
    with closing(sqlite3.connect(copy.path)) as connection:
        ids = [row[0] for row in connection.execute("select id from record where kind = 'contact'")]
    assert ids == ["bo-lind"]


def test_forgetting_takes_what_is_damaged_along(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        remember(store)
    copy = backup(tmp_path, "test")
    torn = backup(tmp_path, "torn")
    torn.path.write_bytes(b"torn " + torn.path.read_bytes()[100:])
    database = tmp_path / "netprep.db"
    database.write_bytes(b"torn " + database.read_bytes()[100:])
    restore(tmp_path, copy.name)
    with open_store(tmp_path) as store:
        store.forget("wilhelmina-zuckerkandl")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"uckerkandl" in path.read_bytes()]
    assert [each.name for each in backups(tmp_path)] == [copy.name]


def test_forgetting_drops_what_pointed_at_what_went_with_the_person(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        with store.step("a", AT) as writer:
            person = writer.put_contact(Contact(name=PERSON, id='w"z', facts=(Fact(FactField.GOALS, "a museum"),)))
            other = writer.put_card(Contact(name="Bo Lind"))
            item = writer.put_item(LibraryItem(LibraryKind.REFERRAL, f"{PERSON}, restorer", contact=person.id))
            fact = person.facts[0].id
            writer.append(other.id, Entry(EntryKind.GIVE, AT, item=item.id, because=fact, what="an address"))
            writer.append(other.id, Entry(EntryKind.CONSENT, AT, about=person.id, to=other.id))
        store.save_draft("d-1", other.id, AT, {"about": person.id})
        store.forget(person.id)
        give, consent = store.contact("bo-lind").log  # type: ignore[union-attr]
        assert (give.item, give.because, give.what) == (None, None, "an address")
        assert (consent.about, consent.to) == (None, "bo-lind")
        assert store.draft("d-1") is None


def test_half_a_backup_is_never_kept(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    good = backup(tmp_path, "test")
    for _ in range(2):
        for path in tmp_path.glob("netprep.db*"):
            path.unlink()
        (tmp_path / "netprep.db").write_bytes(b"nonsense" * 1000)
        with pytest.raises(NotebookError):
            backup(tmp_path, "broken")
        assert [each.name for each in backups(tmp_path)] == [good.name]
        assert restore(tmp_path).name == good.name
        assert names(tmp_path) == ["Ada Berg"]


def test_there_is_nothing_to_copy_where_there_is_no_notebook(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no notebook"):
        backup(tmp_path / "home", "test")
    assert not (tmp_path / "home").exists()


def test_restoring_waits_for_a_writer_and_moves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netprep.store.copies._PATIENCE", 0.2)
    add(tmp_path, "Ada Berg")
    backup(tmp_path, "test")
    add(tmp_path, "Bo Lind")
    with closing(sqlite3.connect(tmp_path / "netprep.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(NotebookError, match="Another netprep is writing"):
            restore(tmp_path)
    assert names(tmp_path) == ["Ada Berg", "Bo Lind"]
    assert not list((tmp_path / "backups").glob("*.damaged"))


def test_somebody_reading_sees_what_was_brought_back(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    backup(tmp_path, "test")
    add(tmp_path, "Bo Lind")
    with open_store(tmp_path) as reading:
        assert len(list(reading.contact_cards())) == 2
        restore(tmp_path)
        assert [card.name for card in reading.contact_cards()] == ["Ada Berg"]


def test_a_command_that_fails_before_it_writes_makes_no_notebook(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_store(home, create=True) as store:
        assert store.contact("nobody") is None
        assert store.undo() is None
        assert not home.exists()
        with store.step("add", AT) as writer:
            writer.put_card(Contact(name="Ada Berg"))
        assert store.exists
        assert [card.name for card in store.contact_cards()] == ["Ada Berg"]
    assert names(home) == ["Ada Berg"]


def test_files_that_others_could_read_are_closed_to_them(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    (tmp_path / "netprep.db").chmod(0o644)
    names(tmp_path)
    assert stat.S_IMODE((tmp_path / "netprep.db").stat().st_mode) == 0o600


def test_a_folder_in_the_place_of_the_notebook_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "netprep.db").mkdir()
    with pytest.raises(NotebookError, match="cannot be written"):
        add(tmp_path, "Ada Berg")


ADD_ONE = """
import sys
from pathlib import Path
from netprep.model.moment import Moment
from netprep.model.records import Contact
from netprep.store import open_store
sys.stdin.read()
with open_store(Path(sys.argv[1]), create=True) as store, store.step("add", Moment.parse("2026-11-20")) as writer:
    writer.put_card(Contact(name="Ada Berg"))
"""


def test_first_commands_at_one_time_all_write(tmp_path: Path) -> None:
    home = tmp_path / "home"
    running = [
        subprocess.Popen([sys.executable, "-c", ADD_ONE, str(home)], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(5)
    ]
    time.sleep(0.5)
    for each in running:
        assert each.stdin is not None
        each.stdin.close()
    for each in running:
        assert each.stderr is not None
        with each.stderr as talk:
            assert talk.read() == b""
        assert each.wait(timeout=30) == 0
    with open_store(home) as store:
        assert sorted(card.id for card in store.contact_cards())[:2] == ["ada-berg", "ada-berg-2"]
        assert len(store.steps()) == 5


def test_the_schema_in_memory_is_the_schema_on_disk(tmp_path: Path) -> None:
    add(tmp_path, "Ada Berg")
    with closing(sqlite3.connect(tmp_path / "netprep.db")) as disk, closing(in_memory()) as memory:
        query = "select type, name, sql from sqlite_master order by 1, 2"
        assert list(map(tuple, disk.execute(query))) == list(map(tuple, memory.execute(query)))
