package message

import (
	_ "embed"
	"strings"
)

//go:embed data/help.zh.txt
var helpText string

var help = loadHelp(helpText)

// loadHelp reads texts that each begin with a line "== id".
func loadHelp(s string) map[string]string {
	out := map[string]string{}
	for part := range strings.SplitSeq("\n"+s, "\n== ") {
		id, text, ok := strings.Cut(part, "\n")
		if ok && !strings.HasPrefix(id, "#") {
			out[id] = strings.TrimRight(text, "\n")
		}
	}
	return out
}

// Help is the help text id in a language; ok is false where it has none, as
// English, which the commands themselves say.
func Help(id string, l Language) (text string, ok bool) {
	if l != Chinese {
		return "", false
	}
	text, ok = help[id]
	return text, ok
}

// Helps tells whether there is a help text of this id.
func Helps(id string) bool { return help[id] != "" }
