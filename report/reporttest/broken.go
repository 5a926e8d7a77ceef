package reporttest

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Break is one way in which a table may be damaged, or changed by who edits it.
type Break struct {
	Name string
	// Do changes a copy of a table; it is false where the table has nothing
	// of the kind.
	Do func(r *rand.Rand, t *RandomTable) bool
	// Ragged tells that rows may no longer be as long as the head: only
	// formats that write a row's cells one behind the other show it.
	Ragged bool
}

// Breaks are what is done to the cells and the rows of a table.
var Breaks = []Break{
	{"a cell lost", loseCell, true},
	{"a cell emptied", emptyCell, false},
	{"a row's end lost", loseEnd, true},
	{"a cell put in", putCell, true},
	{"two cells joined", joinCells, true},
	{"two rows joined", joinRows, true},
	{"a row broken", breakRow, true},
	{"a head lost", loseHead, true},
	{"a head emptied", emptyHead, false},
	{"a row of heads lost", loseHeads, false},
	{"a row twice", repeatRow, false},
	{"a row moved", moveRow, false},
	{"two columns swapped", swapColumns, false},
	{"a unit emptied", emptyUnit, false},
	{"a percent sign lost", losePercent, false},
	{"a column emptied", emptyColumn, false},
}

// Broken is a damaged copy of the table; ok is false where the break does not
// apply to it.
func (t *RandomTable) Broken(b *Break, seed, n uint64) (out RandomTable, ok bool) {
	out = *t
	out.Rows = nil
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, slices.Clone(r))
	}
	return out, b.Do(rand.New(rand.NewPCG(seed, n)), &out)
}

// heads is how many rows head the columns.
func (t *RandomTable) heads() int {
	if slices.Contains(t.Rows[0], "<") {
		return 2
	}
	return 1
}

// body is a random row below the heads.
func (t *RandomTable) body(r *rand.Rand) int {
	return t.heads() + r.IntN(len(t.Rows)-t.heads())
}

func loseCell(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	k := r.IntN(len(t.Rows[i]))
	t.Rows[i] = slices.Delete(t.Rows[i], k, k+1)
	return true
}

func emptyCell(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	t.Rows[i][r.IntN(len(t.Rows[i]))] = ""
	return true
}

func loseEnd(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	t.Rows[i] = t.Rows[i][:1+r.IntN(len(t.Rows[i])-1)]
	return true
}

func putCell(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	t.Rows[i] = slices.Insert(t.Rows[i], r.IntN(len(t.Rows[i])+1), "")
	return true
}

func joinCells(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	k := 1 + r.IntN(len(t.Rows[i])-1)
	a, b := t.Rows[i][k-1], t.Rows[i][k]
	if a == "" || b == "" {
		return false
	}
	t.Rows[i][k-1] = a + b
	t.Rows[i] = slices.Delete(t.Rows[i], k, k+1)
	return true
}

func joinRows(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	if i+1 == len(t.Rows) {
		return false
	}
	t.Rows[i] = slices.Concat(t.Rows[i], t.Rows[i+1])
	t.Rows = slices.Delete(t.Rows, i+1, i+2)
	return true
}

func breakRow(r *rand.Rand, t *RandomTable) bool {
	i := t.body(r)
	k := 1 + r.IntN(len(t.Rows[i])-1)
	t.Rows = slices.Insert(t.Rows, i+1, slices.Clone(t.Rows[i][k:]))
	t.Rows[i] = t.Rows[i][:k]
	return true
}

func loseHead(r *rand.Rand, t *RandomTable) bool {
	if t.heads() > 1 {
		return false // cells that cover others are not taken apart
	}
	k := r.IntN(len(t.Rows[0]))
	t.Rows[0] = slices.Delete(t.Rows[0], k, k+1)
	return true
}

func emptyHead(r *rand.Rand, t *RandomTable) bool {
	row := t.Rows[r.IntN(t.heads())]
	k := r.IntN(len(row))
	if covered(row[k]) {
		return false
	}
	row[k] = ""
	return true
}

func loseHeads(r *rand.Rand, t *RandomTable) bool {
	i := r.IntN(t.heads())
	t.Rows = slices.Delete(t.Rows, i, i+1)
	for k, c := range t.Rows[0] {
		if covered(c) {
			t.Rows[0][k] = ""
		}
	}
	return true
}

func repeatRow(r *rand.Rand, t *RandomTable) bool {
	i, to := t.body(r), t.body(r)
	t.Rows = slices.Insert(t.Rows, to, slices.Clone(t.Rows[i]))
	return true
}

