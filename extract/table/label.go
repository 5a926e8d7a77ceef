package table

import (
	"regexp"
	"slices"
	"strings"
)

// label is what stands before a row's figures.
type label struct {
	text   string // without number, mark and unit
	level  int    // of its number: 1 一、, 2 （一）, 3 1., 4 （1）; 0 without one
	marked bool   // 其中： or # stands before it
	indent int
	unit   unit
	growth bool // the label says growth: 地区生产总值增速
	minus  bool // 单位能耗下降
	base   string
	full   bool // names a thing that is measured, and not only a kind of it
	total  bool // 合计, 全市
	group  bool // 按经济类型分
	blank  bool
}

var (
	numbers = []*regexp.Regexp{
		1: regexp.MustCompile(`^([一二三四五六七八九十]{1,3}[、.．])`),
		2: regexp.MustCompile(`^([（(][一二三四五六七八九十]{1,3}[）)])`),
		3: regexp.MustCompile(`^(\d{1,2}[、.．])(?:\D|$)`),
		4: regexp.MustCompile(`^([（(]\d{1,2}[）)]|[①-⑳])`),
	}
	code     = regexp.MustCompile(`^(\d{3,7})\p{Han}{2}`) // 20101人大事务
	within   = regexp.MustCompile(`^(?:在总计中|总计中|其中|#|＃|\*|内[：:]|[Ff]\.)\s*[：:]?`)
	aboard   = regexp.MustCompile(`[（(]?(?:比上年|同比|较上年)?±?(?:增长|增速|增长率|增长速度|增幅|涨幅|增减率?|涨幅|涨跌幅度?)[）)]?$`)
	falling  = regexp.MustCompile(`(?:比上年|同比|累计)?(?:下降|降低|减少)(?:率|幅度?)?$`)
	totals   = regexp.MustCompile(`^(?:(?:全[市省县区州国]|本年|本级|收入|支出|全年)*(?:合计|总计|总数)|全[市省县区州盟旗国]|[本我][市省县区州])$`)
	groups   = regexp.MustCompile(`^按?.{1,14}分(?:组|类)?$|^(?:分|按).{1,12}(?:看|分)?$`)
	whole    = regexp.MustCompile(`^全[市省县区州盟旗国](?:社会)?|^[本我][市省县区州]`)
	measured = regexp.MustCompile(`(?:量|额|值|收入|支出|面积|人口|人数|户数|数|率|比重|占比|比例|指数|价格|投资|存款|贷款|余额|税|费|里程|密度|强度|保费|资产|负债|利润|成本|浓度|能耗|产出|床位|寿命|新增就业|进出口|出口|进口|消费|所得|面积|天数|工资|用电|储蓄|产出|库存|总数|次数|人次|规模)$`)
	// categories are kinds of many things, and of the one that stands above them.
	categories = regexp.MustCompile(`^(?:第[一二三]产业|[农林牧渔]+业|工业|建筑业|批发业|零售业|批发和零售业|住宿业|餐饮业|住宿和餐饮业|房地产业|金融业|轻工业|重工业|采矿业|制造业|城镇|乡村|农村|城市|男性?|女性?|国有|集体|私营|股份|外商|港澳台|民营|民间|铁路|公路|高速|水运|水路|民航|航空|住宅|办公楼|商业营业用房|一般贸易|加工贸易|其他)`)
	kinds      = regexp.MustCompile(`(?:贸易|[产企行工农商]业|区|镇|乡|村)$`) // known names that are kinds of other things as well
	sector     = regexp.MustCompile(`^第[一二三]产业$`)
)

