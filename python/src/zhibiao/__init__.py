"""zhibiao (指标): the figures of Chinese government work reports.

>>> import zhibiao
>>> data = zhibiao.extract("reports/", "out")
>>> data.facts            # pandas, polars or pyarrow, whichever is there
>>> data.panel()          # goals beside results over years
>>> zhibiao.explain("全年一般公共预算收入279.42亿元，同比增长0.34%")
"""

from importlib.metadata import PackageNotFoundError, version

from ._dataset import Dataset, extract, read
from ._error import Error, RejectedError
from ._explain import explain
from ._show import Explanation, Page
from ._stream import Answer, Stream

try:
    __version__ = version("zhibiao")
except PackageNotFoundError:  # read from a zip file, as on a cluster
    __version__ = "unknown"

__all__ = ["Answer", "Dataset", "Error", "Explanation", "Page", "RejectedError", "Stream", "__version__", "explain", "extract", "read"]
