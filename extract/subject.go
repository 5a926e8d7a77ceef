package extract

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
)

// nounPhrase reads what the words left of a number name, with its verb cut
// off: [为X] [owner] verb object.
type nounPhrase struct {
	owner  []item // what stands before the verb, or behind 为
	object []item // what the verb acts on
	action string
	list   bool // the phrase ended in 等: only examples of what is counted
	via    bool // the owner came with 为, 对
	carry  bool // the verb between owner and object only carries the figure
}

func (n *nounPhrase) items() []item {
	return append(append([]item{}, n.owner...), n.object...)
}

// read parses items. keep leaves verbs inside the name, as growth, ranks and
// shares have them: [供热保障投诉]下降58%.
func (s *state) read(items []item, keep bool) nounPhrase {
	var n nounPhrase
	items = s.trim(items)
	if len(items) == 0 {
		return n
	}
	// 为X…, 对X…, 给X…: X is whom it is done for.
	if it := items[0]; it.kind == word && it.pos == "p" {
		switch it.text {
		case "为", "对", "给", "向":
			v := governing(items[1:])
			if v < 0 {
				n.owner, n.via = clean(items[1:]), true
				return n
			}
			n.owner, n.via = clean(s.trim(items[1:1+v])), true
			a, rest := dropVerbs(items[1+v:])
			n.action, n.object = a, clean(rest)
			return n
		}
		items = s.trim(skipPreposition(items))
		if len(items) == 0 {
			return n
		}
	}
	items = withoutPlace(items)
	if len(items) == 0 {
		return n
	}
	if last := items[len(items)-1]; last.text == "等" || last.text == "等等" {
		n.list = true
		items = items[:len(items)-1]
		if len(items) == 0 {
			return n
		}
	}
	if keep {
		for len(items) > 1 && items[0].kind == word && causing[items[0].text] {
			n.action = items[0].text
			items = s.trim(items[1:])
			if len(items) == 0 {
				return n
			}
		}
		v := firstVerb(items)
		if v > 0 && v+1 < len(items) && causing[items[v].text] && !nominal[items[v].text] {
			n.owner, n.action = clean(items[:v]), items[v].text
			n.object, n.carry = clean(s.trim(items[v+1:])), true
			return n
		}
		n.object = clean(items)
		return n
	}
	if len(items) == 1 && bareActs[items[0].text] && len(s.last) > 0 {
		n.action = items[0].text
		return n
	}
	v := firstVerb(items)
	switch {
	case v < 0:
		n.object = clean(items)
	case v == 0:
		rest := items[1:]
		if len(rest) == 1 && (attribute[rest[0].text] || heads[rest[0].text] && nameVerbs[items[0].text]) && !strong[items[0].text] {
			n.object = clean(items) // 竣工面积
			return n
		}
		if len(rest) == 1 && vague[rest[0].text] && rest[0].text != "人" && !strong[items[0].text] && !building[items[0].text] {
			n.object, n.action = clean(items), items[0].text // 走访企业
			return n
		}
		if items[0].text == "新增" && len(rest) > 0 && (strings.HasPrefix(rest[0].text, "就业") || strings.HasPrefix(rest[0].text, "登记")) {
			n.object = clean(items)
			return n
		}
		a, rest := dropVerbs(items)
		n.action = a
		rest = s.trim(rest)
		if len(rest) > 0 {
			if w := firstVerb(rest); w > 0 && w < len(rest)-1 && carrying[rest[w].text] && !nominal[rest[w].text] {
				n.object = clean(append(append([]item{}, rest[:w]...), rest[w+1:]...))
			} else {
				n.object = clean(rest)
			}
		}
	default:
		verb := items[v]
		rest := items[v+1:]
		if len(rest) == 0 {
			if nominal[verb.text] || !carrying[verb.text] && !acting[verb.text] {
				n.object = clean(items)
			} else {
				n.owner, n.action = clean(items[:v]), verb.text
			}
			return n
		}
		named := nominal[verb.text] && len(rest) == 1 && rest[0].noun() && attribute[rest[0].text] // 接待人数
		if carrying[verb.text] && !named {
			a, rest2 := dropVerbs(items[v:])
			n.owner, n.action = clean(items[:v]), a
			n.object = clean(s.trim(rest2))
			n.carry = true
			return n
		}
		n.object = clean(items)
	}
	return n
}

// withoutPlace drops 在…中 from the middle: 人均GDP[在内地大城市中]突破.
func withoutPlace(items []item) []item {
	for i := 1; i < len(items); i++ {
		if items[i].kind != word || items[i].text != "在" || items[i].pos != "p" {
			continue
		}
		for k := i + 1; k < len(items) && k < i+8; k++ {
			switch items[k].text {
			case "中", "上", "内", "下", "里", "方面", "范围内", "期间":
				return append(append([]item{}, items[:i]...), items[k+1:]...)
			}
		}
	}
	return items
}

