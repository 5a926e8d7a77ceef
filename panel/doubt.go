package panel

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// doubt is what somebody should look at before using a row.
type doubt struct {
	row  int // index of the row that shows it
	kind string
	note string
}

// doubts looks for breaks: years between two of which a region has no results
// at all, and in its series a level that changes more than threefold from one
// year to the next, a year without a result between two although the region has
// others (fixed indicators only: others come and go with the reports), and a
// goal and a result of one year in different units. rows are sorted as Build
// returns them.
func doubts(rows []Row, shown map[series]scale) []doubt {
	var found []doubt
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && sameRegion(&rows[start], &rows[end]) {
			end++
		}
		found = append(found, doubtsOfRegion(rows, start, end, shown)...)
		start = end
	}
	return found
}

func doubtsOfRegion(rows []Row, first, last int, shown map[series]scale) []doubt {
	results := map[int32]bool{} // the years that have some
	for i := first; i < last; i++ {
		if rows[i].Actual != nil {
			results[rows[i].Year] = true
		}
	}
	found := unreported(first, results)
	for start := first; start < last; {
		end := start + 1
		for end < last && sameSeries(&rows[start], &rows[end]) {
			end++
		}
		found = append(found, jumps(rows, start, end, shown)...)
		found = append(found, gaps(rows, start, end, results)...)
		found = append(found, units(rows, start, end)...)
		start = end
	}
	return found
}

// noReport is the kind that is about a region and none of its series.
const noReport = "缺少报告"

// unreported are the years between two of which a region has no result: its
// reports are not there.
func unreported(row int, results map[int32]bool) []doubt {
	var missing []int32
	years := slices.Sorted(maps.Keys(results))
	for i := 1; i < len(years); i++ {
		for y := years[i-1] + 1; y < years[i]; y++ {
			missing = append(missing, y)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return []doubt{{row, noReport, "缺" + yearList(missing) + "年的实际值"}}
}

// yearList writes years as 2001—2003、2005.
func yearList(years []int32) string {
	var parts []string
	for start := 0; start < len(years); {
		end := start
		for end+1 < len(years) && years[end+1] == years[end]+1 {
			end++
		}
		part := fmt.Sprint(years[start])
		if end > start {
			part += "—" + fmt.Sprint(years[end])
		}
		parts = append(parts, part)
		start = end + 1
	}
	return strings.Join(parts, "、")
}

func sameRegion(a, b *Row) bool {
	return a.RegionCode == b.RegionCode && a.Region == b.Region && a.RegionLevel == b.RegionLevel
}

// sameSeries tells whether two rows of a region are of one indicator and
// measure.
func sameSeries(a, b *Row) bool { return a.Indicator == b.Indicator && a.Measure == b.Measure }

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

func gaps(rows []Row, start, end int, results map[int32]bool) []doubt {
	if _, fixed := headlines[rows[start].Indicator]; !fixed {
		return nil
	}
	var missing []int32
	last, at := int32(0), start
	for i := start; i < end; i++ {
		if rows[i].Actual == nil {
			continue
		}
		for y := last + 1; last > 0 && y < rows[i].Year; y++ {
			if results[y] {
				missing = append(missing, y)
				at = i
			}
		}
		last = rows[i].Year
	}
	if len(missing) == 0 {
		return nil
	}
	return []doubt{{at, "缺少年份", "缺" + yearList(missing) + "年的实际值"}}
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
				found = append(found, doubt{i, "单位不同", fmt.Sprintf("目标的单位：%s，实际值的单位：%s", cmp.Or(a.Unit, "无"), cmp.Or(b.Unit, "无"))})
			}
		}
	}
	return found
}
