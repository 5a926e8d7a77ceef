package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// Quantities that stand side by side share what only one of them says: the
// noun behind the last, or the attribute before the first.

// shared is the subject that q has in common with its neighbours, empty where
// it stands alone.
func (c *context) shared(d *draft, q *lang.Quantity, np *subject.Noun, right, behind []clause.Token, more bool) clause.Phrase {
	next := c.nextNoun(q, more)
	adjective := behind
	if len(behind) == 0 {
		adjective = np.Object
	}
	if len(next) > 0 {
		if p := c.ofNext(q, np, right, adjective, next); !p.Empty() {
			return p
		}
	}
	if len(np.Object) == 0 && len(behind) > 0 && c.before != nil {
		return c.sharedAttribute(d, q, right, behind)
	}
	return clause.Phrase{}
}

// ofNext is what a number has from the noun behind the next one. It is empty where it has
// nothing.
func (c *context) ofNext(q *lang.Quantity, np *subject.Noun, right, adjective, next []clause.Token) clause.Phrase {
	text := c.doc.Text
	counts, owned := q.Counts(), len(np.Owner) > 0
	switch {
	case counts && np.Empty() && len(right) == 0 && c.joinedAlike(q):
		return clause.PhraseOf(text, next) // 建成80个和30个[监控点]
	case owned:
	case counts && describes(adjective):
		return clause.Join(clause.PhraseOf(text, adjective), behindLevel(clause.PhraseOf(text, behindSize(adjective, next)))) // 8个国家级、13个省级[医疗中心]
	case !counts && onlyAttribute(np.Object) && (np.Action != "" || of(right)):
		return clause.Join(clause.PhraseOf(text, next), clause.PhraseOf(text, np.Object)) // 总投资12亿元的15个[城建项目]
	}
	return clause.Phrase{}
}

// joinedAlike tells whether a joint and another number of the same unit follow.
func (c *context) joinedAlike(q *lang.Quantity) bool {
	items := c.clauseBehind(q)
	return joinedTo.Begins(items) && c.qs[items[1].Index].UnitName == q.UnitName
}

var joinedTo = clause.Row{clause.Joint, clause.OfKind(clause.Amount)}

// sharedAttribute is what an amount goes into in a list of such: 投资3500万元的管网
// 改造、3800万元的[街巷改造].
func (c *context) sharedAttribute(d *draft, q *lang.Quantity, right, behind []clause.Token) clause.Phrase {
	p := c.before
	if len(p.subjects) != 1 || !of(right) || p.q.UnitName != q.UnitName || !c.sameClause(p, q) || d.r.Reached {
		return clause.Phrase{}
	}
	whole := p.subjects[0]
	attr := c.attributeOf(whole.Text)
	if attr == "" {
		return clause.Phrase{}
	}
	return clause.PhraseOf(c.doc.Text, behind).Plus(attr)
}

// attributeOf is the attribute that a name of its owner ends in, "" if none.
func (c *document) attributeOf(name string) string {
	r := []rune(name)
	for n := 4; n > 1; n-- {
		if len(r) > n+1 && c.x.words.Is(string(r[len(r)-n:]), word.Attribute) {
			return string(r[len(r)-n:])
		}
	}
	return ""
}

// of tells whether 的 stands right behind the number.
func of(right []clause.Token) bool { return clause.At(right, 0).Text == "的" }

// nextNoun is the noun behind the next quantity of the clause, if only 的 or a
// joint or an adjective stands between.
func (c *context) nextNoun(q *lang.Quantity, more bool) []clause.Token {
	if !more {
		return nil
	}
	items := c.clauseBehind(q)
	for i := range items {
		if items[i].Kind == clause.Amount {
			if n := &c.qs[items[i].Index]; n.Rank || !n.Counts() && !tellsSize(q, n, items[:i]) {
				return nil
			}
			noun, _ := subject.Behind(items[i+1:], subject.Before{})
			if describes(noun) || clause.At(items, i+1).Kind == clause.Pause {
				return nil // 一级12家、二级30家、三级80家
			}
			return noun
		}
		if i > 3 {
			break
		}
	}
	return nil
}

// tellsSize tells whether a quantity says how large the thing is that q, which only 的 parts from it, was
// spent on: 总投资9亿元的[60万吨]甲醇项目.
func tellsSize(q, size *lang.Quantity, between []clause.Token) bool {
	if len(between) != 1 || !of(between) || q.Dimension() != "money" {
		return false
	}
	switch size.Dimension() {
	case "money", "ratio", "":
		return false
	}
	return true
}

