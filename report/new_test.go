package report

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// check fails where a Document breaks what document.go promises.
func check(t *testing.T, d *Document, source int) {
	t.Helper()
	if len(d.Norm) != len(d.Text) || len(d.Raw) != len(d.Text) {
		t.Fatalf("lengths differ: text %d, norm %d, raw %d", len(d.Text), len(d.Norm), len(d.Raw))
	}
	for i, r := range d.Raw {
		if int(r) < 0 || int(r) > source || i > 0 && r < d.Raw[i-1] {
			t.Fatalf("raw[%d] = %d of %d, before it %d", i, r, source, d.Raw[max(i-1, 0)])
		}
	}
	for i, p := range d.Paragraphs {
		switch {
		case p.Start >= p.End || p.End > len(d.Text):
			t.Fatalf("paragraph %d is %d–%d of %d", i, p.Start, p.End, len(d.Text))
		case i > 0 && p.Start != d.Paragraphs[i-1].End+1:
			t.Fatalf("paragraph %d starts at %d, the one before ends at %d", i, p.Start, d.Paragraphs[i-1].End)
		case p.Section < -1 || p.Section >= len(d.Sections):
			t.Fatalf("paragraph %d is in section %d of %d", i, p.Section, len(d.Sections))
		case p.From > p.To:
			t.Fatalf("paragraph %d speaks of %d to %d", i, p.From, p.To)
		}
	}
	for i, s := range d.Sections {
		if s.Start >= s.End || s.Parent >= i || s.Parent < -1 {
			t.Fatalf("section %d is %+v", i, s)
		}
	}
	end := 0
	for i, s := range d.Sentences {
		p := d.Paragraphs[s.Paragraph]
		if s.No != i || s.Start >= s.End || s.Start < p.Start || s.End > p.End || s.Heading < s.Start || s.Heading > s.End {
			t.Fatalf("sentence %d is %+v in %+v", i, s, p)
		}
		if i > 0 && d.Sentences[i-1].Paragraph == s.Paragraph && strings.Trim(string(d.Text[end:s.Start]), " \t") != "" {
			t.Fatalf("text between sentences: %q", string(d.Text[end:s.Start]))
		}
		end = s.End
	}
}

const smallReport = `政府工作报告

——2023年1月5日在云溪县第九届

人民代表大会第三次会议上

云溪县县长　李 明

各位代表：

现在，我代表云溪县人民政府，向大会报告工作，请予审议。

一、2022年工作回顾

（一）稳增长，促投资。今年初以来，全县实现公共预

预算收入 **279.42** 亿元，同比增长 **0.34%**。一是抓投资，完成投资 1 2 0 亿元。

— 3 —

五年来，累计新增就业5万人。

二、2023 年主要任务

今年主要预期目标是：地区生产总值增长**5%**左右。

（二）加强政府自身建设

建成“人人有责。人人尽责”的社会治理共同体（共3个。）并运行。各位代表！让我们一起向未来！

名词解释

1.一网通办：指3项服务。
`

