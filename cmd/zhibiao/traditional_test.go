package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"zhibiao/report"
)

// TestFullWidth: the same sentence in full-width letters and digits gives the
// same facts, quoted as it is written.
func TestFullWidth(t *testing.T) {
	e, err := newEngine("")
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2023, 1, 5, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{
		"全年PM2.5平均浓度下降8.3%，降至31微克/立方米，累计建成5G基站1260个。",
		"人均GDP达到8.6万元，万元GDP能耗下降3.1%，R&D经费投入强度提高到2.4%。",
		"PCT国际专利申请700件，增长30.6%，CPI上涨2%。",
	} {
		narrow, err := e.explain(text, day)
		if err != nil {
			t.Fatal(err)
		}
		wide, err := e.explain(widened(text), day)
		if err != nil {
			t.Fatal(err)
		}
		if len(narrow.facts) == 0 || len(narrow.facts) != len(wide.facts) {
			t.Fatalf("%s: %d facts, full-width %d", text, len(narrow.facts), len(wide.facts))
		}
		for i := range narrow.facts {
			n, w := narrow.facts[i], wide.facts[i]
			if n.Indicator != w.Indicator || widened(n.Subject) != widened(w.Subject) || *n.Value != *w.Value || n.Measure != w.Measure {
				t.Errorf("%s: %s %s %v, full-width %s %s %v", text, n.Indicator, n.Subject, *n.Value, w.Indicator, w.Subject, *w.Value)
			}
			if !strings.Contains(widened(text), w.Quote) {
				t.Errorf("%s is no quote", w.Quote)
			}
		}
	}
}

// widened is s with its letters, digits, points and percent signs full-width.
func widened(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '%' || r == '.' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' {
			return r + '！' - '!'
		}
		return r
	}, s)
}

// TestTraditionalAnnex: an annex is known by its title in traditional
// characters, too.
func TestTraditionalAnnex(t *testing.T) {
	work := "我們持續推進各項工作，夯實發展基礎，群眾生活不斷改善，社會大局保持穩定。"
	var text strings.Builder
	text.WriteString("政府工作報告\n——2023年1月5日在雲溪縣第九屆人民代表大會第三次會議上\n一、2022年工作回顧\n")
	for _, town := range "東西南北中上下左右前" {
		text.WriteString("在" + string(town) + "鄉，" + strings.Repeat(work, 3) + "\n")
	}
	text.WriteString("二、2023年工作安排\n")
	for _, town := range "山水林田湖草沙石橋河" {
		text.WriteString("在" + string(town) + "鄉，" + strings.Repeat(work, 3) + "\n")
	}
	text.WriteString("名詞解釋\n1.光伏發電：全縣裝機容量達到30萬千瓦。\n2.綠色通道：全縣設立綠色通道12條。\n")
	d, err := report.New(report.Raw{Text: text.String()}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(d.Paragraphs, func(p report.Paragraph) bool { return strings.Contains(d.Quote(p.Start, p.End), "裝機容量") })
	if i < 0 || d.Paragraphs[i].Chapter != report.Other {
		t.Errorf("the annex is %v", d.Paragraphs[max(i, 0)])
	}
}