// governing is the index of the first verb that acts on something, -1 if none.
func governing(items []item) int {
	for i := range items {
		if i > 0 && items[i].kind == word && (items[i].isVerb() || items[i].pos == "vn") && (acting[items[i].text] || carrying[items[i].text]) && (i+1 == len(items) || items[i+1].text != "的") {
			return i
		}
	}
	return -1
}

// strong verbs act even before an attribute: 完成投资, 实现产值.
var strong = lang.Set(`上交 上缴 实现 完成 达成 新增 达到 取得 获得 突破 创造 带动 拉动 安排 投入 拨付 筹集 压减 落实 减免 增加 减少`)

// firstVerb is the index of the first verb that governs, -1 if none does. A
// verb inside a name (转移就业, 研发投入) does not.
func firstVerb(items []item) int {
	for i := range items {
		it := &items[i]
		if it.kind != word || !governs(items, i) {
			continue
		}
		if i > 0 && i+1 < len(items) && items[i+1].kind == word && endings[items[i+1].text] {
			continue // 垃圾压缩站
		}
		if i > 0 && nominal[it.text] && !strong[it.text] && items[i-1].kind == word && (items[i-1].noun() || items[i-1].isVerb()) {
			if i+1 == len(items) || items[i+1].noun() && (!carrying[it.text] || verbLater(items[i+1:])) || items[i+1].kind != word || attribute[items[i+1].text] {
				continue
			}
		}
		if i > 0 && !carrying[it.text] && !acting[it.text] {
			continue
		}
		return i
	}
	return -1
}

// governs tells whether items[i] is a verb that acts on what follows: one of
// the known verbs, or any verb that opens a clause and is not part of a name.
func governs(items []item, i int) bool {
	it := &items[i]
	if acting[it.text] || carrying[it.text] {
		return it.isVerb() || i == 0
	}
	return i == 0 && opensClause(items, i)
}

// opensClause tells whether items[i], a verb that the tables do not know,
// stands before a noun that it acts on.
func opensClause(items []item, i int) bool {
	it := &items[i]
	return it.kind == word && it.isVerb() && !nominal[it.text] && !nameVerbs[it.text] && !attribute[it.text] && it.end-it.start == 2 &&
		i+1 < len(items) && (items[i+1].noun() && items[i+1].end-items[i+1].start > 1 && !attribute[items[i+1].text] || acting[items[i+1].text] && !nominal[items[i+1].text] && !carrying[items[i+1].text])
}

// verbLater tells whether a verb that governs stands in items.
func verbLater(items []item) bool {
	for i := range items {
		if items[i].isVerb() && (strong[items[i].text] || carrying[items[i].text] && !nominal[items[i].text]) {
			return true
		}
	}
	return false
}

// dropVerbs cuts the verbs that open items: 新建、翻建, 建设筹措, 完成了.
func dropVerbs(items []item) (action string, rest []item) {
	if len(items) == 0 {
		return "", nil
	}
	action = items[0].text
	i := 1
	for i < len(items) {
		it := &items[i]
		next := item{kind: stop}
		if i+1 < len(items) {
			next = items[i+1]
		}
		switch {
		case it.kind == word && (seconds[it.text] || acting[it.text] && !nominal[it.text] || opensClause(items, i)) && (!strong[action] || acting[it.text] && !nominal[it.text]) && (next.noun() || next.kind == stop && (seconds[it.text] || !nominal[it.text]) || next.isVerb()) && !attribute[next.text]:
			action += it.text
			i++
		case (isJoint(it) || it.text == "或") && next.kind == word && acting[next.text] && (i+2 == len(items) || items[i+2].noun() || items[i+2].isVerb() || isJoint(&items[i+2])):
			action += it.text + next.text
			i += 2
		case it.kind == word && (falling[it.text] || it.text == "了" || it.text == "的" && i == 1):
			i++
		default:
			return action, items[i:]
		}
	}
	return action, items[i:]
}

