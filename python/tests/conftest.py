"""The tests run against the installed wheel, never the source folder."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def sample() -> Path:
    return ROOT / "testdata" / "reports"


@pytest.fixture(scope="session")
def data(sample, tmp_path_factory):
    import zhibiao

    return zhibiao.extract(sample, tmp_path_factory.mktemp("out"))


FILLER = "坚持稳中求进工作总基调，着力推动高质量发展，不断增进民生福祉。" * 12


@pytest.fixture(scope="session")
def texts() -> list[dict]:
    """Invented reports."""
    return [
        {
            "source": f"report-{i:05d}",
            "text": f"政府工作报告\n一、过去一年工作回顾\n全县新建农村公路{i + 1}公里，完成投资{i + 3}.5亿元，同比增长{i % 9 + 1}.{i % 10}%。\n{FILLER}\n二、今年工作安排\n新增养老床位{i + 100}张。\n",
        }
        for i in range(60)
    ]
