package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// nounPhrase reads what the words left of a number name, with its verb cut
// off: [为X] [owner] verb object.
type nounPhrase struct {
	owner  []clause.Token // what stands before the verb, or behind 为
	object []clause.Token // what the verb acts on
	action string
	list   bool // the phrase ended in 等: only examples of what is counted
	via    bool // the owner came with 为, 对
	carry  bool // the verb between owner and object only carries the figure
}

func (n *nounPhrase) items() []clause.Token {
	return append(append([]clause.Token{}, n.owner...), n.object...)
}

// read parses items. keep leaves verbs inside the name, as growth, ranks and
// shares have them: [供热保障投诉]下降58%.
func (c *context) read(items []clause.Token, keep bool) nounPhrase {
	var n nounPhrase
	items = c.trim(items)
	if len(items) == 0 {
		return n
	}
	// 为X…, 对X…, 给X…: X is whom it is done for.
	if it := items[0]; it.Kind == clause.Word && it.Pos == "p" {
		switch it.Text {
		case "为", "对", "给", "向":
			if it.Text == "对" && trades(items[len(items)-1].Text) {
				n.object = clean(items) // 对非洲市场出口
				return n
			}
			v := governing(items[1:])
			if v < 0 {
				n.owner, n.via = clean(items[1:]), true
				return n
			}
			n.owner, n.via = clean(c.trim(items[1:1+v])), true
			a, rest := dropVerbs(items[1+v:])
			n.action, n.object = a, clean(rest)
			return n
		}
		if describesBy(items) {
			n.object = clean(items) // 由市场决定价格的比重
			return n
		}
		items = c.trim(skipPreposition(items))
		if len(items) == 0 {
			return n
		}
	}
	items = withoutPlace(items)
	if len(items) == 0 {
		return n
	}
	if last := items[len(items)-1]; last.Text == "等" || last.Text == "等等" {
		n.list = true
		items = items[:len(items)-1]
		if len(items) == 0 {
			return n
		}
	}
	if keep {
		for len(items) > 1 && items[0].Kind == clause.Word && (items[0].Is(word.Causing) || opensMeasured(items)) {
			n.action = items[0].Text
			items = c.trim(items[1:])
			if len(items) == 0 {
				return n
			}
		}
		v := firstVerb(items)
		if v > 0 && v+1 < len(items) && items[v].Is(word.Causing) && !items[v].Is(word.Nominal) {
			n.owner, n.action = clean(items[:v]), items[v].Text
			n.object, n.carry = clean(c.trim(items[v+1:])), true
			return n
		}
		n.object = clean(items)
		return n
	}
	if len(items) == 1 && items[0].Is(word.BareAct) && len(c.last) > 0 {
		n.action = items[0].Text
		return n
	}
	v := firstVerb(items)
	switch {
	case v < 0:
		n.object = clean(items)
	case v == 0:
		rest := items[1:]
		if len(rest) == 1 && (rest[0].Is(word.Attribute) || rest[0].Is(word.Head) && items[0].Is(word.NameVerb)) && !items[0].Is(word.Strong) {
			n.object = clean(items) // 竣工面积
			return n
		}
		if len(rest) == 1 && rest[0].Is(word.Vague) && rest[0].Text != "人" && !items[0].Is(word.Strong) && !items[0].Is(word.Building) {
			n.object, n.action = clean(items), items[0].Text // 走访企业
			return n
		}
		if items[0].Text == "新增" && len(rest) > 0 && (strings.HasPrefix(rest[0].Text, "就业") || strings.HasPrefix(rest[0].Text, "登记") || strings.HasSuffix(joined(rest), "城镇就业")) {
			n.object = clean(items)
			return n
		}
		a, rest := dropVerbs(items)
		n.action = a
		rest = c.trim(rest)
		if len(rest) > 0 {
			if w := pivoted(items[0], rest); w > 0 {
				n.action += rest[w].Text
				n.object = clean(c.trim(rest[w+1:])) // 提请人大常委会审议[地方性法规]
			} else if w := firstVerb(rest); w > 0 && w < len(rest)-1 && rest[w].Is(word.Carrying) && !rest[w].Is(word.Nominal) {
				n.object = clean(append(append([]clause.Token{}, rest[:w]...), rest[w+1:]...))
			} else {
				n.object = clean(rest)
			}
		}
	default:
		verb := items[v]
		rest := items[v+1:]
		if len(rest) == 0 {
			if verb.Is(word.Nominal) || !verb.Is(word.Carrying) && !verb.Is(word.Acting) {
				n.object = clean(items)
			} else {
				n.owner, n.action = clean(items[:v]), verb.Text
			}
			return n
		}
		named := verb.Is(word.Nominal) && len(rest) == 1 && rest[0].IsNoun() && rest[0].Is(word.Attribute) // 接待人数
		if verb.Is(word.Carrying) && !named {
			a, rest2 := dropVerbs(items[v:])
			n.owner, n.action = clean(items[:v]), a
			n.object = clean(c.trim(rest2))
			n.carry = true
			return n
		}
		if w := pivoted(verb, rest); w > 0 {
			n.action, n.object = verb.Text+rest[w].Text, clean(c.trim(rest[w+1:]))
			return n
		}
		if last := &items[len(items)-1]; actorWord(items[v-1].Text) && verb.IsVerb() && !named && !last.Is(word.Attribute) && !c.x.words.Has(last.Text, word.OwnHead) {
			n.action, n.object = verb.Text, clean(c.trim(rest)) // 各部门荣获[荣誉]
			return n
		}
		n.object = clean(items)
	}
	return n
}

