package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// members are the parts of a list on their way to names that stand alone.
type members struct {
	*context
	parts    [][]clause.Token
	names    []clause.Phrase // of the parts, so far
	complete bool            // each part is an indicator's name as it stands
	head     clause.Phrase   // what the last name ends in and the others lack
	example  clause.Phrase   // the last member, before 等
}

// expand makes n subjects of the parts of a list: 养老、医疗和失业保险参保人数
// are three 保险参保人数, 省属企业营业收入、利润 are both the enterprises'.
func (c *context) expand(parts [][]clause.Token, n int) []clause.Phrase {
	if len(parts) == 0 {
		return nil
	}
	if short, rate := withoutRate(parts); rate.Text != "" {
		names := c.expand(short, n)
		for i := range names {
			if !strings.HasSuffix(names[i].Text, rate.Text) {
				names[i] = clause.Join(names[i], rate)
			}
		}
		return names
	}
	parts = onePreposition(carriedToo(apposed(parts, n)))
	if three := industries(parts); three != nil {
		return three
	}
	m := &members{context: c, parts: parts}
	for _, p := range parts {
		m.names = append(m.names, clause.PhraseOf(c.doc.Text, p))
	}
	if m.deposits() {
		return m.names
	}
	if len(parts) == 1 {
		if held := c.x.several.of(m.names[0], n); held != nil {
			return held
		}
		return m.names
	}
	if m.perOutput() {
		return m.names
	}
	if m.bySize() {
		return m.names
	}
	m.complete, m.head = c.allIndicators(m.names), c.inLast(parts)
	if m.complete && !m.head.Empty() {
		m.end(m.head)
	} else {
		m.shareTail()
		m.shareOwner()
	}
	m.sharePreposition()
	m.shareUse()
	m.shareInsured()
	m.sharePer()
	return m.names
}

// deposits gives deposits what is told of loans with them, and these whose both are: 金融机构存[款余额]、[金融机构]贷款
// 余额. It is false where more is to be shared.
func (m *members) deposits() bool {
	if len(m.parts) != 2 || !strings.HasPrefix(m.names[1].Text, "贷款") {
		return false
	}
	first, rest := m.parts[0], strings.TrimPrefix(m.names[1].Text, "贷款")
	whole := strings.HasSuffix(m.names[0].Text, "存款")
	switch {
	case whole && rest == "余额":
	case strings.HasSuffix(m.names[0].Text, "存"):
		rest = "款" + rest
	default:
		return false
	}
	m.names[0] = m.names[0].Plus(rest)
	whose := first[:len(first)-1]
	if len(whose) == 0 || !first[len(whose)].Says("存", "存款") {
		return whole
	}
	m.names[1] = clause.Join(clause.PhraseOf(m.doc.Text, whose), m.names[1])
	return true
}

// withoutRate takes the name of a rate of growth off the last member of a list, or that of a share where
// the others have no such head of their own: 钢铁、水泥产量[增速], 发电量、用电量[占比].
func withoutRate(parts [][]clause.Token) ([][]clause.Token, clause.Phrase) {
	last := parts[len(parts)-1]
	k := len(last) - 1
	if len(parts) < 2 || k < 1 {
		return parts, clause.Phrase{}
	}
	growth := last[k].Is(word.Rate) && last[k].Is(word.Unstripped)
	share := last[k].Says("占比") && !last[k-1].Says("的") && !slices.ContainsFunc(parts[:len(parts)-1], endsInRate)
	if !growth && !share {
		return parts, clause.Phrase{}
	}
	out := slices.Clone(parts)
	out[len(out)-1] = last[:k]
	return out, clause.Phrase{Text: last[k].Text, Spans: [][2]int{{last[k].Start, last[k].End}}}
}

// endsInRate tells whether a member of a list ends in the name of a rate or an index.
func endsInRate(p []clause.Token) bool {
	end := &p[len(p)-1]
	return end.Is(word.Rate, word.ShareName) || hasSuffix(end.Text, "率", "比", "度", "指数")
}

