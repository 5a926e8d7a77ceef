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
		if j == i || !threeDigits(t, j+1) || !comma(t, i, j) && !gap(t, i, j) {
			break
		}
		j++
	}
	d.whole = count
	if j+1 < len(t) && (t[j] == '.' || t[j] == '·' && count <= 4) && lang.IsDigit(t[j+1]) {
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

// comma tells whether the comma at t[j] parts thousands of the digits that
// start at t[i]. A full-width one does where another follows or went before.
func comma(t []rune, i, j int) bool {
	return isThousands(t[j]) && (j-i <= 3 || isThousands(t[j-4])) && (t[j] == ',' || j-i > 3 || grouped(t, i))
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
		for e++; lang.IsDigit(lang.At(t, e)); e++ {
		}
	}
	return lang.IsHan(lang.At(t, e))
}

// grouped tells whether the digits at t[i] are cut in threes by full-width
// commas at least twice, as in ３，０５４，３０８，０００: one such comma ends a clause.
func grouped(t []rune, i int) bool {
	j := i
	for lang.IsDigit(lang.At(t, j)) && j-i < 3 {
		j++
	}
	return j < len(t) && isThousands(t[j]) && threeDigits(t, j+1) && j+4 < len(t) && isThousands(t[j+4]) && threeDigits(t, j+5)
}

func isThousands(r rune) bool { return r == ',' || r == '，' }

// threeDigits tells whether three digits and no fourth stand at t[i].
func threeDigits(t []rune, i int) bool {
	if i+3 > len(t) || !lang.IsDigit(t[i]) || !lang.IsDigit(t[i+1]) || !lang.IsDigit(t[i+2]) {
		return false
	}
	return !lang.IsDigit(lang.At(t, i+3))
}
