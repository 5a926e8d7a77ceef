package clause

import "zhibiao/extract/word"

// Joint are the tokens between the members of a list: 、 和 及 与.
var Joint = OfKind(Pause).Or(OfKind(Word).Is(word.Joint))

// IsJoint tells whether k is of Joint.
func IsJoint(k *Token) bool {
	return Joint.Has(k)
}

// OnlyJoints tells whether tokens hold joints and what drops out of a name.
func OnlyJoints(tokens []Token) bool {
	for i := range tokens {
		k := &tokens[i]
		if !IsJoint(k) && (k.Kind != Word || !k.Is(word.Dropped)) {
			return false
		}
	}
	return true
}

// Parts cuts a list at its joints.
func Parts(tokens []Token) [][]Token {
	var out [][]Token
	start := 0
	for i := 0; i <= len(tokens); i++ {
		if i == len(tokens) || IsJoint(&tokens[i]) {
			if i > start {
				out = append(out, tokens[start:i])
			}
			start = i + 1
		}
	}
	return out
}

// PartsOf cuts a list into n members where one of its joints belongs to a member: 汽车
// 及零部件、新材料 are two. It cuts as Parts does where that does not come out.
func PartsOf(tokens []Token, n int) [][]Token {
	all := Parts(tokens)
	if len(all) == n || n < 2 || !HasPause(tokens) {
		return all
	}
	for _, lastToo := range [...]bool{true, false} {
		if parts := atPauses(tokens, lastToo); len(parts) == n {
			return parts
		}
	}
	return all
}

// atPauses cuts a list at its pauses, and where lastToo at the last joint behind them.
func atPauses(tokens []Token, lastToo bool) [][]Token {
	var out [][]Token
	start := 0
	for i := range tokens {
		if tokens[i].Kind == Pause {
			out, start = append(out, tokens[start:i]), i+1
		}
	}
	if rest := Parts(tokens[start:]); lastToo && len(rest) == 2 {
		return append(out, rest...)
	}
	return append(out, tokens[start:])
}

// HasPause tells whether 、 stands among tokens.
func HasPause(tokens []Token) bool {
	for i := range tokens {
		if tokens[i].Kind == Pause {
			return true
		}
	}
	return false
}
