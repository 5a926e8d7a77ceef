package subject

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Noun is what the words left of a number name, with their verb cut off:
// [为X] [owner] verb object.
type Noun struct {
	Owner  []clause.Token // what stands before the verb, or behind 为
	Object []clause.Token // what the verb acts on
	Action string         // the verb
	List   bool           // the phrase ended in 等: only examples of what is counted
	Via    bool           // the owner came with 为, 对
	Carry  bool           // the verb between owner and object only carries the figure
}

// Items are the tokens of the owner and of the object.
func (n *Noun) Items() []clause.Token { return slices.Concat(n.Owner, n.Object) }

// Empty tells whether n has neither.
func (n *Noun) Empty() bool { return len(n.Owner)+len(n.Object) == 0 }

// Reader reads the noun phrases of one report. It is immutable.
type Reader struct {
	Words    *word.Table
	National bool            // the report is the State Council's
	Area     map[string]bool // the names of the report's own area

	// Indicator tells whether a name is an indicator's, with or without an
	// area before it; Exact, whether it is one as it stands.
	Indicator, Exact func(name string) bool
}

// Read reads the words before a number. keep leaves verbs inside the name, as
// growth, ranks and shares have them: [供热保障投诉]下降58%. goesOn tells that
// a subject was named before, which a bare verb goes on with.
func (r *Reader) Read(items []clause.Token, keep, goesOn bool) Noun {
	items = r.Trim(items)
	switch {
	case len(items) == 0 || items[0].Kind != clause.Word || items[0].Pos != "p":
	case serves(&items[0]) && keep && len(items) > 2 && items[1].IsVerb() && items[1].Is(word.Causing):
		return r.Read(items[1:], keep, goesOn) // 对实现总产值翻两番充满信心
	case serves(&items[0]):
		return r.served(items)
	case r.ofPlace(items):
	case describesBy(items), ofShare(items):
		return Noun{Object: Clean(items)} // 由市场决定价格的比重, 在出口总额中的比重
	default:
		items = r.Trim(skipPreposition(items))
	}
	items = behindCause(items)
	items, list := withoutExamples(withoutPlace(withoutOrigin(withoutPast(items))))
	var n Noun
	switch {
	case len(items) == 0:
	case keep:
		n = r.measured(items)
	case goesOn && len(items) == 1 && items[0].Is(word.BareAct):
		n.Action = items[0].Text
	default:
		n = r.acted(items)
	}
	n.List = list
	return n
}

// behindCause drops what makes others act: [税率降低可使]农民减轻负担.
func behindCause(items []clause.Token) []clause.Token {
	for i := 1; i+2 < len(items); i++ {
		if items[i].Says("使", "可使") && items[i+1].IsNoun() && slices.ContainsFunc(items[:i], func(k clause.Token) bool { return k.IsVerbal() }) {
			return items[i+1:]
		}
	}
	return items
}

// withoutPast cuts off 了 behind the verb that acts on what is counted, and a word
// of order: 确定[了]16个区域, 发挥[首期]50亿元的基金作用.
func withoutPast(items []clause.Token) []clause.Token {
	for n := len(items); n > 1 && items[n-1].Is(word.Determiner) && items[n-1].Is(word.NoEnd); n-- {
		items = items[:n-1]
	}
	if n := len(items); n > 1 && items[n-1].Says("了", "着") && (items[n-2].IsVerb() || items[n-1].Pos == "uz") {
		return items[:n-1]
	}
	return items
}

// ofPlace tells whether 在 and a place open a name: 在沪跨国公司地区总部, 在境外投资的企
// 业.
func (r *Reader) ofPlace(items []clause.Token) bool {
	if doesThere(items) {
		return true
	}
	if len(items) < 3 || items[0].Text != "在" || items[1].Len() != 1 || items[1].Start != items[0].End || items[2].Start != items[1].End {
		return false
	}
	return (items[1].Tagged("j", "ns", "nr") || r.shortArea(items[1].Text)) && items[2].IsNoun()
}

