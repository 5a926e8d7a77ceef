package num

import "zhibiao/extract/lang"

// digits are ASCII digits as written: 1,500  3.25.
type digits struct {
	end   int
	mant  int64
	exp   int
	whole int // digits before the point
	long  bool
}

// readDigits reads the ASCII digits at t[i], with commas or spaces between
// thousands and a decimal point.
func readDigits(t []rune, i int) (d digits) {
	j, count := i, 0
	for j < len(t) {
		if lang.IsDigit(t[j]) {
			if count < maxDigits {
				d.mant = d.mant*10 + int64(t[j]-'0')
			}
			count++
			j++
			continue
		}
		if j == i || !partsThousands(t, i, j) {
			break
		}
		j++
	}
	d.whole = count
	if pointAt(t, j, count) {
		for j++; lang.IsDigit(lang.At(t, j)); j++ {
			if count < maxDigits {
				d.mant = d.mant*10 + int64(t[j]-'0')
				d.exp--
			}
			count++
		}
	}
	d.end, d.long = j, count > maxDigits
	return d
}

// pointAt tells whether t[j] is the point behind so many digits: · is one behind a few.
func pointAt(t []rune, j, digits int) bool {
	point := lang.At(t, j)
	return (point == '.' || point == '·' && digits <= 4) && lang.IsDigit(lang.At(t, j+1))
}

// partsThousands tells whether t[j] parts thousands of the digits that start at t[i].
func partsThousands(t []rune, i, j int) bool {
	return threeDigits(t, j+1) && (comma(t, i, j) || gap(t, i, j))
}

// comma tells whether a comma that parts thousands stands at t[j]. A full-width one
// does where another follows or went before.
func comma(t []rune, i, j int) bool {
	switch {
	case !isThousands(t[j]):
		return false
	case j-i > 3:
		return isThousands(t[j-4])
	}
	return t[j] == ',' || grouped(t, i)
}

// gap tells whether the space at t[j] parts thousands of the digits that start
// at t[i]: behind a Chinese character, in threes to the end, before a scale or
// unit (投资3 456.7万元). Between the cells of a row spaces part numbers.
func gap(t []rune, i, j int) bool {
	if t[j] != ' ' || j-i > 3 && t[j-4] != ' ' || i == 0 || !lang.IsHan(t[i-1]) || t[i] == '0' {
		return false
	}
	e := j + 4
	for lang.At(t, e) == ' ' && threeDigits(t, e+1) {
		e += 4
	}
	if e+1 < len(t) && t[e] == '.' && lang.IsDigit(t[e+1]) {
		e = digitsEnd(t, e+1)
	}
	return lang.IsHan(lang.At(t, e))
}

// grouped tells whether the digits at t[i] are cut in threes by full-width
// commas at least twice, as in ３，０５４，３０８，０００: one such comma ends a clause.
func grouped(t []rune, i int) bool {
	j := digitsEnd(t, i)
	return j-i <= 3 && groupAt(t, j) && groupAt(t, j+4)
}

// groupAt tells whether a comma and three digits stand at t[j].
func groupAt(t []rune, j int) bool { return isThousands(lang.At(t, j)) && threeDigits(t, j+1) }

func isThousands(r rune) bool { return r == ',' || r == '，' }

// threeDigits tells whether three digits and no fourth stand at t[i].
func threeDigits(t []rune, i int) bool { return digitsEnd(t, i) == i+3 }

// digitsEnd is where the digits at t[i] end.
func digitsEnd(t []rune, i int) int {
	for lang.IsDigit(lang.At(t, i)) {
		i++
	}
	return i
}
