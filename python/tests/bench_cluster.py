"""What a cluster run costs: documents a second and core, Spark against the plain program.

usage: bench_cluster.py FOLDER [COPIES]

FOLDER holds reports as .txt or .md; each is taken COPIES times. Spark's start,
the shipping and two runs that warm Java are not counted. Both read the same
texts on two cores, in turn, five times; what they take for a single document
(the plain program's dictionary, Spark's query) is taken off and told apart: it
does not grow with the corpus.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import pyarrow
import pyarrow.parquet

import zhibiao.spark
from zhibiao import _program

CORES = 2


def main() -> None:
    folder, copies = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    texts = [p.read_text("utf-8", "replace") for p in sorted(folder.rglob("*")) if p.suffix in (".txt", ".md")]
    rows = [(f"{copy}-{i}", text) for copy in range(copies) for i, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as scratch:
        lines = Path(scratch, "texts.jsonl")
        lines.write_text("".join(json.dumps({"source": s, "text": t}, ensure_ascii=False) + "\n" for s, t in rows), "utf-8")
        spark = session()
        parts = {Path(scratch, "single"): [rows[:1]], Path(scratch, "texts"): [rows[n::8] for n in range(8)]}
        for path, files in parts.items():
            path.mkdir()
            for n, part in enumerate(files):
                table = pyarrow.table({"source": [s for s, _ in part], "text": [t for _, t in part]})
                pyarrow.parquet.write_table(table, path / f"{n}.parquet")
        single, frame = (spark.read.parquet(str(path)) for path in parts)
        one = Path(scratch, "one.jsonl")
        one.write_text(lines.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")
        query(frame)
        query(frame)
        plain, cluster = [], []
        for _ in range(5):
            plain.append(Pair(timed(lambda: run(one)), timed(lambda: run(lines))))
            cluster.append(Pair(timed(lambda: query(single)), timed(lambda: query(frame))))
        spark.stop()
    for name, pairs in (("plain", plain), ("spark", cluster)):
        wall, cpu, start = (statistics.median(t) for t in ([p.more(0) for p in pairs], [p.more(1) for p in pairs], [p.single[1] for p in pairs]))
        print(
            f"{name}: {len(rows)} documents in {wall:.1f} s, {cpu:.1f} s of processor time beside {start:.1f} s for a single one"
            f" (medians of {len(pairs)}), {len(rows) / wall / CORES:.1f} a second and core"
        )
    for i, what in enumerate(("time", "processor time")):
        grows = statistics.median(c.more(i) / p.more(i) for c, p in zip(cluster, plain))
        whole = statistics.median(c.whole[i] / p.more(i) for c, p in zip(cluster, plain))
        print(f"spark / plain, {what}: {grows:.2f}, with the query itself {whole:.2f} (medians of the pairs)")


class Pair(NamedTuple):
    """Seconds on the clock and of the processors for a single document and for all."""

    single: tuple[float, float]
    whole: tuple[float, float]

    def more(self, i: int) -> float:
        return self.whole[i] - self.single[i]


def query(frame) -> None:
    zhibiao.spark.extract(frame).write.format("noop").mode("overwrite").save()


def run(lines: Path) -> None:
    with open(lines, "rb") as f:
        subprocess.run([_program.path(), "extract", "--stream", "--jobs", str(CORES)], stdin=f, stdout=subprocess.DEVNULL, check=False)


def timed(work) -> tuple[float, float]:
    """Seconds on the clock, and of the processors' time of this process and all below it."""
    start, before = time.perf_counter(), processor_time()
    work()
    after = processor_time()
    return time.perf_counter() - start, sum(max(0, used - before.get(pid, 0)) for pid, used in after.items())


def processor_time() -> dict[int, float]:
    """What this process and each below it has used, with its ended children. Linux only: nothing elsewhere."""
    own, parents = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        pid = int(stat.parent.name)
        parents[pid] = int(fields[1])
        own[pid] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def below(pid: int) -> bool:
        while pid > 1:
            if pid == os.getpid():
                return True
            pid = parents.get(pid, 0)
        return False

    return {pid: used for pid, used in own.items() if below(pid)}


def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    spark = (
        SparkSession.builder.master(f"local-cluster[{CORES},1,2048]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    zhibiao.spark.ship(spark)
    return spark


if __name__ == "__main__":
    main()