func TestNew(t *testing.T) {
	d, err := New(Raw{Source: "云溪县_2023.md", Text: smallReport}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d, len([]rune(smallReport)))
	want := Meta{
		Title: "政府工作报告", Meeting: "云溪县第九届人民代表大会第三次会议", Date: "2023-01-05", Speaker: "李明",
		Region: "云溪县", Year: 2023, Kind: "work_report",
	}
	if d.Meta != want {
		t.Errorf("meta\n%+v, want\n%+v", d.Meta, want)
	}
	paragraph := func(part string) Paragraph {
		t.Helper()
		for _, p := range d.Paragraphs {
			if strings.Contains(d.Quote(p.Start, p.End), part) {
				return p
			}
		}
		t.Fatalf("no paragraph holds %q in\n%s", part, string(d.Text))
		return Paragraph{}
	}
	for _, c := range []struct {
		part     string
		chapter  Chapter
		from, to int
	}{
		{"公共预算收入279.42亿元，同比增长0.34%。一是抓投资，完成投资120亿元。", Review, 2022, 2022},
		{"累计新增就业", Review, 2018, 2022},
		{"主要预期目标", Plan, 2023, 2023},
		{"社会治理共同体", Plan, 2023, 2023},
		{"一网通办", Other, 0, 0},
		{"——2023年1月5日在云溪县第九届人民代表大会第三次会议上", Other, 0, 0},
	} {
		p := paragraph(c.part)
		if p.Chapter != c.chapter || p.From != c.from || p.To != c.to {
			t.Errorf("%s: %s %d–%d, want %s %d–%d", c.part, p.Chapter, p.From, p.To, c.chapter, c.from, c.to)
		}
	}
	if strings.Contains(string(d.Text), "— 3") {
		t.Error("the page number is still there")
	}
	for _, s := range d.Sentences {
		if q := d.Quote(s.Start, s.End); strings.HasPrefix(q, "（一）稳增长") {
			if rest := d.Quote(s.Heading, s.End); !strings.HasPrefix(rest, "今年初以来") {
				t.Errorf("behind the heading stands %q", rest)
			}
		}
	}
	for i := range d.Text {
		if src := []rune(smallReport)[d.Raw[i]]; d.Text[i] != '\n' && src != d.Text[i] {
			t.Fatalf("rune %d %q comes from %q", i, d.Text[i], src)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"empty":      " \n\u3000\n",
		"no Chinese": strings.Repeat("annual report of the county 2023\n", 50),
		"too large":  strings.Repeat("9", MaxText+1),
		"page shell": strings.Repeat("政务公开\n通知公告\n", 60),
	} {
		_, err := New(Raw{Source: name, Text: text}, Options{})
		var e *Error
		if !errors.As(err, &e) || e.Source != name || e.Reason == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPlain(t *testing.T) {
	const in = "**ＧＤＰ** 增长 ５．３％ ， 达到 1 9 9 3 年的2倍 (下同)。"
	d := Plain(in)
	check(t, d, len([]rune(in)))
	if got, want := string(d.Text), "ＧＤＰ增长５．３％，达到1993年的2倍(下同)。"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if got, want := string(d.Norm), "GDP增长5.3%，达到1993年的2倍（下同）。"; got != want {
		t.Errorf("norm %q, want %q", got, want)
	}
	check(t, Plain(""), 0)
}

// TestHostile runs texts that make quadratic code stand out.
func TestHostile(t *testing.T) {
	const n = 300_000
	for name, text := range map[string]string{
		"brackets":  strings.Repeat("（", n),
		"quotes":    strings.Repeat("“。", n),
		"digits":    strings.Repeat("9 ", n),
		"tags":      strings.Repeat("<script", n),
		"entities":  strings.Repeat("&#", n),
		"bold":      strings.Repeat("**a", n),
		"lines":     strings.Repeat("一、\n", n),
		"doubles":   strings.Repeat("招大招大引强\n", n/4),
		"short":     strings.Repeat("甲乙\n\n", n/2),
		"cut":       strings.Repeat("公共预算收入增长百分之五十的某某某某\n\n", n/10),
		"invalid":   strings.Repeat("\xff\xfe报", n),
		"zero":      strings.Repeat("\x00报告", n),
		"marks":     strings.Repeat("# > - * ", n),
		"markChars": strings.Repeat("#", n),
		"years":     strings.Repeat("2023年", n/4),
		"ends":      strings.Repeat("（。", n),
	} {
		t.Run(name, func(t *testing.T) {
			source := len([]rune(text))
			if d, err := New(Raw{Text: text}, Options{}); err == nil {
				check(t, d, source)
			}
			check(t, Plain(text), source)
		})
	}
}

func FuzzNew(f *testing.F) {
	f.Add(smallReport)
	f.Add("各位代表：\r\n\r\n一、2022年\x00工作回顾 ？？？？ <script>x</script>&nbsp;１ ９ ９ ３ 年○")
	f.Add("a b c 報告、経済発展。「（”』")
	f.Fuzz(func(t *testing.T, text string) {
		source := len([]rune(text))
		check(t, Plain(text), source)
		if d, err := New(Raw{Text: text, Notes: "注：说明。"}, Options{}); err == nil {
			check(t, d, source+10)
		}
		// Enough Chinese for New to take it.
		text += "\n" + strings.Repeat("各位代表，全县经济增长百分之五。\n", 3) + text
		if d, err := New(Raw{Text: text}, Options{}); err == nil {
			check(t, d, 2*source+100)
		}
	})
}

func TestSample(t *testing.T) {
	b, err := os.ReadFile("../testdata/310106_静安区_2023.md")
	if err != nil {
		t.Skip("the sample report is not in testdata:", err)
	}
	text := string(b)
	d, err := New(Raw{Source: "310106_静安区_2023.md", Text: text}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d, len([]rune(text)))
	if d.Meta.Region != "静安区" || d.Meta.Year != 2023 || d.Meta.Date != "2023-01-05" || d.Meta.Speaker != "王华" {
		t.Errorf("meta %+v", d.Meta)
	}
	for _, q := range []string{
		"全年实现区级一般公共预算收入279.42亿元，同比增长0.34%",
		"全年累计退税减税达114.8亿元",
		"为173个小区新增、改造电动自行车充电设施",
		"大宁精品居住区等4个市级",
	} {
		if !strings.Contains(string(d.Text), q) {
			t.Errorf("the text lacks %s", q)
		}
	}
	if n := len(d.Paragraphs); n != 65 {
		t.Errorf("%d paragraphs, want 65", n)
	}
}

// TestShortParagraphs: a first chapter with prose behind it opens the body, however short its paragraphs.
func TestShortParagraphs(t *testing.T) {
	d, err := New(Raw{Text: "云溪县2023年政府工作报告\n——2023年1月5日在云溪县第九届人民代表大会第三次会议上\n一、2022年工作回顾\n改造小区12个。\n二、2023年民生实事\n一是新建学校3所。\n二是" + strings.Repeat("新建公园6个，", 20) + "让群众满意。\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]Chapter{3: Review, 5: Plan, 6: Plan} {
		if p := d.Paragraphs[i]; p.Chapter != want {
			t.Errorf("%s: %s, want %s", d.Quote(p.Start, p.End), p.Chapter, want)
		}
	}
}