// sharedTail is what is done for both of two counted: 完成50个单位、4000户居民[煤改
// 气]. It is empty where the noun behind the first says enough, or the second is
// of another kind.
func (c *context) sharedTail(q *lang.Quantity, behind []clause.Token, more, works bool) []clause.Token {
	if !more || len(behind) == 0 {
		return nil
	}
	if len(behind) > 2 || !behind[len(behind)-1].Is(word.Vague) {
		return c.workTail(q, behind, works)
	}
	items := startingAt(c.clauseBehind(q), behind[len(behind)-1].End)
	if tail := c.worksOf(items); len(tail) > 0 {
		return tail
	}
	count := c.joinedCount(items)
	if count == nil || len(items) < 3 {
		return nil
	}
	noun, _ := subject.Behind(items[2:], subject.Before{Works: true})
	switch {
	case len(noun) < 2:
		return nil
	case noun[0].Is(word.Vague):
	case count.UnitName == "户", count.UnitName == "人":
		return noun // 31个村、2.5万户[“气代煤”改造]
	default:
		return nil
	}
	tail := noun[1:]
	if tail[0].Text == "的" {
		tail = tail[1:]
	}
	if noun[0].Says("企业", "项目") {
		return nil // 20个企业技术中心
	}
	return tail
}

// worksOf is what is done where the noun counted goes on with how many or how much of
// it that is: 15个小区[575户]的老旧小区改造, 4个小区[9.2万平方米]老旧小区改造.
func (c *context) worksOf(items []clause.Token) []clause.Token {
	if len(items) < 2 || items[0].Kind != clause.Amount {
		return nil
	}
	q := &c.qs[items[0].Index]
	if q.UnitName != "户" && q.UnitName != "栋" && (q.Unit == nil || q.Unit.Dim != "area") {
		return nil
	}
	noun, _ := subject.Behind(items[1:], subject.Before{Works: true})
	if n := len(noun); n == 0 || !strings.HasSuffix(noun[n-1].Text, "改造") && noun[n-1].Text != "整治" {
		return nil
	}
	return noun
}

// workTail is the work that is done to things of two kinds, where only the second
// names it: 完成12座桥梁、30公里[道路改造]. A noun that is work itself shares none.
func (c *context) workTail(q *lang.Quantity, behind []clause.Token, works bool) []clause.Token {
	last := &behind[len(behind)-1]
	if !works || !last.IsNoun() || last.Kind != clause.Word || isWork(last) || last.Is(word.EndsInHead) || c.workIn(last) != nil {
		return nil
	}
	items := startingAt(c.clauseBehind(q), last.End)
	if c.joinedCount(items) == nil || len(items) < 3 {
		return nil
	}
	noun, rest := subject.Behind(items[2:], subject.Before{Works: true})
	if len(rest) > 0 && rest[0].Kind != clause.Stop || clause.HasPause(noun) {
		return nil
	}
	if len(noun) == 1 {
		return c.workIn(&noun[0])
	}
	k := len(noun)
	for k > 1 && isWork(&noun[k-1]) && noun[k-1].Len() > 1 {
		k--
	}
	if clause.At(noun, k).Is(word.VerbHead) && len(noun)-k > 1 {
		return nil // 民防[工程养护]
	}
	return noun[k:]
}

// workIn is the work that a word ends in which the segmenter knows whole: 黑臭水体[治理]. It is
// nil where it ends in none.
func (c *context) workIn(k *clause.Token) []clause.Token {
	r := []rune(k.Text)
	n := len(r) - 2
	if n < 2 || len(r) != k.Len() || !c.x.words.Is(string(r[n:]), word.Nominal) || !c.x.words.Is(string(r[n:]), word.Acting) {
		return nil
	}
	work := *k
	work.Start, work.Text = k.End-2, string(r[n:])
	return []clause.Token{work}
}

// startingAt are the tokens from an offset on.
func startingAt(items []clause.Token, at int) []clause.Token {
	for len(items) > 0 && items[0].Start < at {
		items = items[1:]
	}
	return items
}

// joinedCount is the count that items open with behind a joint: 50个单位[、4000户]居民. It is
// nil where they do not.
func (c *context) joinedCount(items []clause.Token) *lang.Quantity {
	joint := clause.At(items, 0)
	if next := clause.At(items, 1); next.Kind == clause.Amount && (clause.IsJoint(joint) || joint.Kind == clause.Pause) {
		if q := &c.qs[next.Index]; q.Counts() {
			return q
		}
	}
	return nil
}

// isWork tells whether a word names work that is done, or a head of such.
func isWork(k *clause.Token) bool {
	return k.Kind == clause.Word && (k.IsVerbal() || k.Is(word.VerbHead, word.Nominal, word.Acting, word.ShownGoverning))
}

