package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// theme is what the sentence begins with.
func (c *context) theme() clause.Phrase {
	from := slices.IndexFunc(c.items, func(k clause.Token) bool { return k.Kind != clause.Stop })
	return c.themeOf(c.cut(untilStop(c.items[from:])))
}

// words are those of a clause of the sentence, cut now where that was left for later.
func (c *context) words(items []clause.Token) []clause.Token {
	if later.In(items) {
		return c.cut(items)
	}
	return items
}

// What is not cut into words, or not yet.
var (
	later = clause.OfKind(clause.Later)
	uncut = clause.OfKind(clause.Piece, clause.Later)
)

// cut are the words of a clause of the sentence: few are asked for but for those with a quantity.
func (c *context) cut(items []clause.Token) []clause.Token {
	from := slices.IndexFunc(c.items, func(k clause.Token) bool { return k.Start == items[0].Start })
	items = untilStop(c.items[from:])
	if isCut(items) {
		return items
	}
	words := c.x.cutter.Cut(nil, c.t, items[0].Start, items[len(items)-1].End, c.qs, c.ms)
	c.items = slices.Concat(c.items[:from], words, c.items[from+len(items):])
	return words
}

// isCut tells whether a clause is words throughout.
func isCut(items []clause.Token) bool { return !uncut.In(items) }

// themeOf is what a sentence that begins with items is about: the noun before
// its first verb.
func (c *document) themeOf(items []clause.Token) clause.Phrase {
	for i := range items {
		if items[i].Kind == clause.Amount {
			items = items[:i]
			break
		}
	}
	if len(items) > 0 && items[0].Is(word.Reason) || dealtWith(items) || setOff(untilStop(items)) {
		return clause.Phrase{}
	}
	items = c.nouns.Trim(items)
	for i := range items {
		named := clause.At(items, i+1).Text == "的" && items[i].Is(word.Nominal) // 最低生活保障的覆盖人数
		described := items[0].Is(word.Describing) && subject.Relative(items, i) // 用于改善人民生活的支出
		if items[i].IsVerb() && !named && !described && (i > 0 || items[i].Is(word.Acting)) {
			items = items[:i]
			break
		}
	}
	items = c.withoutCourse(subject.WithoutPredicate(beforePredicate(items)))
	np := subject.Clean(items)
	if len(np) == 0 || items[0].Pos == "p" || c.onlyGrowth(np) {
		return clause.Phrase{}
	}
	p := clause.PhraseOf(c.doc.Text, np)
	if n := p.Size(); n < 2 || n > 14 || c.ownerless(np, p) || strings.Count(p.Text, "“") != strings.Count(p.Text, "”") {
		return clause.Phrase{}
	}
	return p
}

// beforePredicate ends a clause where it begins to say what becomes of its noun:
// 重点工程[热火朝天、日新月异], 服务终端[持续向社区延伸].
func beforePredicate(items []clause.Token) []clause.Token {
	for i := range items {
		if i > 0 && tellsOf(items, i) && !subject.Relative(items, i) {
			return items[:i]
		}
	}
	return items
}

// withoutCourse drops the noun for how things go, with what is said of it: 路网建
// 设[力度加大], 大会战[成效显著].
func (c *document) withoutCourse(items []clause.Token) []clause.Token {
	for i := len(items) - 1; i > 0 && i > len(items)-4; i-- {
		if c.x.words.Has(items[i].Text, word.Progress) {
			return items[:i]
		}
	}
	if n := len(items); n > 1 && items[n-1].IsVerb() && items[n-1].Is(word.Rate) {
		return items[:n-1] // 工业生产[增长]较快
	}
	return items
}

// tellsOf tells whether items[i] begins what is said of the noun before it.
func tellsOf(items []clause.Token, i int) bool {
	it, next := &items[i], clause.At(items, i+1)
	if it.Kind != clause.Word || !items[i-1].IsNoun() || items[i-1].Is(word.ShownAdverb, word.Dropped, word.Leading) {
		return false
	}
	switch it.Pos {
	case "i", "vd", "z":
		return !next.IsNoun()
	case "a", "ad":
		return next.IsVerb() && i+2 == len(items) // 适度超前
	case "p":
		return it.Says("从", "由", "向")
	}
	return it.Is(word.Comparing) || it.IsVerb() && next.Text == "了" // 总量[仅次于]青河市, 实行[了]
}

