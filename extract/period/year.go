package period

import (
	"zhibiao/extract/lang"
)

// laterMonth reads the end of 2023年3月至2024年6月.
func laterMonth(t []rune, j int, s lang.Span) (to lang.Span, end int) {
	k := j
	for lang.IsRangeMark(lang.At(t, k)) && k-j < 3 {
		k++
	}
	if k == j || k >= len(t) || s.M1 != s.M2 {
		return to, 0
	}
	y, n := fourYear(t, k)
	if n == 0 || lang.At(t, k+n) != '年' || y < s.Y1 {
		return to, 0
	}
	e, part := partOfYear(t, k+n+1, y)
	if e == 0 || part.M1 != part.M2 {
		return to, 0
	}
	return lang.Span{Y1: s.Y1, M1: s.M1, Y2: y, M2: part.M2}, k + n + 1 + e
}

// fourYear reads 2022 or 二〇二二 at t[i].
func fourYear(t []rune, i int) (y, n int) {
	for n < 5 && i+n < len(t) {
		d := lang.DigitOf(t[i+n])
		if lang.IsDigit(t[i+n]) {
			d = int64(t[i+n] - '0')
		}
		if d < 0 || t[i+n] == '两' { // 一九七九和一九八○两年
			break
		}
		y = y*10 + int(d)
		n++
	}
	if n != 4 || y < 1900 || y > 2100 {
		return 0, 0
	}
	return y, n
}

// year reads 2022年, 2016—2020年, 2018年以来, 2025年底, 98年, 2022年1—11月.
func (f *Finder) year(t []rune, i int, w lang.When) (m lang.Mention, ok bool) {
	m.Start = i
	if i > 0 && (lang.IsDigit(t[i-1]) || t[i-1] == '.' || lang.IsLatin(t[i-1])) {
		return m, false
	}
	y, n := fourYear(t, i)
	if n == 0 {
		y, n = spokenYear(t, i)
	}
	if n == 0 { // 98年, 九八年: of the century before the report's
		if i+2 < len(t) && t[i+2] == '年' && lang.IsDigit(t[i]) && lang.IsDigit(t[i+1]) {
			d := int(t[i]-'0')*10 + int(t[i+1]-'0')
			if d >= 49 && d+1900 >= w.Year-25 && w.Year > 0 && w.Year < 2012 && d+1900 <= w.Year+5 {
				y, n = 1900+d, 2
			}
		}
		if n == 0 {
			return m, false
		}
	}
	j := i + n
	y2 := y
	if j < len(t) && lang.IsRangeMark(t[j]) || lang.HasPrefix(t, j, "年") && j+1 < len(t) && lang.IsRangeMark(t[j+1]) {
		k := j
		for k < len(t) && (lang.IsRangeMark(t[k]) || t[k] == '年') && k-j < 4 {
			k++
		}
		if v, n2 := fourYear(t, k); n2 > 0 && v > y && lang.HasPrefix(t, k+n2, "年") {
			y2, j = v, k+n2
		} else if k+2 < len(t) && t[k+2] == '年' && lang.IsDigit(t[k]) && lang.IsDigit(t[k+1]) && k > j {
			v := y/100*100 + int(t[k]-'0')*10 + int(t[k+1]-'0')
			if v > y {
				y2, j = v, k+2
			}
		}
	}
	if v, n2 := fourYear(t, j+1); n2 > 0 && v == y+1 && lang.AnyAt(t, j, "和与及、") {
		k := j + 1 + n2
		k += lang.PrefixLen(t, k, "两", "二", "2") // 1978、1979两年
		if lang.At(t, k) == '年' {
			y2, j = v, k // 2022和2023年
		}
	}
	if j >= len(t) || t[j] != '年' {
		return m, false
	}
	j++
	m.Rule = "period.year"
	m.Span = lang.Years(y, y2)
	if lang.HasPrefix(t, j, "代") { // 2000年代
		m.Silent, m.End = true, j+1
		return m, true
	}
	if y == y2 {
		if k, part := partOfYear(t, j, y); k > 0 {
			m.Span, m.End = part, j+k
			if to, e := laterMonth(t, m.End, part); e > 0 { // 2023年3月至2024年6月
				m.Span, m.End = to, e
			}
			if k2 := lang.PrefixLen(t, m.End, "底", "末"); k2 > 0 {
				m.End += k2
				m.Point = true
			}
			if k2 := lang.PrefixLen(t, m.End, "以来", "以后"); k2 > 0 {
				m.End += k2
				m.Since = true
				m.Span = sinceSpan(y, w)
			}
			return m, true
		}
	}
	m.End = j
	if lang.PrefixLen(t, j, "不变价", "可比价", "价格", "版") > 0 {
		m.Silent = true
		return m, true
	}
	if k := lang.PrefixLen(t, j, "底", "末", "年底", "年末"); k > 0 {
		m.End, m.Point = j+k, true
	} else if k := lang.PrefixLen(t, j, "以来", "来"); k > 0 && y == y2 {
		m.End, m.Since, m.Span = j+k, true, sinceSpan(y, w)
	} else if k := lang.PrefixLen(t, j, "度", "同期"); k > 0 {
		m.End = j + k
	} else if k := lang.PrefixLen(t, j, "合计", "累计", "总计", "共计", "共"); k > 0 && y < y2 && lang.At(t, j+k) != '同' {
		m.End = j + k
	}
	return m, true
}

func sinceSpan(y int, w lang.When) lang.Span {
	end := w.To
	if end == 0 || w.Plan {
		end = w.Year - 1
	}
	if end < y {
		end = y
	}
	return lang.Years(y, end)
}