// carriedToo drops the verb that only carries the figure of a later member: 接待游客、[实现]旅游
// 总花费.
func carriedToo(parts [][]clause.Token) [][]clause.Token {
	out := parts
	for i := 1; i < len(parts); i++ {
		if carriesMember.Begins(parts[i]) {
			if &out[0] == &parts[0] {
				out = slices.Clone(parts)
			}
			out[i] = parts[i][1:]
		}
	}
	return out
}

var carriesMember = clause.Row{clause.Says("实现"), clause.Noun.Not(word.Attribute)}

// onePreposition drops 对 before each member but the first, which it is shared from: 对韩、[对]日
// 出口.
func onePreposition(parts [][]clause.Token) [][]clause.Token {
	out := parts
	for i, p := range parts {
		switch {
		case len(p) < 2 || !p[0].Says("对") || !p[0].Tagged("p"):
			return parts
		case i == 1:
			out = slices.Clone(parts)
			fallthrough
		case i > 1:
			out[i] = p[1:]
		}
	}
	return out
}

// last is the index of the last member.
func (m *members) last() int { return len(m.parts) - 1 }

// end puts a tail behind every name but the last.
func (m *members) end(tail clause.Phrase) {
	for i := range m.names[:m.last()] {
		if (tail.Text != "浓度" || !m.endsWhole(m.parts[i])) && !earnsNone(m.names[i], tail) {
			m.names[i] = overlap(m.names[i], tail)
		}
	}
}

// perOutput gives 万元GDP能耗、水耗 the output that both are measured by; it is
// false where the list is no such.
func (m *members) perOutput() bool {
	words := m.x.words
	per := words.Match(m.names[0].Text, word.OutputRatio)
	if per == "" || per == m.names[0].Text {
		return false
	}
	if len(m.names[0].Spans) == 0 {
		return true
	}
	from := m.names[0].Spans[0][0]
	prefix := clause.Phrase{Text: per, Spans: [][2]int{{from, from + utf8.RuneCountInString(per)}}}
	for i := 1; i < len(m.names); i++ {
		if !strings.HasPrefix(m.names[i].Text, per) && words.Has(m.names[i].Text, word.PerOutput) {
			m.names[i] = clause.Join(prefix, m.names[i])
		}
	}
	return true
}

// bySize gives those of each size that a list goes through their name and what their size is of: 产值超10亿元、
// 超50亿元企业 are 产值超10亿元[企业] and [产值]超50亿元企业. It is false where the list is no such.
func (m *members) bySize() bool {
	var of, things clause.Phrase
	for i, name := range m.names {
		k := sized.FindStringSubmatchIndex(name.Text)
		if k == nil || len(name.Spans) != 1 {
			return false
		}
		before, behind := name.Text[:k[2]], utf8.RuneCountInString(name.Text[k[3]:])
		switch {
		case i == m.last():
			things = name.Behind(name.Size() - behind)
		case behind > 0, i > 0 && before != "":
			return false
		case i == 0:
			of = name.Shorter(name.Size() - utf8.RuneCountInString(before))
		}
	}
	if things.Empty() {
		return false
	}
	for i := range m.names {
		if i < m.last() {
			m.names[i] = clause.Join(m.names[i], things)
		}
		if i > 0 && !of.Empty() && !strings.HasPrefix(m.names[i].Text, of.Text) {
			m.names[i] = clause.Join(of, m.names[i])
		}
	}
	return true
}

// sized is a name with a size in it: what the size is of, and those of the size.
var sized = regexp.MustCompile(`^(?:\D*?)((?:超过?)?[\d.十百千万亿]+元(?:以上)?)`)

// sharePreposition makes 对A、B出口 an export to each.
func (m *members) sharePreposition() {
	if m.parts[0][0].Pos != "p" || !strings.HasPrefix(m.names[0].Text, "对") {
		return
	}
	for i := 1; i < len(m.names); i++ {
		m.names[i] = clause.Join(clause.PhraseOf(m.doc.Text, m.parts[0][:1]), m.names[i])
	}
}

