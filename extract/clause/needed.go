package clause

import "zhibiao/extract/lang"

// need marks the pieces that every reading asks for: those of clauses with a quantity. Those of the
// two before each (one of them may only say how: 在保证质量的前提下), and of the one behind money, which
// says what it is for, are cut later, as few are asked for. The others stay whole. Where nothing is
// counted the words are all that is asked for.
func need(tokens []Token, qs []lang.Quantity) {
	mark := func(from, to int, as Kind) {
		for k := from; k < to; k++ {
			if tokens[k].Kind == Piece {
				tokens[k].Kind = as
			}
		}
	}
	counted, money := 0, false // where the last clause with a quantity ends; whether the one before ends in money
	for next := 0; next < len(tokens); {
		from, to := next, stopFrom(tokens, next)
		next = to + 1
		if !counts(tokens[from:to]) {
			if money {
				mark(from, to, Later)
			}
			money = false
			continue
		}
		mark(from, to, wanted)
		mark(before(tokens, counted, before(tokens, counted, from)), from, Later)
		k := &tokens[to-1]
		counted, money = to, k.Kind == Amount && qs[k.Index].Dimension() == "money"
	}
	if counted == 0 {
		mark(0, len(tokens), wanted)
	}
}

// stopFrom is the first stop from tokens[i] on, or the end.
func stopFrom(tokens []Token, i int) int {
	for i < len(tokens) && tokens[i].Kind != Stop {
		i++
	}
	return min(i, len(tokens))
}

func counts(tokens []Token) bool {
	for i := range tokens {
		if tokens[i].Kind == Amount {
			return true
		}
	}
	return false
}

// before is where the clause before the one at tokens[i] begins, or at least least.
func before(tokens []Token, least, i int) int {
	for i--; i > least && tokens[i-1].Kind != Stop; i-- {
	}
	return max(i, least)
}
