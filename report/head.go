package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

// headInfo is what the lines before a report's text say.
type headInfo struct {
	title, meeting, date, speaker string
	dated                         bool // the date stands with the meeting
	places                        []string
}

// readHead reads title, meeting, date and speaker from the head, and the names
// of the place from it and the opening sentence.
func (d *draft) readHead() headInfo {
	var h headInfo
	for _, l := range joinTitles(d.topLines()) {
		h.line(l.text, l.head)
	}
	if s := d.lead(); s != "" {
		if name := between(s, "代表", "人民政府"); name != "" {
			h.place(name)
		} else if strings.Contains(s, "代表国务院") || strings.Contains(s, "国务院的委托") || strings.Contains(s, "代表中央人民政府") {
			h.place("全国")
		}
	}
	return h
}

// topLines are the lines before the text and the first five of it, without
// those that are too long to say what a report is.
func (d *draft) topLines() []topLine {
	var lines []topLine
	body := 0
	for i, p := range d.Paragraphs {
		if d.zones[i] == inTail || d.zones[i] == inBody && body > 4 {
			break
		}
		if d.zones[i] == inBody {
			body++
		}
		if p.End-p.Start > 130 {
			continue
		}
		line := strings.Trim(han.String(d.Norm[p.Start:p.End]), "-—―–_ ")
		if !titled(line) || !d.insideSentence(i) {
			lines = append(lines, topLine{line, d.zones[i] == inHead})
		}
	}
	return lines
}

// insideSentence tells a paragraph that goes on with the one before it: a page
// parts the words of a link from the sentence around it.
func (d *draft) insideSentence(i int) bool {
	return i > 0 && d.zones[i-1] == inBody && isOpenSentence(d.Norm[d.Paragraphs[i-1].Start:d.Paragraphs[i-1].End])
}

// isOpenSentence tells prose that does not end in t.
func isOpenSentence(t []rune) bool {
	return strings.ContainsAny(string(t), "，,") && !han.EndsLine(t[len(t)-1])
}

// line takes one line of the head.
func (h *headInfo) line(s string, head bool) {
	s, issuer := cutIssuer(s)
	if issuer != "" {
		defer h.issuer(issuer)
	}
	for _, l := range []string{"标题：", "名称：", "题目："} {
		if i := strings.Index(s, l); i >= 0 && i < 12 {
			s = s[i+len(l):]
			if k := strings.Index(s, "——"); k > 0 {
				h.line(s[k:], head)
				s = s[:k]
			}
			h.setTitle(s)
			return
		}
	}
	switch {
	case containsAny(s, "会议上", "人民代表大会第", "代表大会") && !strings.HasSuffix(s, "。") && utf8.RuneCountInString(s) < 80 && containsAny(s, "届", "会议"):
		if h.meeting == "" {
			h.meeting = meetingOf(s)
		}
		if dt := dateIn(s); dt != "" {
			h.date, h.dated = dt, true
		}
		if name := placeBefore(s, "第"); name != "" {
			h.place(name)
		}
		if i := strings.Index(s, "会议上"); i >= 0 && h.speaker == "" {
			h.speak(strings.TrimLeft(s[i+len("会议上"):], "）)：: "))
		}
		return
	case titled(s):
		h.setTitle(withoutMarks(s))
		return
	case isIssuer(s):
		h.issuer(s)
		return
	}
	if !head && (strings.HasSuffix(s, "。") || utf8.RuneCountInString(s) > 30) {
		return
	}
	if dt := dateIn(s); dt != "" && h.date == "" {
		h.date = dt
		h.dated = strings.HasPrefix(s, "（") || utf8.RuneCountInString(s) < 14
		return
	}
	if h.speaker == "" {
		h.speak(s)
	}
}

// titled tells a line that is the title of a report.
func titled(s string) bool {
	if utf8.RuneCountInString(s) > 60 || containsAny(s, "。", "，请", "我代表") {
		return false
	}
	return endsBy(withoutMarks(s), titleEnds...)
}

