package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// The head that the members of a list share.

// inLast is the attribute at the end of the last name of a list, which the
// segmenter knows whole, if the others lack it: 二氧化硫、氮氧化物[排放量], 客运、货运[周转
// 量]. It is empty where one of the others needs none.
func (c *context) inLast(parts [][]clause.Token) clause.Phrase {
	last := parts[len(parts)-1]
	it := &last[len(last)-1]
	head := c.attributeOf(it.Text)
	if head == "" && it.Is(word.Attribute) && len(last) > 1 {
		head = it.Text
	}
	if head == "" {
		head = c.rateIn(it.Text)
	}
	if head == "" {
		return clause.Phrase{}
	}
	whole, lacks := false, false
	for _, p := range parts[:len(parts)-1] {
		name := subject.Joined(p)
		e := c.x.indicators.find(name, c.names)
		if e != nil && (e.Name == name+head || e.Name == name+"排放量" && head == "排放总量") {
			continue // 化学需氧量[排放量]
		}
		if head == "浓度" {
			if c.endsWhole(p) {
				whole = true
			} else {
				lacks = true
			}
			continue // 综合指数、PM2.5、PM10[浓度]
		}
		amount := e != nil && (e.Dimension == "money" || e.Dimension == "ratio") && !strings.HasSuffix(name, "业")
		if amount || c.endsWhole(p) || p[len(p)-1].Is(word.Complete) {
			return clause.Phrase{} // 进出口、零售总额
		}
	}
	if whole && !lacks {
		return clause.Phrase{}
	}
	from := it.End - utf8.RuneCountInString(head)
	return clause.Phrase{Text: head, Spans: [][2]int{{from, it.End}}}
}

// rateIn is the rate of what is done that a name ends in: 垃圾[处理率]. It is empty for others.
func (c *document) rateIn(name string) string {
	const size = len("处理率")
	if len(name) < size || !strings.HasSuffix(name, "率") || !c.ofDoing(name[len(name)-size:]) {
		return ""
	}
	return name[len(name)-size:]
}

// apposed cuts 三大产业 off the list that it sums up: 生物、互联网、新能源[三大新兴产业
// ]增速 leaves the attribute to each member.
func apposed(parts [][]clause.Token, n int) [][]clause.Token {
	last := parts[len(parts)-1]
	if k := len(last) - 1; k > 0 && n == len(parts) {
		if end, ok := withoutCount(last[k]); ok { // 人工智能[三大先导]产业规模
			out := slices.Clone(parts)
			out[len(out)-1] = append(slices.Clone(last[:k]), end)
			return out
		}
	}
	for i := 1; i < len(last); i++ {
		if n := last[i].Text; last[i].Tagged("m", "x", "j") && (strings.HasSuffix(n, "大") || lang.IsOneOf(n, "两", "二", "三", "四")) {
			end := len(last)
			var rest []clause.Token
			if last[end-1].Is(word.Attribute) {
				rest = last[end-1:]
			}
			if trade := clause.At(last, i+1); len(rest) > 0 && i == 1 && i+3 == end && strings.HasSuffix(trade.Text, "产业") {
				rest = []clause.Token{lastTwo(*trade), rest[0]} // 食品、纺织四大支柱[产业产值]
			}
			out := append([][]clause.Token{}, parts...)
			out[len(out)-1] = append(append([]clause.Token{}, last[:i]...), rest...)
			return out
		}
		if countsAreas(last[i].Text) {
			rest := i + 1
			for rest < len(last) && (last[rest].Kind == clause.Paren || last[rest].Len() == 1) {
				rest++
			}
			out := slices.Clone(parts)
			out[len(out)-1] = slices.Concat(last[:i], last[rest:]) // 海城、台安[两县（市）]财政收入
			return out
		}
	}
	return parts
}

// countsAreas tells whether a word counts the places named before it: 两县, 三区.
func countsAreas(text string) bool {
	r := []rune(text)
	return len(r) == 2 && strings.ContainsRune("两三四五六七八九十", r[0]) && strings.ContainsRune("省市州县区镇乡旗", r[1])
}

// withoutCount is a name that the segmenter knows whole with the count of those that it sums
// up, without that: [三大先导]产业规模.
func withoutCount(k clause.Token) (clause.Token, bool) {
	count, _, ok := strings.Cut(k.Text, "大")
	at := strings.Index(k.Text, "产业")
	if !ok || at < 0 || !lang.IsOneOf(count, "两", "三", "四", "五", "六", "七", "八", "九", "十") {
		return k, false
	}
	k.Start += utf8.RuneCountInString(k.Text[:at])
	k.Text = k.Text[at:]
	return k, true
}

// lastTwo are the last two characters of a word: 支柱[产业].
func lastTwo(k clause.Token) clause.Token {
	r := []rune(k.Text)
	k.Start, k.Text = k.End-2, string(r[len(r)-2:])
	return k
}

// shortHead is the head that the words behind the first of a list's last member
// make, without what belongs to the member: 粮食、肉蛋奶[产量], not 奶产量.
func (c *context) shortHead(items []clause.Token) clause.Phrase {
	it := items[len(items)-1]
	head := c.x.words.Match(it.Text, word.OwnHead)
	own := strings.TrimSuffix(it.Text, head)
	if head == "" || len(items) > 1 || it.Is(word.Attribute) || utf8.RuneCountInString(own) != 1 || lang.IsOneOf(own, "总", "年", "月", "日", "均") {
		return clause.PhraseOf(c.doc.Text, items)
	}
	return clause.Phrase{Text: head, Spans: [][2]int{{it.Start + 1, it.End}}}
}

