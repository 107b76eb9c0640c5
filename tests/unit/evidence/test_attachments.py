"""A case may come from anybody: it must not make us open a file that is not its own."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evidence import CaseFile, read_case
from evidence.attachments import MAX_ATTACHMENT

Build = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path, data: Build) -> Callable[..., Path]:
    """A case folder with the records given."""

    def build(*records: Any) -> Path:
        place = tmp_path / "case"
        place.mkdir(exist_ok=True)
        (place / "case.json").write_text(json.dumps(data(*records)), encoding="utf-8")
        return place

    return build


def test_the_sha256_is_computed_and_kept(folder: Build, record: Build) -> None:
    place = folder(record("photo", "p", file="photos/1.jpg"))
    (place / "photos").mkdir()
    (place / "photos" / "1.jpg").write_bytes(b"picture")
    case = CaseFile.read(place)
    assert case.records[1].sha256 == hashlib.sha256(b"picture").hexdigest()
    assert case.folder == place


def test_a_stated_sha256_must_agree(folder: Build, record: Build) -> None:
    right = hashlib.sha256(b"picture").hexdigest()
    place = folder(
        record("photo", "right", file="1.jpg", sha256=right.upper()),
        record("photo", "wrong", file="1.jpg", sha256="0" * 64),
    )
    (place / "1.jpg").write_bytes(b"picture")
    case = CaseFile.read(place)
    assert [record.id for record in case.records] == ["order-1", "right"]
    assert [(one.id, one.code) for one in case.rejected] == [("wrong", "ARB428")]


def test_what_is_not_there(folder: Build, record: Build) -> None:
    place = folder(
        record("photo", "none", file="none.jpg"),
        record("photo", "dir", file="."),
        record("photo", "pipe", file="pipe"),
        record("photo", "long", file="x" * 900),
    )
    os.mkfifo(place / "pipe")
    case = CaseFile.read(place)
    assert {one.id: one.code for one in case.rejected} == dict.fromkeys(("none", "dir", "pipe", "long"), "ARB427")


def test_too_large(folder: Build, record: Build) -> None:
    place = folder(record("photo", "most", file="most"), record("photo", "more", file="more"))
    for name, size in (("most", MAX_ATTACHMENT), ("more", MAX_ATTACHMENT + 1)):
        with (place / name).open("wb") as stream:
            stream.truncate(size)
    case = CaseFile.read(place)
    assert [(one.id, one.code) for one in case.rejected] == [("more", "ARB429")]


@pytest.mark.parametrize("target", ["../outside.txt", "../missing.txt", "/etc/hostname"])
def test_a_link_out_of_the_folder_is_fatal(folder: Build, record: Build, tmp_path: Path, target: str) -> None:
    place = folder(record("photo", "p", file="link"))
    (tmp_path / "outside.txt").write_text("secret")
    (place / "link").symlink_to(target)
    case, found = read_case(place)
    assert case is None
    assert "ARB404" in [diag.code for diag in found if diag.severity == "error"]


def test_a_linked_folder_is_no_way_out_either(folder: Build, record: Build, tmp_path: Path) -> None:
    place = folder(record("photo", "p", file="sub/outside.txt"))
    (tmp_path / "outside.txt").write_text("secret")
    (place / "sub").symlink_to(tmp_path)
    assert read_case(place)[0] is None


def test_a_link_inside_the_folder_is_fine(folder: Build, record: Build) -> None:
    place = folder(record("photo", "p", file="link"))
    (place / "real").write_bytes(b"picture")
    (place / "link").symlink_to("real")
    assert CaseFile.read(place).rejected == ()


def test_a_link_to_itself_is_not_followed(folder: Build, record: Build) -> None:
    place = folder(record("photo", "p", file="loop"))
    (place / "loop").symlink_to("loop")
    assert read_case(place)[0] is None


def test_the_folder_itself_may_be_a_link(folder: Build, record: Build, tmp_path: Path) -> None:
    place = folder(record("photo", "p", file="1.jpg"))
    (place / "1.jpg").write_bytes(b"picture")
    (tmp_path / "alias").symlink_to(place)
    assert CaseFile.read(tmp_path / "alias").rejected == ()


def test_the_place_of_the_folder_is_not_content(folder: Build, record: Build, tmp_path: Path) -> None:
    place = folder(record("photo", "p", file="1.jpg"))
    (place / "1.jpg").write_bytes(b"picture")
    before = CaseFile.read(place).digest
    moved = place.rename(tmp_path / "moved")
    assert CaseFile.read(moved).digest == before


class TestFolders:
    def test_records_of_their_own_files_come_in_name_order(self, folder: Build, record: Build) -> None:
        place = folder()
        (place / "records").mkdir()
        (place / "records" / "b.json").write_text(json.dumps([record("photo", "p2"), record("photo", "p3")]))
        (place / "records" / "a.yaml").write_text("{id: p1, kind: photo, submitted_by: buyer}")
        (place / "records" / "notes.txt").write_text("not a record")
        assert [one.id for one in CaseFile.read(place).records] == ["order-1", "p1", "p2", "p3"]

    def test_a_broken_record_file_is_fatal(self, folder: Build) -> None:
        place = folder()
        (place / "records").mkdir()
        (place / "records" / "a.yaml").write_text("a: [")
        case, found = read_case(place)
        assert (case, [diag.code for diag in found]) == (None, ["ARB103"])

    def test_a_record_file_from_elsewhere_is_fatal(self, folder: Build, tmp_path: Path) -> None:
        place = folder()
        (place / "records").mkdir()
        (tmp_path / "x.yaml").write_text("{id: p1, kind: photo, submitted_by: buyer}")
        (place / "records" / "x.yaml").symlink_to(tmp_path / "x.yaml")
        case, found = read_case(place)
        assert (case, [diag.code for diag in found]) == (None, ["ARB404"])

    def test_which_case_file_must_be_clear(self, folder: Build, tmp_path: Path) -> None:
        place = folder()
        (place / "case.yml").write_text("case: other")
        assert [diag.code for diag in read_case(place)[1]] == ["ARB101"]
        assert [diag.code for diag in read_case(tmp_path)[1]] == ["ARB101"]

    @pytest.mark.parametrize("name", ["none.yaml", "x\0y", "y" * 5000])
    def test_no_such_path(self, tmp_path: Path, name: str) -> None:
        assert [diag.code for diag in read_case(tmp_path / name)[1]] == ["ARB101"]