// doesThere tells whether items name those who do something at a place: 在深办学的高校.
func doesThere(items []clause.Token) bool {
	if items[0].Text != "在" || items[0].Pos != "p" {
		return false
	}
	for i := 1; i+1 < len(items) && i < 7; i++ {
		switch it := &items[i]; {
		case it.Text == "的":
			last := &items[len(items)-1]
			if items[i-1].Text == "中" || items[i+1].Is(word.Timed) || Governing(items[i+1:]) > 0 {
				return false // 在成规模的小区设置超市
			}
			return (i > 2 || i == 2 && items[1].Len() > 3) && items[i+1].IsNoun() && last.Pos != "f" && !last.Is(word.Attribute)
		case it.Is(word.Acting) && !it.Is(word.Nominal), it.Kind != clause.Word:
			return false
		}
	}
	return false
}

// shortArea tells whether a character is short for the report's own area: 深 for 深圳.
func (r *Reader) shortArea(char string) bool {
	for name := range r.Area {
		if strings.HasPrefix(name, char) {
			return true
		}
	}
	return false
}

// serves tells whether a preposition names whom something is done for.
func serves(it *clause.Token) bool {
	switch it.Text {
	case "为", "对", "给", "向":
		return true
	}
	return false
}

// served reads 为X…, 对X…, 给X…: X is whom it is done for.
func (r *Reader) served(items []clause.Token) Noun {
	if items[0].Text == "对" && trades(Joined(items)) {
		return Noun{Object: Clean(items)} // 对非洲市场出口
	}
	v := Governing(items[1:])
	if v < 0 {
		return Noun{Owner: Clean(items[1:]), Via: true}
	}
	action, rest := DropVerbs(items[1+v:])
	return Noun{Owner: Clean(r.Trim(items[1 : 1+v])), Via: true, Action: action, Object: Clean(rest)}
}

// trades tells whether a name is of trade with the one that 对 names.
func trades(s string) bool {
	return strings.HasSuffix(s, "出口") || strings.HasSuffix(s, "进口") || strings.HasSuffix(s, "直接投资")
}

// withoutExamples cuts off 等 at the end; list tells that it stood there.
func withoutExamples(items []clause.Token) (left []clause.Token, list bool) {
	n := len(items)
	if n == 0 || !items[n-1].Says("等", "等等") {
		return items, false
	}
	return items[:n-1], true
}

// measured reads the name of what is compared: only the verbs that open it,
// and one that causes the figure, are no part of it.
func (r *Reader) measured(items []clause.Token) Noun {
	var n Noun
	if items = behindAct(withoutYearly(withoutComparison(items))); len(items) == 0 {
		return n
	}
	for len(items) > 1 && items[0].Kind == clause.Word && (items[0].Is(word.Causing) || opensMeasured(items) || winsIn(items)) {
		n.Action = items[0].Text
		if items = r.Trim(items[1:]); len(items) == 0 {
			return n
		}
	}
	v := firstVerb(items)
	if v > 0 && v+2 < len(items) && items[v].Text == "到" && items[v+1].Kind == clause.Moment {
		v += 2 // 相信到本世纪末[实现]
	}
	if v > 0 && v+1 < len(items) && items[v].Is(word.Causing) && !items[v].Is(word.Nominal) {
		object := Clean(r.Trim(items[v+1:]))
		if items[v+1].Text != "的" && leadsTo(items[:v]) {
			return Noun{Action: items[v].Text, Object: object} // 人民相信实现总产值翻两番
		}
		return Noun{Owner: Clean(items[:v]), Action: items[v].Text, Object: object, Carry: true}
	}
	n.Object = Clean(items)
	return n
}

// leadsTo tells whether items end in a verb or a preposition that leads to the verb
// behind it: 人民[相信]到本世纪末实现, 人民[对]实现. Those before it own no figure.
func leadsTo(items []clause.Token) bool {
	k := len(items) - 1
	for k > 0 && items[k].Kind == clause.Moment {
		k--
	}
	it := &items[k]
	return it.IsVerb() && !it.Is(word.Nominal) || it.Text == "对" && it.Pos == "p"
}

