package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/word"
	"zhibiao/lexicon"
)

// longestHeading is how long a heading that is a part's name is at most:
// 临港新片区, 北京经济技术开发区.
const longestHeading = 12

// under tells whether the heading over a fact, or what opens its paragraph
// before a colon, is the name of a part and no more: 高新区：工业总产值50亿元.
// What a heading tells of a zone (加快高新区建设) says nothing of the figures.
func (a *areas) under(h *home, f *Fact) bool {
	if f.Section != h.section || h.headed == nil {
		title := f.Section[strings.LastIndex(f.Section, "/")+1:]
		headed := a.isPart(h, strings.TrimSpace(title))
		h.section, h.headed = f.Section, &headed
	}
	if *h.headed {
		return true
	}
	return a.isPart(h, label(h.doc.Norm[h.doc.Paragraphs[f.Paragraph].Start:f.Start]))
}

// label is what stands before the colon near the beginning of a paragraph, "" where none
// does.
func label(t []rune) string {
	end := slices.Index(t[:min(len(t), longestHeading+1)], '：')
	return string(t[:max(end, 0)])
}

// isPart tells whether s is the name of a zone or of a place inside the area.
func (a *areas) isPart(h *home, s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > longestHeading || strings.ContainsAny(s, "0123456789一二三四五六七八九十两各") {
		return false // 五大功能区
	}
	if at, end := zones.Find(s); end > 0 && end == len(s) {
		return utf8.RuneCountInString(s[:at]) <= zoneName && !a.names.words.Is(string([]rune(s)[:2]), word.Acting)
	}
	found, length := a.place(h, s)
	code := h.doc.Meta.RegionCode
	return length == len(s) && code != "" && code != found.Code && lexicon.Contains(code, found.Code)
}