// remember keeps what a clause without a quantity speaks of.
func (c *context) remember(items []clause.Token) {
	if c.qualify(items) {
		return
	}
	if later.In(items) && c.mayTell(items[0].Start, items[len(items)-1].End) {
		items = c.cut(items)
	}
	switch {
	case later.In(items):
	case !isCut(items):
		c.say(clause.Phrase{}) // no quantity near: nobody asks for its words
		return
	case strings.HasPrefix(items[0].Text, "在") && c.endsCircumstance(subject.Joined(items)): // 推进保障性安居工程，在确保质量的前提下，建成500万套
		return
	case dealtWith(items), setOff(items):
	case spentOn(items), // 发行特别国债，专项用于重大战略，今年先发行1万亿元
		len(c.last) > 0 && items[0].Is(word.Reason): // 通车里程2万公里；由于修建了铁路，今年将达2.5万公里
		c.lastClause = items
		return
	}
	c.lastClause = items
	c.say(clause.Phrase{})
	switch {
	case dealtWith(items):
	case setOff(items): // 预算支出90亿元，收支相抵，赤字5亿元
		c.say(c.budgetOf(items))
	case !items[0].Is(word.Reason):
		c.unread = items
		if slices.ContainsFunc(items, func(k clause.Token) bool { return subject.Serves(&k) }) {
			c.spoken() // whom it is for holds for the whole sentence
		}
	}
}

// mayTell tells whether a clause may do more than speak of something: the others need not be
// read for what remember asks. Whom it is for is asked by percentages alone (servedRate).
func (c *context) mayTell(from, to int) bool {
	t := c.t[from:to]
	return lang.AnyAt(t, 0, "在") && lang.AnyAt(t, len(t)-1, "下上") || lang.Index(t, "相抵") >= 0 || lang.Index(t, "用于") >= 0 ||
		c.x.words.Begins(t, word.Joint, word.Reason) ||
		slices.ContainsFunc(t, serving.Has) &&
			slices.ContainsFunc(c.qs, func(q lang.Quantity) bool { return q.Before >= to && q.UnitName == "%" })
}

var serving = han.NewSet("为对给向")

// say keeps p as what was spoken of.
func (c *context) say(p clause.Phrase) { c.said, c.unread = p, nil }

// spoken is what the last clause without a quantity spoke of. Most are not asked: another one
// stands before the next figure, or that names what it measures.
func (c *context) spoken() clause.Phrase {
	if c.unread != nil {
		c.say(c.spokenOf(c.words(c.unread)))
	}
	return c.said
}

// lastWords are the words of the last clause without a quantity.
func (c *context) lastWords() []clause.Token {
	c.lastClause = c.words(c.lastClause)
	return c.lastClause
}

// setOff tells whether a clause sets revenue off against spending: 收支相抵.
func setOff(items []clause.Token) bool {
	return len(items) > 0 && strings.HasSuffix(items[len(items)-1].Text, "相抵")
}

// budgetOf is whose revenue and spending a clause sets off: [地方财政]收支相抵,
// [中央财政]总收入与总支出相抵. Where it does not say it is the budget that the sentence began with.
func (c *context) budgetOf(items []clause.Token) clause.Phrase {
	items = c.nouns.Trim(items)
	for i := range items {
		if name := items[i].Text; strings.HasPrefix(name, "收") || hasPrefix(name, "总收", "财政总收") {
			if strings.HasPrefix(name, "财政") {
				return clause.PhraseOf(c.doc.Text, items[:i]).Plus("财政")
			}
			if i > 0 {
				return clause.PhraseOf(c.doc.Text, items[:i])
			}
		}
	}
	for _, p := range c.history {
		if hasSuffix(p.Text, "收入", "支出") {
			return c.stripAttribute(p)
		}
	}
	return clause.Phrase{}
}

// spokenOf is what a clause without a quantity speaks of. It is empty where a figure
// behind it goes on with something else.
func (c *context) spokenOf(items []clause.Token) clause.Phrase {
	if n := len(items); n > 1 && n < 5 && items[0].Text == "这些" && items[n-1].IsNoun() {
		return clause.PhraseOf(c.doc.Text, items[1:]) // 这些建设项目
	}
	if those := middle(items); len(those) > 1 && items[0].Text != "在" {
		return c.amongThose(those)
	}
	items = c.withoutCourse(beforePredicate(items))
	np := c.nouns.Read(c.withoutCourse(subject.WithoutPredicate(items)), false, len(c.last) > 0)
	if np.Via && len(np.Owner) > 0 {
		c.served0 = clause.PhraseOf(c.doc.Text, np.Owner)
		return c.served0
	}
	if share := shareName(items); len(share) > 0 {
		return clause.PhraseOf(c.doc.Text, subject.Clean(c.nouns.Trim(share)))
	}
	anew := len(c.last) == 0 || len(items) > 0 && c.partedAt(items[0].Start) // the figures before are another part's
	if items = c.nouns.Trim(items); clause.At(items, 0).IsVerb() && !anew {
		return clause.Phrase{}
	}
	var p clause.Phrase
	switch {
	case len(np.Owner) > 0:
		p = clause.PhraseOf(c.doc.Text, np.Owner)
	case np.Action == "":
		p = c.spokenNoun(np.Object)
	case anew:
		p = c.workedOn(np.Object)
	}
	long := 28
	n := p.Size()
	if n > long && c.x.words.EndsIn(p.Text, word.ShareName) {
		long = 44 // A、B和C在总产值中的比重
	}
	bare := !anew && n == 2 && c.x.words.Is(p.Text, word.Attribute) // 出口5亿元，[总量]仅次于青河市
	if n < 2 || n > long || bare || c.isCircumstance(p.Text) {
		return clause.Phrase{}
	}
	return p
}