// withoutYearly cuts off 年 before a verb of growth, with the verb that keeps it up:
// 覆盖率[保持年]增长0.5%.
func withoutYearly(items []clause.Token) []clause.Token {
	n := len(items)
	if n < 2 || items[n-1].Text != "年" || !items[n-2].IsNoun() && items[n-2].Text != "保持" {
		return items
	}
	if n > 2 && items[n-2].Text == "保持" {
		n--
	}
	return items[:n-1]
}

// withoutComparison cuts off what is left of a base before its period: 总额[比上个]
// 五年增长5%.
func withoutComparison(items []clause.Token) []clause.Token {
	n := len(items)
	if n > 2 && items[n-1].Kind == clause.Quoted && items[n-2].Text == "比" {
		return items[:n-2] // 从业人员[比“四经普”]增长3%
	}
	if n > 1 && items[n-1].Pos == "q" && strings.HasPrefix(items[n-2].Text, "比") && items[n-2].Len() < 3 {
		return items[:n-2]
	}
	return items
}

// behindAct drops an act that a pause parts from what is measured: [建设管理平台、]
// 可调负荷提升至75万千瓦.
func behindAct(items []clause.Token) []clause.Token {
	if len(items) < 4 || !opensMeasured(items) || !items[0].Is(word.Acting) || items[0].Is(word.Causing, word.OpensGrowth, word.OpensChange) {
		return items
	}
	for i := len(items) - 2; i > 1; i-- {
		if items[i].Kind == clause.Pause {
			return items[i+1:]
		}
	}
	return items
}

// winsIn tells whether items begin with a verb of winning and end in how that was
// judged: [荣获]治水考核第一名.
func winsIn(items []clause.Token) bool {
	return items[0].Is(word.Winning) && items[len(items)-1].Is(word.Assessing)
}

// opensMeasured tells whether items begin with a verb that acts on what is
// measured: [助力]国际排名, [构建]商品房占40%.
func opensMeasured(items []clause.Token) bool {
	verb, next := &items[0], &items[1]
	switch {
	case verb.Is(word.Describing) && Relative(items, 0):
		return false // 参加互助组的农户
	case verb.Pos != "v" || verb.Len() != 2 || strings.HasPrefix(verb.Text, "新") || verb.Compound:
		return false
	case !verb.Is(word.ShownVerb) || verb.Is(word.Building, word.Nominal, word.NameVerb, word.Attribute, word.Complete):
		return false
	}
	return (next.IsNoun() || next.Pos == "r") && next.Len() > 1 && !next.Is(word.Attribute, word.VerbHead)
}

// acted reads the name of what is counted, by where its first verb stands.
func (r *Reader) acted(items []clause.Token) Noun {
	for len(items) > 2 && items[0].Pos == "a" && fallsOut(items, 1) { // 稳定[全年]粮食播种面积
		items = append(items[:1:1], items[2:]...)
	}
	items = withoutPlan(lastAct(items))
	if n := len(items); n > 3 && actsLast(items) {
		return Noun{Action: items[n-1].Text, Object: Clean(r.Trim(r.afterVerbs(items[:n-1])))}
	}
	switch v := firstVerb(items); {
	case v < 0, describesBefore(items[:v]):
		return Noun{Object: Clean(items)}
	case v == 0:
		return r.opened(items)
	default:
		return r.divided(items, v)
	}
}

// withoutPlan drops 计划 between an amount and the verb before which it is an adverb: 投资
// 总额[计划]安排.
func withoutPlan(items []clause.Token) []clause.Token {
	n := len(items) - 2
	if n > 0 && items[n].Text == "计划" && items[n+1].IsVerb() && strings.HasSuffix(items[n-1].Text, "总额") {
		return append(append([]clause.Token{}, items[:n]...), items[n+1])
	}
	return items
}

