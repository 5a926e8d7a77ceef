package extract

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// Rules of subjects that are told by what is done: what one pays, what becomes of a
// share, what people do.

// paid is what one who pays has put in: [区财政]投入5亿元.
func paid(c *context, at *choice) []clause.Phrase {
	attr, u := spending[strings.TrimPrefix(at.np.Action, "累计")], at.Quantity.Unit
	if !at.isLevel() || attr == "" || attr == "资金" || u == nil || u.Dim != "money" || len(at.np.Owner) == 0 || len(at.np.Object) > 0 || len(at.behind) > 0 || numeric(&at.np.Owner[0]) {
		return nil
	}
	return at.by("subject.paid", clause.PhraseOf(c.doc.Text, at.np.Owner).Plus(attr))
}

// wholly is what becomes of a share of things: [隔离人员]100%[闭环转运]、100%[规范管理].
func wholly(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || at.Quantity.UnitName != "%" || at.d.r.Reached {
		return nil
	}
	done := whatBecomes(at.Right, at.Quantity.After)
	if len(done) == 0 {
		return nil
	}
	items := at.np.Items()
	whose := clause.PhraseOf(c.doc.Text, items)
	switch {
	case len(items) > 0 && items[len(items)-1].End < at.Quantity.Before:
		return nil
	case len(items) == 0:
		if c.before == nil || c.before.whose.Empty() || !c.samePart(c.before, at.Quantity) || !at.Right[0].IsVerb() && !c.sameClause(c.before, at.Quantity) {
			return nil
		}
		whose = c.before.whose
	}
	at.d.whose = whose
	return at.by("subject.wholly", clause.Join(whose, clause.PhraseOf(c.doc.Text, done)))
}

// whatBecomes is the verb phrase that begins right behind a share, at offset at.
func whatBecomes(right []clause.Token, at int) []clause.Token {
	for i := range right {
		if right[i].Kind == clause.Pause || right[i].Text == "的" {
			right = right[:i]
			break
		}
	}
	if len(right) > 0 && (right[0].Is(word.Dropped) || right[0].Text == "全") {
		right, at = right[1:], right[0].End // 100%全部办结
	}
	n := len(right)
	if n == 0 || n > 5 || right[0].Start > at || right[0].Text == "达" {
		return nil
	}
	last := &right[n-1]
	if !right[0].IsVerb() && !last.IsVerb() && last.Pos != "vn" && !last.Is(word.Nominal) {
		return nil
	}
	return subject.Clean(right)
}

// numeric tells whether a token is a number that was left out, or a mark.
func numeric(k *clause.Token) bool { return k.Pos == "x" || k.Pos == "m" && len(k.Text) < 4 }

// peopleWho is what people do who are counted without a noun: 1559人[实现稳定脱贫].
func peopleWho(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || !people(at.Quantity) || at.d.r.Reached && at.own.Verb != "有" || at.d.r.Origin || !at.np.Empty() || len(at.behind) > 0 || at.np.Action != "" {
		return nil
	}
	if p := c.before; p != nil && people(p.q) && c.sameClause(p, at.Quantity) {
		return nil // 贫困人口322户、677人脱贫
	}
	if len(at.Right) == 0 || !at.Right[0].IsVerb() && !at.Right[0].Is(word.Acting) || at.Right[0].Start > at.Quantity.After {
		return nil
	}
	done := subject.Predicate(at.Right)
	if len(done) == 0 {
		return nil
	}
	return at.by("subject.predicate", clause.PhraseOf(c.doc.Text, done))
}

// people tells whether a number counts people or households by the unit alone.
func people(q *lang.Quantity) bool {
	return q.UnitName == "人" || q.UnitName == "户" || q.UnitName == "人次"
}
