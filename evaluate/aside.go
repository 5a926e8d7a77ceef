package evaluate

import (
	_ "embed"
	"strings"
)

//go:embed aside.txt
var asideList string

var aside = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(asideList) {
		if name := strings.TrimSpace(line); name != "" && !strings.HasPrefix(name, "#") {
			m[name] = true
		}
	}
	return m
}()

// Aside tells whether the gold report of that name is kept aside: its score is
// shown, its misses never are, so that it measures what the rules do on
// reports that nobody worked on.
func Aside(name string) bool { return aside[name] }
