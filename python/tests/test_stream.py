import time

import pytest

import zhibiao


def test_an_answer_for_every_document_in_order(texts):
    with zhibiao.Stream(jobs=2) as stream:
        answers = list(stream.map(texts))
    assert [a.source for a in answers] == [t["source"] for t in texts]
    assert all(len(a.facts) == 4 and a.error is None for a in answers)


def test_a_document_that_fails_is_answered(texts):
    documents = [texts[0], {"source": "bad", "text": ""}, {"source": "none"}, texts[1]]
    with zhibiao.Stream() as stream:
        answers = list(stream.map(documents))
    assert [a.error is None for a in answers] == [True, False, False, True]
    assert answers[1].error.reason and answers[1].source == "bad"


def test_a_stream_is_used_again(texts):
    with zhibiao.Stream() as stream:
        assert len(list(stream.map(texts[:2]))) == 2
        assert len(list(stream.map(texts[2:5]))) == 3
        assert list(stream.map([])) == []


def test_blocks_hold_the_facts(texts):
    """Also of a text that JSON would not carry as it is, and of none."""
    from zhibiao import spark
    from zhibiao._stream import PackedStream

    odd = {"source": "odd", "text": "政府工作报告\n全县造林\"500\"亩，\\新增养老床位200张。\r\n\U00020bb7\n" + texts[0]["text"]}
    documents = [*texts, odd, {"source": "bad", "text": ""}]
    with zhibiao.Stream() as stream:
        answers = list(stream.map(documents))
    with PackedStream() as stream:
        heads = [({"source": d["source"]}, d["text"].encode()) for d in documents]
        blocks = [(closing, spark._read(sum(c["facts"] for c in closing), block)) for closing, block in stream.blocks(heads)]
    for _, block in blocks:
        block.validate(full=True)
    got = [{k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items()} for _, block in blocks for row in block.to_pylist()]
    assert got == [fact for answer in answers for fact in answer.facts]
    assert [c["source"] for closing, _ in blocks for c in closing] == [d["source"] for d in documents]
    assert blocks[-1][0][-1]["error"]


def test_a_text_that_is_not_utf8_is_read(texts):
    """A column of bytes may hold what is cut within a character."""
    from zhibiao._stream import PackedStream

    with PackedStream() as stream:
        [(closing, _)] = stream.blocks([({"source": 1}, texts[0]["text"].encode() + b"\xe5\xa2")])
    assert closing[0]["facts"] == 4 and closing[0]["error"] is None


def test_tasks_in_one_worker(texts):
    """Two at once, one that is stopped, one whose process was killed while it waited."""
    import pyarrow
    from zhibiao import spark

    batch = pyarrow.RecordBatch.from_pylist([{**text, "source": i} for i, text in enumerate(texts)])

    def facts(*blocks):
        return [fact for block in blocks for fact in block.to_pylist()]

    want = facts(*spark._facts(None, iter([batch])))
    two = [spark._facts(None, iter([batch])) for _ in range(2)]
    firsts = [next(task) for task in two]
    assert [facts(first, *task) for first, task in zip(firsts, two)] == [want, want]
    stopped = spark._facts(None, iter([batch] * 30))
    next(stopped)
    stopped.close()
    assert not spark._idle
    assert facts(*spark._facts(None, iter([batch]))) == want
    [waiting] = spark._idle.values()
    waiting._process.kill()
    waiting._process.wait()
    assert facts(*spark._facts(None, iter([batch]))) == want
    spark._idle.popitem()[1].close()
    answers = [row["answer"] for part in spark._both(None, iter([batch])) for row in part.to_pylist() if row["answer"]]
    assert [a["source"] for a in answers] == [str(i) for i in range(len(texts))]
    spark._idle.popitem()[1].close()


def test_an_error_of_the_documents_comes_out(texts):
    def documents():
        yield texts[0]
        raise RuntimeError("the source is gone")

    got = []
    with zhibiao.Stream() as stream:
        with pytest.raises(RuntimeError, match="the source is gone"):
            for answer in stream.map(documents()):
                got.append(answer)
    assert len(got) == 1


def test_a_program_that_ends_is_an_error(texts):
    with zhibiao.Stream(lexicon="no/such/folder") as stream:
        with pytest.raises(zhibiao.Error) as caught:
            list(stream.map(texts))
    assert "no/such/folder" in str(caught.value)


def test_few_documents_are_read_ahead(texts):
    """Back-pressure: a slow reader holds the documents back."""
    read = 0

    def documents():
        nonlocal read
        for text in texts * 50:
            read += 1
            yield {**text, "text": text["text"] * 30}

    with zhibiao.Stream() as stream:
        answers = stream.map(documents())
        next(answers)
        time.sleep(1)
        assert read < 60
