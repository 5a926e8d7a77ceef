package extract

import (
	"math"
	"strings"
	"sync"
	"testing"

	"zhibiao/extract/num"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment"
)

// runeWords is a segmenter that needs no dictionary: every rune is a word, with a
// tag that depends on the rune alone.
type runeWords struct{}

func (runeWords) Tag(text string) []segment.Token {
	tags := [...]string{"n", "v", "vn", "p", "d", "m", "q", "x", "uj", "a"}
	var out []segment.Token
	for i, r := range []rune(text) {
		out = append(out, segment.Token{Text: string(r), Pos: tags[int(r)%len(tags)], Start: i, End: i + 1})
	}
	return out
}

func (runeWords) Cut(text string) []string { return strings.Split(text, "") }

var withoutJieba = sync.OnceValues(func() (*Extractor, error) {
	lex, err := lexicon.Load("")
	if err != nil {
		return nil, err
	}
	return New(lex, runeWords{})
})

var fuzzSeeds = []string{
	"全年实现区级一般公共预算收入279.42亿元，同比增长0.34%。",
	"第一、二、三产业增加值分别增长3.1%、6.2%、5.8%；三次产业结构调整为1.1:52.5:46.4。",
	"新增高效节水灌溉20万—25万亩，城镇化率由52.1%提高到58.6%，排名由第9位跃升至第6位。",
	"一百五十多万人，几十万人次，两三个，五六十人，百分之七到百分之八，三分之一强，七成五，翻两番，减半。",
	"1 9 9 3 年，２．８％，1,500家，l0亿美元，3万5千人，1亿2000万元，〔2022〕5号。",
	"到2030年，“十四五”末，1—11月，2013—2017年，截至12月底，今后五年。",
	"（增长（8%）其中）（12%，（各100万平方米",
	"一、总体要求\n（一）主要目标。一是生产总值增长6%左右。\n二、重点任务",
	"0.0000001亿亿亿元 99999999999999999999家 十百千万亿万亿",
	"第第一一第", "\u0000\ufeff\u200b8％", "万亿", "分之一", "百分之", "1/0 0/1 1/2/3", "：1:2:3:",
}

// FuzzNumeral reads a numeral at every place of a text: it must end behind its
// start and inside the text, and be finite.
func FuzzNumeral(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	x, err := withoutJieba()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		if len(text) > 400 {
			text = text[:400]
		}
		for _, unit := range []num.UnitAt{num.NoUnits, x.scan.Units.Starts(text)} {
			for i, r := range text {
				if !num.Starts(r) {
					continue
				}
				n, ok := num.Parse(text, i, unit)
				if !ok {
					continue
				}
				if n.Start != i || n.End <= i || n.End > len(text) || n.ScaleAt < n.Start || n.ScaleAt > n.End {
					t.Fatalf("%q at %d: a numeral from %d to %d, scale at %d", s, i, n.Start, n.End, n.ScaleAt)
				}
				if v := n.Val.Float(); math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
					t.Fatalf("%q at %d: value %v", s, i, v)
				}
				if n.Pair && n.Low > n.High {
					t.Fatalf("%q at %d: a pair from %d to %d", s, i, n.Low, n.High)
				}
			}
		}
	})
}

// FuzzExtract reads any text as a plain document and as a report.
func FuzzExtract(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s, uint8(123), uint8(0))
		f.Add(s, uint8(55), uint8(2))
	}
	x, err := withoutJieba()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string, year, chapter uint8) {
		if len(s) > 4000 {
			return
		}
		doc := report.Plain(s)
		doc.Meta.Year = 1900 + int(year)
		c := [...]report.Chapter{report.Review, report.Plan, report.Outlook, report.Other}[chapter%4]
		for i := range doc.Paragraphs {
			p := &doc.Paragraphs[i]
			p.Chapter, p.From, p.To = c, doc.Meta.Year-1, doc.Meta.Year-1+int(chapter/4%6)
		}
		checkExtract(t, x, doc)
		if doc, err := report.New(report.Raw{Source: "fuzz.txt", Format: "text", Text: s}, report.Options{}); err == nil {
			checkExtract(t, x, doc)
		}
	})
}

// checkExtract extracts doc and checks what must hold of every result.
func checkExtract(t *testing.T, x *Extractor, doc *report.Document) {
	t.Helper()
	res, err := x.Extract(doc)
	if err != nil {
		t.Fatalf("%q: %v", string(doc.Text), err)
	}
	for _, p := range Violations(doc, res) {
		t.Errorf("%.300q: %s", string(doc.Text), p)
	}
}