// pivoted is the index of the verb that another is made to do: 提请人大[审议]法规, 促进
// 银行[发放]贷款. It is 0 where there is none.
func pivoted(verb clause.Token, rest []clause.Token) int {
	if !madeToAct(verb.Text) {
		return 0
	}
	for i := 1; i+1 < len(rest); i++ {
		k, next := &rest[i], &rest[i+1]
		if k.Kind != clause.Word {
			return 0
		}
		if k.IsVerb() && !k.Compound && !k.Is(word.Nominal) && k.Is(word.Acting|word.ShownVerb) && rest[i-1].IsNoun() && !rest[i-1].IsVerb() && next.IsNoun() && !next.Is(word.VerbHead|word.Attribute) {
			return i
		}
	}
	return 0
}

// madeToAct tells whether what stands behind a verb is made to act by it.
func madeToAct(verb string) bool {
	switch verb {
	case "提请", "促进", "引导", "推动", "支持", "帮助", "组织", "指导", "鼓励", "协助":
		return true
	}
	return false
}

// actorWord tells whether a noun names those who act and own no figure.
func actorWord(s string) bool {
	for _, w := range [...]string{"单位", "部门", "机关", "政府"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// opensMeasured tells whether items begin with a verb that acts on what is
// measured: [助力]国际排名, [构建]商品房占40%.
func opensMeasured(items []clause.Token) bool {
	it, next := &items[0], &items[1]
	return it.Pos == "v" && it.End-it.Start == 2 && !strings.HasPrefix(it.Text, "新") && it.Is(word.ShownVerb) && !it.Compound && !it.Is(word.Building|word.Nominal|word.NameVerb|word.Attribute|word.Complete) && next.IsNoun() && next.End-next.Start > 1 && !next.Is(word.Attribute|word.VerbHead)
}

// trades tells whether a name is of trade with the one that 对 names.
func trades(s string) bool { return strings.HasSuffix(s, "出口") || strings.HasSuffix(s, "进口") }

// describesBy tells whether a preposition opens a clause that describes the noun
// behind its 的, and no place or condition: 由市场决定价格的比重, not 在…情况下.
func describesBy(items []clause.Token) bool {
	verb := items[0].Text == "由"
	for i := 1; i+1 < len(items); i++ {
		k := &items[i]
		switch {
		case k.Kind != clause.Word || k.Pos == "f" || k.Text == "中":
			return false
		case k.Text == "的":
			return verb && len(items)-i < 6 && (items[len(items)-1].IsNoun() || items[len(items)-1].Pos == "q") && items[len(items)-1].Pos != "f"
		}
		verb = verb || k.IsVerb()
	}
	return false
}

// withoutPlace drops 在…中 from the middle: 人均GDP[在内地大城市中]突破.
func withoutPlace(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		if items[i].Kind != clause.Word || items[i].Text != "在" || items[i].Pos != "p" {
			continue
		}
		for k := i + 1; k < len(items) && k < i+8; k++ {
			switch items[k].Text {
			case "中", "上", "内", "下", "里", "方面", "范围内", "期间":
				return append(append([]clause.Token{}, items[:i]...), items[k+1:]...)
			}
		}
	}
	return items
}

// governing is the index of the first verb that acts on something, -1 if none.
func governing(items []clause.Token) int {
	for i := range items {
		if i > 0 && items[i].Kind == clause.Word && (items[i].IsVerb() || items[i].Pos == "vn") && (items[i].Is(word.Acting) || items[i].Is(word.Carrying)) && (i+1 == len(items) || items[i+1].Text != "的") {
			return i
		}
	}
	return -1
}

// firstVerb is the index of the first verb that governs, -1 if none does. A
// verb inside a name (转移就业, 研发投入) does not.
func firstVerb(items []clause.Token) int {
	for i := range items {
		it := &items[i]
		if it.Kind != clause.Word || !governs(items, i) {
			continue
		}
		if i > 0 && i+1 < len(items) && items[i+1].Kind == clause.Word && items[i+1].Is(word.NounEnd) {
			continue // 垃圾压缩站
		}
		if i > 0 && it.Is(word.Nominal) && !it.Is(word.Strong) && items[i-1].Kind == clause.Word && (items[i-1].IsNoun() || items[i-1].IsVerb()) {
			if i+1 == len(items) || items[i+1].IsNoun() && (!it.Is(word.Carrying) || verbLater(items[i+1:])) || items[i+1].Kind != clause.Word || items[i+1].Is(word.Attribute) {
				continue
			}
		}
		if i > 0 && !it.Is(word.Carrying) && !it.Is(word.Acting) {
			continue
		}
		return i
	}
	return -1
}

// governs tells whether items[i] is a verb that acts on what follows: one of
// the known verbs, or any verb that opens a clause and is not part of a name.
func governs(items []clause.Token, i int) bool {
	it := &items[i]
	if (it.Text == "有" || it.Text == "具有") && relative(items, i) {
		return false // 有经贸关系的国家178个
	}
	if it.Compound && it.Is(word.Nominal) && i+2 < len(items) && items[len(items)-1].Is(word.Attribute) && !it.Is(word.Strong) {
		return false // 储备项目数量
	}
	if it.Is(word.Acting) || it.Is(word.Carrying) {
		return it.IsVerb() || i == 0
	}
	return i == 0 && (opensClause(items, i) || loneVerb(items, i) || it.IsVerb() && it.Is(word.ShownVerb) && !it.Is(word.Nominal) && len(items) > 1 && items[1].Is(word.Carrying) && items[1].IsVerb())
}

// opensClause tells whether items[i], a verb that the tables do not know,
// stands before a noun that it acts on.
func opensClause(items []clause.Token, i int) bool {
	it := &items[i]
	if (it.Is(word.ShownName) || it.Compound) && !it.Is(word.Acting) {
		return false
	}
	if i == 0 && it.Pos == "a" && it.Is(word.ShownVerb) && !it.Compound && len(items) > 1 && items[1].IsNoun() && items[1].End-items[1].Start > 3 {
		return true // 稳定粮食播种面积36万亩
	}
	if i == 0 && it.Is(word.ShownVerb) && it.Is(word.Nominal) && (it.IsVerb() || it.Pos == "vn") && onNoun(items) {
		return true // 供应商品房95万平方米
	}
	return it.Kind == clause.Word && it.IsVerb() && !it.Is(word.Nominal) && !it.Is(word.NameVerb) && !it.Is(word.Attribute) && it.End-it.Start == 2 &&
		i+1 < len(items) && (items[i+1].IsNoun() && items[i+1].End-items[i+1].Start > 1 && !items[i+1].Is(word.Attribute) || items[i+1].Is(word.Acting) && !items[i+1].Is(word.Nominal) && !items[i+1].Is(word.Carrying))
}

// onNoun tells whether only a noun of its own stands behind the verb that items
// begin with.
func onNoun(items []clause.Token) bool {
	if len(items) < 2 || items[1].End-items[1].Start < 2 || items[1].Is(word.Attribute|word.VerbHead) {
		return false
	}
	for i := range items[1:] {
		if k := &items[i+1]; !k.IsNoun() || k.IsVerb() {
			return false
		}
	}
	return !items[len(items)-1].Is(word.Attribute)
}

// verbLater tells whether a verb that governs stands in items.
func verbLater(items []clause.Token) bool {
	for i := range items {
		if items[i].IsVerb() && (items[i].Is(word.Strong) || items[i].Is(word.Carrying) && !items[i].Is(word.Nominal)) {
			return true
		}
	}
	return false
}

// dropVerbs cuts the verbs that open items: 新建、翻建, 建设筹措, 完成了.
func dropVerbs(items []clause.Token) (action string, rest []clause.Token) {
	if len(items) == 0 {
		return "", nil
	}
	action = items[0].Text
	strong := items[0].Is(word.Strong)
	i := 1
	for i < len(items) {
		it := &items[i]
		next := clause.Token{Kind: clause.Stop}
		if i+1 < len(items) {
			next = items[i+1]
		}
		switch {
		case follows(items, i):
			action, strong = action+it.Text, false
			i++
		case it.Kind == clause.Word && (it.Is(word.Second) || it.Is(word.Acting) && !it.Is(word.Nominal) || opensClause(items, i)) && (!strong || it.Is(word.Acting) && !it.Is(word.Nominal)) && (next.IsNoun() || next.Kind == clause.Stop && (it.Is(word.Second) || !it.Is(word.Nominal)) || next.IsVerb()) && !next.Is(word.Attribute):
			action, strong = action+it.Text, false
			i++
		case (clause.IsJoint(it) || it.Text == "或") && next.Kind == clause.Word && (next.Is(word.Acting) || follows(items, i+1)) && (i+2 == len(items) || items[i+2].IsNoun() || items[i+2].IsVerb() || clause.IsJoint(&items[i+2])):
			action, strong = action+it.Text+next.Text, false
			i += 2
		case it.Is(word.Carrying) && it.IsVerb() && !it.Is(word.Nominal) && i == 1 && (i+1 == len(items) || i+2 == len(items) && next.Text == "了"):
			action += it.Text // 梳理形成12件实事
			i++
		case it.Kind == clause.Word && (it.Is(word.Dropped) || it.Text == "了" || it.Text == "好" || it.Text == "的" && i == 1):
			i++
		default:
			return action, items[i:]
		}
	}
	return action, items[i:]
}

// everyTime are what an average may be taken over.
var everyTime = []string{"每", "每天", "每月", "每年"}

// trim drops what stands before a noun phrase: time, place, connectives.
func (c *document) trim(items []clause.Token) []clause.Token {
	// 正常年景下粮食产量: a condition, no part of the name
	for i := 1; i < len(items)-1 && i < 4; i++ {
		if items[i].Kind == clause.Word && items[i].Text == "下" && items[i].Pos == "f" {
			items = items[i+1:]
			break
		}
	}
	items = behindManner(items)
	for len(items) > 0 {
		it := &items[0]
		switch {
		case it.Kind == clause.Moment, it.Kind == clause.Pause, it.Kind == clause.Paren:
		case it.Kind == clause.Quoted:
			return items
		case it.Text == "平均" && len(items) > 1 && (items[1].Is(word.Timed) || slices.Contains(everyTime, items[1].Text)):
		case it.Is(word.Degree) && len(items) > 1 && (items[1].IsVerb() || items[1].Is(word.Acting)) && items[1].Text != "发展":
		case it.Text == "平均" && len(items) > 1 && items[1].IsVerb() && items[1].Is(word.OpensGrowth|word.OpensChange):
		case it.Is(word.ShownAdverb) && len(items) > 1 && (items[1].IsVerb() || items[1].Is(word.Acting)) && (slices.Contains(predicative, it.Pos) || it.Pos == "n" && it.End-it.Start == 2 && items[1].Is(word.Acting) && c.x.indicators.byName[it.Text] == nil):
		case it.Is(word.Leading):
			if it.Pos == "p" && (it.Text == "为" || it.Text == "对" || it.Text == "向") && len(items) > 1 {
				return items
			}
			if it.Pos == "p" && (it.Text == "在" || it.Text == "从" || it.Text == "按" || it.Text == "由") {
				return items
			}
		case c.national && (it.Text == "全国" || it.Text == "我国") && len(items) > 1:
		case it.Is(word.OwnArea) && len(items) > 1 && (strings.HasPrefix(items[1].Text, "性") || strings.HasSuffix(it.Text, "政府") && items[1].IsNoun() && !items[1].IsVerb() && items[1].Start == it.End || strings.HasPrefix(it.Text, "各") && items[1].IsNoun() && !items[1].IsVerb()):
			return items // 全区性会议, 省政府规章, 各部门支出
		case it.Is(word.OwnArea) && len(items) > 1, it.Is(word.OwnArea) && len([]rune(it.Text)) > 1:
		case it.Is(word.Actor) && len(items) > 1 && (items[1].IsVerb() || items[1].Is(word.Acting)) && !items[1].Is(word.Nominal) && !items[1].Compound:
		case c.names[it.Text] && (len(items) == 1 || c.x.indicators.find(joined(items[1:]), nil) != nil):
		case it.Pos == "c", it.Pos == "d" && !it.Is(word.Nominal) && it.Text != "长期" && it.Text != "临时", it.Pos == "u", it.Pos == "uj", it.Pos == "ul", it.Pos == "y":
		case it.Pos == "r" && utf8.RuneCountInString(it.Text) < 3 && it.Text != "每" && it.Text != "各" && it.Text != "各种" && it.Text != "各项" && it.Text != "其他" && it.Text != "其它" && it.Text != "各类" && it.Text != "各级":
		case it.Pos == "t" && it.Is(word.Timed):
		default:
			return items
		}
		items = items[1:]
	}
	return items
}

// behindManner drops what ends in 地 before a verb: [有计划地]引进龙头企业.
func behindManner(items []clause.Token) []clause.Token {
	for i := 1; i+1 < len(items) && i < 5; i++ {
		if items[i].Text == "地" && items[i].Pos[0] == 'u' && (items[i+1].IsVerb() || items[i+1].Is(word.Acting)) {
			return items[i+1:]
		}
	}
	return items
}

// skipPreposition drops 在…中, 通过…, 按…: up to the place word or the verb.
func skipPreposition(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		it := &items[i]
		if it.Kind != clause.Word {
			continue
		}
		if it.Pos == "f" || it.Text == "中" || it.Text == "上" || it.Text == "内" || it.Text == "方面" || it.Text == "下" {
			return items[i+1:]
		}
		if it.Is(word.Acting) || it.Is(word.Carrying) && it.IsVerb() {
			return items[i:]
		}
	}
	return nil
}

