package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// paragraphs are those of a small report of invented figures, each of another
// length.
func paragraphs() []string {
	p := []string{
		"政府工作报告", "——2023年1月5日在云溪县第九届人民代表大会第三次会议上", "云溪县县长　李明", "各位代表：",
		"一、2022年工作回顾",
	}
	for i, topic := range []string{"农业", "工业", "旅游", "交通", "教育", "医疗", "水利", "林业", "城建", "环保"} {
		p = append(p, fmt.Sprintf("（%c）%s发展迈上新台阶。全年%s投资完成%d.%d亿元，比上年增长%d.%d%%，新建项目%d个，竣工%d个。%s",
			[]rune("一二三四五六七八九十")[i], topic, topic, 1234+i*17, i, 3+i, i, 100+i*11, 21+i,
			strings.Repeat("我们坚持稳中求进，狠抓落实，各项事业取得新进展，", i%4)+"群众得到更多实惠。"))
	}
	p = append(p, "二、2023年工作安排")
	for i, topic := range []string{"农业", "工业", "旅游", "交通"} {
		p = append(p, fmt.Sprintf("%d.抓好%s。计划投资%d.%d亿元，新建项目%d个，力争%s增加值增长%d%%左右，让发展成果更多更公平地惠及全县人民。",
			i+1, topic, 2100+i*31, i, 120+i*7, topic, 5+i))
	}
	return p
}

// wrapped breaks each paragraph behind every width characters.
func wrapped(p []string, width int, indent, between string) string {
	var b strings.Builder
	for _, s := range p {
		r := []rune(indent + s)
		for len(r) > width {
			b.WriteString(string(r[:width]) + "\n")
			r = r[width:]
		}
		b.WriteString(string(r) + "\n" + between)
	}
	return b.String()
}

