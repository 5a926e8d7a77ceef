package read

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
)

// docxNumbering writes the numbers that Word sets before paragraphs by
// itself: without them headings would lose their 一、 and （二）.
type docxNumbering struct {
	abstract map[string]map[int]docxLevel // abstract list → level
	nums     map[string]docxNum
	styles   map[string]docxStyle
	counters map[string][]int // by abstract list
	used     map[string]bool  // nums whose start override was applied
}

type docxLevel struct {
	format, text string
	start        int
	legal        bool
}

type docxNum struct {
	abstract string
	starts   map[int]int
}

type docxStyle struct{ numID, level, based string }

const maxLevels = 9

// numbering reads the numbering and style parts beside the main part. Damage
// there costs the numbers, not the document.
func (p *docxPackage) numbering(dir string) *docxNumbering {
	n := &docxNumbering{
		abstract: map[string]map[int]docxLevel{}, nums: map[string]docxNum{}, styles: map[string]docxStyle{},
		counters: map[string][]int{}, used: map[string]bool{},
	}
	if p.parts[path.Join(dir, "numbering.xml")] == nil {
		return nil
	}
	if p.walk(path.Join(dir, "numbering.xml"), n.lists()) != nil {
		return nil
	}
	_ = p.walk(path.Join(dir, "styles.xml"), n.style())
	return n
}

func (n *docxNumbering) lists() func(xml.Token) error {
	var abs, num string
	var level int
	override := false
	return func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			if e, ok := t.(xml.EndElement); ok {
				switch e.Name.Local {
				case "abstractNum":
					abs = ""
				case "num":
					num = ""
				case "lvlOverride":
					override = false
				}
			}
			return nil
		}
		val := attr(e, "val")
		switch e.Name.Local {
		case "abstractNum":
			abs = attr(e, "abstractNumId")
			n.abstract[abs] = map[int]docxLevel{}
		case "num":
			num = attr(e, "numId")
			n.nums[num] = docxNum{starts: map[int]int{}}
		case "abstractNumId":
			if num != "" {
				x := n.nums[num]
				x.abstract = val
				n.nums[num] = x
			}
		case "lvl", "lvlOverride":
			level, _ = strconv.Atoi(attr(e, "ilvl"))
			override = e.Name.Local == "lvlOverride"
		case "startOverride":
			if num != "" && override {
				n.nums[num].starts[level], _ = strconv.Atoi(val)
			}
		}
		if abs == "" || n.abstract[abs] == nil {
			return nil
		}
		l := n.abstract[abs][level]
		switch e.Name.Local {
		case "start":
			l.start, _ = strconv.Atoi(val)
		case "numFmt":
			l.format = val
		case "lvlText":
			l.text = val
		case "isLgl":
			l.legal = true
		}
		n.abstract[abs][level] = l
		return nil
	}
}

func (n *docxNumbering) style() func(xml.Token) error {
	id := ""
	return func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		s := n.styles[id]
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
			return nil
		case "basedOn":
			s.based = attr(e, "val")
		case "numId":
			s.numID = attr(e, "val")
		case "ilvl":
			s.level = attr(e, "val")
		}
		if id != "" {
			n.styles[id] = s
		}
		return nil
	}
}

// next is the number of a paragraph, which counts on with each call.
func (n *docxNumbering) next(p *docxPara) string {
	id, lv := p.numID, p.level
	for s, i := p.style, 0; s != "" && i < 10 && (id == "" || lv == ""); i++ {
		st := n.styles[s]
		if id == "" {
			id = st.numID
		}
		if lv == "" {
			lv = st.level
		}
		s = st.based
	}
	num, ok := n.nums[id]
	if !ok || id == "0" {
		return ""
	}
	level, _ := strconv.Atoi(lv)
	levels := n.abstract[num.abstract]
	l, ok := levels[level]
	if !ok || level < 0 || level >= maxLevels {
		return ""
	}
	c := n.counters[num.abstract]
	if c == nil {
		c = make([]int, maxLevels)
		for i := range c {
			c[i] = levels[i].start - 1
		}
		n.counters[num.abstract] = c
	}
	if !n.used[id] {
		n.used[id] = true
		for i, start := range num.starts {
			if i >= 0 && i < maxLevels {
				c[i] = start - 1
			}
		}
	}
	c[level]++
	for i := level + 1; i < maxLevels; i++ {
		c[i] = levels[i].start - 1
	}
	return l.render(c, levels)
}

// render fills %1 to %9 of the level's text.
func (l docxLevel) render(c []int, levels map[int]docxLevel) string {
	if l.format == "bullet" || l.format == "none" {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] == '%' && i+1 < len(l.text) && l.text[i+1] >= '1' && l.text[i+1] <= '9' {
			k := int(l.text[i+1] - '1')
			format := levels[k].format
			if l.legal {
				format = "decimal"
			}
			b.WriteString(listNumber(max(c[k], levels[k].start), format))
			i++
			continue
		}
		b.WriteByte(l.text[i])
	}
	s := b.String()
	// Word's own gap is a tab or space; 1. needs one before a digit.
	if s != "" && s[len(s)-1] < 0x80 && s[len(s)-1] != ' ' {
		s += " "
	}
	return s
}

// listNumber writes n in one of Word's formats.
func listNumber(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
		"taiwaneseCountingThousand", "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanCounting":
		return listHan(n)
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾").Replace(listHan(n))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "upperLetter", "lowerLetter":
		if n >= 1 && n <= 26 {
			a := 'A'
			if format == "lowerLetter" {
				a = 'a'
			}
			return string(a + rune(n) - 1)
		}
	case "upperRoman", "lowerRoman":
		s := roman(n)
		if format == "lowerRoman" {
			s = strings.ToLower(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

// listHan writes 0 to 99 as headings do: 一, 十, 十二, 二十.
func listHan(n int) string {
	digit := []string{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digit[n]
	}
	s := "十"
	if n >= 20 {
		s = digit[n/10] + s
	}
	if n%10 > 0 {
		s += digit[n%10]
	}
	return s
}

func roman(n int) string {
	if n <= 0 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.v; n -= r.v {
			b.WriteString(r.s)
		}
	}
	return b.String()
}
