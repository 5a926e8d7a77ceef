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

// spreads tells whether 分别 stands before the verb of items: A、B分别新增….
func spreads(items []clause.Token) bool {
	for i := range items {
		if items[i].Text == "分别" && i > 0 {
			return true
		}
	}
	return false
}

// twofold tells whether 双双 says that a number holds for both: A和B双双突破4亿吨.
func twofold(items []clause.Token) bool {
	return slices.ContainsFunc(items, func(k clause.Token) bool { return k.Text == "双双" })
}

// holdsForEach tells whether a rank or a rate holds for each member of the list
// before it: 进口、出口居全国首位, 办结率、满意率达100%.
func (c *context) holdsForEach(d *draft, np subject.Noun) bool {
	parts := clause.Parts(np.Items())
	if len(parts) < 2 || d.r.Share != "" || c.series(d.q) > 1 {
		return false
	}
	if d.r.Measure == "rank" {
		return true
	}
	if d.r.Measure != "level" || d.q.UnitName != "%" {
		return false
	}
	return everyRate(parts) || len(parts) == 2 && c.allIndicators(c.expand(parts, 2)) // 基本养老、医疗保险参保率
}

// everyRate tells whether each part of a list is a rate or a share.
func everyRate(parts [][]clause.Token) bool {
	for _, p := range parts {
		name := subject.Joined(p)
		if !strings.HasSuffix(name, "率") && !strings.HasSuffix(name, "比例") && !strings.HasSuffix(name, "比重") && !strings.HasSuffix(name, "占比") {
			return false
		}
	}
	return true
}

// everyWhole tells whether each part of a list has a head of its own.
func (c *context) everyWhole(parts [][]clause.Token) bool {
	for _, p := range parts {
		if !c.endsWhole(p) {
			return false
		}
	}
	return len(parts) > 1
}

// distribute gives the values behind 分别 one subject each.
func (c *context) distribute(d *draft, q *lang.Quantity, np subject.Noun, head []clause.Token) {
	n := c.series(q)
	items := np.Items()
	var subjects []clause.Phrase
	if all := c.expand(clause.Parts(items), n); n == 1 && len(all) > 1 {
		d.subjects = all // 能耗和排放量分别下降3%
		d.rules = append(d.rules, "subject.each")
		return
	}
	if owners := clause.Parts(np.Owner); np.Carry && len(owners) == n && n > 1 && len(clause.Parts(np.Object)) == 1 {
		// 金融、文化等支柱产业分别实现增加值…
		for _, o := range c.expand(owners, n) {
			subjects = append(subjects, clause.Join(o, clause.PhraseOf(c.doc.Text, np.Object)))
		}
		d.rules = append(d.rules, "subject.distributed")
		d.subjects, c.pending, c.spread, c.group = subjects[:1], subjects[1:], d.r, subjects
		return
	}
	if len(items) == 0 {
		if h := len(c.history); h >= n {
			subjects = c.history[h-n:]
		} else if len(c.last) == n {
			subjects = c.last
		} else if list := c.expand(clause.Parts(untilVerb(c.nouns.Trim(c.lastClause))), n); len(list) == n {
			subjects = list
		} else {
			subjects = c.history
		}
		d.rules = append(d.rules, "subject.distributed.before")
	} else {
		subjects = c.expand(clause.Parts(items), n)
		if len(np.Owner) > 0 && len(subjects) > 1 && np.Carry {
			o := clause.PhraseOf(c.doc.Text, np.Owner)
			parts := c.expand(clause.Parts(np.Object), n)
			if len(parts) == n {
				for i := range parts {
					parts[i] = clause.Join(o, parts[i])
				}
				subjects = parts
			}
		}
		// 税收分别增长: the list stands before, the attribute here.
		if len(subjects) == 1 && n > 1 {
			if list := c.expand(c.listBefore(head), n); len(list) == n {
				for i := range list {
					list[i] = clause.Join(list[i], subjects[0])
				}
				subjects = list
			} else if h := len(c.history); h >= n && c.x.words.Is(subjects[0].Text, word.Attribute) {
				a := subjects[0]
				subjects = nil
				for _, p := range c.history[h-n:] {
					subjects = append(subjects, clause.Join(c.stripAttribute(p), a))
				}
			}
		}
		d.rules = append(d.rules, "subject.distributed")
	}
	if len(subjects) == 0 {
		return
	}
	if d.r.Share != "" {
		whole := append([]clause.Phrase{}, subjects...)
		for i := range whole {
			if !strings.HasSuffix(whole[i].Text, d.r.Share) {
				whole[i] = whole[i].Plus(d.r.Share) // A、B分别占全国的33%和27%
			}
		}
		subjects = whole
	}
	c.group = subjects
	d.subjects = subjects[:1]
	c.pending = subjects[1:]
	c.spread = d.r
}