func moveRow(r *rand.Rand, t *RandomTable) bool {
	for _, row := range t.Rows {
		if strings.HasPrefix(row[0], " ") || len(row) > 2 && row[1] == "" && row[2] == "" {
			return false // the rows stand in an order that says something
		}
	}
	i, to := t.body(r), t.body(r)
	row := t.Rows[i]
	t.Rows = slices.Insert(slices.Delete(t.Rows, i, i+1), to, row)
	return true
}

func swapColumns(r *rand.Rand, t *RandomTable) bool {
	if t.heads() > 1 {
		return false
	}
	a, b := r.IntN(len(t.Rows[0])), r.IntN(len(t.Rows[0]))
	for _, row := range t.Rows {
		row[a], row[b] = row[b], row[a]
	}
	return a != b
}

func emptyUnit(r *rand.Rand, t *RandomTable) bool {
	k := slices.Index(t.Rows[0], "单位")
	if k < 0 {
		return false
	}
	t.Rows[t.body(r)][k] = ""
	return true
}

func losePercent(_ *rand.Rand, t *RandomTable) bool {
	found := false
	for _, row := range t.Rows[:t.heads()] {
		for k, c := range row {
			row[k] = strings.NewReplacer("（%）", "", "%", "").Replace(c)
			found = found || row[k] != c
		}
	}
	return found
}

func emptyColumn(r *rand.Rand, t *RandomTable) bool {
	k := r.IntN(len(t.Rows[0]))
	for _, row := range t.Rows {
		if covered(row[k]) || t.heads() > 1 {
			return false
		}
		row[k] = ""
	}
	return true
}

// TextBreaks are what is done to the characters of a table as text.
var TextBreaks = []struct {
	Name string
	Do   func(r *rand.Rand, s string) string
}{
	{"a gap lost", func(r *rand.Rand, s string) string { return atGap(r, s, func(string) string { return "" }) }},
	{"a gap doubled", func(r *rand.Rand, s string) string { return atGap(r, s, func(g string) string { return g + g }) }},
	{"a gap is a break", func(r *rand.Rand, s string) string { return atGap(r, s, func(string) string { return "\n" }) }},
	{"a gap is a space", func(r *rand.Rand, s string) string { return atGap(r, s, func(string) string { return " " }) }},
	{"a word lost", loseWord},
	{"a word moved", moveWord},
	{"a break lost", loseBreak},
	{"lines trimmed", trimLines},
	{"lines trimmed and a word lost", func(r *rand.Rand, s string) string { return loseWord(r, trimLines(r, s)) }},
}

// gaps are the stretches that part words: tabs, and spaces in a row.
func gaps(s string) (out [][2]int) {
	for i := 0; i < len(s); i++ {
		k := i
		for k < len(s) && (s[k] == ' ' || s[k] == '\t' || s[k] == '|') {
			k++
		}
		if k-i >= 2 || k > i && s[i] == '\t' {
			out = append(out, [2]int{i, k})
		}
		i = max(i, k)
	}
	return out
}

func atGap(r *rand.Rand, s string, change func(string) string) string {
	all := gaps(s)
	if len(all) == 0 {
		return s
	}
	g := all[r.IntN(len(all))]
	return s[:g[0]] + change(s[g[0]:g[1]]) + s[g[1]:]
}

// loseWord takes a word out with the gap behind it.
func loseWord(r *rand.Rand, s string) string {
	all := gaps(s)
	if len(all) < 2 {
		return s
	}
	k := r.IntN(len(all) - 1)
	from, to := all[k][1], all[k+1][1]
	if strings.Contains(s[from:to], "\n") {
		from = from + strings.LastIndexByte(s[from:to], '\n') + 1
	}
	return s[:from] + s[to:]
}

// moveWord moves the rest of a line by some spaces.
func moveWord(r *rand.Rand, s string) string {
	return atGap(r, s, func(g string) string {
		if strings.Contains(g, "\t") || len(g) < 4 {
			return g
		}
		return strings.Repeat(" ", 2+r.IntN(2*len(g)))
	})
}

func loseBreak(r *rand.Rand, s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if len(lines) < 3 {
		return s
	}
	k := 1 + r.IntN(len(lines)-2)
	return strings.Join(lines[:k], "\n") + "\n" + lines[k] + strings.Join(lines[k+1:], "\n") + "\n"
}

func trimLines(_ *rand.Rand, s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return strings.Join(lines, "\n")
}
