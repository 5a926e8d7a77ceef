package clause

import "zhibiao/extract/lang"

// needed marks the pieces that every reading asks for: those of clauses with a quantity, and of
// the one behind money, which says what it is for. Those of the two before each (one of them may
// only say how: 在保证质量的前提下) are cut later, as few are asked for. The others stay whole.
// Where nothing is counted the words are all that is asked for.
func needed(tokens []Token, qs []lang.Quantity) []bool {
	out := make([]bool, len(tokens))
	mark := func(a, b int) {
		for k := a; k < b; k++ {
			out[k] = true
		}
	}
	counted := 0 // where the last clause with a quantity ends
	for next := 0; next < len(tokens); {
		from, to := next, stopFrom(tokens, next)
		next = to + 1
		if !counts(tokens[from:to]) {
			continue
		}
		mark(from, to)
		for k := before(tokens, counted, before(tokens, counted, from)); k < from; k++ {
			if tokens[k].Kind == Piece && !out[k] {
				tokens[k].Kind = Later
			}
		}
		counted = to
		if k := &tokens[to-1]; k.Kind == Amount && qs[k.Index].Dimension() == "money" {
			mark(to, stopFrom(tokens, to+1))
		}
	}
	if counted == 0 {
		mark(0, len(out))
	}
	return out
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
