package clause

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// push adds a word, mending what the segmenter cuts otherwise than the rules
// need it.
func (c *Cutter) push(out []Token, k Token) []Token {
	out = c.reached(out, &k)
	if n := len(out) - 2; n >= 0 && k.Text == "地区" && countriesAnd.Ends(out) && out[n+1].End == k.Start {
		out[n].End, out[n].Pos = k.End, "n"
		c.name(&out[n], "国家和地区")
		return out[:n+1]
	}
	if n := len(out) - 4; n >= 0 && k.Text == "直辖市" && provincesAnd.Ends(out) && out[n+3].End == k.Start {
		out[n].End, out[n].Pos = k.End, "n"
		c.name(&out[n], out[n].Text+out[n+1].Text+out[n+2].Text+out[n+3].Text+k.Text)
		return out[:n+1]
	}
	if c.joined(out, &k) || c.recut(out, &k) {
		return out
	}
	out = c.prefixed(c.each(c.within(out, &k), &k), &k)
	out = c.placed(c.examples(out, &k), &k)
	if !k.Roles.Meet(mended) {
		return append(out, k)
	}
	if k.Is(word.Composed) {
		out = c.opened(out, &k)
	}
	if k.Is(word.Acting) && !k.Is(word.Nominal) && slices.Contains(mistaken, k.Pos) {
		k.Pos = "v" // 惠及, 新建 pass for places in the dictionary
	}
	if k.Is(word.ShownGoverning) && !k.Is(word.Leading, word.Degree) && slices.Contains(nounTags, k.Pos) && !c.Words.IsName(k.Text) {
		k.Pos = "v" // 助力, 上线 pass for nouns in the dictionary
	}
	if k.Is(word.Composed) && !c.Words.IsName(k.Text) {
		c.withoutLead(&k)
	}
	for i := range retagged {
		if as := &retagged[i]; k.Is(as.role) {
			k.Pos = as.tag
		}
	}
	return append(out, k)
}

// withoutLead cuts a word of two that only leads off what the dictionary has as one with it.
func (c *Cutter) withoutLead(k *Token) {
	r := k.runes(4)
	if len(r) != 4 {
		return
	}
	lead, rest := string(r[:2]), string(r[2:])
	switch {
	case c.Words.Is(lead, word.Leading, word.ShownAdverb, word.Degree) && c.Words.Is(rest, word.Acting, word.ShownVerb):
		k.Pos = "v" // 努力[实现]
	case c.Words.Is(lead, word.Leading) && c.Words.Is(lead, word.Causing):
		k.Pos = "n" // 确保[重点]
	default:
		return
	}
	k.Start += 2
	c.name(k, rest)
}

// provincesAnd are the words before 直辖市 in the name of all that is of the first level.
var provincesAnd = Row{Says("省", "各省"), OfKind(Pause), Says("自治区"), OfKind(Pause).Or(Says("和"))}

var countriesAnd = Row{Says("国家"), Says("和")}

// mistaken are the tags that a verb gets that the dictionary takes for a name.
var mistaken = []string{"ns", "nr", "nz", "nt", "x", "eng"}

// nounTags are the tags that a verb gets that the dictionary takes for a noun or
// an idiom.
var nounTags = []string{"n", "vn", "l", "i", "z", "j", "nz", "nr", "nrt", "nt"}

// mended are the roles of the words that are mended by themselves.
var mended = func() word.Roles {
	all := word.Set(word.Composed, word.Acting, word.ShownGoverning)
	for _, as := range retagged {
		all = all.With(as.role)
	}
	return all
}()

// retagged are the tags of words that the dictionary tags otherwise than reports use
// them.
var retagged = [...]struct {
	role word.Role
	tag  string
}{{word.TagNoun, "n"}, {word.TagAttribute, "b"}, {word.TagVerbal, "vn"}, {word.TagPreposition, "p"}, {word.TagAdverb, "d"}}

// joined puts k to the word before where both are one: 占+比, 参保+率, 新+引进.
func (c *Cutter) joined(out []Token, k *Token) bool {
	n := len(out) - 1
	if n < 0 || out[n].Kind != Word || out[n].End != k.Start {
		return false
	}
	l := &out[n]
	tag := "n"
	switch {
	case l.Len() == 1 && k.Len() == 1 && c.Words.Is(l.Text+k.Text, word.Becoming): // 用上
		tag = "v"
	case l.Is(word.OpensOne) && k.Is(word.EndsOne) && c.Words.IsOneWord(l.Text, k.Text), l.Text == "共有" && strings.HasPrefix(k.Text, "产权"):
	case l.Text == "新" && madeAnew(k): // 新引进 is what 引进 is
		l.End, l.Pos = k.End, "v"
		c.name(l, k.Text)
		return true
	case k.Text == "性" && k.Pos == "n" && l.IsNoun(): // 全区性会议, 贸易性项目
		tag = "b"
	case !endsName(l, k):
		return false
	}
	l.End, l.Pos = k.End, tag
	c.name(l, l.Text+k.Text)
	return true
}

