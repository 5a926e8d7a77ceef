package clause

import "zhibiao/extract/word"

// IsJoint tells whether k stands between the members of a list: 、 和 及 与.
func IsJoint(k *Token) bool {
	return k.Kind == Pause || k.Kind == Word && k.Is(word.Joint)
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

// HasPause tells whether 、 stands among tokens.
func HasPause(tokens []Token) bool {
	for i := range tokens {
		if tokens[i].Kind == Pause {
			return true
		}
	}
	return false
}
