package corrections

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"zhibiao/dataset"
)

var part = regexp.MustCompile(`^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$`)

// days are the first and last day of a period as the facts table writes it;
// nothing is no period.
func days(period string) (first, last *dataset.Date, ok bool) {
	if period == "" {
		return nil, nil, true
	}
	a, b, two := strings.Cut(period, "/")
	from, to, ok := months(a)
	if !ok {
		return nil, nil, false
	}
	if two {
		var start time.Time
		if start, to, ok = months(b); !ok || start.Before(from) {
			return nil, nil, false
		}
	}
	return dataset.ParseDate(from.Format(time.DateOnly)), dataset.ParseDate(to.AddDate(0, 1, -1).Format(time.DateOnly)), true
}

// months are the first days of the first and last month of a year or a part of
// one.
func months(s string) (first, last time.Time, ok bool) {
	m := part.FindStringSubmatch(s)
	if m == nil {
		return first, last, false
	}
	year, _ := strconv.Atoi(m[1])
	from, to := 1, 12
	switch {
	case m[2] != "":
		half, _ := strconv.Atoi(m[2])
		from, to = 6*half-5, 6*half
	case m[3] != "":
		quarter, _ := strconv.Atoi(m[3])
		from, to = 3*quarter-2, 3*quarter
	case m[4] != "":
		from, _ = strconv.Atoi(m[4])
		to = from
	}
	day := func(month int) time.Time { return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC) }
	return day(from), day(to), true
}
