package report

import "zhibiao/han"

// joinDigits closes the gaps of numbers written apart: 1 9 9 3 年, 19 93 年.
func (s *scanner) joinDigits(l *line) {
	r := s.r
	out := l.start
	spaced := false // the digits before were written apart
	for i := l.start; i < l.end; {
		if !han.IsAnyDigit(r[i]) {
			r[out], s.raw[out] = r[i], s.raw[i]
			out++
			i++
			continue
		}
		a := digitsApart(r[l.start:l.end], i-l.start)
		spaced = a.isOne(spaced)
		for end := i + a.size; i < end; i++ {
			if r[i] == ' ' && spaced {
				continue
			}
			r[out], s.raw[out] = r[i], s.raw[i]
			out++
		}
	}
	l.end = out
	s.r, s.raw = s.r[:out], s.raw[:out]
}

// apart is a stretch of digit groups with one space between them.
type apart struct {
	size           int // in characters
	groups, digits int
	long           bool // a group has more than one digit
	before, behind rune // what stands beside the stretch, 0 where nothing does
}

// digitsApart reads the digits at t[i].
func digitsApart(t []rune, i int) apart {
	a := apart{before: at(t, i-1)}
	j := i
	for a.groups == 0 || at(t, j) == ' ' && digitAt(t, j+1) {
		if a.groups > 0 {
			j++ // the space
		}
		end := digitsEnd(t, j)
		a.groups++
		a.digits += end - j
		a.long = a.long || end-j > 1
		j = end
	}
	a.size, a.behind = j-i, at(t, j)
	return a
}

// isOne tells whether the groups are one number: 1 9 9 3年, 19 93年, but not 12 345.
// spaced tells whether the digits before were written apart.
func (a *apart) isOne(spaced bool) bool {
	switch {
	case a.groups == 1:
		return false
	case a.before == '.' && !spaced:
		return false // 120.5 6: two numbers
	case a.groups == 2 && a.behind == '/':
		return false // 1 1/2
	case a.long:
		return a.digits == 4 && a.behind == '年'
	}
	return true
}