// trim drops what stands before a noun phrase: time, place, connectives.
func (s *state) trim(items []item) []item {
	// 正常年景下粮食产量: a condition, no part of the name
	for i := 1; i < len(items)-1 && i < 4; i++ {
		if items[i].kind == word && items[i].text == "下" && items[i].pos == "f" {
			items = items[i+1:]
			break
		}
	}
	for len(items) > 0 {
		it := &items[0]
		switch {
		case it.kind == moment, it.kind == pause, it.kind == paren:
		case it.kind == quoted:
			return items
		case it.text == "平均" && len(items) > 1 && (items[1].text == "每" || timeWord(items[1].text) || items[1].text == "每天" || items[1].text == "每月"):
		case degrees[it.text] && len(items) > 1 && (items[1].isVerb() || acting[items[1].text]) && items[1].text != "发展":
		case leading[it.text]:
			if it.pos == "p" && (it.text == "为" || it.text == "对" || it.text == "向") && len(items) > 1 {
				return items
			}
			if it.pos == "p" && (it.text == "在" || it.text == "从" || it.text == "按" || it.text == "由") {
				return items
			}
		case s.national && (it.text == "全国" || it.text == "我国") && len(items) > 1:
		case ownArea[it.text] && len(items) > 1, ownArea[it.text] && len([]rune(it.text)) > 1:
		case actors[it.text] && len(items) > 1 && (items[1].isVerb() || acting[items[1].text]) && !nominal[items[1].text]:
		case s.own[it.text] && (len(items) == 1 || s.x.indicators.find(joined(items[1:]), nil) != nil):
		case it.pos == "c", it.pos == "d" && !nominal[it.text] && it.text != "长期" && it.text != "临时", it.pos == "u", it.pos == "uj", it.pos == "ul", it.pos == "y":
		case it.pos == "r" && utf8.RuneCountInString(it.text) < 3 && it.text != "每" && it.text != "各" && it.text != "各类" && it.text != "各级":
		case it.pos == "t" && timeWord(it.text):
		default:
			return items
		}
		items = items[1:]
	}
	return items
}

// skipPreposition drops 在…中, 通过…, 按…: up to the place word or the verb.
func skipPreposition(items []item) []item {
	for i := 1; i < len(items); i++ {
		it := &items[i]
		if it.kind != word {
			continue
		}
		if it.pos == "f" || it.text == "中" || it.text == "上" || it.text == "内" || it.text == "方面" || it.text == "下" {
			return items[i+1:]
		}
		if acting[it.text] || carrying[it.text] && it.isVerb() {
			return items[i:]
		}
	}
	return nil
}

func joined(items []item) string {
	var b strings.Builder
	for i := range items {
		b.WriteString(items[i].text)
	}
	return b.String()
}

