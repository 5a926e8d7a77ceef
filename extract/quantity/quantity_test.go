package quantity_test

import (
	"fmt"
	"testing"

	"zhibiao/extract/lang"
	"zhibiao/extract/quantity"
	"zhibiao/extract/word/wordtest"
)

func scanner(t *testing.T) func(string) []lang.Quantity {
	t.Helper()
	lex, words := wordtest.Tables(t)
	s := quantity.NewScanner(lex, words)
	return func(text string) []lang.Quantity {
		r := []rune(text)
		return s.Scan(&quantity.Room{}, r, 0, len(r), func(int) int { return 0 })
	}
}

// TestBounds: what stands around a number bounds it, if it is no part of another word.
func TestBounds(t *testing.T) {
	scan := scanner(t)
	for _, c := range []struct{ in, bound, modifier string }{
		{"增长近5%", "approx", "近"},
		{"最近5年", "eq", ""},
		{"办公约30间", "approx", "约"},
		{"公约30条", "eq", ""},
		{"侦破30起", "eq", ""},
		{"总额破30亿元", "ge", "破"},
		{"过千个品种", "ge", "过"},
		{"3个过千亿元产业", "ge", "过"},
		{"惠及上千万家庭", "ge", "上"},
		{"跃上千亿元台阶", "eq", ""},
		{"至少建成5个", "ge", "至少"},
		{"最多保留5个", "le", "最多"},
		{"长8公里多，", "ge", "多"},
		{"改造35条（段）左右", "approx", "左右"},
		{"约占三分之一强", "ge", "强"},
		{"三分之一弱", "le", "弱"},
		{"2小时内", "le", "内"},
		{"3公里内环", "eq", ""},
	} {
		qs := scan(c.in)
		q := qs[len(qs)-1]
		if q.Bound != c.bound || q.Modifier != c.modifier {
			t.Errorf("%s: %s %q, want %s %q", c.in, q.Bound, q.Modifier, c.bound, c.modifier)
		}
	}
}

// TestQuantities: what a number is with all that belongs to it.
func TestQuantities(t *testing.T) {
	scan := scanner(t)
	for in, want := range map[string]string{
		// ranges
		"气温-5%--3%":   "-5%--3%: -5 to -3 %",
		"为-3%-5%":     "-3%: -3 %",
		"2万元（含）—6万元":  "2万元（含）—6万元: 20000 to 60000 元",
		"从12家到20家":    "12家: 12 家",
		"2.4元和2.8元之间": "2.4元和2.8元: 12/5 to 14/5 元",
		"两百到两百八十":     "两百到两百八十: 200 to 280 ",
		// ranks
		"居全省第一":    "第一: 1 位",
		"第一位的任务":   "第一位: 1 ",
		"进入全国前20名": "20名: 20 位",
		// sums
		"六元八角":    "六元八角: 34/5 元",
		"三元零五分":   "三元零五分: 61/20 元",
		"每斤十二块五，": "十二块五: 25/2 元",
		"七分钱":     "七分钱: 7/100 元",
		// shares and signs
		"占2/3":          "2/3: 200/3 %",
		"增长负百分之五":       "负百分之五: -5 %",
		"减负5%":          "5%: 5 %",
		"零下5度":          "零下5度: -5 度",
		"提高2.8和0.6个百分点": "2.8: 14/5 百分点",
	} {
		q := scan(in)[0]
		r := []rune(in)
		value := q.Val.RatString()
		if q.IsRange {
			value = q.Low.RatString() + " to " + q.High.RatString()
		}
		if got := fmt.Sprintf("%s: %s %s", string(r[q.Start:q.End]), value, q.UnitName); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