// madeAnew tells whether 新 before a verb says that it is done anew.
func madeAnew(k *Token) bool {
	return k.Is(word.Acting) && !k.Is(word.Nominal) || k.Is(word.BareAct) || k.Text == "承担"
}

// endsName tells whether k makes a name of a verb or a noun l: 安置点, 脱贫户, 保障面, 参保率,
// 累计数.
func endsName(l, k *Token) bool {
	switch k.Text {
	case "点", "户":
		return k.Tagged("m", "q") && l.IsVerbal() && l.Is(word.Nominal)
	case "面":
		return l.IsVerbal() && l.Is(word.Nominal, word.Benefiting, word.Becoming)
	case "率", "额", "量", "数":
		return l.IsVerbal() || l.Pos == "n" || l.Pos == "d" && l.Text != "累计"
	}
	return false
}

// reached cuts what is said of a figure off a word that the segmenter only guesses: 治理率|达, 保障
// 面|由, 上线率|创, 人员数|均.
func (c *Cutter) reached(out []Token, k *Token) []Token {
	if k.Len() != 2 || k.Pos != "x" && k.Text != "面达" {
		return out
	}
	r := []rune(k.Text)
	if len(r) != 2 {
		return out
	}
	tag, said := "n", saidOfFigure[r[1]]
	switch {
	case said != "" && strings.ContainsRune("率额量数面", r[0]):
	case r[1] == '降' && strings.ContainsRune("可应", r[0]): // 可|降 before 至
		tag, said = "v", "v"
	default:
		return out
	}
	of := Token{Kind: Word, Start: k.Start, End: k.Start + 1, Pos: tag}
	c.name(&of, string(r[0]))
	k.Start, k.Pos = k.Start+1, said
	c.name(k, string(r[1]))
	if c.joined(out, &of) {
		return out
	}
	return append(out, of)
}

// saidOfFigure are the words that begin what is said of a figure, with their tags.
var saidOfFigure = map[rune]string{'居': "v", '列': "v", '达': "v", '由': "p", '创': "v", '均': "d"}

// recuts are four characters that the segmenter cuts into three words, each with
// the two that they are and the tags of these.
var recuts = map[string][2]string{"新增长者": {"v", "n"}, "有效应对": {"ad", "v"}, "扩面试点": {"vn", "n"}, "占比降至": {"n", "v"}, "占比降为": {"n", "v"}}

// recut mends 新+增长+者, which is 新增+长者.
func (c *Cutter) recut(out []Token, k *Token) bool {
	n := len(out) - 2
	if n < 0 || k.Kind != Word || k.End-out[n].Start != 4 {
		return false
	}
	pos, ok := recuts[out[n].Text+out[n+1].Text+k.Text]
	if !ok {
		return false
	}
	text := []rune(out[n].Text + out[n+1].Text + k.Text)
	out[n].End, out[n].Pos = out[n].Start+2, pos[0]
	c.name(&out[n], string(text[:2]))
	out[n+1] = Token{Kind: Word, Start: out[n].End, End: k.End, Pos: pos[1]}
	c.name(&out[n+1], string(text[2:]))
	return true
}

// each cuts 镇均, which the segmenter takes for a word, behind a number: 8个镇|均.
func (c *Cutter) each(out []Token, k *Token) []Token {
	n := len(out) - 1
	if n < 0 || out[n].Kind != Amount || !strings.HasSuffix(k.Text, "均") {
		return out
	}
	r := []rune(k.Text)
	if len(r) != 2 || !strings.ContainsRune("省市县区镇乡村校", r[0]) {
		return out
	}
	return c.parted(out, k, 1, "n", "d")
}

// parted adds the first n characters of k, a word of their own, and leaves the rest to k. Each gets
// its tag.
func (c *Cutter) parted(out []Token, k *Token, n int, first, rest string) []Token {
	r := []rune(k.Text)
	out = append(out, Token{Kind: Word, Start: k.Start, End: k.Start + n, Pos: first})
	c.name(&out[len(out)-1], string(r[:n]))
	k.Start, k.Pos = k.Start+n, rest
	c.name(k, string(r[n:]))
	return out
}

// What stands before the areas that something is ranked among.
var (
	counted      = Row{OfKind(Amount)}
	countedAlike = Row{OfKind(Amount), OfKind(Word)}
)