// shareUse gives each of what money is used for what it is and who uses it: 财政用于教育、[财政用于]卫生的支出.
func (m *members) shareUse() {
	const use, of = "用于", "的"
	last := m.names[m.last()].Text
	at, de := strings.Index(m.names[0].Text, use), strings.LastIndex(last, of)
	if at < 0 || de < 0 || len(m.names[0].Spans) == 0 {
		return
	}
	from, whose := m.names[0].Spans[0][0], m.names[0].Text[:at+len(use)]
	prefix := clause.Phrase{Text: whose, Spans: [][2]int{{from, from + utf8.RuneCountInString(whose)}}}
	for i := range m.names {
		name, money := &m.names[i], last[de+len(of):]
		if !strings.Contains(name.Text, use) {
			*name = clause.Join(prefix, *name)
		}
		if goal, ok := strings.CutSuffix(name.Text, money); ok && goal != "" && !strings.HasSuffix(goal, of) {
			*name = name.Shorter(utf8.RuneCountInString(money)).Plus(last[de:])
		}
	}
}

// tails propose what stands behind the last member and belongs to all; the first
// that proposes something has it.
var tails = []func(m *members) clause.Phrase{
	(*members).behindLevels,   // 城镇、农村[低保平均标准]
	(*members).insurance,      // 城镇职工养老、失业[保险参保人数]
	(*members).behindExamples, // 甲、乙等[企业产值]
	(*members).trade,          // 金融、物流、文化[产业增加值]
	(*members).ofOneKind,      // 傣族、景颇族[群众人均收入]
	(*members).traded,         // 机电产品、农产品[出口]
	(*members).attribute,      // 粮食、蔬菜、肉蛋奶[产量]
	(*members).restOfLast,     // 养老、失业[保险参保人数]
	(*members).inLastName,     // 二氧化硫、氮氧化物[排放量]
	(*members).likeFirst,      // 八类案件、抢劫、抢夺[案件]
}

// shareTail gives each member the head that the last one has for all.
func (m *members) shareTail() {
	var tail clause.Phrase
	for _, propose := range tails {
		if tail = propose(m); !tail.Empty() {
			break
		}
	}
	if tail.Empty() {
		return
	}
	for i := range m.names[:m.last()] {
		if !strings.HasSuffix(m.names[i].Text, tail.Text) && !m.endsWhole(m.parts[i]) && !earnsNone(m.names[i], tail) {
			m.names[i] = overlap(m.names[i], behindTrade(m.names[i], tail))
		}
	}
	if !m.example.Empty() {
		m.names[m.last()] = clause.Join(m.example, tail)
	}
}

// earnsNone tells whether a name is that of tourists, who have no income: [国内游客]、旅游收入.
func earnsNone(name, tail clause.Phrase) bool {
	return hasSuffix(name.Text, "游客", "旅客") && hasSuffix(tail.Text, "收入", "花费", "消费")
}

// behindLevels is what stands behind the level that the last member opens with, where the others
// are levels alone.
func (m *members) behindLevels() clause.Phrase {
	last := m.parts[m.last()]
	if len(last) < 2 || !oneLevel.Begins(last) {
		return clause.Phrase{}
	}
	for _, p := range m.parts[:m.last()] {
		if len(p) > 1 || !oneLevel.Begins(p) {
			return clause.Phrase{}
		}
	}
	return clause.PhraseOf(m.doc.Text, last[1:])
}

var (
	// levelWord says of what level a thing is; 城市 stands beside 农村 as one.
	levelWord = clause.Is(word.Level).Or(clause.Says("城市"))
	oneLevel  = clause.Row{levelWord}
)

func (m *members) behindExamples() clause.Phrase {
	last := m.parts[m.last()]
	for i := len(last) - 1; i >= 0; i-- {
		if last[i].Text == "等" {
			m.example = clause.PhraseOf(m.doc.Text, last[:i])
			return clause.PhraseOf(m.doc.Text, last[i+1:])
		}
	}
	return clause.Phrase{}
}

// insurance is 保险 in the last name, with what stands behind it, where the others are named by what
// is insured against.
func (m *members) insurance() clause.Phrase {
	last := m.names[m.last()]
	i := strings.Index(last.Text, "保险")
	if i <= 0 || len(last.Spans) != 1 || last.Spans[0][0] < 0 {
		return clause.Phrase{}
	}
	for _, name := range m.names[:m.last()] {
		if !hasSuffix(name.Text, "养老", "医疗", "失业", "工伤", "生育", "保险") {
			return clause.Phrase{}
		}
	}
	return last.Behind(utf8.RuneCountInString(last.Text[:i]))
}

