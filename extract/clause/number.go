package clause

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// Number is a quantity of a clause with the words around it.
type Number struct {
	Quantity *lang.Quantity
	Left     []Token // the words before it that are its own, or shared
	Right    []Token // the words behind it that are its own, or shared
	Gap      []Token // all the words behind it, up to the next quantity
	More     bool    // another quantity follows in the clause
	at       int     // where it stands in the clause
}

// Numbers are the quantities of a clause, in order and in room; qs are those that its
// tokens count.
func Numbers(room []Number, tokens []Token, qs []lang.Quantity) []Number {
	out := room[:0]
	for i := range tokens {
		if tokens[i].Kind == Amount {
			out = append(out, Number{Quantity: &qs[tokens[i].Index], at: i})
		}
	}
	for i := range out {
		n, end := &out[i], len(tokens)
		if n.More = i+1 < len(out); n.More {
			end = out[i+1].at
		}
		if i == 0 {
			n.Left = tokens[:n.at]
		} else {
			n.Left = aroundPlace(tokens, out[i-1].at, n.at, n.Left)
		}
		n.Gap = tokens[n.at+1 : end]
		right, next := n.split()
		n.Right = right
		if n.More {
			out[i+1].Left = n.Gap[next:]
		}
	}
	return out
}

// aroundPlace is what stands left of the quantity items[i], where the one
// before, items[k], is part of a place: 企业数[在全球370个城市中]列第17位. Else it is
// left.
func aroundPlace(items []Token, k, i int, left []Token) []Token {
	from := -1
	for j := k - 1; j >= 0 && j > k-5 && items[j].Kind == Word; j-- {
		if items[j].Text == "在" {
			from = j
			break
		}
	}
	if from < 0 {
		return left
	}
	for j := k + 1; j < i && items[j].Kind == Word; j++ {
		switch items[j].Text {
		case "中", "里", "内", "之中", "中列", "中排名":
			if items[j-1].Is(word.Assessing) {
				return left // 在100个城市法治政府评估中位列第一
			}
			return append(append([]Token{}, items[:from]...), items[j+1:i]...)
		}
	}
	return left
}

// split shares out the words behind a quantity: right belongs to it, Gap[next:]
// to the next one. Words that serve both are in both.
func (n *Number) split() (right []Token, next int) {
	gap := n.Gap
	switch {
	case len(gap) == 0:
		return nil, 0
	case IsJoint(&gap[0]):
		return nil, 1
	case !n.More:
		// up to a pause behind which a new verb or rank starts
		for i := 1; i < len(gap); i++ {
			if gap[i].Kind == Pause && opens(gap, i+1) && !quality.Ends(gap[:i]) {
				return gap[:i], i + 1
			}
		}
		return gap, len(gap)
	}
	if v := n.doneNext(); v > 0 {
		return gap[:v], v
	}
	if at := lastJoint(gap); at == len(gap)-1 && at > 0 {
		return gap[:at], len(gap)
	} else if at > 0 {
		at = secondPart(gap)
		return gap[:at], at + 1
	}
	if n.Quantity.Counts() && !namesAnother(gap) {
		return gap, len(gap) // 2金3银1铜
	}
	return gap, 0
}

// doneNext is where the verb begins in the gap that acts on what the next number counts: at
// places that n counts (在15个港口[建设]132个泊位), or with its money (安排2亿元专项资金[支持]41个项
// 目). It is 0 where the gap holds none.
func (n *Number) doneNext() int {
	v := len(n.Gap) - 1
	if v < 1 || !n.Gap[v].Is(word.Acting) || !n.Gap[v-1].IsNoun() {
		return 0
	}
	if n.Quantity.Dimension() == "money" {
		return v
	}
	for i := range n.Left {
		if n.Left[i].Text == "在" && n.Left[i].Pos == "p" {
			return v
		}
	}
	return 0
}

// quality says how good something is: 12个[科技含量高]、带动能力强的项目.
var quality = Row{Noun, Tagged("a").Long(1)}

// opens tells whether a verb stands at tokens[i] that begins something new.
func opens(tokens []Token, i int) bool {
	return At(tokens, i).IsVerb() && !tokens[i].Is(word.Nominal)
}

// lastJoint is the last joint behind the first token, 0 if there is none.
func lastJoint(tokens []Token) int {
	for i := len(tokens) - 1; i > 0; i-- {
		if IsJoint(&tokens[i]) {
			return i
		}
	}
	return 0
}

// secondPart is the joint where the words of the next quantity begin. 道路大中修、
// 积水改善5处: where the noun behind the first number goes on is told by the verb
// that starts the second part, else the first joint parts them.
func secondPart(tokens []Token) int {
	first := 0
	for i := 1; i < len(tokens); i++ {
		if !IsJoint(&tokens[i]) {
			continue
		}
		if opens(tokens, i+1) {
			return i
		}
		if first == 0 {
			first = i
		}
	}
	return first
}

// namesAnother tells whether the words between two quantities hold a verb or a
// figure's name for the second.
func namesAnother(gap []Token) bool {
	size := 0
	for i := range gap {
		k := &gap[i]
		if k.IsVerb() || k.Is(word.Attribute) || k.Pos == "p" || k.Text == "的" {
			return true
		}
		size += k.End - k.Start
	}
	return size > 3
}
