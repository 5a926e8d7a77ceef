package columns

// Table is a table found: its rows, heads first. Columns is how many it has.
type Table struct {
	Rows    []Row
	Columns int
}

// Row is a line of the table. Cells[k] lists the words of the line that stand
// in column k. Left[k] tells that the head in a column before k covers it too;
// Left is nil where none does. Odd tells that a figure stands below none of
// the figures of other rows.
type Row struct {
	Line  int
	Cells [][]int
	Left  []bool
	Odd   bool
}

// Most lines that a table may have between two rows with values.
const maxGroups = 2

// Find returns the tables of lines, in order. A table has a head and at least
// two rows with values. lost are stretches of rows that look like a table's but
// have no head, or whose columns contradict each other.
func Find(lines []Line) (out []Table, lost [][]int) {
	data := make([]bool, len(lines)) // whether it can be a row with values
	for i, l := range lines {
		data[i] = IsRow(l)
	}
	for i := 0; i < len(lines); {
		if !data[i] {
			i++
			continue
		}
		rows := stretch(lines, data, i)
		end := rows[len(rows)-1] + 1
		if n := dataRows(data, rows); n < 2 {
			i = end
			continue
		}
		heads := headsAbove(lines, i, lastEnd(out))
		t, ok := Table{}, false
		if len(heads) > 0 {
			t, ok = arrange(lines, heads, rows)
		}
		if ok {
			out = append(out, t)
		} else {
			lost = append(lost, rows)
		}
		i = end
	}
	return out, lost
}

func lastEnd(ts []Table) int {
	if len(ts) == 0 {
		return 0
	}
	rows := ts[len(ts)-1].Rows
	return rows[len(rows)-1].Line + 1
}

// stretch lists the lines of a table's body that starts at line i: rows with
// values, and short lines between them. Lines without words are passed over.
func stretch(lines []Line, data []bool, i int) []int {
	rows := []int{i}
	var between []int
	for k := i + 1; k < len(lines); k++ {
		switch l := lines[k]; {
		case len(l) == 0, isPageNumber(l):
		case data[k]:
			rows = append(append(rows, between...), k)
			between = nil
		case isGroup(l) && len(between) < maxGroups:
			between = append(between, k)
		default:
			return rows
		}
	}
	return rows
}

func dataRows(data []bool, rows []int) (n int) {
	for _, k := range rows {
		if data[k] {
			n++
		}
	}
	return n
}

// headsAbove lists the lines above line i that head its columns, from the
// top; from bounds where they may start.
func headsAbove(lines []Line, i, from int) []int {
	var heads []int
	blank := 0
	wide := false // a line of two words and more is among them
	for k := i - 1; k >= from && len(heads) < 3; k-- {
		l := lines[k]
		if len(l) == 0 {
			if blank++; blank > 2 {
				break
			}
			continue
		}
		blank = 0
		if !isHead(l) || len(merge(l)) < 2 && !partOfHead(lines, l, i, heads, wide) {
			break
		}
		wide = wide || len(merge(l)) >= 2
		heads = append([]int{k}, heads...)
	}
	if !wide {
		return nil
	}
	return heads
}

// longestPart is how many characters a head has that stands on its line alone:
// what is longer is the table's title.
const longestPart = 10

// partOfHead tells that a line of one word belongs to the heads above the row i:
// it stands over figures, or over heads that are known.
func partOfHead(lines []Line, l Line, i int, heads []int, wide bool) bool {
	if len([]rune(l[0].Text)) > longestPart {
		return false
	}
	if !wide {
		return l[0].From > lines[i][0].To
	}
	return l[0].From >= lines[heads[0]][0].To
}

// merge joins the characters of words that were spread out: 指    标. In a run
// of single characters a gap wider than the others parts words.
func merge(l Line) [][]int {
	var out [][]int
	for i := 0; i < len(l); {
		end, least := run(l, i)
		out = append(out, []int{i})
		for i++; i < end; i++ {
			if n := len(out) - 1; l[i].From-l[i-1].To <= 1.5*least {
				out[n] = append(out[n], i)
				continue
			}
			out = append(out, []int{i})
		}
	}
	return out
}

// run is the end of the run of single characters that starts at word i, and
// the smallest gap in it.
func run(l Line, i int) (end int, least float64) {
	for end = i + 1; end < len(l) && spaced(l[end-1], l[end]); end++ {
		if gap := l[end].From - l[end-1].To; least == 0 || gap < least {
			least = gap
		}
	}
	return end, least
}

// spaced tells that two words may be characters of one: both are single and
// not far apart.
func spaced(a, b Word) bool {
	one := func(w Word) bool { r := []rune(w.Text); return len(r) == 1 && r[0] >= 0x4E00 && r[0] <= 0x9FFF }
	return one(a) && one(b) && b.From-a.To <= 8*(a.To-a.From)
}
