import inspect
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

import zhibiao
from zhibiao._schema import ARROW_FIELDS

ROOT = Path(__file__).resolve().parents[2]


def test_the_package_is_the_installed_one():
    assert Path(zhibiao.__file__).is_relative_to(sysconfig.get_path("purelib"))


def test_the_command_is_installed():
    command = Path(sysconfig.get_path("scripts"), "zhibiao")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("zhibiao ")


def test_extract_gives_facts_and_documents(data):
    facts, documents = data.facts, data.documents
    assert len(documents) == 1
    text = documents["text"][0]
    assert len(facts) > 100
    for start, end, quote in zip(facts["quote_start"], facts["quote_end"], facts["quote"]):
        assert text[start:end] == quote


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_frames_of_each_library(data, library):
    frame = zhibiao.read(data.folder, library).facts
    assert type(frame).__module__.partition(".")[0] == library
    panel = zhibiao.read(data.folder, library).panel()
    assert type(panel).__module__.partition(".")[0] == library
    assert len(panel) > 10


def test_schema_is_what_the_program_writes(data):
    [file] = (data.folder / "facts").glob("*.parquet")
    names = {pyarrow.string(): "string", pyarrow.int32(): "int32", pyarrow.float64(): "float64", pyarrow.date32(): "date32", pyarrow.bool_(): "bool_"}

    def plain(kind):
        return kind.value_type if pyarrow.types.is_dictionary(kind) else kind

    written = {field.name: names[plain(field.type)] for field in pyarrow.parquet.read_schema(file)}
    assert list(written.items()) == list(ARROW_FIELDS.items())


@pytest.mark.parametrize("locale, remedy", [("C", "check the path"), ("zh_CN.UTF-8", "请检查路径")])
def test_a_path_that_is_not_there(monkeypatch, locale, remedy):
    monkeypatch.setenv("LC_ALL", locale)
    with pytest.raises(zhibiao.Error) as caught:
        zhibiao.extract("no/such/folder")
    assert caught.value.code == 2
    assert "no/such/folder" in caught.value.reason
    assert caught.value.remedy == remedy


def test_rejects_warn_or_raise(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing behind it")
    with pytest.warns(UserWarning, match="broken.pdf"):
        data = zhibiao.extract(tmp_path, tmp_path / "out")
    [reject] = data.rejects()
    assert reject["reason"]
    with pytest.raises(zhibiao.RejectedError) as caught:
        zhibiao.extract(tmp_path, tmp_path / "out2", strict=True)
    assert caught.value.rejects[0]["source"].endswith("broken.pdf")


def test_explain_in_colour():
    seen = zhibiao.explain("全区地区生产总值1500亿元，同比增长3%以上，<b>新增</b>养老床位500张", "2023-01-05")
    assert [fact["value"] for fact in seen.facts][:2] == [150000000000, 3]
    page = seen._repr_html_()
    assert '<mark class="actual"' in page and "1500亿元</mark>" in page
    assert "<b>" not in page and "&lt;b&gt;" in page
    assert "地区生产总值" in str(seen)


def test_a_document_in_colour(data):
    page = data.show(data.documents["doc_id"][0])._repr_html_()
    assert page.count("<mark") > 100
    with pytest.raises(KeyError):
        data.show("no-such-id")


def test_readme_example_runs(tmp_path, sample, monkeypatch):
    """What the README shows first is run as it stands, in a folder with reports in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").symlink_to(sample)
    code = re.findall(r"```python\n(.*?)```", (ROOT / "python" / "README.md").read_text("utf-8"), re.S)[0]
    exec(compile(code, "README.md", "exec"), {})


def test_everything_public_is_documented_and_typed():
    for name in zhibiao.__all__:
        thing = getattr(zhibiao, name)
        if callable(thing):
            assert inspect.getdoc(thing), name
        if inspect.isfunction(thing):
            for parameter in inspect.signature(thing).parameters.values():
                assert parameter.annotation is not inspect.Parameter.empty, (name, parameter.name)
    assert Path(zhibiao.__file__).with_name("py.typed").exists()


def test_the_package_runs_from_a_zip(tmp_path):
    """As Spark ships it: imported from a zip file, the program unpacked."""
    package = Path(zhibiao.__file__).parent
    archive = tmp_path / "zhibiao.zip"
    with zipfile.ZipFile(archive, "w") as z:
        for path in package.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                z.write(path, path.relative_to(package.parent))
    code = f"import sys; sys.path.insert(0, {str(archive)!r}); import zhibiao; assert zhibiao.__file__.startswith({str(archive)!r}); print(len(zhibiao.explain('造林500亩').facts))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"TMPDIR": str(tmp_path), "PATH": "/usr/bin:/bin"})
    assert done.stdout.strip() == "1", done.stderr


def test_what_is_not_there_is_an_error(tmp_path, monkeypatch):
    """Neither a folder without facts nor a program that cannot be started is a bare OSError."""
    with pytest.raises(zhibiao.Error) as caught:
        zhibiao.read(tmp_path)
    assert caught.value.remedy == "run zhibiao.extract first"
    from zhibiao import _program

    _program.path.cache_clear()
    monkeypatch.setenv("ZHIBIAO_PROGRAM", str(tmp_path / "none"))
    for use in (lambda: zhibiao.explain("x"), zhibiao.Stream):
        with pytest.raises(zhibiao.Error, match="cannot be started") as caught:
            use()
        assert "ZHIBIAO_PROGRAM" in caught.value.remedy
    _program.path.cache_clear()
