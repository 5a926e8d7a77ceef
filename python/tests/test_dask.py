"""docs/cluster.md's function over the partitions of a Dask frame."""

import pytest

import zhibiao

dask_dataframe = pytest.importorskip("dask.dataframe")


def facts(part):
    import pandas

    with zhibiao.Stream() as stream:
        return pandas.DataFrame(fact for answer in stream.map(part.to_dict("records")) for fact in answer.facts)


def test_partitions_give_the_facts_of_one_process(texts):
    import pandas

    frame = pandas.DataFrame(texts)
    want = facts(frame)
    got = dask_dataframe.from_pandas(frame, npartitions=4).map_partitions(facts, meta=want.head(0)).compute(scheduler="threads")
    assert len(got) == len(want) > 100
    key = ["doc_id", "fact_id"]
    pandas.testing.assert_frame_equal(got.sort_values(key, ignore_index=True), want.sort_values(key, ignore_index=True), check_dtype=False)
