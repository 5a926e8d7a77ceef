package panel

import (
	"fmt"
	"math"
	"strings"
)

// doubt is what somebody should look at before using a row.
type doubt struct {
	row  int // index of the row that shows it
	kind string
	note string
}

// doubts looks for breaks in series: a level that changes more than threefold
// from one year to the next, a year that is missing between two (fixed
// indicators only: others come and go with the reports), and a goal and a
// result of one year in different units. rows are sorted as Build returns them.
func doubts(rows []Row, shown map[series]scale) []doubt {
	var found []doubt
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && sameSeries(&rows[start], &rows[end]) {
			end++
		}
		found = append(found, jumps(rows, start, end, shown)...)
		found = append(found, gaps(rows, start, end)...)
		found = append(found, units(rows, start, end)...)
		start = end
	}
	return found
}

// sameSeries tells whether two rows are of one region, indicator and measure.
func sameSeries(a, b *Row) bool {
	return a.RegionCode == b.RegionCode && a.Region == b.Region && a.RegionLevel == b.RegionLevel &&
		a.Indicator == b.Indicator && a.Measure == b.Measure
}

// jump is the factor by which a level may change in a year.
const jump = 3

func jumps(rows []Row, start, end int, shown map[series]scale) []doubt {
	var found []doubt
	last := map[string]int{} // the row before, by unit
	for i := start; i < end; i++ {
		r := &rows[i]
		if r.Measure != "level" || r.Actual == nil {
			continue
		}
		before, ok := last[r.Unit]
		last[r.Unit] = i
		if !ok || rows[before].Year+1 != r.Year {
			continue
		}
		if x := math.Abs(*r.Actual / *rows[before].Actual); x > jump || x < 1.0/jump {
			s := shown[seriesOf(r)]
			found = append(found, doubt{i, "变动过大", fmt.Sprintf("%d年为%v%s，%d年为%v%s",
				rows[before].Year, s.of(rows[before].Actual), s.Unit, r.Year, s.of(r.Actual), s.Unit)})
		}
	}
	return found
}

func gaps(rows []Row, start, end int) []doubt {
	if _, fixed := headlines[rows[start].Indicator]; !fixed {
		return nil
	}
	var missing []string
	last, at := int32(0), start
	for i := start; i < end; i++ {
		if rows[i].Actual == nil {
			continue
		}
		for y := last + 1; last > 0 && y < rows[i].Year; y++ {
			missing = append(missing, fmt.Sprint(y))
			at = i
		}
		last = rows[i].Year
	}
	if len(missing) == 0 {
		return nil
	}
	return []doubt{{at, "缺少年份", "缺" + strings.Join(missing, "、") + "年的实绩"}}
}

func units(rows []Row, start, end int) []doubt {
	var found []doubt
	for i := start; i < end; i++ {
		for k := i + 1; k < end && rows[k].Year == rows[i].Year; k++ {
			a, b := &rows[i], &rows[k]
			if a.Target == nil && b.Target != nil {
				a, b = b, a
			}
			if a.Target != nil && a.Actual == nil && b.Target == nil && b.Actual != nil {
				found = append(found, doubt{i, "单位不同", fmt.Sprintf("目标的单位是%s，实绩的单位是%s", a.Unit, b.Unit)})
			}
		}
	}
	return found
}
