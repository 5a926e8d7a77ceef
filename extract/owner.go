package extract

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// inherit is the subject that an elliptic clause goes on with.
func (c *context) inherit(q *lang.Quantity) clause.Phrase {
	if (q.IsPoints() || c.sharesOn(q)) && !c.share.Empty() {
		return c.share
	}
	if !c.said.Empty() {
		return c.said
	}
	if len(c.last) > 0 {
		return c.last[len(c.last)-1]
	}
	return c.topic()
}

// sharesOn tells whether a percentage goes on with a share: 占总支出的15%，其中1985年达到[16%].
func (c *context) sharesOn(q *lang.Quantity) bool {
	p := c.before
	return q.UnitName == "%" && p != nil && c.said.Empty() && c.samePart(p, q) && strings.Contains(string(c.t[p.q.After:q.Before]), "其中")
}

func (c *context) inGroup(p clause.Phrase) bool {
	for _, g := range c.group {
		if g.Text == p.Text {
			return true
		}
	}
	return false
}

// own gives an attribute without an owner (规模, 产值) the owner that the
// sentence speaks of.
func (c *context) own(q *lang.Quantity, p clause.Phrase, np subject.Noun) clause.Phrase {
	items := np.Items()
	if p.Says("出口", "进口") && len(c.last) > 0 && c.x.indicators.find(c.last[len(c.last)-1].Text, c.names) == nil && !strings.Contains(c.last[len(c.last)-1].Text, "出口") {
		return clause.Join(c.stripAttribute(c.last[len(c.last)-1]), p)
	}
	if (c.x.words.Is(p.Text, word.Part) || isLevel(items)) && len(c.last) > 0 && c.said.Empty() {
		return clause.Join(p, behindLevel(c.withoutAct(c.last[len(c.last)-1])))
	}
	if other := c.otherSize(q, p); !other.Empty() {
		return other
	}
	if bareFund(items) && c.before != nil && c.before.q.Counts() && len(c.last) > 0 && c.samePart(c.before, q) {
		return clause.Join(c.stripAttribute(c.last[len(c.last)-1]), p)
	}
	if strings.HasPrefix(p.Text, "占") && c.x.words.EndsIn(p.Text, word.ShareName) && len(np.Owner) == 0 {
		if owner := c.sharer(); !owner.Empty() {
			return clause.Join(owner, p) // 国内生产总值…，占世界经济比重从11%提高到15%
		}
	}
	if strings.HasPrefix(p.Text, "在") && isShare(p.Text) && len(np.Owner) == 0 {
		return clause.Join(beforePlace(c.sharer()), p) // 甲在总额中的比重占50%，在出口中的比重占80%
	}
	if house := c.house(); c.x.words.Is(p.Text, word.Member) && !house.Empty() && np.Action != "新增" {
		return clause.Join(house, p)
	}
	if len(np.Owner) == 0 && p.Says("项目", "工程", "资金") {
		return overlap(c.cause(q, np), p)
	}
	if len(np.Owner) > 0 && !np.Via || len(items) == 0 || !c.ownerless(items, p) || c.x.indicators.byName[p.Text] != nil && !c.x.words.Is(p.Text, word.Attribute) {
		return p
	}
	var owner clause.Phrase
	switch {
	case !c.said.Empty():
		owner = c.said
	case len(c.last) > 0 && (c.x.indicators.byName[p.Text] == nil || c.samePart(c.before, q)):
		owner = c.last[len(c.last)-1]
		if !c.whole.Empty() && strings.HasSuffix(p.Text, "投资") && c.before.q.Counts() {
			owner = c.whole
		}
		if strings.HasSuffix(p.Text, "率") || p.Text == "满意度" {
			owner = c.countedTogether()
		}
	case c.x.indicators.byName[p.Text] == nil && !c.ofDoing(p.Text): // 贷款余额 needs none
		owner = c.topic()
	case c.x.words.Is(p.Text, word.Attribute) && len(c.last) == 0:
		owner = c.theme // 对外承包工程发展较快，完成营业额40亿美元
	}
	if strings.HasSuffix(p.Text, "量") && owner.Size() > 10 && c.ofDoing(p.Text) {
		return p // what a long clause speaks of owns no 投放量
	}
	if owner.Empty() || strings.HasPrefix(p.Text, owner.Text) || listEnds(owner, p) {
		return p
	}
	if c.x.indicators.byName[p.Text] != nil && c.x.indicators.byName[owner.Text] != nil && c.stripAttribute(owner).Size() <= 2 {
		return p // 存款余额152亿元，贷款余额55亿元
	}
	if c.ofSameKind(owner, p) {
		return p // 用电量增长7%，货运量增长9%
	}
	if last := &items[len(items)-1]; len(items) > 1 && c.x.words.Has(last.Text, word.Outlay) && strings.HasSuffix(owner.Text, last.Text) {
		return p // 住房支出增长5%，就业支出增长6%
	}
	if p.Says("总量", "总额") {
		return c.withoutNew(owner)
	}
	if n := len(items); n == 2 && items[0].Is(word.Acting) && strings.HasSuffix(owner.Text, items[1].Text) {
		return owner // 科技贷款…，发放贷款1亿元
	}
	if p.Text == "人均" {
		return clause.Join(p, owner)
	}
	if !c.x.words.Is(p.Text, word.Unstripped) {
		owner = c.stripAttribute(owner)
	}
	if owner.Size() > 2 && hasSuffix(owner.Text, "生产", "种植", "播种") && hasSuffix(p.Text, "产值", "增加值", "产量", "总产", "单产") {
		owner = owner.Shorter(2) // 工业[生产]增长较快，总产值增长14%; 粮食[种植]面积3万亩，总产1万吨
	}
	if c.x.words.Is(owner.Text, word.Vague) {
		owner = c.named(owner) // 重点项目19个，[项目]开工率100%，完成投资50亿元
	}
	for k := len(c.history) - 1; c.x.words.Is(owner.Text, word.Attribute); k-- {
		if k < 0 {
			return p // 占地2万平方米，总建筑面积3万平方米
		}
		owner = c.stripAttribute(c.history[k]) // 项目14个、投资总额116亿元，[项目]数量…
	}
	if strings.HasSuffix(owner.Text, "率") && !strings.HasSuffix(p.Text, "率") && c.said.Empty() {
		return p // 参合率86%，参合标准100元
	}
	// 新能源产业 + 产业投资
	for n := min(4, len([]rune(owner.Text))); n > 1; n-- {
		r := []rune(owner.Text)
		if tail := string(r[len(r)-n:]); strings.HasPrefix(p.Text, tail) {
			return clause.Phrase{Text: owner.Text + strings.TrimPrefix(p.Text, tail), Spans: append(append([][2]int{}, owner.Spans...), [2]int{-1, -1})}
		}
	}
	return clause.Join(owner, p)
}