// shareInsured gives each insurance of a list those whom the first one insures: 城乡居民医疗、
// [城乡居民]养老保险.
func (m *members) shareInsured() {
	whose := &m.parts[0][0]
	if len(m.parts[0]) < 2 || !whose.Says("城乡居民", "城镇职工", "城镇居民", "职工") {
		return
	}
	for i := range m.names[1:] {
		if name := &m.names[i+1]; strings.Contains(name.Text, "保险") && !strings.Contains(name.Text, whose.Text) {
			*name = clause.Join(clause.PhraseOf(m.doc.Text, m.parts[0][:1]), *name)
		}
	}
}

// lacking tells whether the first member may need what the last one ends in.
func (m *members) lacking() bool { return !m.complete && !m.endsWhole(m.parts[0]) }

// trade is 产业 in the last name, with what stands behind it.
func (m *members) trade() clause.Phrase {
	name := m.names[m.last()]
	i := strings.Index(name.Text, "产业")
	if i <= 0 || strings.HasPrefix(name.Text[i:], "产业链") || !m.lacking() || len(name.Spans) != 1 || name.Spans[0][0] < 0 {
		return clause.Phrase{}
	}
	for i := range m.names[:m.last()] {
		if strings.Contains(m.names[i].Text, "业") {
			return clause.Phrase{}
		}
	}
	from := name.Spans[0][0] + utf8.RuneCountInString(name.Text[:i])
	return clause.Phrase{Text: name.Text[i:], Spans: [][2]int{{from, name.Spans[0][1]}}}
}

// ofOneKind is what stands behind the first word of the last member, where that ends as the others
// do, which are words alone.
func (m *members) ofOneKind() clause.Phrase {
	last := m.parts[m.last()]
	if len(last) < 3 || !m.lacking() || last[0].Len() < 2 || last[0].Kind != clause.Word || !last[1].IsNoun() {
		return clause.Phrase{}
	}
	end, _ := utf8.DecodeLastRuneInString(last[0].Text)
	for _, p := range m.parts[:m.last()] {
		if len(p) > 1 || !strings.HasSuffix(p[0].Text, string(end)) {
			return clause.Phrase{}
		}
	}
	return clause.PhraseOf(m.doc.Text, last[1:])
}

// traded is what the goods of a list are told to do in the last name alone.
func (m *members) traded() clause.Phrase {
	last := m.names[m.last()]
	end := 0
	for _, trade := range [...]string{"进出口", "出口", "进口"} {
		if goods, ok := strings.CutSuffix(last.Text, trade); ok && strings.HasSuffix(goods, "产品") {
			end = utf8.RuneCountInString(trade)
			break
		}
	}
	if end == 0 || !sameEnd(m.names[:m.last()], "产品") || len(last.Spans) == 0 {
		return clause.Phrase{}
	}
	return last.Behind(last.Size() - end)
}

func (m *members) attribute() clause.Phrase {
	if !m.lacking() {
		return clause.Phrase{}
	}
	return m.sharedHead(m.parts, m.names)
}

func (m *members) restOfLast() clause.Phrase {
	last, size := m.parts[m.last()], m.names[0].Size()
	if !m.lacking() || sameHead(m.parts) {
		return clause.Phrase{}
	}
	for i := 2; i < len(last); i++ {
		if strings.HasPrefix(last[i].Text, "产业") { // 新材料、生物医药健康[产业增加值]
			return clause.PhraseOf(m.doc.Text, last[i:])
		}
	}
	if len(last) > 1 && !m.head.Empty() && m.head.Text == m.rateIn(last[len(last)-1].Text) {
		return m.head // 污水、生活垃圾[处理率]
	}
	for j := len(last) - 2; j > 0; j-- {
		if m.endsIn(last[j].Text) { // 粮食直补、农机购置补贴[资金]
			return clause.PhraseOf(m.doc.Text, last[j+1:])
		}
	}
	switch {
	case m.names[m.last()].Size() <= size, len(last) == 1 && last[0].Kind == clause.Quoted:
		return clause.Phrase{}
	case len(last) == 1 && m.oneSize():
		return m.restOfWord(&last[0], size)
	case len(last) == 1:
		return clause.Phrase{}
	case slices.ContainsFunc(last, func(k clause.Token) bool { return clause.IsJoint(&k) }):
		return m.head // 金融业、软件和信息服务业[增加值]
	case m.parts[0][0].Kind == clause.Quoted && len(m.parts[0]) == 1 && last[0].Kind == clause.Word && last[len(last)-1].IsNoun():
		return clause.PhraseOf(m.doc.Text, last[len(last)-1:]) // “两抢”、入室盗窃[案件]
	case utf8.RuneCountInString(last[0].Text) >= 2:
		return clause.PhraseOf(m.doc.Text, last[1:])
	}
	return clause.Phrase{}
}

