"""The .sql files say what aiosql, which did not write them, reads in them."""

from __future__ import annotations

import re
from contextlib import closing

import aiosql
import pytest

from netprep.store.connection import in_memory
from netprep.store.queries import FOLDER, queries

PEER = aiosql.from_path(FOLDER, "sqlite3")


def test_aiosql_finds_the_same_queries() -> None:
    assert {name for name in PEER.available_queries if not name.endswith("_cursor")} == set(queries().scripts)


@pytest.mark.parametrize("name", sorted(queries().scripts))
def test_aiosql_reads_the_same_statement(name: str) -> None:
    def bare(sql: str) -> str:
        return " ".join(re.sub(r"--.*", "", sql).replace(";", "").split())

    _, sql = queries().scripts[name]
    assert bare(sql) == bare(getattr(PEER, name).sql)


@pytest.mark.parametrize("name", sorted(queries().scripts))
def test_every_statement_is_one_that_sqlite_can_prepare_on_the_schema(name: str) -> None:
    _, sql = queries().scripts[name]
    values = dict.fromkeys(re.findall(r":(\w+)", sql), "x")
    with closing(in_memory()) as connection:
        connection.execute(f"explain {sql}", values)


def test_a_query_that_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="no_such_query"):
        queries().no_such_query  # noqa: B018 - the look-up is what is tested