// cause is what a project or money that is named by nothing else is of: what the clause
// before does (强化校企合作，实施项目115项), or what was paid or counted right before (投入衔接
// 资金12亿元、实施项目80个, 国债项目38个、资金2亿元). It is empty where neither says.
func (c *context) cause(q *lang.Quantity, np subject.Noun) clause.Phrase {
	const longest = 14
	if len(c.last) == 0 {
		if np.Action == "" || c.said.Size() < 4 || c.said.Size() > longest {
			return clause.Phrase{}
		}
		return c.said
	}
	p := c.before
	if len(c.last) != 1 || !c.said.Empty() || !c.samePart(p, q) {
		return clause.Phrase{}
	}
	owner := c.last[0]
	switch paid := p.q.Dimension() == "money"; {
	case paid && q.Counts() && hasSuffix(owner.Text, "资金", "经费"):
	case paid && q.Counts() && hasSuffix(owner.Text, "投资", "投入"):
		owner = owner.Shorter(2)
	case !paid && q.Dimension() == "money" && strings.HasSuffix(owner.Text, "项目") && c.sameClause(p, q):
	default:
		return clause.Phrase{}
	}
	if owner.Size() > longest || owner.Size() < 3 {
		return clause.Phrase{}
	}
	return owner
}

// named is the name that a sentence gave before to what a vague noun speaks of.
func (c *context) named(vague clause.Phrase) clause.Phrase {
	for k := len(c.history) - 1; k >= 0; k-- {
		p := c.stripAttribute(c.history[k])
		if p.Text != vague.Text && strings.HasSuffix(p.Text, vague.Text) {
			return p
		}
	}
	return vague
}

