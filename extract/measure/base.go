package measure

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// averages are no growth on average: 年均浓度.
var averages = strings.NewReplacer("上年平均", "上年", "年均浓度", "", "年均值", "", "年均气温", "")

// Base is the base that words name: mom, annual_avg, yoy or other, "" where
// they name none.
func (r *Reader) Base(words string) string {
	if strings.Contains(words, "均") {
		words = averages.Replace(behindYear(words))
	}
	switch {
	case r.words.Has(words, word.BaseMom):
		return "mom"
	case r.words.Has(words, word.BaseAverage):
		return "annual_avg"
	case r.words.Has(words, word.BaseYoy):
		return "yoy"
	case r.words.Has(words, word.BaseOther):
		return "other"
	}
	return ""
}

// behindYear is what stands behind a year before 平均, which is not yearly then: 比1952年[平均
// 降低].
func behindYear(words string) string {
	before, _, ok := strings.Cut(words, "年平均")
	if !ok || !endsInYear([]rune(before)) {
		return words
	}
	return words[len(before)+len("年"):]
}

// endsInYear tells whether words end in the four digits of a year.
func endsInYear(words []rune) bool {
	const digits = 4
	if len(words) < digits {
		return false
	}
	return !slices.ContainsFunc(words[len(words)-digits:], func(r rune) bool { return !lang.IsDigit(r) && lang.DigitOf(r) < 0 })
}

// Falls tells whether a verb means less.
func (r *Reader) Falls(verb string) bool {
	return r.words.Is(verb, word.FallsAlone) || r.words.Has(verb, word.Falls)
}

// notBefore tells whether of, behind 比, is no figure of the year before: a plan, a larger
// area, what the law sets.
func (r *Reader) notBefore(of string) bool {
	return r.words.Has(of, word.Wider) || strings.HasSuffix(of, "前") || lang.HoldsOne(of, "计划", "预算", "预期", "目标", "上届", "平均")
}

// WithYear tells whether words name a base year: 比1952年增加.
func WithYear(words string) bool {
	for _, w := range baseVerbs[:4] {
		if i := strings.LastIndex(words, w); i >= 0 && lang.HoldsOne(words[i:], "年", "五”末", "五末", "期末", "五”时期末") && len(words)-i < 60 {
			return true
		}
	}
	return false
}

// baseCut is where a comparison starts that left ends with, -1 if none does,
// and what it compares with: [比上年]增长.
func (r *Reader) baseCut(left []rune) (cut int, of string, err error) {
	m, ok, err := r.base.read(left)
	if err != nil || !ok || !r.words.Has(m.of, word.BaseWord) || m.verb == "同" && strings.HasPrefix(m.of, "期") {
		return -1, "", err // 同期人口增长
	}
	if (m.verb == "和" || m.verb == "与" || m.verb == "同") && !lang.HoldsOne(m.of, "年", "期") {
		return -1, "", nil // 与全国
	}
	if strings.HasSuffix(string(left[:m.at]), "计划") {
		m.at -= 2 // 总产值[计划]比上年增长5%
	}
	return m.at, m.of, nil
}