func joined(items []clause.Token) string {
	var b strings.Builder
	for i := range items {
		b.WriteString(items[i].Text)
	}
	return b.String()
}

// describing tells whether a word that mostly says how or when describes the
// noun right behind it: 各部门, 实际问题, 实际使用外资, 年度测评成绩.
func describing(items []clause.Token, i int) bool {
	if i+1 >= len(items) || items[i+1].Start != items[i].End {
		return false
	}
	next := &items[i+1]
	switch items[i].Text {
	case "各":
		return next.IsNoun() && !next.IsVerb()
	case "实际":
		return next.IsNoun() && !next.IsVerb() && !next.Is(word.Attribute) || next.Text == "使用" || next.Text == "利用" || next.Text == "到位"
	case "年度":
		return next.IsNoun() && !next.IsVerb() && !next.Is(word.Attribute) && next.Text != "计划" && next.Text != "任务" && next.Text != "目标"
	}
	return false
}

// adverbial are the tags of words of manner, which end no name.
var adverbial = map[string]bool{"d": true, "ad": true, "a": true, "z": true}

// clean drops what is no part of a name: adverbs, time, long brackets, the
// marks at its ends.
func clean(items []clause.Token) []clause.Token {
	out := make([]clause.Token, 0, len(items))
	for i := range items {
		it := items[i]
		switch it.Kind {
		case clause.Moment, clause.Amount, clause.Stop:
			if n := len(out); n > 0 && it.Kind == clause.Moment && out[n-1].Is(word.Linking) {
				out = out[:n-1] // 较“十三五”末期
			}
			continue
		case clause.Paren:
			if utf8.RuneCountInString(it.Text) > 6 || it.Is(word.Remarked) {
				continue
			}
		case clause.Word:
			if it.Is(word.Dropped) && it.Text != "过" && it.Text != "地" && !describing(items, i) {
				continue
			}
			if it.Pos == "t" && it.Is(word.Timed) {
				continue
			}
			if it.Is(word.Generic) && i+1 < len(items) && it.Text != "总量" && it.Text != "水平" {
				continue
			}
		}
		out = append(out, it)
	}
	for len(out) > 0 {
		l := &out[len(out)-1]
		if l.Kind == clause.Pause || l.Kind == clause.Word && (l.Text == "的" || l.Text == "基本" || l.Text == "中" && l.Pos == "f" || l.Is(word.Able) && l.IsVerb() || (l.Text == "较" || l.Text == "由" || l.Text == "实现" || l.Text == "跨上" || l.Text == "迈上") && len(out) > 1 || adverbial[l.Pos] && l.Is(word.Dropped|word.Leading|word.ShownAdverb) || l.Text == "和" || l.Text == "及" || l.Text == "与" || l.Text == "为" || l.Pos == "p" || l.Pos == "c" || l.Text == "等") {
			out = out[:len(out)-1]
			continue
		}
		break
	}
	for len(out) > 0 {
		f := &out[0]
		if f.Kind == clause.Pause || f.Kind == clause.Word && (f.Text == "的" || f.Text == "和" || f.Text == "及" || f.Text == "与" || f.Text == "等") || f.Kind == clause.Paren {
			out = out[1:]
			continue
		}
		break
	}
	return out
}