// otherResidents is what was said of town or country, of the other: 城镇人均居住面积
// 增加到9平方米，[农村]增加到22平方米. It is empty where p names neither alone.
func (c *context) otherResidents(p clause.Phrase) clause.Phrase {
	if !p.Says("农村", "城镇") || len(c.last) != 1 {
		return clause.Phrase{}
	}
	for _, other := range [...]string{"城镇", "城市", "农村"} {
		if rest, ok := strings.CutPrefix(c.last[0].Text, other); ok && other != p.Text && rest != "" {
			return clause.Join(p, c.last[0].Behind(utf8.RuneCountInString(other)))
		}
	}
	return clause.Phrase{}
}

// bareFund tells whether words name money and not what it is for: 资金, 涉及资金.
func bareFund(items []clause.Token) bool {
	last := clause.At(items, len(items)-1)
	return last.Text == "资金" && (len(items) == 1 || len(items) == 2 && items[0].Is(word.Bare))
}

// otherSize is what was counted from one size on, of another: 千万元以上项目90个，其中[亿元
// 以上]8个. It is empty where p names no size alone.
func (c *context) otherSize(q *lang.Quantity, p clause.Phrase) clause.Phrase {
	if !q.Counts() || !strings.HasSuffix(p.Text, "元以上") || len(c.last) == 0 {
		return clause.Phrase{}
	}
	things := c.last[len(c.last)-1]
	if size, _, ok := strings.Cut(things.Text, "元以上"); ok {
		things = things.Behind(utf8.RuneCountInString(size) + 3)
	}
	return clause.Join(p, things)
}

// ofSameKind tells whether two names are both of indicators, and end in the same
// character: neither owns the other.
func (c *context) ofSameKind(owner, p clause.Phrase) bool {
	if c.x.indicators.byName[owner.Text] == nil || c.x.indicators.byName[p.Text] == nil {
		return false
	}
	a, _ := utf8.DecodeLastRuneInString(owner.Text)
	b, _ := utf8.DecodeLastRuneInString(p.Text)
	return a == b && c.stripAttribute(owner).Text == owner.Text
}

// sharer is what a share without an owner is of: what was spoken of last, unless
// that is a share itself.
func (c *context) sharer() clause.Phrase {
	owner := c.said
	if owner.Empty() && len(c.last) > 0 {
		owner = c.last[len(c.last)-1]
	}
	if strings.Contains(owner.Text, "占") {
		return clause.Phrase{}
	}
	return owner
}

// beforePlace is the owner of a share that is named with a place: 国营商业[在总额中的比重].
func beforePlace(p clause.Phrase) clause.Phrase {
	owner, _, ok := strings.Cut(p.Text, "在")
	if !ok || len(p.Spans) != 1 {
		return p
	}
	return p.Shorter(p.Size() - utf8.RuneCountInString(owner))
}

// house is the kind of house that the figures of this sentence are about: 普通高中8
// 所，招生1.2万人. It is empty where none was counted.
func (c *context) house() clause.Phrase {
	for k := len(c.history) - 1; k >= 0; k-- {
		p := c.history[k]
		p = p.Shorter(utf8.RuneCountInString(c.x.words.End(p.Text, word.Member))) // 高等学校[招生]
		if c.x.words.Has(p.Text, word.House) {
			if short := p.Shorter(2); strings.HasSuffix(p.Text, "学校") && hasSuffix(short.Text, "教育", "高中", "初中", "中学", "小学") {
				return short // 高等教育[学校]
			}
			return p
		}
	}
	return clause.Phrase{}
}

// withoutAct drops the verb that a counted thing came with: 接待游客 → 游客.
func (c *document) withoutAct(p clause.Phrase) clause.Phrase {
	r := []rune(p.Text)
	if len(r) > 3 && len(p.Spans) == 1 && c.x.words.Is(string(r[:2]), word.Acting) {
		return clause.Phrase{Text: string(r[2:]), Spans: [][2]int{{p.Spans[0][0] + 2, p.Spans[0][1]}}}
	}
	return p
}

// ownerless tells whether a name needs to be told whose it is: 规模, 货币价值,
// 救助金额, 建成面积.
func (c *document) ownerless(items []clause.Token, p clause.Phrase) bool {
	if c.x.words.Is(p.Text, word.Attribute) || p.Text == "人均" || strings.HasPrefix(p.Text, "上缴") {
		return true
	}
	if clause.At(items, 0).Is(word.Complete) {
		return false
	}
	if c.ofDoing(p.Text) {
		return true
	}
	for i := range items {
		it := &items[i]
		if clause.IsJoint(it) || it.Kind == clause.Word && it.Is(word.Attribute, word.Bare) {
			continue
		}
		if p.Size() <= 4 && i == 0 && len(items) == 2 && items[1].Is(word.Attribute) && (it.IsVerbal() || it.Text == "货币") {
			return true
		}
		return false
	}
	return true
}