// readLabel reads the text of a label.
func (r *Reader) readLabel(text string, indent int, own []string) label {
	l := label{indent: indent}
	s := strings.Join(strings.Fields(text), "")
	if s == "" {
		l.blank = true
		return l
	}
	for {
		m := within.FindString(s)
		if m == "" {
			break
		}
		l.marked = true
		s = s[len(m):]
	}
	if m := code.FindStringSubmatch(s); m != nil {
		s = s[len(m[1]):]
	}
	for i := 1; i < len(numbers); i++ {
		if m := numbers[i].FindStringSubmatch(s); m != nil {
			l.level = i
			s = s[len(m[1]):]
			break
		}
	}
	if m := within.FindString(s); m != "" {
		l.marked = true
		s = s[len(m):]
	}
	s = bracket.ReplaceAllStringFunc(s, func(m string) string {
		in := bracket.FindStringSubmatch(m)[1]
		if u, ok := r.parse(strings.TrimPrefix(strings.TrimPrefix(in, "单位"), "：")); ok && !l.unit.ok() {
			l.unit = u
			return ""
		}
		return m
	})
	s = strings.TrimRight(s, notes+"：:")
	if cut, ok := strings.CutSuffix(strings.ReplaceAll(s, "％", "%"), "%"); ok {
		l.unit, _ = r.parse("%")
		s = strings.TrimRight(cut, "±+-")
	}
	rate := strings.Contains(s, "自然增长") || strings.HasSuffix(s, "率") && r.known(s)
	if m := aboard.FindString(s); m != "" && !rate {
		l.growth, l.base = true, "yoy"
		s = strings.TrimSuffix(s, m)
	} else if m := falling.FindString(s); m != "" {
		l.growth, l.minus, l.base = true, true, "yoy"
		s = strings.TrimSuffix(s, m)
	}
	if cut, ok := strings.CutSuffix(s, "年均"); ok && l.growth {
		l.base, s = "annual_avg", cut
	}
	l.group = groups.MatchString(s)
	l.total = totals.MatchString(s) || slices.Contains(own, s)
	l.text = l.trimArea(s, own)
	l.full = !sector.MatchString(l.text) && (measured.MatchString(strings.TrimRight(bracket.ReplaceAllString(l.text, ""), "：")) || r.known(l.text) && !kinds.MatchString(l.text) && !categories.MatchString(l.text))
	return l
}

// trimArea takes the report's own area from the front of a label.
func (l *label) trimArea(s string, own []string) string {
	if l.total {
		return s
	}
	s = strings.TrimPrefix(s, "年末")
	if rest := whole.ReplaceAllString(s, ""); rest != "" && !strings.HasPrefix(s, "全国") {
		s = rest
	}
	longest := "" // 云溪县, not 云溪
	for _, name := range own {
		if len(name) > len(longest) && name != s && strings.HasPrefix(s, name) {
			longest = name
		}
	}
	return strings.TrimPrefix(s, longest)
}

// node is a row on the way down to another.
type node struct {
	label
	row    int
	parted bool // a marked row has named a part of it
}

// tree remembers the rows that the next ones may belong to.
type tree struct {
	open []node
	flat bool // no label is indented more than another
}

// add puts a row into the tree and returns the rows that it belongs to, the
// outermost first.
func (t *tree) add(l label, row int) []node {
	for len(t.open) > 0 && !t.holds(&t.open[len(t.open)-1], &l) {
		t.open = t.open[:len(t.open)-1]
	}
	if n := len(t.open); n > 0 && l.marked {
		t.open[n-1].parted = true
	}
	above := append([]node(nil), t.open...)
	t.open = append(t.open, node{label: l, row: row})
	return above
}

// holds tells whether the row of l belongs to that of up.
func (t *tree) holds(up *node, l *label) bool {
	switch {
	case l.group:
		return up.full && !up.marked && up.indent <= l.indent
	case up.group:
		return l.indent > up.indent || t.flat && !l.full
	case up.level > 0 && l.level > 0 && !l.marked:
		return up.level < l.level
	case l.marked:
		return up.indent < l.indent || up.indent == l.indent && !up.marked
	case up.marked:
		// The next of the marked rows stands below the label behind the mark.
		return l.indent > up.indent+8
	case up.indent < l.indent:
		return true
	case t.flat && up.indent == l.indent:
		return up.full && !l.full && l.level == 0 && !l.total && (up.parted || categories.MatchString(l.text))
	}
	return false
}
