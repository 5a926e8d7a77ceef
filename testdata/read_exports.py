"""Reads what panel and export write with the libraries that people use; the
test gives a folder with panel.xlsx, facts.xlsx, facts.csv and facts.do."""
import csv
import re
import sys

import openpyxl
import pandas

folder = sys.argv[1]

book = openpyxl.load_workbook(f"{folder}/panel.xlsx")
assert book.sheetnames == ["面板", "说明", "来源", "待核查"], book.sheetnames
panel = book["面板"]
head = [c.value for c in panel[1]]
rows = [dict(zip(head, (c.value for c in r))) for r in panel.iter_rows(min_row=2)]
assert panel.freeze_panes == "A2" and panel.auto_filter.ref.startswith("$A$1:"), "head or filters"
gdp = [r for r in rows if r["地区"] == "青芦区" and r["指标编号"] == "gdp" and r["年份"] == 2022]
growth = next(r for r in gdp if r["度量"] == "增速")
assert (growth["目标值"], growth["目标值界限"], growth["实际值"], growth["完成"]) == (7, "约", 3.2, "未完成"), growth
level = next(r for r in gdp if r["度量"] == "水平")
assert (level["实际值"], level["单位"]) == (691.5, "亿元"), level
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", f"{sheet.title}!{cell.coordinate} is a formula"
link = panel.cell(2, head.index("来源") + 1).hyperlink
assert link.location == "来源!A2", link
assert panel.column_dimensions["D"].width > 12, "widths are not fitted"

# Readers that take rows as they come trust the range that a sheet says it has.
for name, count in (("panel.xlsx", len(rows)), ("facts.xlsx", None)):
    sheet = openpyxl.load_workbook(f"{folder}/{name}", read_only=True).worksheets[0]
    streamed = sum(1 for _ in sheet.iter_rows(min_row=2))
    assert streamed == (count or len(pandas.read_excel(f"{folder}/{name}"))), (name, streamed)

frame = pandas.read_excel(f"{folder}/panel.xlsx", sheet_name="面板")
assert len(frame) == len(rows) and frame["年份"].dtype.kind == "i"

facts = pandas.read_csv(f"{folder}/facts.csv")
assert facts.columns[0] == "fact_id" and facts["value"].dtype.kind == "f"
assert len(pandas.read_excel(f"{folder}/facts.xlsx")) == len(facts)

# The commands for Stata name as many columns as there are, and say of every
# one whether it is text or a number, as its values are.
do = open(f"{folder}/facts.do", encoding="utf-8").read()
names = re.search(r"import delimited (.*?) ///", do).group(1).split()
with open(f"{folder}/facts.csv", encoding="utf-8-sig", newline="") as f:
    table = list(csv.reader(f))
assert names == table[0], names
texts = [int(n) for n in re.search(r"stringcols\((.*?)\)", do).group(1).split()]
numbers = [int(n) for n in re.search(r"numericcols\((.*?)\)", do).group(1).split()]
assert sorted(texts + numbers) == list(range(1, len(names) + 1))
for n in numbers:
    for line in table[1:]:
        if line[n - 1]:
            float(line[n - 1])
assert not any("\n" in cell for line in table for cell in line)
print("ok")