// rightPhrase reads the noun behind a number: 老旧小区消防基础设施改造. rest is
// what the noun does.
func rightPhrase(items []clause.Token) (np, rest []clause.Token) {
	i := 0
	for i < len(items) && items[i].Kind == clause.Word && (items[i].Text == "的" || items[i].Text == "之" || items[i].Text == "是") {
		i++
	}
	start := i
	// 有需求且符合条件的残疾人: what stands before 的 belongs to the noun.
	if i < len(items) && items[i].IsVerb() {
		for k := i + 1; k < len(items) && k < i+12; k++ {
			if items[k].Kind == clause.Stop || items[k].Kind == clause.Amount || items[k].Kind == clause.Pause {
				break
			}
			if items[k].Text == "的" && k+1 < len(items) && items[k+1].IsNoun() {
				i = k + 1
				break
			}
		}
	}
loop:
	for ; i < len(items); i++ {
		it := &items[i]
		next := clause.Token{Kind: clause.Stop}
		if i+1 < len(items) {
			next = items[i+1]
		}
		switch it.Kind {
		case clause.Quoted, clause.Paren:
			continue
		case clause.Pause:
			// A pause goes on with the list where no new verb starts behind it.
			if next.IsVerb() && !next.Is(word.Nominal) {
				break loop
			}
			continue
		case clause.Moment:
			if i == start && i+1 < len(items) { // 21个“十三五”专项规划
				start = i + 1
				continue
			}
			break loop
		case clause.Stop, clause.Amount:
			break loop
		}
		if (it.Is(word.Dropped) || it.Is(word.Manner) && (next.IsVerb() || next.Is(word.Becoming))) && i > start || it.Text == "基本" && i > start && (next.IsVerb() || next.Is(word.Becoming) || next.Pos == "p") || it.Text == "进展" && i > start {
			break loop
		}
		if i > start && (it.Pos == "i" || it.Pos == "z") && it.End-it.Start == 4 && (next.Kind == clause.Stop || next.Kind == clause.Pause) {
			break loop // 产业园从无到有
		}
		if i > start && (it.IsVerb() && it.Is(word.Able) || it.Pos == "p" && verbAhead(items[i+1:])) {
			break loop
		}
		if i > start && predicates(items, i) {
			for i-1 > start && items[i-1].IsVerb() && !items[i-1].Is(word.Nominal) {
				i--
			}
			break loop
		}
		if it.IsVerb() || it.Pos == "vn" && (it.Is(word.Strong) || it.Text == "开展" || it.Text == "实施") || it.Is(word.Becoming) && !it.Is(word.Nominal) || it.Is(word.Ending) {
			switch {
			case it.Compound && i > start && !it.Is(word.Acting) && (it.Is(word.Nominal) || !it.Is(word.Becoming|word.Ending)) && it.Text != "得到" || it.Compound && i == start && next.Is(word.VerbHead):
				continue // 转移人口, 引导基金
			case i > start && next.Text == "等":
				continue // 客车更换等项目
			case i > start && (it.Is(word.Nominal) || it.Text == "运营" || it.Text == "落地") && next.IsNoun() && (next.Is(word.Attribute) || next.Is(word.VerbHead)):
				continue
			case it.Is(word.Ending) && i > start && (next.Kind == clause.Stop || next.IsVerb() || next.Is(word.Becoming)):
				break loop
			case it.Is(word.Nominal) && i > start && (next.Kind == clause.Stop || next.Kind == clause.Pause || next.Text == "和" || next.Text == "及" || next.IsVerb() && next.Is(word.Nominal)):
				continue
			case it.Is(word.Nominal) && i > start && !it.Is(word.Becoming) && (next.Is(word.Ending) || next.Is(word.Becoming)):
				continue // 低氮燃烧改造超额完成
			case it.Is(word.Nominal) && i > start && next.IsNoun() && !it.Is(word.Becoming):
				continue
			case i == start && next.IsNoun() && !it.Is(word.Becoming) && it.Is(word.Nominal), i == start && next.Is(word.VerbHead):
				continue
			case !it.Is(word.Acting) && !it.Is(word.Carrying) && !it.Is(word.Becoming) && (i == start || next.IsNoun() || next.IsVerb()):
				continue // a verb inside a name that the tables do not know
			case next.Is(word.VerbHead) && it.Is(word.Nominal):
				continue
			}
			break loop
		}
		switch it.Pos {
		case "d", "p", "y", "e":
			named := it.Pos == "d" && it.End-it.Start == 2 && !it.Is(word.Dropped|word.Leading|word.ShownAdverb|word.ShownPredicate|word.Manner|word.Able) && next.IsNoun() && !next.IsVerb() && next.Pos != "a" // 团结[进步]示范社区
			if i > start && !named && it.Text != "与" && it.Text != "和" {
				break loop
			}
		case "c":
			if i > start && next.Text == "一批" {
				break loop // 40项民生实事[和一批微实事]
			}
			if it.Text != "和" && it.Text != "及" && it.Text != "与" && it.Text != "以及" && it.Text != "或" && it.Text != "及其" {
				break loop
			}
		case "t":
			if it.Is(word.Timed) {
				break loop
			}
		}
	}
	return clean(beforeExamplesEnd(items[start:i])), items[i:]
}