// actsLast tells whether items end in a verb that acts on what the name before it
// says whole: 中小企业发展专项资金[安排].
func actsLast(items []clause.Token) bool {
	verb, noun := &items[len(items)-1], &items[len(items)-2]
	if verb.Pos != "v" || verb.Compound || !verb.Is(word.Carrying, word.Acting) || verb.Is(word.Nominal, word.NameVerb, word.Attribute, word.Becoming, word.Ending) {
		return false
	}
	return strings.HasSuffix(noun.Text, "资金") || strings.HasSuffix(noun.Text, "经费")
}

// afterVerbs is what stands behind the verbs that open items.
func (r *Reader) afterVerbs(items []clause.Token) []clause.Token {
	if firstVerb(items) != 0 {
		return items
	}
	_, rest := DropVerbs(items)
	return rest
}

// describesBefore tells whether a verb in items opens what describes a noun further
// on: 财政[用于]提高收购价格的支出.
func describesBefore(items []clause.Token) bool {
	return slices.ContainsFunc(items, func(k clause.Token) bool { return k.Text == "用于" })
}

// opened reads items that a verb opens: 改造[公厕], or a name with its verb:
// [竣工面积].
func (r *Reader) opened(items []clause.Token) Noun {
	switch {
	case ofAttribute(items), newlyAdded(items), len(items) == 1 && r.paidOut(&items[0]):
		return Noun{Object: Clean(items)}
	case ofVague(items):
		return Noun{Object: Clean(items), Action: items[0].Text}
	}
	action, rest := DropVerbs(items)
	rest = r.Trim(rest)
	if len(rest) == 0 {
		return Noun{Action: action}
	}
	if k := &rest[0]; len(rest) == 1 && k.Pos == "v" && k.Len() == 2 && k.Is(word.Acting, word.ShownVerb) && !k.Is(word.Nominal, word.Attribute, word.NameVerb, word.Complete) {
		return Noun{Action: action + k.Text} // 落实解决95条
	}
	if w := pivoted(items[0], rest); w > 0 { // 提请人大常委会审议[地方性法规]
		return Noun{Action: action + rest[w].Text, Object: Clean(r.Trim(rest[w+1:]))}
	}
	if w := firstVerb(rest); w > 0 && w < len(rest)-1 && rest[w].Is(word.Carrying) && !rest[w].Is(word.Nominal) && !Relative(rest, w) && (strings.HasPrefix(rest[w].Text, "新") || !rest[w+1].Is(word.VerbHead)) {
		rest = append(append([]clause.Token{}, rest[:w]...), rest[w+1:]...)
	}
	return Noun{Action: action, Object: Clean(rest)}
}

// ofAttribute tells whether a verb and what it opens are one attribute:
// 竣工面积, 办理环节.
func ofAttribute(items []clause.Token) bool {
	if len(items) != 2 || items[0].Is(word.Strong) || items[0].Says("推进", "推动") {
		return false
	}
	return items[1].Is(word.Attribute) || items[1].Is(word.Head) && items[0].Is(word.NameVerb)
}

// ofVague tells whether a noun says too little without its verb: 走访企业.
func ofVague(items []clause.Token) bool {
	if len(items) != 2 {
		return false
	}
	verb, noun := &items[0], &items[1]
	switch {
	case noun.Is(word.BareNoun):
		return !verb.Is(word.Strong) || verb.Is(word.Causing) && noun.Text == "消费" // 签约资金, 带动消费
	case !noun.Is(word.Vague), noun.Text == "人", verb.Is(word.Strong, word.Works):
		return false
	case verb.Is(word.Building):
		return verb.Is(word.Complete) && noun.Len() == 2 // 开工项目, but 引进企业
	}
	return true
}

// paidOut tells whether a verb alone names what is paid: 每户[补助]3000元.
func (r *Reader) paidOut(it *clause.Token) bool {
	return it.Is(word.Nominal) && r.Words.Has(it.Text, word.Outlay)
}