// behindSize is a name without the size that opens it, where it goes with things of another size: 9座
// 大型、36座中型[水库].
func behindSize(size, name []clause.Token) []clause.Token {
	if len(size) == 1 && len(name) > 1 && saysSize(&size[0]) && saysSize(&name[0]) {
		return name[1:]
	}
	return name
}

// saysSize tells whether a word says how large things are: 大型, 大中型.
func saysSize(k *clause.Token) bool { return strings.HasSuffix(k.Text, "型") && saysKind(k) }

// describes tells whether tokens only say what kind a thing is: 国家级, 市定.
func describes(tokens []clause.Token) bool {
	if ofSuchLevel.Is(tokens) || ofSuchPower.Is(tokens) {
		return true
	}
	for i := range tokens {
		if !saysKind(&tokens[i]) {
			return false
		}
	}
	return len(tokens) > 0 && len(tokens) < 3
}

var (
	ofSuchLevel = clause.Row{clause.Tagged("m", "n"), clause.Says("级")} // 千亿级, 行业级
	ofSuchPower = clause.Row{clause.Tagged("m"), clause.Says("千伏")}     // 220千伏
)

// saysKind tells whether a word says of what kind a thing is: 国家级, 市定, 大型.
func saysKind(k *clause.Token) bool {
	switch {
	case k.Kind != clause.Word:
		return false
	case strings.HasSuffix(k.Text, "级"), k.Is(word.Level):
		return true
	}
	return strings.HasSuffix(k.Text, "定") && k.Len() <= 3 || k.Pos == "b" && !k.Is(word.Attribute)
}

// isLevel tells whether tokens are a level alone: 国家级, 5A级.
func isLevel(tokens []clause.Token) bool {
	last := len(tokens) - 1
	if last < 0 || !strings.HasSuffix(tokens[last].Text, "级") || hasSuffix(tokens[last].Text, "班级", "年级") || !describes(tokens[last:]) {
		return false
	}
	return !slices.ContainsFunc(tokens[:last], func(k clause.Token) bool { return !k.Tagged("x") })
}

// behindGrade is a name without the grade that opens it: 一级[达标企业].
func behindGrade(p clause.Phrase) clause.Phrase {
	if r := []rune(p.Text); len(r) > 3 && r[1] == '级' && strings.ContainsRune(grades, r[0]) && len(p.Spans) > 0 {
		return p.Behind(2)
	}
	return p
}

// grades are what stands before 级 in a grade.
const grades = "一二三四五"

// behindLevel is a name without the level that opens it: 省级[重点实验室], 市级以上[龙头
// 企业]. A grade is no level: 三级医院.
func behindLevel(p clause.Phrase) clause.Phrase {
	if power, rest, ok := strings.Cut(p.Text, "千伏"); ok && rest != "" && strings.Trim(power, "0123456789") == "" {
		return p.Behind(utf8.RuneCountInString(power) + 2) // 110千伏[变电站]
	}
	r := []rune(p.Text)
	i := slices.Index(r, '级')
	if i < 1 || i > 7 || strings.ContainsRune(grades, r[i-1]) {
		return p
	}
	for _, above := range [...]string{"及以上", "以上"} {
		if strings.HasPrefix(string(r[i+1:]), above) {
			i += utf8.RuneCountInString(above)
		}
	}
	if i+2 >= len(r) || len(p.Spans) == 0 || p.Spans[0][0] < 0 {
		return p
	}
	return p.Behind(i + 1)
}

// onlyAttribute tells whether tokens name an attribute alone: 总投资.
func onlyAttribute(tokens []clause.Token) bool {
	n := len(tokens)
	if n == 0 || n > 2 || !tokens[n-1].Is(word.Attribute) {
		return false
	}
	return n == 1 || tokens[0].Says("总", "计划")
}

// perOwner is 每X at the start of q's clause: 每个县[打造1-2个]主导产业, and
// 每万人[拥有] as names have it.
func (c *context) perOwner(q *lang.Quantity) clause.Phrase {
	items := c.clauseBefore(q)
	for len(items) > 0 && (items[0].Kind == clause.Moment || items[0].Is(word.Leading, word.Timed) || averageOf(items)) {
		items = items[1:]
	}
	if len(items) < 2 || !strings.HasPrefix(items[0].Text, "每") || items[0].Is(word.Timed) || items[0].Text == "每年" {
		return clause.Phrase{}
	}
	for i := range items {
		k := &items[i]
		switch {
		case k.OfKind(clause.Amount, clause.Pause):
			return clause.Phrase{}
		case k.Text == "拥有":
			return clause.PhraseOf(c.doc.Text, items[:i+1])
		case i > 0 && opensPredicate(k):
			return clause.PhraseOf(c.doc.Text, items[:i])
		}
	}
	return clause.Phrase{}
}