// untilVerb is what stands before the first verb that governs.
func untilVerb(items []clause.Token) []clause.Token {
	for i := range items {
		if i > 0 && (items[i].IsVerb() && !items[i].Is(word.Nominal) || strings.HasPrefix(items[i].Text, "跃上") || strings.HasPrefix(items[i].Text, "创")) {
			return subject.Clean(items[:i])
		}
	}
	return subject.Clean(items)
}

// series counts the quantities that stand side by side from q on.
func (c *context) series(q *lang.Quantity) int {
	n, end := 0, -1
	for i := range c.qs {
		p := &c.qs[i]
		if c.silent(p) {
			continue
		}
		if p == q {
			n, end = 1, p.After
			continue
		}
		if n == 0 {
			continue
		}
		for _, r := range c.t[min(end, p.Before):p.Before] { // 大约 may belong to both
			switch r {
			case '、', '和', '及', '与', ' ':
			default:
				return n
			}
		}
		n++
		end = p.After
	}
	return n
}

// listBefore is the list of the clause before head: A、B等行业发展较快，税收分别….
func (c *context) listBefore(head []clause.Token) [][]clause.Token {
	if len(head) == 0 {
		return nil
	}
	end := -1
	for i := range c.items {
		if c.items[i].Start >= head[0].Start {
			break
		}
		if c.items[i].Kind == clause.Stop {
			end = i
		}
	}
	if end < 0 {
		return nil
	}
	start := 0
	for i := end - 1; i >= 0; i-- {
		if c.items[i].Kind == clause.Stop {
			start = i + 1
			break
		}
	}
	items := c.items[start:end]
	for i := range items {
		if items[i].Text == "等" || items[i].IsVerb() && !items[i].Is(word.Nominal) {
			items = items[:i]
			break
		}
	}
	return clause.Parts(subject.Clean(c.nouns.Trim(items)))
}

// expand makes n subjects of the parts of a list: 养老、医疗和失业保险参保人数
// are three 保险参保人数, 省属企业营业收入、利润 are both the enterprises'.
func (c *context) expand(parts [][]clause.Token, n int) []clause.Phrase {
	text := c.doc.Text
	if len(parts) == 0 {
		return nil
	}
	parts = apposed(parts)
	if three := industries(parts); three != nil {
		return three
	}
	if len(parts) == 1 && n == 2 {
		if two := pairOf(clause.PhraseOf(text, parts[0])); two != nil {
			return two
		}
	}
	if len(parts) == 1 && n == 3 {
		if three := threeIndustries(clause.PhraseOf(text, parts[0])); three != nil {
			return three
		}
	}
	out := make([]clause.Phrase, len(parts))
	for i := range parts {
		out[i] = clause.PhraseOf(text, parts[i])
	}
	last := len(parts) - 1
	if last == 0 {
		return out
	}
	// 万元GDP能耗、水耗 are both per GDP.
	if p := c.x.words.Match(out[0].Text, word.OutputRatio); p != "" && p != out[0].Text {
		n := utf8.RuneCountInString(p)
		for i := 1; i <= last; i++ {
			if !strings.HasPrefix(out[i].Text, p) && c.x.words.Has(out[i].Text, word.PerOutput) && len(out[0].Spans) > 0 {
				a := out[0].Spans[0][0]
				out[i] = clause.Join(clause.Phrase{Text: p, Spans: [][2]int{{a, a + n}}}, out[i])
			}
		}
		return out
	}
	if strings.HasPrefix(out[0].Text, "对") && parts[0][0].Pos == "p" {
		defer func() { // 对A、B出口
			for i := 1; i <= last; i++ {
				out[i] = clause.Join(clause.PhraseOf(text, parts[0][:1]), out[i])
			}
		}()
	}
	complete := c.allIndicators(out)
	head := c.inLast(parts)
	if complete && !head.Empty() {
		for i := 0; i < last; i++ {
			out[i] = overlap(out[i], head)
		}
		return out
	}
	// the head that the last part has and the others lack
	suffix, example := clause.Phrase{}, clause.Phrase{}
	for i := range parts[last] {
		if parts[last][i].Text == "等" {
			suffix, example = clause.PhraseOf(text, parts[last][i+1:]), clause.PhraseOf(text, parts[last][:i])
		}
	}
	if suffix.Empty() && !complete && !c.endsWhole(parts[0]) {
		suffix = c.sharedHead(parts, out)
	}
	if suffix.Empty() && !complete && !c.endsWhole(parts[0]) && out[last].Size() > out[0].Size() && !sameHead(parts) {
		if len(parts[last]) > 1 && utf8.RuneCountInString(parts[last][0].Text) >= 2 {
			suffix = clause.PhraseOf(text, parts[last][1:])
		} else if k := out[0].Size(); len(parts[last]) == 1 && k < out[last].Size() {
			it := parts[last][0]
			own := c.x.words.Match(it.Text, word.OwnHead)
			if n := utf8.RuneCountInString(it.Text) - utf8.RuneCountInString(own); own != "" && n == k+1 {
				k = n // 集成电路、工业机器人[产量]
			}
			suffix = clause.Phrase{Text: string(text[it.Start+k : it.End]), Spans: [][2]int{{it.Start + k, it.End}}}
			if !head.Empty() && suffix.Size() <= head.Size()+1 {
				suffix = head // the cut would fall inside a word
			}
		}
	}
	if suffix.Empty() && !complete {
		suffix = head
	}
	if !suffix.Empty() {
		for i := 0; i < last; i++ {
			if !strings.HasSuffix(out[i].Text, suffix.Text) && !c.endsWhole(parts[i]) {
				out[i] = overlap(out[i], suffix)
			}
		}
		if !example.Empty() {
			out[last] = clause.Join(example, suffix)
		}
	}
	// the owner that the first part has and the others lack
	first := parts[0]
	if whole := out[0]; c.stripAttribute(whole).Text != whole.Text && c.attributive(first) {
		prefix := c.stripAttribute(whole)
		for i := 1; i <= last; i++ {
			if len(parts[i]) <= 2 && (c.x.words.Is(out[i].Text, word.Attribute) || c.attributive(parts[i]) && out[i].Size() <= 5 && (len(parts[i]) == 1 || parts[i][0].Pos != "n") && c.x.indicators.byName[out[i].Text] == nil) && !parts[i][0].Is(word.Level) {
				out[i] = clause.Join(prefix, out[i])
			}
		}
	} else if len(first) > 1 {
		prefix := clause.PhraseOf(text, first[:len(first)-1])
		for i := 1; i <= last; i++ {
			switch {
			case len(parts[i]) <= 2 && c.attributive(parts[i]) && c.attributive(first):
				if !parts[i][0].Is(word.Level) {
					out[i] = clause.Join(prefix, out[i])
				}
			case first[0].Is(word.Level) && !parts[i][0].Is(word.Level):
				out[i] = clause.Join(clause.PhraseOf(text, first[:1]), out[i])
			}
		}
	}
	return out
}

