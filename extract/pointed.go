package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
)

// pointed gives a share that is only pointed at the name that it had before: 职工住
// 宅投资比重有所提高。[这个比重]1978年为17%.
func (c *context) pointed(d *draft, n *number) {
	if lang.At(c.t, d.q.Start) == '翻' && n.np.Empty() {
		c.doubledBefore(d)
		return
	}
	if len(d.subjects) != 1 || d.q.UnitName != "%" {
		return
	}
	name := d.subjects[0].Text
	if i := strings.LastIndex(name, "这"); i >= 0 {
		name = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name[i+len("这"):], "方面的"), "个"), "一")
	}
	if name != "比重" && name != "比例" {
		return
	}
	if p := c.lastShare(); !p.Empty() {
		d.subjects = []clause.Phrase{p}
		d.rules = append(d.rules, "subject.pointed")
	}
}

// doubledBefore gives 翻两番 that names nothing itself what was said to double before,
// and nothing where nothing was.
func (c *context) doubledBefore(d *draft) {
	if c.before != nil || d.r.Cut > d.clauseAt && !c.spoken().Empty() {
		return // 产值提高，五年翻两番
	}
	for _, f := range slices.Backward(c.earlier) {
		if f.Sentence < c.index-30 {
			break
		}
		if strings.HasPrefix(f.Quote, "翻") {
			d.subjects = []clause.Phrase{{Text: f.Subject, Spans: [][2]int{{-1, -1}}}}
			d.rules = append(d.rules, "subject.pointed")
			return
		}
	}
}

// lastShare is the share that was named last: in this sentence, by a figure of the
// one before it, or at its end. It is empty where there is none.
func (c *context) lastShare() clause.Phrase {
	if !c.share.Empty() {
		return c.share
	}
	for _, p := range slices.Backward(c.history) {
		if isShare(p.Text) {
			return p
		}
	}
	if p := c.shareEnding(c.index - 1); !p.Empty() {
		return p
	}
	for _, f := range slices.Backward(c.earlier) {
		if f.Sentence < c.index-2 {
			break
		}
		if isShare(f.Subject) {
			return clause.Phrase{Text: f.Subject, Spans: [][2]int{{-1, -1}}}
		}
	}
	return clause.Phrase{}
}

// isShare tells whether a name is that of a share, with what it is of.
func isShare(name string) bool {
	return hasSuffix(name, "比重", "比例") && len([]rune(name)) > 3
}

// rise is how long the words may be that say how a share changed.
const rise = 8

// shareEnding is the share that sentence i ends in, if it has no figure: 提高了住宅的
// 投资比重; 第一是工业产值的比重迅速上升.
func (c *context) shareEnding(i int) clause.Phrase {
	if i < 0 || c.doc.Sentences[i].Paragraph != c.doc.Sentences[c.index].Paragraph {
		return clause.Phrase{}
	}
	from, to := c.doc.Sentences[i].Start, c.doc.Sentences[i].End
	from += listMark(c.t[from:to], nil)
	for to > from && !lang.IsHan(c.t[to-1]) {
		to--
	}
	for k := to - 2; k >= max(from, to-rise); k-- {
		if lang.PrefixLen(c.t, k, "比重", "比例") > 0 {
			to = k + 2 // 比重[迅速上升]
		}
	}
	if !isShare(string(c.t[from:to])) || hasNumeral(c.t[from:to]) {
		return clause.Phrase{}
	}
	for k := to - 1; k > from; k-- {
		if lang.IsHard(c.t[k]) {
			from = k + 1
			break
		}
	}
	name := c.nouns.Trim(c.x.cutter.Cut(nil, c.t, from, to, nil, nil))
	if len(name) > 0 && name[0].IsVerb() {
		_, name = subject.DropVerbs(name)
	}
	return clause.PhraseOf(c.doc.Text, subject.Clean(name))
}