// sharedHead is the attribute at the end of a list that all its parts have: 粮食、
// 蔬菜、肉蛋奶[产量], 出口通关、外商登记备案[时间]. It is empty where no attribute
// ends the list, or where more than it is shared: 养老、失业[保险参保人数].
func (c *context) sharedHead(parts [][]clause.Token, out []clause.Phrase) clause.Phrase {
	last := parts[len(parts)-1]
	k := len(last) - 1
	if !c.mayHead(last) {
		return clause.Phrase{}
	}
	if clause.IsJoint(&last[k-1]) {
		return c.inLast(parts) // 金融业、软件和信息服务业[增加值]
	}
	more := clause.PhraseOf(c.doc.Text, last[1:])
	if k > 1 && c.x.indicators.find(clause.Join(out[0], more).Text, c.names) != nil {
		return clause.Phrase{}
	}
	head := c.shortHead(last[k:])
	if k > 1 && c.x.words.Is(last[k-1].Text+last[k].Text, word.Attribute) {
		head = clause.PhraseOf(c.doc.Text, last[k-1:]) // 商务酒店、精品民宿[营业收入]
	}
	if k == 1 || c.x.indicators.find(clause.Join(out[0], head).Text, c.names) != nil {
		return head
	}
	// 刑事立案、治安受理[数量] are what is done; 人参、食用菌[全产业链产值] are things,
	// and what stands behind the last one belongs to each.
	if end := &parts[0][len(parts[0])-1]; end.IsVerbal() || end.Is(word.Nominal, word.NounEnd, word.EndsInHead) {
		return head
	}
	for i := behindJoint(last); i <= k; i++ {
		if i == k || opensHead(&last[i]) && !namesTrade(last, i) {
			return clause.PhraseOf(c.doc.Text, last[i:])
		}
	}
	return clause.Phrase{}
}

// mayHead tells whether what a list's last member ends in may be said of all: an
// attribute, or what is done to goods: 汽车、家电[出口].
func (c *context) mayHead(last []clause.Token) bool {
	end := &last[len(last)-1]
	switch {
	case len(last) < 2:
		return false
	case end.Is(word.Attribute), c.rateIn(end.Text) == end.Text, len(last) == 2 && end.Is(word.Complete) && end.Is(word.Nominal):
		return true
	}
	return c.x.words.Has(end.Text, word.OwnHead)
}

// opensHead tells whether the head that a list shares begins with a word: [全]产业链产值,
// [产业]集群增加值, [财政]补助标准, [生均]公用经费标准.
func opensHead(k *clause.Token) bool {
	return !k.IsNoun() || k.Text == "财政" || hasPrefix(k.Text, perUnit...) || k.Pos == "vn" || k.Is(word.Nominal, word.Acting) || strings.HasPrefix(k.Text, "产业") || isWholeWord(k.Text)
}

// namesTrade tells whether the verb at i before the amount that closes the last member of a list names its trade
// alone: 新能源、装备[制造]产值, but 甲、乙[加工]能力.
func namesTrade(last []clause.Token, i int) bool {
	return i == len(last)-2 && last[i].Says("制造", "加工", "生产", "制品", "服务", "开发") && hasSuffix(last[i+1].Text, "产值", "增加值", "收入", "利润", "利税", "税收", "投资", "总额")
}

// behindJoint is the index of the second word of a list's last member, or of what stands
// behind a joint in it: 机器人、低空与空天[产业集群增加值].
func behindJoint(last []clause.Token) int {
	at := 1
	for i := range last {
		if clause.IsJoint(&last[i]) && i+2 < len(last) {
			at = i + 2
		}
	}
	return at
}

// isWholeWord tells words that open what is measured: 全产业链产值, 总产量.
func isWholeWord(s string) bool { return s == "全" || s == "总" || s == "年" || s == "月" }

// sameHead tells whether the parts of a list end in the same noun, so that none
// lacks it: 通办事项和再造事项, 刑事警情和电信诈骗警情.
func sameHead(parts [][]clause.Token) bool {
	last := parts[len(parts)-1]
	head := last[len(last)-1].Text
	for _, p := range parts {
		if !strings.HasSuffix(p[len(p)-1].Text, head) {
			return false
		}
	}
	return utf8.RuneCountInString(head) > 1
}

// overlap joins a and b, with what ends a and starts b only once: 商贸服务业 and
// 服务业税收.
func overlap(a, b clause.Phrase) clause.Phrase {
	r := []rune(a.Text)
	if strings.HasPrefix(b.Text, "级") && strings.HasSuffix(a.Text, "级") {
		return clause.Join(a.Shorter(1), b) // 千亿级、百亿级平台
	}
	for n := min(len(r), utf8.RuneCountInString(b.Text)); n > 1; n-- {
		if strings.HasPrefix(b.Text, string(r[len(r)-n:])) {
			return clause.Join(clause.Phrase{Text: string(r[:len(r)-n]), Spans: [][2]int{{-1, -1}}}, b)
		}
	}
	return clause.Join(a, b)
}

// attributive tells whether a part ends in an attribute that needs an owner.
func (c *context) attributive(items []clause.Token) bool {
	l := items[len(items)-1]
	if l.Is(word.Attribute) || len(c.stripAttribute(clause.Phrase{Text: subject.Joined(items), Spans: [][2]int{{0, 64}}}).Text) < len(subject.Joined(items)) {
		return true
	}
	return utf8.RuneCountInString(l.Text) <= 5 && c.x.words.Has(l.Text, word.OwnedEnd)
}

// endsWhole tells whether a part of a list has a head of its own: 营业收入, 接待游客.
func (c *context) endsWhole(items []clause.Token) bool {
	l := items[len(items)-1]
	return l.Is(word.Attribute) || c.x.words.Has(l.Text, word.OwnHead) || len(items) > 1 && items[0].Says("接待")
}