// endsIn tells whether a member before the last ends in a word.
func (m *members) endsIn(word string) bool {
	return slices.ContainsFunc(m.parts[:m.last()], func(p []clause.Token) bool { return p[len(p)-1].Text == word })
}

// oneSize tells whether the members before the last are equally long, or a head of its
// own ends the last: 养老、失业保险, 汽车、工业机器人产量, but 教育、医疗卫生、公共交通.
func (m *members) oneSize() bool {
	last := m.parts[m.last()]
	if m.x.words.Has(last[0].Text, word.OwnHead) {
		return true
	}
	for _, name := range m.names[1:m.last()] {
		if name.Size() != m.names[0].Size() {
			return false
		}
	}
	return true
}

// restOfWord cuts the last member off the one word that it makes with the head:
// as long as the first member, or as its own head says: 集成电路、工业机器人[产量].
func (m *members) restOfWord(it *clause.Token, size int) clause.Phrase {
	if first := m.parts[0]; len(first) == 1 && first[0].Is(word.Level) && strings.ContainsRune(it.Text, '级') {
		return behindLevel(clause.PhraseOf(m.doc.Text, []clause.Token{*it})) // 国家级、省级[重点实验室]
	}
	own := m.x.words.Match(it.Text, word.OwnHead)
	if own != "" && strings.HasSuffix(strings.TrimSuffix(it.Text, own), m.names[0].Text) { // 汽车、新能源汽车[产量]
		from := it.End - utf8.RuneCountInString(own)
		return clause.Phrase{Text: own, Spans: [][2]int{{from, it.End}}}
	}
	if n := utf8.RuneCountInString(it.Text) - utf8.RuneCountInString(own); own != "" && (n == size+1 || own == "产量") { // 水泥、平板玻璃[产量]
		size = n
	}
	from := it.Start + size
	for from < it.End && (lang.IsDigit(m.doc.Text[from]) || lang.IsLatin(m.doc.Text[from])) { // PM10、PM2.5[平均浓度]
		from++
	}
	if strings.HasPrefix(it.Text, m.names[0].Text+"技改") {
		from += utf8.RuneCountInString("技改") // 工业、制造业、工业技改[投资]
	}
	rest := clause.Phrase{Text: string(m.doc.Text[from:it.End]), Spans: [][2]int{{from, it.End}}}
	if !m.head.Empty() && rest.Size() <= m.head.Size()+1 {
		return m.head // the cut would fall inside a word
	}
	if rest.Size() == 1 && !m.x.words.Has(rest.Text, word.OwnHead) && !m.x.words.Has(it.Text, word.OwnHead) {
		return clause.Phrase{} // 生物、互联网、新能|源
	}
	return rest
}

func (m *members) inLastName() clause.Phrase {
	if m.complete {
		return clause.Phrase{}
	}
	return m.head
}

// likeFirst is what the last member ends in, where the first ends in it, too, and those
// between do not.
func (m *members) likeFirst() clause.Phrase {
	first, last := m.parts[0], m.parts[m.last()]
	head := &last[len(last)-1]
	if len(m.parts) < 3 || len(last) < 2 || len(first) < 2 || !head.IsNoun() || first[len(first)-1].Text != head.Text {
		return clause.Phrase{}
	}
	return clause.PhraseOf(m.doc.Text, last[len(last)-1:])
}

// sameEnd tells whether all names end in a word.
func sameEnd(names []clause.Phrase, end string) bool {
	return !slices.ContainsFunc(names, func(p clause.Phrase) bool { return !strings.HasSuffix(p.Text, end) })
}

