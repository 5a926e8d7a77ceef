package clause

// needed marks the pieces that a reading may ask for: those of clauses with a
// quantity, of the clauses next to them, and of the first. The others stay whole.
func needed(tokens []Token) []bool {
	out := make([]bool, len(tokens))
	start, first, before := 0, true, -1
	mark := func(a, b int) {
		for k := a; k < b; k++ {
			out[k] = true
		}
	}
	wanted := false // the clause before had a quantity
	counts := false
	for i := 0; i <= len(tokens); i++ {
		if i < len(tokens) && tokens[i].Kind != Stop {
			counts = counts || tokens[i].Kind == Amount
			continue
		}
		if counts && before >= 0 {
			mark(before, start)
		}
		if counts || first || wanted {
			mark(start, i)
		}
		if i > start {
			wanted, before, first = counts, start, false
		}
		start, counts = i+1, false
	}
	return out
}