// TestWrapped: a text broken at a fixed width has the paragraphs that it had.
func TestWrapped(t *testing.T) {
	texts := func(text string) []string {
		d, err := New(Raw{Text: text}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, p := range d.Paragraphs {
			out = append(out, fmt.Sprintf("%s %d/%d %v %s", p.Chapter, p.From, p.To, p.Heading, d.Quote(p.Start, p.End)))
		}
		return out
	}
	want := texts(strings.Join(paragraphs(), "\n"))
	for _, width := range []int{28, 35, 39, 42} {
		for name, text := range map[string]string{
			"bare":     wrapped(paragraphs(), width, "", ""),
			"indented": wrapped(paragraphs(), width, "　　", ""),
			"parted":   wrapped(paragraphs(), width, "", "\n"),
		} {
			if got := texts(text); !slices.Equal(got, want) {
				for i := range min(len(got), len(want)) {
					if got[i] != want[i] {
						t.Errorf("%s at %d, paragraph %d:\n%s\nwant\n%s", name, width, i, got[i], want[i])
						break
					}
				}
			}
		}
	}
}

// TestInsideNumber: a line break inside a number is none, and one between two
// items of a list stays.
func TestRulerOfTwo(t *testing.T) {
	// Of 39 and 40 as many lines are as of 40 and 41: the answer is always the same.
	var b strings.Builder
	for _, n := range []int{39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41} {
		b.WriteString(strings.Repeat("水", n) + "\n")
	}
	for range 20 {
		buf := &scan(b.String(), &Document{}).buffer
		buf.size()
		if r := newRuler(buf, zone{0, len(buf.lines)}); r.size != 41 {
			t.Fatalf("a ruler of %d, want 41", r.size)
		}
	}
}

func TestInsideNumber(t *testing.T) {
	const sentence = "全年地铁通车里程达54.6公里，新建学校120所，粮食总产21.35万吨，增长8.5%。"
	r := []rune(sentence)
	for i := 1; i < len(r); i++ {
		digit := func(c rune) bool { return c >= '0' && c <= '9' || c == '.' }
		if !digit(r[i-1]) || !digit(r[i]) {
			continue
		}
		text := "各位代表：\n" + string(r[:i]) + "\n" + string(r[i:]) + "\n" + filler(2)
		d, err := New(Raw{Text: text}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(d.Text), sentence) {
			t.Errorf("broken before %s", string(r[i:min(len(r), i+6)]))
		}
	}
	d, err := New(Raw{Text: openingLines + "一、20\n22年工作回顾\n" + filler(2) + "二、202\n3年工作安排\n" + filler(2)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(d.Text); !strings.Contains(got, "一、2022年工作回顾\n") || !strings.Contains(got, "二、2023年工作安排\n") {
		t.Errorf("years cut in headings: %s", got)
	}
	for _, list := range []string{"附件1\n2022年全县民生实事", "重点项目12\n3.新建学校4所", "完成投资5亿元\n6.修建公路30公里", "2021\n2022"} {
		if got := string(Plain(list).Text); got != list {
			t.Errorf("%q became %q", list, got)
		}
	}
}

// TestYearCut: a line break inside a year is none, wherever the lines are short or
// long: in the text, in a range or list of years, in the title and its date.
func TestYearCut(t *testing.T) {
	const body = "到2019年地区生产总值达到84亿元，2016—2019年新增就业6200人，2017、2018年新建学校12所，二〇一九年建成公路30公里。"
	for _, year := range []string{"2019年地区", "2016—2019年", "2017、2018年", "2018年新建", "二〇一九年"} {
		for cut, r := 1, []rune(year); cut <= 4; cut++ {
			broken := strings.Replace(body, year, string(r[:cut])+"\n"+string(r[cut:]), 1)
			d, err := New(Raw{Text: openingLines + broken + "\n" + filler(2)}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(d.Text), body) {
				t.Errorf("%s stays cut behind %d characters", year, cut)
			}
		}
	}
	d, err := New(Raw{Text: "云溪县20\n20年政府工作报告\n——20\n20年1月8日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n一、2019年工作回顾\n" + filler(2)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.Year != 2020 || d.Meta.Title != "云溪县2020年政府工作报告" || d.Meta.Date != "2020-01-08" {
		t.Errorf("year %d, title %q, date %q", d.Meta.Year, d.Meta.Title, d.Meta.Date)
	}
	for _, list := range []string{"2019\n年末总人口36万人", "新建学校12\n2019年竣工", "全年12\n月31日"} {
		if got := string(Plain(list).Text); got != list {
			t.Errorf("%q became %q", list, got)
		}
	}
}

// TestRepeated: a paragraph that stands twice in a row is read once; short lines
// and those with others between stay.
func TestRepeated(t *testing.T) {
	const p = "全年粮食总产21万吨，比上年增长2.1%，新建学校4所。"
	for in, want := range map[string]string{
		p + "\n" + p:                     p,
		p + "\n" + p + "\n" + p + "\n完。": p + "\n完。",
		"新建学校4所。\n新建学校4所。":               "新建学校4所。\n新建学校4所。",
		p + "\n我们再接再厉，继续努力。\n" + p:       p + "\n我们再接再厉，继续努力。\n" + p,
	} {
		if got := string(Plain(in).Text); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}

// textOf is the clean text of a text.
func textOf(t *testing.T, text string) string {
	t.Helper()
	d, err := New(Raw{Text: text}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return string(d.Text)
}

// TestWrappedInWords: a break that counts characters cuts words, too, and may
// stand before a mark that closes.
func TestWrappedInWords(t *testing.T) {
	const sentence = "万元GDP能耗下降3.1%，PM2.5平均浓度下降7%，广义货币M2增长9%，出台《促进就业办法》（试行）等12个文件。"
	p := paragraphs()
	p[6] += sentence
	for width := 26; width < 46; width++ {
		if got := textOf(t, wrapped(p, width, "", "")); !strings.Contains(got, sentence) {
			t.Errorf("wrapped at %d: %s", width, got[strings.Index(got, "万元"):])
		}
	}
	// Links leave names on lines of their own.
	text := wrapped(p, 35, "", "")
	linked := strings.Replace(text, "各项事业取得新的进展", "各项事业", 1) + "制定了《\n县域规划\n》等28部办法。\n"
	if got := textOf(t, linked); !strings.Contains(got, "制定了《县域规划》等28部办法。") {
		t.Errorf("got %s", got)
	}
}

// TestWrappedCopy: a page that carries its text twice, in lines of one width.
func TestWrappedCopy(t *testing.T) {
	p := paragraphs()
	got := textOf(t, wrapped(append(p, p...), 30, "", ""))
	if n := strings.Count(got, "全年农业投资完成"); n != 1 {
		t.Errorf("the text stands there %d times", n)
	}
}

// TestFootInsideSentence: who is in charge of a project stands in brackets that a
// line break opens; nothing behind it belongs to a page's foot.
func TestFootInsideSentence(t *testing.T) {
	p := append(paragraphs(), "附件：2023年重点项目")
	for i := range 12 {
		p = append(p, fmt.Sprintf("%d、新建滨河公园第%d期工程，改造沿线老旧小区和背街小巷%d个（主办：县城管局，协办：各街道办）", i+1, i+1, 20+i))
	}
	for _, width := range []int{30, 31, 32, 33, 34, 35, 36} {
		got := strings.ReplaceAll(textOf(t, wrapped(p, width, "", "")), "\n", "")
		for i := range 12 {
			if item := fmt.Sprintf("背街小巷%d个（主办：县城管局，协办：各街道办）", 20+i); !strings.Contains(got, item) {
				t.Errorf("wrapped at %d: %s is lost", width, item)
			}
		}
	}
}
