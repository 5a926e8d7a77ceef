"""What a cluster run costs: documents a second and core, Spark against the plain program.

usage: bench_cluster.py FOLDER [DOCUMENTS...]

FOLDER holds reports as .txt or .md, which are taken in turn until there are
DOCUMENTS of them (1,152, then 5,040), each with its number behind it: Parquet
would keep equal texts once. Spark's start, the shipping and two runs that warm
Java are not counted. Both read the same texts on two cores, in turn, five
times. What they take for a single document (the plain program's dictionary,
Spark's query) is told apart: it does not grow with the corpus. The plain program
reads JSON lines and writes them, as a user has it; packed is the same program
with neither, as Spark has it, so that no gain of the one hides a loss of the other.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pyarrow
import pyarrow.parquet

import zhibiao.spark
from zhibiao import _program

CORES = 2
ROUNDS = 5


def main() -> None:
    folder, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [1152, 5040]
    texts = [p.read_text("utf-8", "replace") for p in sorted(folder.rglob("*")) if p.suffix in (".txt", ".md")]
    with tempfile.TemporaryDirectory() as scratch:
        spark = session()
        single = Corpus(spark, Path(scratch, "single"), texts, 1)
        for size in sizes:
            measure(single, Corpus(spark, Path(scratch, str(size)), texts, size))
        spark.stop()


class Corpus:
    """The same texts as JSON lines and packed for the program, and as Parquet for
    Spark. They are shuffled, so that its tasks have equally much to do."""

    def __init__(self, spark, folder: Path, texts: list[str], size: int) -> None:
        folder.mkdir()
        self.size = size
        self.lines = folder / "texts.jsonl"
        self.packed = folder / "texts.packed"
        rows = [{"source": str(i), "text": f"{texts[i % len(texts)]}\n\n{i}\n"} for i in range(size)]
        random.Random(size).shuffle(rows)
        with self.lines.open("w", encoding="utf-8") as lines, self.packed.open("wb") as packed:
            for row in rows:
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
                text = row["text"].encode()
                packed.write(json.dumps({"source": row["source"], "bytes": len(text)}).encode() + b"\n" + text)
        files = min(size, 8)
        for n in range(files):
            pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows[n::files]), folder / f"{n}.parquet")
        self.frame = spark.read.parquet(*(str(folder / f"{n}.parquet") for n in range(files)))

    def run(self) -> None:
        self._stream(self.lines)

    def run_packed(self) -> None:
        self._stream(self.packed, "--packed")

    def _stream(self, texts: Path, *flags: str) -> None:
        with texts.open("rb") as f:
            done = subprocess.run([_program.path(), "extract", "--stream", "--jobs", str(CORES), *flags], stdin=f, stdout=subprocess.DEVNULL, check=False)
        assert done.returncode in (0, 3), done  # 3: one of the texts is no report

    def query(self) -> None:
        zhibiao.spark.extract(self.frame).write.format("noop").mode("overwrite").save()


class Spent(NamedTuple):
    """Seconds on the clock, and of the processors by the name of what used them."""

    clock: float
    by: Counter[str]

    @property
    def used(self) -> float:
        return sum(self.by.values())


class Pair(NamedTuple):
    """What a single document took, and all of them."""

    single: Spent
    whole: Spent

    def more(self, what: str) -> float:
        return getattr(self.whole, what) - getattr(self.single, what)


def measure(single: Corpus, corpus: Corpus) -> None:
    print(f"{corpus.size} documents, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    corpus.query()
    corpus.query()
    pairs: dict[str, list[Pair]] = {"plain": [], "packed": [], "spark": []}
    for _ in range(ROUNDS):
        for name, work in (("plain", Corpus.run), ("packed", Corpus.run_packed), ("spark", Corpus.query)):
            pairs[name].append(Pair(timed(work, single), timed(work, corpus)))
    for name, taken in pairs.items():
        clock, used, start = (statistics.median(values) for values in zip(*((p.whole.clock, p.whole.used, p.single.used) for p in taken)))
        print(
            f"  {name}: {clock:.1f} s on the clock, {used:.1f} s of the processors, {start:.2f} s of them for a single document;"
            f" {corpus.size / clock / CORES:.1f} documents a second and core, {corpus.size / used:.1f} a second of processor time"
        )
    spark = pairs.pop("spark")
    print("  spark:", ", ".join(f"{name} {statistics.median(p.whole.by[name] for p in spark):.2f} s" for name in sorted(spark[0].whole.by)))
    for name, plain in pairs.items():
        for what, unit in (("clock", "clock"), ("used", "processors")):
            grows = [s.more(what) / p.more(what) for s, p in zip(spark, plain)]
            whole = [getattr(s.whole, what) / p.more(what) for s, p in zip(spark, plain)]
            print(f"  spark / {name}, {unit}: {spread(grows)} for what grows; {spread(whole)} with Spark's query, without the program's start", flush=True)


def spread(ratios: list[float]) -> str:
    """The median of the pairs' ratios and their range, with the documents lost of a hundred."""
    middle = statistics.median(ratios)
    return f"{middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f}; loss {100 * (1 - 1 / middle):.0f}%)"


def timed(work, corpus: Corpus) -> Spent:
    """What work on a corpus took on the clock and of the processors, in this process and all below it."""
    start, before = time.perf_counter(), processor_time()
    work(corpus)
    after = processor_time()
    by: Counter[str] = Counter()
    for pid, (name, used) in after.items():
        by[name] += max(0, used - before.get(pid, (name, 0))[1])
    return Spent(time.perf_counter() - start, by)


def processor_time() -> dict[int, tuple[str, float]]:
    """Name and seconds of this process and each below it, with its ended children. Linux only: nothing elsewhere."""
    own, parents = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            head, _, tail = stat.read_text().rpartition(")")
        except OSError:  # it has just ended
            continue
        fields, pid = tail.split(), int(stat.parent.name)
        parents[pid] = int(fields[1])
        own[pid] = head.partition("(")[2], sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def below(pid: int) -> bool:
        while pid > 1:
            if pid == os.getpid():
                return True
            pid = parents.get(pid, 0)
        return False

    return {pid: named for pid, named in own.items() if below(pid)}


def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    spark = (
        SparkSession.builder.master(f"local-cluster[{CORES},1,2048]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    zhibiao.spark.ship(spark)
    return spark


if __name__ == "__main__":
    main()
