package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// A circumstance stands between a name and its verb and may hold a figure of its
// own: 外贸[在对美贸易下降两成的情况下]增长12%.

// circumstanceReach is how far the number in it a circumstance may end.
const circumstanceReach = 14

// withinCircumstance keeps of the words before a number that stands in a
// circumstance those inside it, and leaves the name before it to the number
// behind.
func (c *context) withinCircumstance(n *number) {
	at := -1
	for i := range n.head {
		if n.head[i].Text == "在" {
			at = i
		}
	}
	if at < 0 || n.Quantity.Counts() && n.Quantity.UnitName != "%" || !c.circumstance(n.Quantity.After) {
		return
	}
	inside := n.head[at+1:]
	if !slices.ContainsFunc(inside, func(k clause.Token) bool { return k.IsNoun() }) {
		n.head = n.head[:at] // 投资在去年增长9%的基础上
		return
	}
	if at > 0 {
		c.outside = clause.PhraseOf(c.doc.Text, c.nouns.Trim(n.head[:at]))
	}
	n.head = inside
}

// circumstance tells whether 的情况下 or the like follows before the next stop.
func (c *context) circumstance(at int) bool {
	end := at
	for end < c.to && end-at < circumstanceReach && !lang.IsHard(c.t[end]) {
		end++
	}
	for k := at + 1; k <= end; k++ {
		if c.endsCircumstance(string(c.t[at:k])) {
			return true
		}
	}
	return false
}

// endsCircumstance tells whether words end in 情况下 or the like.
func (c *document) endsCircumstance(words string) bool {
	for _, place := range [...]string{"下", "上"} {
		if noun, ok := strings.CutSuffix(words, place); ok {
			return c.x.words.EndsIn(noun, word.Circumstance)
		}
	}
	return false
}

// behindCircumstance gives a number right behind a circumstance the name before it.
func (c *context) behindCircumstance(n *number) {
	if c.outside.Empty() || len(n.head) == 0 {
		return
	}
	if c.endsCircumstance(clause.PhraseOf(c.doc.Text, n.head).Text) {
		c.last, n.head = []clause.Phrase{c.outside}, nil
		c.say(clause.Phrase{})
		c.outside = clause.Phrase{}
	}
}
