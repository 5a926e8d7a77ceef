package lang

import (
	"fmt"
	"strconv"
)

// Span is a stretch of time in months, both ends included.
type Span struct {
	Y1, M1, Y2, M2 int
}

// Years is the span from January of a to December of b.
func Years(a, b int) Span { return Span{a, 1, b, 12} }

// OK tells whether s names a time at all.
func (s Span) OK() bool { return s.Y1 > 0 }

// IsYear tells whether s lies in one year.
func (s Span) IsYear() bool { return s.OK() && s.Y1 == s.Y2 }

// String is the period as the tables have it: 2022, 2021/2025, 2022-H1,
// 2022-Q1, 2022-03, 2022-01/2022-11.
func (s Span) String() string {
	switch {
	case !s.OK():
		return ""
	case s.M1 == 1 && s.M2 == 12 && s.Y1 == s.Y2:
		return strconv.Itoa(s.Y1)
	case s.M1 == 1 && s.M2 == 12:
		return fmt.Sprintf("%d/%d", s.Y1, s.Y2)
	case s.Y1 == s.Y2 && s.M1 == 1 && s.M2 == 6:
		return fmt.Sprintf("%d-H1", s.Y1)
	case s.Y1 == s.Y2 && s.M1 == 7 && s.M2 == 12:
		return fmt.Sprintf("%d-H2", s.Y1)
	case s.Y1 == s.Y2 && s.M1 == s.M2:
		return fmt.Sprintf("%d-%02d", s.Y1, s.M1)
	case s.Y1 == s.Y2 && s.M2 == s.M1+2 && s.M1%3 == 1:
		return fmt.Sprintf("%d-Q%d", s.Y1, s.M1/3+1)
	}
	return fmt.Sprintf("%d-%02d/%d-%02d", s.Y1, s.M1, s.Y2, s.M2)
}

// Dates are the first and the last day of s, YYYY-MM-DD.
func (s Span) Dates() (from, to string) {
	if !s.OK() {
		return "", ""
	}
	last := [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[s.M2]
	if s.M2 == 2 && s.Y2%4 == 0 && (s.Y2%100 != 0 || s.Y2%400 == 0) {
		last = 29
	}
	return date(s.Y1, s.M1, 1), date(s.Y2, s.M2, last)
}

func date(y, m, d int) string {
	b := [10]byte{4: '-', 7: '-'}
	for i, v := range [...]int{y / 1000 % 10, y / 100 % 10, y / 10 % 10, y % 10, -1, m / 10, m % 10, -1, d / 10, d % 10} {
		if v >= 0 {
			b[i] = byte('0' + v)
		}
	}
	return string(b[:])
}

// WholeYears tells whether s begins in January and ends in December.
func (s Span) WholeYears() bool { return s.M1 == 1 && s.M2 == 12 }

// Months is the span from month a to month b of the year y.
func Months(y, a, b int) Span { return Span{y, a, y, b} }