// titleEnds are what titles of reports, plans, budgets and communiqués end in.
var titleEnds = []string{"政府工作报告", "工作的报告", "统计公报", "草案的报告", "草案）的报告", "纲要的报告", "计划的报告", "决算的报告", "决算公开", "预算公开"}

// setTitle keeps the title that says most.
func (h *headInfo) setTitle(s string) {
	s = strings.TrimSpace(strings.Trim(s, "《》"))
	if len(s) > len(h.title) && (h.title == "" || !strings.Contains(h.title, "20") || strings.Contains(s, "20")) {
		h.title = s
	}
	for _, y := range years(s) {
		s = s[:y.at] + s[min(y.end, len(s)):]
		break
	}
	if strings.HasPrefix(s, "中华人民共和国") {
		h.place("全国")
		return
	}
	for _, w := range []string{"统计局", "政府工作报告", "人民政府", "国民经济", "工作报告"} {
		if i := strings.Index(s, w); i > 0 && strings.ContainsAny(lastOf(s[:i]), "省市县区州盟旗镇乡") {
			h.place(s[:i])
			break
		}
	}
}

func lastOf(s string) string {
	_, w := utf8.DecodeLastRuneInString(s)
	return s[len(s)-w:]
}

var offices = []string{"主席", "省长", "市长", "区长", "县长", "州长", "盟长", "旗长", "镇长", "乡长", "总理", "主任", "报告人："}

// speak reads a line such as 静安区区长 王华 or 国务院总理 李克强.
func (h *headInfo) speak(s string) {
	s = strings.Trim(s, "（）() ")
	if n := utf8.RuneCountInString(s); n < 4 || n > 40 || containsAny(s, "。", "；", "，", "来源", "作者", "各位") {
		return
	}
	for _, o := range offices {
		i := strings.Index(s, o)
		if i < 0 {
			continue
		}
		name := strings.TrimLeft(s[i+len(o):], " ：:　（代）")
		before := s[:i]
		if o == "报告人：" {
			h.speak(name)
			if h.speaker == "" && utf8.RuneCountInString(name) <= 5 {
				h.speaker = name
			}
			return
		}
		if n := utf8.RuneCountInString(name); n < 2 || n > 16 || n > 4 && !strings.Contains(name, "·") && !strings.Contains(name, "•") {
			return
		}
		h.speaker = name
		if o == "总理" && !strings.Contains(before, "省") {
			h.place("全国")
			return
		}
		before = strings.TrimSuffix(strings.TrimSuffix(before, "代"), "副")
		before = strings.TrimSuffix(strings.TrimSuffix(before, "人民政府"), "管理委员会")
		if utf8.RuneCountInString(before) >= 2 {
			h.place(before)
		}
		return
	}
}

func (h *headInfo) place(s string) {
	s = strings.Trim(s, "，、 ")
	for _, w := range []string{"中国共产党", "中共"} {
		s = strings.TrimPrefix(s, w)
	}
	// 容城县第十四届 of 容城县第十四届人民政府
	if i := strings.Index(s, "届"); i > 0 && i+len("届") == len(s) {
		for i > 0 {
			r, w := utf8.DecodeLastRuneInString(s[:i])
			if han.UpToTen(r) < 0 && !han.IsAnyDigit(r) && r != '第' {
				break
			}
			i -= w
		}
		s = s[:i]
	}
	if n := utf8.RuneCountInString(s); n < 2 || n > 20 || containsAny(s, "：", "，", "。") {
		return
	}
	if strings.HasPrefix(s, "各位") {
		return
	}
	switch s {
	case "省", "市", "县", "区", "州", "盟", "旗", "自治区", "全省", "全市", "全区", "全县":
		return
	case "中华人民共和国", "国务院", "全国", "中央":
		s = "全国"
	}
	for _, p := range h.places {
		if p == s {
			return
		}
	}
	h.places = append(h.places, s)
}

