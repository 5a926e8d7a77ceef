package columns

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

// lineKind tells what a line may be in a table whose cells are lines.
type lineKind uint8

const (
	otherLine lineKind = iota // a sentence
	wordLine
	yearLine
	figureLine
)

// stack is lines one below the other with what each may be.
type stack struct {
	lines []string
	kinds []lineKind
}

func newStack(lines []string) *stack {
	s := &stack{}
	for _, l := range lines {
		l = strings.Trim(l, noteMarks)
		s.lines = append(s.lines, l)
		s.kinds = append(s.kinds, kindOf(l))
	}
	return s
}

// noteMarks refer to notes.
const noteMarks = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹"

// longestCell is how many characters a cell has at most.
const longestCell = 30

func kindOf(s string) lineKind {
	switch {
	case s == "" || len(s) > longestCell*utf8.UTFMax || utf8.RuneCountInString(s) > longestCell:
		return otherLine
	case isYear(s):
		return yearLine
	case IsFigure(s):
		return figureLine
	case strings.ContainsAny(s, "。；！？，"):
		return otherLine
	}
	return wordLine
}

// figure tells a line with a value. 2023 may be one, 2023年 is none.
func (s *stack) figure(i int) bool {
	return s.kinds[i] == figureLine || s.kinds[i] == yearLine && plainNumber(s.lines[i])
}

var labelHeads = regexp.MustCompile(`^(?:\S{0,6}(?:指标|项目|科目|产品|商品|品种|名称|类别|分类|行业)|地区|区域|县区|区县|县市|乡镇|镇街|街镇|街道|镇|乡|县|国家|国别|部门|年份|年度|月份|分组)$`)

// labelEnds are what a line that heads labels ends in.
var labelEnds = han.NewSet("标目品种称别类业区域县市镇街道乡家门份度组）)")

var headBracket = regexp.MustCompile(`[（(][^（()）]*[）)]$`)

// labelHead tells a line that can head a table's labels: 指标, 产品名称.
func (s *stack) labelHead(i int) bool {
	if s.kinds[i] != wordLine {
		return false
	}
	l := strings.Join(strings.Fields(s.lines[i]), "")
	if last, _ := utf8.DecodeLastRuneInString(l); !labelEnds.Has(last) {
		return false
	}
	return labelHeads.MatchString(headBracket.ReplaceAllString(l, ""))
}

// label tells a line that can be the label of a row.
func (s *stack) label(i int) bool {
	switch s.kinds[i] {
	case wordLine:
		return !s.labelHead(i) && !titleWord.MatchString(s.lines[i])
	case yearLine:
		return true
	}
	return false
}

var noteHead = regexp.MustCompile(`^(?:备注|说明|注|属性|指标属性|性质|类型|指标类型|责任单位|牵头单位|单位)$`)

// wordHead tells a line that can head a column of words behind figures.
func (s *stack) wordHead(i int) bool {
	return s.labelHead(i) || noteHead.MatchString(strings.Join(strings.Fields(s.lines[i]), ""))
}

var orderHead = regexp.MustCompile(`^(?:序\s*号|编\s*号|行\s*次|No\.?)$`)

// heads tells that the lines from-to can be a head.
func (s *stack) heads(from, to int) bool {
	if to > len(s.lines) {
		return false
	}
	for i := from; i < to; i++ {
		if s.kinds[i] == otherLine || s.kinds[i] == figureLine || s.group(i) || titleWord.MatchString(s.lines[i]) {
			return false
		}
	}
	return true
}

// repeats tells that the lines at i are n names, times times over.
func (s *stack) repeats(i, times, n int) bool {
	if i+n*times > len(s.lines) || !s.heads(i, i+n*times) {
		return false
	}
	for k := n; k < n*times; k++ {
		if s.lines[i+k] != s.lines[i+k-n] {
			return false
		}
	}
	return true
}

var groupLine = regexp.MustCompile(`^(?:按.{1,14}分(?:组|类)?|[一二三四五六七八九十]{1,3}、.+|[（(][一二三四五六七八九十]{1,3}[）)].+|.{1,20}[：:])$`)

// group tells a line that parts the rows of a table: 按性别分, 一、农业.
func (s *stack) group(i int) bool {
	return i < len(s.lines) && s.kinds[i] == wordLine && groupLine.MatchString(s.lines[i]) && !titleWord.MatchString(s.lines[i])
}

// ends tells that a table may end before line i: what follows up to the next
// sentence, title or head holds no figure but a page's number.
func (s *stack) ends(i int) bool {
	for k := i; k < len(s.lines); k++ {
		switch {
		case s.kinds[k] == otherLine, titleWord.MatchString(s.lines[k]), s.labelHead(k):
			return true
		case k == i && plainNumber(s.lines[k]):
		case s.kinds[k] == figureLine:
			return false
		}
	}
	return true
}

// plainNumber tells digits alone.
func plainNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isOrder tells the number n of a row: 3, 3., 3、.
func isOrder(s string, n int) bool {
	v, err := strconv.Atoi(strings.TrimRight(s, ".．、"))
	return err == nil && v == n
}

// isSign tells a mark that stands for what is not there.
func isSign(s string) bool {
	return strings.Trim(s, "-－—―─–…．.＊*#") == ""
}