// amongThose are those of whom some are told of: [专家帮助建设的工程]中，有17项投产.
func (c *context) amongThose(items []clause.Token) clause.Phrase {
	const long = 28
	p := clause.PhraseOf(c.doc.Text, subject.Clean(c.nouns.Trim(items)))
	if p.Size() > long {
		return clause.Phrase{}
	}
	return p
}

// workedOn is what a clause without a quantity does something to: 提速[既有多层住宅加装电梯]，
// 完工数量…. It counts only where no figure has been given yet, and is empty for a list.
func (c *context) workedOn(object []clause.Token) clause.Phrase {
	object = afterExamples(object) // 设立并购、风投等[产业基金]，总规模…
	p := clause.PhraseOf(c.doc.Text, object)
	if clause.HasPause(object) || p.Size() > 14 {
		return clause.Phrase{}
	}
	return p
}

// spokenNoun is the noun before the verb that says what becomes of it: [X]稳步增长.
func (c *context) spokenNoun(object []clause.Token) clause.Phrase {
	for i := range object {
		if i > 0 && object[i-1].Text != "的" && !subject.Relative(object, i) && becomes(object, i) {
			return clause.PhraseOf(c.doc.Text, subject.Clean(object[:i]))
		}
	}
	if len(object) > 1 && object[0].IsVerb() && object[1].IsNoun() && !object[1].Is(word.Attribute) && !subject.Relative(object, 0) {
		object = object[1:]
	}
	return clause.PhraseOf(c.doc.Text, object)
}

// partedAt tells whether a semicolon stands between the last number and an offset.
func (c *context) partedAt(at int) bool {
	for k := at - 1; k >= c.lastAt && k >= c.from; k-- {
		if lang.AnyAt(c.t, k, "；;") {
			return true
		}
	}
	return false
}

// dealtWith tells whether a clause opens with those who something was done with, who own
// no figure: 与甲、乙等机构签订协议，授信总额6000亿元.
func dealtWith(items []clause.Token) bool {
	return len(items) > 2 && items[0].Kind == clause.Word && items[0].Is(word.Joint)
}

// spentOn tells whether a clause says what the money of the one before it is for:
// [专项用于]重大战略.
func spentOn(items []clause.Token) bool {
	for i := 0; i < len(items) && i < 3; i++ {
		if items[i].Text == "用于" {
			return i == 0 || !items[i-1].IsNoun() || items[i-1].Len() == 2 && i == 1
		}
	}
	return false
}

// isCircumstance tells whether words name under what something is: 在提高质量的前提下.
func (c *document) isCircumstance(name string) bool {
	return strings.HasPrefix(name, "在") && c.endsCircumstance(name)
}

// becomes tells whether items[i] is a verb that says what becomes of the noun
// before it: 市场主体[稳步增长], 研发投入[再创新高].
func becomes(items []clause.Token, i int) bool {
	it := &items[i]
	switch {
	case strings.HasPrefix(it.Text, "创"):
		return !it.Is(word.Nominal) // but 文化[创意]产业
	case strings.HasPrefix(it.Text, "再创"), strings.HasPrefix(it.Text, "跃上"):
		return true
	case it.IsVerb() && !it.Is(word.Nominal):
		return true
	}
	return it.Is(word.Becoming) && i+1 == len(items)
}

// shareName is a clause that names a share: 轻工业产值占工业总产值的比重，由…提高到….
func shareName(items []clause.Token) []clause.Token {
	if n := len(items); n > 2 && items[n-1].Is(word.ShareName) && slices.ContainsFunc(items[1:], func(k clause.Token) bool { return k.Text == "占" }) {
		return items
	}
	return nil
}

// qualify tells whether a clause is a condition on how the next figure was
// measured (扣除价格因素后), and keeps it.
func (c *context) qualify(items []clause.Token) bool {
	if len(items) == 0 {
		return false
	}
	a, b := items[0].Start, items[len(items)-1].End
	if c.at(a, word.Basis) == 0 || !c.x.words.Has(string(c.t[a:b]), word.BasisEnd) {
		return false
	}
	c.qualifier = c.doc.Quote(a, b)
	return true
}
