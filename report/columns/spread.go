package columns

// spread widens heads that stand over several columns with heads of their own
// below: years, and names over the same heads again and again. It fails where it
// is not known which year a column is of.
func spread(lines []Line, upper, lower *Row) bool {
	var under, over []int // columns with a head below, and those of them with one above
	years, all := 0, true
	for k := 1; k < len(lower.Cells); k++ {
		if len(lower.Cells[k]) == 0 {
			continue
		}
		if n := len(under); n > 0 && under[n-1] != k-1 {
			all = false
		}
		under = append(under, k)
		if len(upper.Cells[k]) > 0 {
			over = append(over, k)
			if isYear(textOf(lines, upper, k)) {
				years++
			}
		}
	}
	if len(over) == 0 || len(over) == len(under) {
		return true
	}
	even := all && len(under)%len(over) == 0
	if years == len(over) {
		if !even {
			return trailing(lines, upper, lower, under)
		}
	} else if !even || len(over) < 2 || !periodic(lines, lower, under, len(under)/len(over)) {
		return true
	}
	width := len(under) / len(over)
	cells := make([][]int, len(over))
	for i, k := range over {
		if k < under[i*width] || k > under[(i+1)*width-1] {
			return years < len(over) // it stands over another's columns
		}
		cells[i] = upper.Cells[k]
	}
	upper.Left = make([]bool, len(upper.Cells))
	for i := range under {
		upper.Cells[under[i]] = nil
		upper.Left[under[i]] = i%width > 0
	}
	for i := range over {
		upper.Cells[under[i*width]] = cells[i]
	}
	return true
}

// trailing tells that the columns without a year above stand behind those that
// have one, each with a name of its own: growth behind two years.
func trailing(lines []Line, upper, lower *Row, columns []int) bool {
	names := map[string]bool{}
	bare := false
	for _, k := range columns {
		name := textOf(lines, lower, k)
		if len(upper.Cells[k]) > 0 {
			if bare {
				return false
			}
			names[name] = true
			continue
		}
		bare = true
		if names[name] {
			return false
		}
	}
	return true
}

// periodic tells that the heads of columns are the same again and again.
func periodic(lines []Line, r *Row, columns []int, width int) bool {
	for i := width; i < len(columns); i++ {
		if textOf(lines, r, columns[i]) != textOf(lines, r, columns[i-width]) {
			return false
		}
	}
	return true
}

// textOf is the text of a row in column k.
func textOf(lines []Line, r *Row, k int) (s string) {
	for _, w := range r.Cells[k] {
		s += lines[r.Line][w].Text
	}
	return s
}