// newlyAdded tells whether 新增 is part of a name: 新增城镇就业, 新增登记企业.
func newlyAdded(items []clause.Token) bool {
	if items[0].Text != "新增" || len(items) < 2 {
		return false
	}
	next := items[1].Text
	return strings.HasPrefix(next, "就业") || strings.HasPrefix(next, "登记") || strings.HasSuffix(Joined(items[1:]), "城镇就业")
}

// divided reads items that the verb at v divides: [高新区]实现[产值].
func (r *Reader) divided(items []clause.Token, v int) Noun {
	verb, rest := items[v], items[v+1:]
	named := verb.Is(word.Nominal) && len(rest) == 1 && rest[0].IsNoun() && (rest[0].Is(word.Attribute) || strings.HasSuffix(rest[0].Text, "率")) // 接待人数, 修复治理率
	if verb.Text == "建设" && len(rest) == 1 && rest[0].Text == "项目" || verb.Text == "提供" && len(rest) > 1 && rest[0].Text == "的" {
		return Noun{Object: Clean(items)} // 工业建设项目, 每百元资金提供的利润
	}
	switch {
	case len(rest) == 0 && (verb.Is(word.Nominal) || !verb.Is(word.Carrying, word.Acting)):
		return Noun{Object: Clean(items)}
	case len(rest) == 0:
		return Noun{Owner: Clean(items[:v]), Action: verb.Text}
	case !named && items[0].IsVerb() && items[0].Is(word.MakesAct) && r.byActor(items, v): // 配合市人大出台[法规]
		return Noun{Action: items[0].Text + verb.Text, Object: Clean(r.Trim(rest))}
	case verb.Is(word.Carrying) && !named:
		action, object := DropVerbs(items[v:])
		return Noun{Owner: Clean(items[:v]), Action: action, Object: Clean(r.Trim(object)), Carry: true}
	}
	if w := pivoted(verb, rest); w > 0 {
		return Noun{Action: verb.Text + rest[w].Text, Object: Clean(r.Trim(rest[w+1:]))}
	}
	if !named && verb.IsVerb() && r.byActor(items, v) {
		return Noun{Action: verb.Text, Object: Clean(r.Trim(rest))} // 各部门荣获[荣誉]
	}
	if actsOn(items, v) { // 企业续租[产业用房]
		return Noun{Owner: Clean(items[:v]), Action: verb.Text, Object: Clean(r.Trim(rest)), Carry: true}
	}
	return Noun{Object: Clean(items)}
}

// actsOn tells whether the verb at v, which is no part of names, parts an owner from
// the name of what it acts on.
func actsOn(items []clause.Token, v int) bool {
	verb, owner, object, last := &items[v], &items[v-1], &items[v+1], &items[len(items)-1]
	switch {
	case verb.Len() != 2 || verb.Compound || strings.HasPrefix(verb.Text, "新"), items[0].IsVerb() || items[0].Pos == "d":
		return false
	case verb.Is(word.Nominal, word.NameVerb, word.Becoming, word.Ending, word.Attribute, word.NameEnding, word.MakesAct):
		return false
	case !owner.IsNoun() || owner.Len() < 2 || owner.Is(word.ShownAdverb):
		return false
	case !object.IsNoun() || object.Len() < 2 || object.Pos == "r" || object.Is(word.Attribute, word.VerbHead, word.NounEnd):
		return false
	case last.Is(word.Attribute), strings.HasSuffix(last.Text, "率"):
		return false
	case object == last && object.Len() < 3:
		return false // 书房辐射人群, 实际使用台资
	}
	return !slices.ContainsFunc(items, func(k clause.Token) bool { return k.Pos == "p" || k.Kind == clause.Pause || k.Text == "的" })
}

// byActor tells whether those who act stand before the verb at v, and no name
// of a figure behind it.
func (r *Reader) byActor(items []clause.Token, v int) bool {
	last := &items[len(items)-1]
	return r.Words.Has(items[v-1].Text, word.ActorEnd) && !last.Is(word.Attribute) && !r.Words.Has(last.Text, word.OwnHead)
}
