"""A real cluster on this machine: executors are processes of their own."""

import json
import os
import subprocess
import sys

import pytest

import zhibiao

pyspark = pytest.importorskip("pyspark")
import zhibiao.spark  # noqa: E402

DOCUMENTS = 2000


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local-cluster[2,1,2048]")
        .appName("zhibiao")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    zhibiao.spark.ship(session)
    yield session
    session.stop()


@pytest.fixture(scope="module")
def corpus(spark, texts, tmp_path_factory):
    """Parquet partitions of invented reports, one in fifty without text."""
    rows = [
        (f"report-{i:05d}", "" if i % 50 == 49 else texts[i % len(texts)]["text"].replace("全县", f"全县{i}个乡镇", 1), 1990 + i % 30)
        for i in range(DOCUMENTS)
    ]
    # More than a double holds exactly: JSON gives it as a whole number.
    rows[7] = (rows[7][0], rows[7][1] + "全县存款余额达到98765432109876543元。\n", rows[7][2])
    folder = str(tmp_path_factory.mktemp("corpus") / "texts")
    spark.createDataFrame(rows, "source string, text string, year int").repartition(8).write.parquet(folder)
    return folder


@pytest.fixture(scope="module")
def expected(corpus):
    """The facts of one machine."""
    import pyarrow.parquet

    documents = pyarrow.parquet.read_table(corpus).to_pylist()
    with zhibiao.Stream(jobs=2) as stream:
        answers = list(stream.map(documents))
    return sorted(key(fact) for a in answers for fact in a.facts), {a.source for a in answers if a.error}


def key(fact: dict) -> str:
    """A fact as text: JSON writes 5.0 as 5, and dates as text."""
    plain = {name: float(v) if isinstance(v, int) else v for name, v in fact.items()}
    return json.dumps(plain, default=str, ensure_ascii=False, sort_keys=True)


def test_the_same_facts_and_the_rejects(spark, corpus, expected):
    everything = zhibiao.spark.extract_all(spark.read.parquet(corpus))
    facts = sorted(key(row.asDict()) for row in everything.facts.collect())
    assert facts == expected[0]
    assert {row["source"] for row in everything.rejects.collect()} == expected[1]
    assert everything.answers.count() == DOCUMENTS
    spark.catalog.clearCache()


def test_a_killed_executor_loses_and_doubles_nothing(spark, corpus, expected):
    """An executor is killed while it works; its task is done again."""
    watcher = subprocess.Popen([sys.executable, "-c", KILL], stdout=subprocess.PIPE, text=True)
    facts = sorted(key(row.asDict()) for row in zhibiao.spark.extract(spark.read.parquet(corpus)).collect())
    killed, _ = watcher.communicate(timeout=60)
    assert killed.strip().isdigit(), "no executor was killed while it worked"
    assert facts == expected[0]


# Waits for a program that works for an executor, then kills that executor.
KILL = """
import os, signal, time
def parent(pid):
    with open(f"/proc/{pid}/stat") as f:
        return int(f.read().rpartition(")")[2].split()[1])
def command(pid):
    with open(f"/proc/{pid}/cmdline", "rb") as f:
        return f.read()
end = time.time() + 50
while time.time() < end:
    for pid in filter(str.isdigit, os.listdir("/proc")):
        if int(pid) == os.getpid():  # its own command line holds this text
            continue
        try:
            if b"--stream" not in command(pid):
                continue
            up = int(pid)
            while up > 1 and b"CoarseGrainedExecutorBackend" not in command(up):
                up = parent(up)
        except (FileNotFoundError, ProcessLookupError):
            continue
        if up > 1:
            time.sleep(0.3)
            os.kill(up, signal.SIGKILL)
            print(up)
            raise SystemExit
    time.sleep(0.05)
"""


def test_executors_run_what_was_shipped(spark):
    def where(_):
        yield zhibiao.__file__

    [path] = spark.sparkContext.parallelize([0], 1).mapPartitions(where).collect()
    assert "zhibiao-package.zip" in path


def test_columns_that_are_not_there(spark, corpus):
    with pytest.raises(ValueError, match="no column body"):
        zhibiao.spark.extract(spark.read.parquet(corpus), text="body")
    with pytest.raises(TypeError, match="colour"):
        zhibiao.spark.extract(spark.read.parquet(corpus), colour="year")


def test_the_next_query_starts_no_program(spark, corpus):
    """The Python workers keep their process: one that is started for every query is left behind by it."""
    few = spark.read.parquet(corpus).limit(40)

    def programs() -> set[str]:
        found = set()
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as f:
                    found |= {pid} if b"--stream\0--jobs" in f.read() else set()
            except OSError:  # it has ended
                pass
        return found

    for _ in range(2):  # both executors have theirs
        zhibiao.spark.extract(few.repartition(4)).count()
    before = programs()
    for _ in range(3):
        zhibiao.spark.extract(few.repartition(4)).count()
    assert programs() == before != set()