// shareOwner gives the members behind the first the owner that it has for all:
// 省属企业营业收入、[省属企业]利润.
func (m *members) shareOwner() {
	first := m.parts[0]
	if per.MatchString(m.names[0].Text) || m.x.words.Is(m.names[0].Text, word.Attribute) {
		return // 每千人口医师数、[每千人口]病床数; 营业收入、利润总额
	}
	if owner := m.stripAttribute(m.names[0]); owner.Text != m.names[0].Text && m.attributive(first) {
		for i := 1; i < len(m.names); i++ {
			opening := m.names[i].Shorter(max(0, m.names[i].Size()-2))
			if m.onlyAttribute(i) && !strings.HasSuffix(owner.Text, opening.Text) { // 重点本科上线率、本科上线率
				m.names[i] = clause.Join(owner, m.names[i])
			}
		}
		return
	}
	if len(first) < 2 {
		return
	}
	owner, level := clause.PhraseOf(m.doc.Text, first[:len(first)-1]), clause.PhraseOf(m.doc.Text, first[:1])
	whole := m.attributive(first)
	for i, p := range m.parts[1:] {
		name := &m.names[i+1]
		switch {
		case perSoMany(&p[0]) && len(p) > 1: // 万人全科医生数、[千人]执业医师数、注册护士数
			owner = clause.PhraseOf(m.doc.Text, p[:1])
		case whole && len(p) <= 2 && m.attributive(p):
			if !p[0].Is(word.Level) {
				*name = clause.Join(owner, *name)
			}
		case first[0].Is(word.Level) && !p[0].Is(word.Level) && !first[1].Says("以上") && !strings.HasPrefix(p[0].Text, "农"):
			*name = clause.Join(level, *name) // 国家级园区、[国家级]平台
		}
	}
}

// perSoMany tells whether a word says for how many heads a name is measured: 千人.
func perSoMany(k *clause.Token) bool {
	number, ok := strings.CutSuffix(k.Text, "人")
	return ok && number != "" && strings.Trim(number, "每百千万十") == ""
}

// onlyAttribute tells whether member i is no more than an attribute: 营业收入、[利润].
func (m *members) onlyAttribute(i int) bool {
	p, name := m.parts[i], m.names[i]
	if len(p) > 2 || p[0].Is(word.Level) {
		return false
	}
	if m.x.words.Is(name.Text, word.Attribute) {
		return true
	}
	alone := len(p) == 1 || !p[0].Tagged("n", "an") && p[0].Text != "出游"
	return alone && name.Size() <= 5 && m.attributive(p) && !m.indicates(name)
}

// behindTrade is the tail without 产业 behind a trade: 工业和第三产业增加值 is of 工业[增加值].
func behindTrade(name, tail clause.Phrase) clause.Phrase {
	rest, ok := strings.CutPrefix(tail.Text, "产业")
	if !ok || rest == "" || !strings.HasSuffix(name.Text, "业") {
		return tail
	}
	return clause.Phrase{}.Plus(rest)
}

// per is what opens a name that is measured for each so many: 每千人, 每平方公里, 地均.
var per = regexp.MustCompile(`^每(?:[百千万十]+)?(?:平方公里|名?常住人口|人口|[人户名亩])|^地均`)

// sharePer gives each member what the first is measured per: 每千人床位数、[每千人]医师数,
// 人均公园面积、[人均]体育场地面积.
func (m *members) sharePer() {
	first := per.FindString(m.names[0].Text)
	if strings.HasPrefix(m.names[0].Text, "人均") && strings.HasSuffix(m.names[0].Text, "面积") && sameEnd(m.names, "面积") {
		first = "人均"
	}
	if first == "" || len(m.names[0].Spans) == 0 {
		return
	}
	from := m.names[0].Spans[0][0]
	prefix := clause.Phrase{Text: first, Spans: [][2]int{{from, from + utf8.RuneCountInString(first)}}}
	for i := 1; i < len(m.names); i++ {
		if m.names[i].Size() < 9 && !strings.Contains(m.names[i].Text, "均") && !strings.HasPrefix(m.names[i].Text, "每") {
			m.names[i] = clause.Join(prefix, m.names[i])
		}
	}
}
