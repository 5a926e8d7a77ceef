package clause

import (
	"slices"

	"zhibiao/extract/word"
)

// weigh joins the verbs that 新 opens, and marks the words that make a name
// with the word behind them.
func (c *Cutter) weigh(tokens []Token) []Token {
	tokens = c.newVerbs(tokens)
	for i := range tokens[:max(0, len(tokens)-1)] {
		k, next := &tokens[i], &tokens[i+1]
		if k.Kind != Word || next.Start != k.End {
			continue
		}
		k.Compound = k.Is(word.ShownNaming) && next.Is(word.ShownNamed) && c.Words.Compound(k.Text, next.Text)
		k.Whole = k.Is(word.Acting, word.Carrying) && !k.Is(word.Opening) && next.IsNoun() && c.Words.Has(k.Text+next.Text, word.WholeName)
	}
	return tokens
}

// newVerbs joins 新 and the verb behind it, which the segmenter cuts apart:
// [新备案]企业161家.
func (c *Cutter) newVerbs(items []Token) []Token {
	for i := 0; i+2 < len(items); i++ {
		it, verb, noun := &items[i], &items[i+1], &items[i+2]
		if it.Kind != Word || it.Text != "新" || verb.Start != it.End || noun.Start != verb.End {
			continue
		}
		known := verb.Is(word.Acting, word.Becoming, word.Ending, word.Carrying) || verb.Says("备案", "登记")
		if known && verb.Len() == 2 && noun.IsNoun() && !noun.Is(word.Attribute, word.VerbHead) && verb.Text != "就业" {
			it.End, it.Pos = verb.End, "v"
			if verb.Is(word.Acting) && !verb.Is(word.Nominal) {
				c.name(it, verb.Text)
			} else {
				c.name(it, "新建") // it makes what stands behind it, as 新建 does
			}
			items = slices.Delete(items, i+1, i+2)
		}
	}
	return items
}