// ofDoing tells whether a name is the rate or the amount of what is done, and so
// needs to be told of what: 化解率, 交易额, 参赛人数.
func (c *document) ofDoing(name string) bool {
	name = strings.TrimPrefix(name, "年") // 年借阅量
	for _, end := range c.x.words.List(word.AmountEnd) {
		verb, ok := strings.CutSuffix(name, end)
		if ok && utf8.RuneCountInString(verb) == 2 && c.x.indicators.byName[name] == nil {
			return c.x.words.Is(verb, word.Acting, word.Nominal, word.ShownVerb, word.ShownLeaning, word.ShownGoverning) && !c.x.words.Is(verb, word.Attribute)
		}
	}
	return false
}

// topic is what the sentence is about, or else the nearest sentence before it
// in its paragraph.
func (c *context) topic() clause.Phrase {
	if !c.theme.Empty() {
		return c.theme
	}
	s := c.doc.Sentences
	for k := c.index - 1; k >= 0 && c.index-k <= 6 && s[k].Paragraph == s[c.index].Paragraph; k-- {
		from, to := s[k].Start, s[k].End
		if s[k].Heading > from {
			from = s[k].Heading
		}
		from += listMark(c.t[from:to], nil)
		for i := from; i < to; i++ {
			if lang.IsHard(c.t[i]) && i-from < 4 {
				from = i + 1 // 四是，居民储蓄大幅度增加
			} else if lang.IsHard(c.t[i]) {
				to = i
				break
			}
		}
		if to-from > 60 || to <= from {
			continue
		}
		if p := c.themeOf(c.x.cutter.Cut(nil, c.t, from, to, nil, nil)); !p.Empty() && !c.x.words.Is(p.Text, word.Acting) && !strings.ContainsAny(p.Text, "0123456789") {
			return p
		}
	}
	return clause.Phrase{}
}

// stripAttribute drops the attribute at the end of a subject: 保护性耕作面积 →
// 保护性耕作.
func (c *document) stripAttribute(p clause.Phrase) clause.Phrase {
	if len(p.Spans) == 0 {
		return p
	}
	r, last := []rune(p.Text), p.Spans[len(p.Spans)-1]
	for _, n := range []int{5, 4, 3, 2} {
		if len(r) <= n+1 || last[0] < 0 || !c.isAttributeName(string(r[len(r)-n:])) {
			continue
		}
		spans := append([][2]int{}, p.Spans...)
		switch size := last[1] - last[0]; {
		case size > n:
			spans[len(spans)-1][1] -= n
		case size == n && len(spans) > 1:
			spans = spans[:len(spans)-1]
		default:
			continue
		}
		return clause.Phrase{Text: string(r[:len(r)-n]), Spans: spans}
	}
	return p
}

// isAttributeName tells whether a name is an attribute's, or needs to be told of what
// it is the rate or the amount.
func (c *document) isAttributeName(name string) bool {
	return c.x.words.Is(name, word.Attribute) || c.ofDoing(name)
}

// industry names the parts of 三次产业比例1.1:52.5:46.4.
func (c *context) industry(part int, np subject.Noun) clause.Phrase {
	name := [...]string{"", "第一产业", "第二产业", "第三产业"}
	if part > 3 {
		return clause.PhraseOf(c.doc.Text, np.Items())
	}
	tail := "比重"
	text := clause.PhraseOf(c.doc.Text, np.Items()).Text
	if text == "" {
		text = c.ratioName
	}
	switch {
	case strings.HasSuffix(text, "构成"):
		tail = "构成"
	case strings.HasSuffix(text, "比例"), strings.HasSuffix(text, "比"):
		tail = "比例"
	}
	c.ratioName = text
	return clause.Phrase{Text: name[part] + tail}
}

// listEnds tells whether an owner is the list that a name is the last of: it
// owns nothing. 进口、出口、[投资]均居首位.
func listEnds(owner, p clause.Phrase) bool {
	return strings.HasSuffix(owner.Text, "、"+p.Text) || strings.HasSuffix(owner.Text, "和"+p.Text)
}