// verbAhead tells whether a verb stands in what follows of the clause: 与北京学校[结
// 对].
func verbAhead(items []clause.Token) bool {
	for i := range items {
		k := &items[i]
		switch {
		case k.Kind != clause.Word && k.Kind != clause.Quoted:
			return false
		case k.IsVerb() && !k.Compound && (!k.Is(word.Nominal) || k.Is(word.ShownPredicate)):
			return true
		}
	}
	return false
}

// beforeExamplesEnd drops 等 behind one noun, with what sums it up: 供水管网[等项
// 目]. A list before 等 is an example of what stands behind.
func beforeExamplesEnd(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		if rest := items[i+1:]; items[i].Text == "等" && !clause.HasPause(items[:i]) && (len(rest) < 3 || rest[0].Text == "一批") {
			return items[:i]
		}
	}
	return items
}

// isVague tells whether np alone says too little.
func isVague(np []clause.Token) bool {
	return len(np) == 0 || len(np) == 1 && np[0].Is(word.Vague)
}

// predicate is what vague things do, without the words that only carry:
// 企业[在]科创板[成功]上市.
func predicate(rest []clause.Token) []clause.Token {
	if len(rest) > 0 && rest[0].Is(word.Able) {
		return nil // what they can do does not name them
	}
	var out []clause.Token
	n := 0
	for i := range rest {
		it := rest[i]
		if it.Kind == clause.Stop || it.Kind == clause.Amount {
			break
		}
		if it.Kind == clause.Moment || it.Kind == clause.Pause && len(out) == 0 {
			continue
		}
		if it.Kind == clause.Word && (it.Is(word.Dropped) || it.Text == "实现" || it.Text == "完成" || it.Pos == "p" || it.Pos == "d" || it.Pos == "ul") {
			continue
		}
		n += it.End - it.Start
		if n > 26 {
			break
		}
		out = append(out, it)
	}
	return clean(out)
}
