"""Trains the confidence model and says how well it holds on reports left out.

usage: train.py CASES.jsonl ASIDE.txt MODEL.json DOC.md

CASES is what `confidence cases` writes. ASIDE names the reports that nobody
worked on; the rest were read while the rules were made, so what is measured on
them flatters. Every figure is of reports that the trees and the curve had not
seen: trees are trained with whole reports left out, and the curve that turns
their odds into probabilities is fitted without the report that is measured.
"""

import json
import sys

import lightgbm
import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score

TREES, LEAVES, FOLDS = 80, 10, 9
CURVE_WEIGHT = 20.0  # of the reports that nobody worked on: new ones are like them, and the others have become too good
LEAST = 30  # a feature that fewer facts have is left out
CAP = 0.995

PARAMETERS = {
    "objective": "binary",
    "num_leaves": LEAVES,
    "learning_rate": 0.1,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
}


def main() -> None:
    cases_path, aside_path, model_path, doc_path = sys.argv[1:]
    with open(cases_path, encoding="utf-8") as f:
        cases = [json.loads(line) for line in f]
    with open(aside_path, encoding="utf-8") as f:
        aside = {line.strip() for line in f if line.strip() and not line.startswith("#")}
    names = feature_names(cases)
    x = matrix(cases, names)
    y = numpy.array([c["right"] for c in cases], dtype=int)
    report = numpy.array([c["report"] for c in cases])
    unseen = numpy.isin(report, sorted(aside))
    weight = numpy.where(unseen, CURVE_WEIGHT, 1.0)

    odds = left_out(x, y, report)
    said = cross_calibrated(odds, y, report, weight)
    model = train(x, y)
    points = curve(odds, y, weight)
    with open(model_path, "w", encoding="utf-8") as f:
        json.dump(exported(model, names, points), f, ensure_ascii=False, separators=(",", ":"))
        f.write("\n")
    write_table(doc_path, [("reports that nobody worked on", unseen), ("the other reports", ~unseen), ("all", unseen | ~unseen)], said, odds, y)
    print("The most confident wrong facts of the other reports (those that nobody worked on stay shut):")
    worst = sorted((i for i in range(len(cases)) if not unseen[i] and not y[i]), key=lambda i: -said[i])[:20]
    for i in worst:
        c = cases[i]
        print(f"{said[i]:.3f}\t{c['report']}\t{c.get('what', '')}\t{c['subject']}\t{c.get('gold', '')}")


def feature_names(cases: list[dict]) -> list[str]:
    count: dict[str, int] = {}
    for c in cases:
        for name, value in c["features"].items():
            if value:
                count[name] = count.get(name, 0) + 1
    return sorted(name for name, n in count.items() if n >= LEAST)


def matrix(cases: list[dict], names: list[str]) -> numpy.ndarray:
    column = {name: i for i, name in enumerate(names)}
    x = numpy.zeros((len(cases), len(names)))
    for row, c in enumerate(cases):
        for name, value in c["features"].items():
            if name in column:
                x[row, column[name]] = value
    return x


def train(x: numpy.ndarray, y: numpy.ndarray) -> lightgbm.Booster:
    data = lightgbm.Dataset(x, y, params={"feature_pre_filter": False})
    return lightgbm.train({**PARAMETERS, "zero_as_missing": False, "use_missing": False}, data, TREES)


def left_out(x, y, report) -> numpy.ndarray:
    """The odds of each fact from trees that have not seen its report."""
    odds = numpy.zeros(len(y))
    reports = sorted(set(report))
    for fold in range(FOLDS):
        test = numpy.isin(report, reports[fold::FOLDS])
        odds[test] = train(x[~test], y[~test]).predict(x[test], raw_score=True)
    return odds


def curve(odds, y, weight) -> list[list[float]]:
    """Probabilities at forty steps of the odds, by a logistic line: it rises everywhere, so the order of the facts stays."""
    line = LogisticRegression(C=1e6).fit(odds.reshape(-1, 1), y, weight)
    steps = numpy.linspace(odds.min(), odds.max(), 40)
    said = numpy.minimum(line.predict_proba(steps.reshape(-1, 1))[:, 1], CAP)
    return [[round(float(o), 4), round(float(p), 4)] for o, p in zip(steps, said)]


def read_curve(points, odds) -> numpy.ndarray:
    return numpy.interp(odds, [p[0] for p in points], [p[1] for p in points])


def cross_calibrated(odds, y, report, weight) -> numpy.ndarray:
    """What the model says of each fact, by a curve that has not seen its report."""
    said = numpy.zeros(len(y))
    for name in set(report):
        test = report == name
        said[test] = read_curve(curve(odds[~test], y[~test], weight[~test]), odds[test])
    return said


def exported(model: lightgbm.Booster, names: list[str], points) -> dict:
    trees = []
    for info in model.dump_model()["tree_info"]:
        f, v, left = [], [], []

        def place(node: dict) -> None:
            """Nodes breadth first, so that both children stand side by side."""
            queue = [node]
            f.append(None), v.append(None), left.append(None)
            at = {id(node): 0}
            while queue:
                n = queue.pop(0)
                i = at[id(n)]
                if "leaf_value" in n:
                    f[i], v[i], left[i] = -1, round(n["leaf_value"], 5), 0
                    continue
                f[i], v[i], left[i] = n["split_feature"], float(f"{n['threshold']:.6g}"), len(f)
                for child in (n["left_child"], n["right_child"]):
                    at[id(child)] = len(f)
                    f.append(None), v.append(None), left.append(None)
                    queue.append(child)

        place(info["tree_structure"])
        trees.append({"f": f, "v": v, "l": left})
    return {"features": names, "base": 0, "trees": trees, "curve": points}


def write_table(path: str, parts, said, odds, y) -> None:
    """The figures, into the page. AUC is of the odds: one curve for all keeps their order, those of the reports left out do not."""
    lines = ["| reports | facts | right | AUC | Brier | 0.9 and more: share | right |", "|---|---:|---:|---:|---:|---:|---:|"]
    for name, part in parts:
        s, r = said[part], y[part]
        sure = s >= 0.9
        lines.append(f"| {name} | {len(r)} | {r.mean():.3f} | {roc_auc_score(r, odds[part]):.3f} | {brier_score_loss(r, s):.3f} | {sure.mean():.2f} | {r[sure].mean():.3f} |")
    lines += ["", "| confidence | facts | said | right | facts, nobody worked on | said | right |", "|---|---:|---:|---:|---:|---:|---:|"]
    for low, high in ((0.98, 1.01), (0.95, 0.98), (0.9, 0.95), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.0, 0.5)):
        cells = []
        for part in (parts[2][1], parts[0][1]):
            b = part & (said >= low) & (said < high)
            cells.append(f"{b.sum()} | {said[b].mean():.3f} | {y[b].mean():.3f}" if b.any() else "0 | | ")
        lines.append(f"| {low:.2f} to {min(high, 1):.2f} | " + " | ".join(cells) + " |")
    text = "\n".join(lines) + "\n"
    with open(path, encoding="utf-8") as f:
        page = f.read()
    head, _, rest = page.partition("<!-- measured -->\n")
    _, _, tail = rest.partition("<!-- /measured -->\n")
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"{head}<!-- measured -->\n{text}<!-- /measured -->\n{tail}")
    print(text)


if __name__ == "__main__":
    main()
