package han

import "regexp"

// Pattern is a regular expression whose matches all hold a character of a set.
// A look for one spares most texts the search.
type Pattern struct {
	re  *regexp.Regexp
	any Set
}

// Guarded compiles a pattern whose matches all hold one of the characters of
// any. It panics where the pattern does not compile.
func Guarded(any, re string) *Pattern { return &Pattern{regexp.MustCompile(re), NewSet(any)} }

// MatchString tells whether s holds a match.
func (p *Pattern) MatchString(s string) bool { return p.any.In(s) && p.re.MatchString(s) }

// FindStringIndex is where the first match lies in s, in bytes, nil where there
// is none.
func (p *Pattern) FindStringIndex(s string) []int {
	if !p.any.In(s) {
		return nil
	}
	return p.re.FindStringIndex(s)
}