// opensPredicate tells whether a word begins what is done by those that stand before it.
func opensPredicate(k *clause.Token) bool {
	return k.IsVerb() || k.Is(word.Acting) && !k.Is(word.Nominal) || k.Pos == "d" || k.Is(word.ShownAdverb, word.Dropped)
}

// averageOf tells whether words open with 平均 before those for each of whom something is: 平均每个农业
// 人口, but no time: 平均每天.
func averageOf(items []clause.Token) bool {
	return items[0].Text == "平均" && (perMany.MatchString(subject.Joined(items[1:])) || clause.At(items, 1).Text == "每个" && clause.At(items, 2).IsNoun())
}

// perShared is what the number before q in its clause was per, and q is, too:
// [每百人]拥有固定电话70部、移动电话85部, [单位GDP]能耗下降5%、水耗下降8%. It is empty
// where there is none.
func (c *context) perShared(d *draft, np *subject.Noun, p clause.Phrase) clause.Phrase {
	q := d.q
	if c.before == nil || len(c.last) != 1 || len(np.Owner) > 0 {
		return clause.Phrase{}
	}
	last := c.last[0]
	if forEach.MatchString(last.Text) && !forEach.MatchString(p.Text) {
		return c.perAlong(d, np, last)
	}
	if !c.sameClause(c.before, q) {
		return clause.Phrase{}
	}
	ratio := c.x.words.Match(last.Text, word.OutputRatio)
	if ratio == "" || ratio == last.Text || len(last.Spans) == 0 || !c.x.words.Has(p.Text, word.PerOutput) || strings.HasPrefix(p.Text, ratio) {
		return clause.Phrase{}
	}
	from := last.Spans[0][0]
	return clause.Phrase{Text: ratio, Spans: [][2]int{{from, from + utf8.RuneCountInString(ratio)}}}
}

// perAlong is 每X of the number before q, whose name is last. A count of so many goes over
// commas, too: [每百户]拥有电视机80台，洗衣机40台, but not to what was reached: 卫生院增至23家.
func (c *context) perAlong(d *draft, np *subject.Noun, last clause.Phrase) clause.Phrase {
	q := d.q
	manyEach := perMany.MatchString(last.Text) && q.Counts() && !d.r.Reached && np.Action == "" && !alls.In(string(c.t[c.lastAt:q.Before])) && !hasSuffix(subject.Joined(np.Object), "总数", "总量")
	for _, p := range slices.Backward(c.drafts) {
		along := c.sameClause(p, q)
		if over := manyEach && p.q.Counts() && c.samePart(p, q); !along && !over {
			break
		}
		owner := c.perOwner(p.q)
		if bare, ok := strings.CutSuffix(owner.Text, "拥有"); ok && !strings.HasPrefix(last.Text, owner.Text) && strings.HasPrefix(last.Text, bare) {
			owner = owner.Shorter(2)
		}
		if !owner.Empty() && (along || owner.Text != last.Text) {
			return owner
		}
	}
	if n := utf8.RuneCountInString(eachHead.FindString(last.Text)); n > 1 && manyEach && c.sameClause(c.before, q) {
		return last.Shorter(last.Size() - n) // 每千人口医师3.9名、[每千人口]床位7张
	}
	return clause.Phrase{}
}

// perMany is what opens a name that is measured for each so many: 每千人.
var perMany = han.Guarded("每百千万", `^(?:每[百千万十]|[百千万][人户])`)

// eachHead is all of it: 每千人口, 千人.
var eachHead = regexp.MustCompile(`^(?:每(?:[百千万十]+)?(?:平方公里|名?常住人口|人口|[人户名亩])|[百千万](?:人口?|户家庭|户))`)

// forEach is what opens a name that is measured for each, also without 每: 千人口.
var forEach = han.Guarded("每百千万", `^(?:每|[百千万][人户])`)

// clauseBefore is what stands in q's clause before it.
func (c *context) clauseBefore(q *lang.Quantity) []clause.Token {
	end := c.itemFrom(q.Before)
	start := end
	for start > 0 && c.items[start-1].Kind != clause.Stop {
		start--
	}
	return c.items[start:end]
}

// inPlace tells whether the number stands behind 在: 在全国168个城市中.
func (c *context) inPlace(q *lang.Quantity) bool {
	before := c.clauseBefore(q)
	for i := len(before) - 1; i >= 0 && len(before)-i < 4; i-- {
		k := &before[i]
		if k.Text == "在" && k.Pos == "p" {
			return i == 0 || !before[i-1].IsVerb() // not 稳定在
		}
		if k.Kind != clause.Word || !k.Tagged("ns", "n") && !k.Is(word.Generic, word.OwnArea) {
			return false
		}
	}
	return false
}