// within cuts in two what the segmenter makes of two words: 河流|中|有10条, 评比|中|获第一, 测评|点|中,
// 有|县医院, 可|为企业减负, 已|同5个国家签约.
func (c *Cutter) within(out []Token, k *Token) []Token {
	var tags [2]string
	switch k.Text {
	case "中有", "中获", "中居", "中排", "中列", "中位", "中占":
		tags = [2]string{"f", "v"}
	case "区中", "县中", "市中":
		if !counted.Ends(out) && !countedAlike.Ends(out) {
			return out
		}
		tags = [2]string{"n", "f"} // 在13个区|中居第二, 在32个同类县|中
	case "点中":
		tags = [2]string{"n", "f"}
	case "可为":
		tags = [2]string{"d", "p"}
	case "有县":
		tags = [2]string{"v", "n"}
	case "和县":
		if n := len(out) - 1; n < 0 || !out[n].IsNoun() || out[n].End != k.Start {
			return out
		}
		tags = [2]string{"c", "n"} // 民生工程和|县人大
	case "通了":
		tags = [2]string{"v", "ul"}
	case "内使":
		tags = [2]string{"f", "v"}
	case "已同", "已与", "也同", "还同", "曾同":
		tags = [2]string{"d", "p"}
	default:
		return out
	}
	return c.parted(out, k, 1, tags[0], tags[1])
}

// prefixed cuts 共, 获 or a preposition off a word that the segmenter only guesses
// at the start of a clause: 共|清拆, 对|晋庄镇.
func (c *Cutter) prefixed(out []Token, k *Token) []Token {
	if k.Pos != "x" || k.Len() > 3 {
		return out
	}
	r := k.runes(2)
	if r == nil {
		return out
	}
	if n := len(out) - 1; n >= 0 && out[n].OfKind(Word, Pause) && out[n].End == k.Start {
		return out
	}
	switch {
	case r[0] == '共':
		return c.parted(out, k, 1, "d", "v")
	case r[0] == '对':
		return c.parted(out, k, 1, "p", "n")
	case k.Text == "仅用": // 仅|用两个月
		return c.parted(out, k, 1, "d", "p")
	case k.Text == "新获": // 新|获“鲁班奖”
		return c.parted(out, k, 1, "d", "v")
	case r[0] == '获' && strings.ContainsRune("省市县区", r[1]): // 获|省
		return c.parted(out, k, 1, "v", "n")
	}
	return out
}

// placed cuts 在 off a place that the segmenter guesses to be a name: 在|城镇.
func (c *Cutter) placed(out []Token, k *Token) []Token {
	place, ok := strings.CutPrefix(k.Text, "在")
	if !ok || k.End-k.Start != 3 || !c.Words.Is(place, word.Level) {
		return out
	}
	return c.parted(out, k, 1, "p", "n")
}

// examples cuts 等 off a word that the segmenter only guesses: 西十、康渝|等.
func (c *Cutter) examples(out []Token, k *Token) []Token {
	if k.Pos != "x" || !strings.Contains(k.Text, "等") {
		return out
	}
	r := []rune(k.Text)
	n := len(r) - 1
	if r[0] == '等' && n == 2 && k.Len() == 3 { // 中建|等|央企
		return c.parted(out, k, 1, "u", "n")
	}
	if n < 1 || r[n] != '等' || k.End-k.Start != len(r) || !lang.IsHan(r[n-1]) {
		return out
	}
	return c.parted(out, k, n, "n", "u")
}

// opened cuts the verbs that open k, a name that the segmenter knows whole:
// 新建高标准农田.
func (c *Cutter) opened(out []Token, k *Token) []Token {
	if r := k.runes(5); r != nil && r[0] == '新' && c.remakes(string(r[1:3])) {
		out = append(out, Token{Kind: Word, Start: k.Start, End: k.Start + 3, Text: string(r[:3]), Pos: "v", Roles: c.Words.Of(string(r[1:3]))})
		k.Start += 3
		c.name(k, string(r[3:])) // 新改建农村公路
	}
	for r := k.runes(4); r != nil; r = k.runes(4) {
		verb := string(r[:2])
		behind := afterOpening(out)
		if !c.Words.Is(verb, word.Opening) && (!behind || !c.Words.Is(verb, word.Second)) && !c.Words.ActsInName(verb, string(r[2:]), behind) {
			break
		}
		if strings.ContainsRune("型式类和及或、", r[2]) || c.Words.Has(k.Text, word.WholeName) {
			break
		}
		out = append(out, Token{Kind: Word, Start: k.Start, End: k.Start + 2, Text: verb, Pos: "v", Roles: c.Words.Of(verb)})
		k.Start += 2
		c.name(k, string(r[2:]))
	}
	return out
}

// remakes tells whether a verb opens names and says nothing of what became of the
// things.
func (c *Cutter) remakes(verb string) bool {
	return c.Words.Is(verb, word.Opening) && !c.Words.Is(verb, word.Becoming, word.BareAct)
}

// afterOpening tells whether the last word is a verb that another may follow.
func afterOpening(out []Token) bool {
	n := len(out) - 1
	return n >= 0 && out[n].Kind == Word && out[n].Is(word.Opening)
}