// meetingOf cuts the meeting's name out of its line: 静安区第二届人民代表大会第三次会议.
func meetingOf(s string) string {
	if i := strings.Index(s, "会议"); i >= 0 {
		s = s[:i+len("会议")]
	}
	if i := strings.Index(s, "届"); i > 0 {
		if k := strings.LastIndex(s[:i], "在"); k >= 0 {
			return s[k+len("在"):]
		}
	}
	if i := strings.LastIndex(s, "日在"); i >= 0 {
		s = s[i+len("日在"):]
	} else if i := strings.LastIndex(s, "）在"); i >= 0 {
		s = s[i+len("）在"):]
	} else if strings.HasPrefix(s, "在") {
		s = s[len("在"):]
	} else if i := strings.Index(s, "——在"); i >= 0 {
		s = s[i+len("——在"):]
	} else if i := strings.Index(s, "—在"); i >= 0 {
		s = s[i+len("—在"):]
	}
	return strings.TrimLeft(s, "-—― ")
}

// placeBefore returns what stands before 第X届人民代表大会, or the place that a
// people's congress names itself by (高唐县十八届人民代表大会).
func placeBefore(s, _ string) string {
	m := meetingOf(s)
	if strings.HasPrefix(m, "第") && strings.Contains(m, "全国人民代表大会") {
		return "全国"
	}
	i := strings.Index(m, "届")
	if i < 0 {
		if i = strings.Index(m, "人民代表大会"); i <= 0 {
			return ""
		}
		return m[:i]
	}
	// Back over the number and 第.
	for i > 0 {
		r, w := utf8.DecodeLastRuneInString(m[:i])
		if han.UpToTen(r) < 0 && !han.IsAnyDigit(r) && r != '第' {
			break
		}
		i -= w
	}
	return m[:i]
}

// between returns what stands between a and b, if it is short.
func between(s, a, b string) string {
	i := strings.Index(s, a)
	if i < 0 {
		return ""
	}
	s = s[i+len(a):]
	j := strings.Index(s, b)
	if j <= 0 || utf8.RuneCountInString(s[:j]) > 16 {
		return ""
	}
	return s[:j]
}

// dateIn finds a day in s: 2023年1月5日, 二〇二三年一月五日, 2023-01-05,
// 2023/1/5, and returns it as YYYY-MM-DD, or "".
func dateIn(s string) string {
	for _, y := range years(s) {
		m, n := smallNumber(s[y.end:])
		rest := s[y.end+n:]
		if n == 0 || !strings.HasPrefix(rest, "月") {
			continue
		}
		rest = rest[len("月"):]
		d, k := smallNumber(rest)
		if k == 0 || !strings.HasPrefix(rest[k:], "日") {
			continue
		}
		if t := date(y.year, m, d); t != "" {
			return t
		}
	}
	for i := 0; i+8 <= len(s); i++ {
		y, n := fourDigits(s[i:])
		if n == 0 {
			continue
		}
		rest := s[i+n:]
		if n == 4 && len(rest) > 3 && (rest[0] == '-' || rest[0] == '/' || rest[0] == '.') {
			sep := rest[0]
			m, k := smallNumber(rest[1:])
			if k > 0 && len(rest) > 1+k && rest[1+k] == sep {
				if d, j := smallNumber(rest[2+k:]); j > 0 {
					if t := date(y, m, d); t != "" {
						return t
					}
				}
			}
		}
		i += n - 1
	}
	return ""
}

func date(y, m, d int) string {
	if y < 1949 || y >= 2100 || m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// smallNumber reads a number below 100 in digits or Chinese numerals; n is its
// length in bytes.
func smallNumber(s string) (v, n int) {
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	if n > 0 {
		return v, n
	}
	r := []rune(cutRunes(s, 3))
	v, k := han.Small(r)
	return v, len(string(r[:k]))
}

// dateYear is the year that a report given on a day plans: the next one from
// November on.
func dateYear(day string) int {
	if len(day) != 10 {
		return 0
	}
	y := int(day[0]-'0')*1000 + int(day[1]-'0')*100 + int(day[2]-'0')*10 + int(day[3]-'0')
	if day[5:7] >= "11" {
		y++
	}
	return y
}