// industries names the members of 一、二、三产业增加值 and 第一、第三产业增加值.
func industries(parts [][]clause.Token) []clause.Phrase {
	last := subject.Joined(parts[len(parts)-1])
	i := strings.Index(last, "产业")
	if i < 0 || len(parts) < 2 {
		return nil
	}
	tail := last[i:]
	var out []clause.Phrase
	for k, p := range parts {
		w := subject.Joined(p)
		if k == len(parts)-1 {
			w = strings.TrimSuffix(last[:i], "次")
		}
		switch w {
		case "一", "二", "三":
			w = "第" + w
		case "第一", "第二", "第三":
		default:
			return nil
		}
		out = append(out, clause.Phrase{Text: w + tail})
	}
	return out
}

// threeIndustries splits 一二三产增加值 and 三次产业增加值.
func threeIndustries(p clause.Phrase) []clause.Phrase {
	for _, w := range [...]string{"一二三次产业", "一二三产业", "一二三产", "三次产业", "三大产业"} {
		if rest, ok := strings.CutPrefix(p.Text, w); ok {
			return []clause.Phrase{{Text: "第一产业" + rest}, {Text: "第二产业" + rest}, {Text: "第三产业" + rest}}
		}
	}
	return nil
}

// pairOf splits names that hold two: 城乡居民, 存贷款, 进出口.
func pairOf(p clause.Phrase) []clause.Phrase {
	for _, w := range [...][3]string{{"城乡居民", "城镇居民", "农村居民"}, {"城乡常住居民", "城镇常住居民", "农村常住居民"}, {"存贷款", "存款", "贷款"}, {"进出口", "进口", "出口"}, {"城镇和农村居民", "城镇居民", "农村居民"}, {"城镇、农村居民", "城镇居民", "农村居民"}, {"城镇与农村居民", "城镇居民", "农村居民"}, {"城镇居民和农村居民", "城镇居民", "农村居民"}, {"产销量", "产量", "销量"}, {"城乡", "城镇", "农村"}, {"牛羊", "牛", "羊"}, {"产销", "产量", "销量"}, {"客货运", "客运", "货运"}} {
		if i := strings.Index(p.Text, w[0]); i >= 0 {
			return []clause.Phrase{{Text: strings.Replace(p.Text, w[0], w[1], 1)}, {Text: strings.Replace(p.Text, w[0], w[2], 1)}}
		}
	}
	return nil
}
