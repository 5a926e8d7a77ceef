package read

import (
	"cmp"
	"slices"
)

// flip exchanges the axes of a rule.
func (r pdfRule) flip() pdfRule { return pdfRule{r.y1, r.x1, r.y2, r.x2} }

// joinRules makes one rule of those that go on or lie upon each other.
func joinRules(rules []pdfRule) []pdfRule {
	var level, upright []pdfRule
	for _, r := range rules {
		if r.level() {
			level = append(level, r)
		} else {
			upright = append(upright, r.flip())
		}
	}
	out := joinLevel(level)
	for _, r := range joinLevel(upright) {
		out = append(out, r.flip())
	}
	return out
}

// joinLevel does it for level rules: those at nearly one height stand at the
// height of the first.
func joinLevel(rules []pdfRule) (out []pdfRule) {
	slices.SortFunc(rules, func(a, b pdfRule) int { return cmp.Compare(a.y1, b.y1) })
	for from := 0; from < len(rules); {
		to := from + 1
		for to < len(rules) && rules[to].y1-rules[from].y1 < sameLine {
			to++
		}
		line := rules[from:to]
		slices.SortFunc(line, func(a, b pdfRule) int { return cmp.Compare(a.x1, b.x1) })
		y := line[0].y1
		for i, r := range line {
			r.y1, r.y2 = y, y
			if n := len(out); i > 0 && r.x1-out[n-1].x2 < sameLine {
				out[n-1].x2 = max(out[n-1].x2, r.x2)
				continue
			}
			out = append(out, r)
		}
		from = to
	}
	return out
}

// touching groups rules that touch each other.
func touching(rules []pdfRule) (groups [][]pdfRule) {
	root := make([]int, len(rules))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for i := range rules {
		for k := range i {
			a, b := &rules[i], &rules[k]
			if a.x1-b.x2 < sameLine && b.x1-a.x2 < sameLine && a.y1-b.y2 < sameLine && b.y1-a.y2 < sameLine {
				root[find(i)] = find(k)
			}
		}
	}
	number := map[int]int{}
	for i := range rules {
		k, ok := number[find(i)]
		if !ok {
			k = len(groups)
			number[find(i)] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], rules[i])
	}
	return groups
}