// timeWord tells words of time from names that Jieba takes for such (青年, 冬).
func timeWord(w string) bool {
	for _, s := range [...]string{"年底", "年末", "年初", "今年", "去年", "上年", "当年", "全年", "每年", "年度", "季度", "上半年", "下半年", "月份", "目前", "当前", "近年", "以来", "期间", "时期", "如今", "此前", "日前", "同期"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return len(w) > 0 && w[0] >= '0' && w[0] <= '9'
}

// remark tells brackets that say how, not what: （下同）, （现价）.
func remark(s string) bool {
	for _, w := range [...]string{"下同", "含", "按", "同比", "折", "其中", "价", "口径", "年", "附件", "见"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

var linking = lang.Set(`较 比 到 至 与 同 从 自 于 由`)

// clean drops what is no part of a name: adverbs, time, long brackets, the
// marks at its ends.
func clean(items []item) []item {
	out := make([]item, 0, len(items))
	for i := range items {
		it := items[i]
		switch it.kind {
		case moment, amount, stop:
			if n := len(out); n > 0 && it.kind == moment && linking[out[n-1].text] {
				out = out[:n-1] // 较“十三五”末期
			}
			continue
		case paren:
			if utf8.RuneCountInString(it.text) > 6 || remark(it.text) {
				continue
			}
		case word:
			if falling[it.text] && it.text != "过" && it.text != "地" {
				continue
			}
			if it.pos == "t" && timeWord(it.text) {
				continue
			}
			if generic[it.text] && i+1 < len(items) && it.text != "总量" && it.text != "水平" {
				continue
			}
		}
		out = append(out, it)
	}
	for len(out) > 0 {
		l := &out[len(out)-1]
		if l.kind == pause || l.kind == word && (l.text == "的" || l.text == "和" || l.text == "及" || l.text == "与" || l.text == "为" || l.pos == "p" || l.pos == "c" || l.text == "等") {
			out = out[:len(out)-1]
			continue
		}
		break
	}
	for len(out) > 0 {
		f := &out[0]
		if f.kind == pause || f.kind == word && (f.text == "的" || f.text == "和" || f.text == "及" || f.text == "与" || f.text == "等") || f.kind == paren {
			out = out[1:]
			continue
		}
		break
	}
	return out
}

// rightPhrase reads the noun behind a number: 老旧小区消防基础设施改造. rest is
// what the noun does.
func rightPhrase(items []item) (np, rest []item) {
	i := 0
	for i < len(items) && items[i].kind == word && (items[i].text == "的" || items[i].text == "之" || items[i].text == "是") {
		i++
	}
	start := i
	// 有需求且符合条件的残疾人: what stands before 的 belongs to the noun.
	if i < len(items) && items[i].isVerb() {
		for k := i + 1; k < len(items) && k < i+12; k++ {
			if items[k].kind == stop || items[k].kind == amount || items[k].kind == pause {
				break
			}
			if items[k].text == "的" && k+1 < len(items) && items[k+1].noun() {
				i = k + 1
				break
			}
		}
	}
loop:
	for ; i < len(items); i++ {
		it := &items[i]
		next := item{kind: stop}
		if i+1 < len(items) {
			next = items[i+1]
		}
		switch it.kind {
		case quoted, paren:
			continue
		case pause:
			// A pause goes on with the list where no new verb starts behind it.
			if next.isVerb() && !nominal[next.text] {
				break loop
			}
			continue
		case moment:
			if i == start && i+1 < len(items) { // 21个“十三五”专项规划
				start = i + 1
				continue
			}
			break loop
		case stop, amount:
			break loop
		}
		if (falling[it.text] || manner[it.text] && (next.isVerb() || becoming[next.text])) && i > start || it.text == "基本" && i > start && (next.isVerb() || becoming[next.text] || next.pos == "p") || it.text == "进展" && i > start {
			break loop
		}
		if it.isVerb() || it.pos == "vn" && (strong[it.text] || it.text == "开展" || it.text == "实施") || becoming[it.text] && !nominal[it.text] || ending[it.text] {
			switch {
			case i > start && (nominal[it.text] || it.text == "运营" || it.text == "落地") && next.noun() && (attribute[next.text] || vnHead[next.text]):
				continue
			case ending[it.text] && i > start && (next.kind == stop || next.isVerb() || becoming[next.text]):
				break loop
			case nominal[it.text] && i > start && (next.kind == stop || next.kind == pause || next.text == "和" || next.text == "及" || next.isVerb() && nominal[next.text]):
				continue
			case nominal[it.text] && i > start && !becoming[it.text] && (ending[next.text] || becoming[next.text]):
				continue // 低氮燃烧改造超额完成
			case nominal[it.text] && i > start && next.noun() && !becoming[it.text]:
				continue
			case i == start && next.noun() && !becoming[it.text] && nominal[it.text]:
				continue
			case !acting[it.text] && !carrying[it.text] && !becoming[it.text] && (i == start || next.noun() || next.isVerb()):
				continue // a verb inside a name that the tables do not know
			case vnHead[next.text] && nominal[it.text]:
				continue
			}
			break loop
		}
		switch it.pos {
		case "d", "p", "y", "e":
			if i > start && it.text != "与" && it.text != "和" {
				break loop
			}
		case "c":
			if it.text != "和" && it.text != "及" && it.text != "与" && it.text != "以及" && it.text != "或" && it.text != "及其" {
				break loop
			}
		case "t":
			if timeWord(it.text) {
				break loop
			}
		}
	}
	return clean(items[start:i]), items[i:]
}

// vnHead are nouns that make a name of the verb before them: 建设工程, 改造项目.
var vnHead = lang.Set(`工程 项目 任务 设施 设备 行动 计划 机构 中心 基地 平台 企业 单位 服务 试点 示范 示范区 示范点 园区 园 区 点 站 场 馆 学校 医院 人员 人才 资金 系统 体系 案件 事项 问题 用地 床位 岗位 空间 场所 场景 产品 技术 标准 制度 措施 政策 方案 协议 合同 平方米 小区 社区 县 村 镇 市场 公司 集团 队伍 团队 组织 网络 网点 窗口 渠道 能力 条件 环境 面积`)

// isVague tells whether np alone says too little.
func isVague(np []item) bool {
	return len(np) == 0 || len(np) == 1 && vague[np[0].text]
}

// predicate is what vague things do, without the words that only carry:
// 企业[在]科创板[成功]上市.
func predicate(rest []item) []item {
	var out []item
	n := 0
	for i := range rest {
		it := rest[i]
		if it.kind == stop || it.kind == amount {
			break
		}
		if it.kind == moment || it.kind == pause && len(out) == 0 {
			continue
		}
		if it.kind == word && (falling[it.text] || it.text == "实现" || it.text == "完成" || it.pos == "p" || it.pos == "d" || it.pos == "ul") {
			continue
		}
		n += it.end - it.start
		if n > 26 {
			break
		}
		out = append(out, it)
	}
	return clean(out)
}
