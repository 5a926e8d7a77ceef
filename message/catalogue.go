package message

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed data/messages.tsv
var table string

// refusals are the messages whose English is their id: what packages below the
// command say of a document that they do not read.
//
//go:embed data/refusals.tsv
var refusals string

// entry is a message in each language.
type entry struct{ one, many, zh string }

// errorTable are what packages below the command say of what went wrong: their
// English, as package fmt has it, and Chinese.
//
//go:embed data/errors.tsv
var errorTable string

var catalogue = mustLoad(table, refusals, errorTable)

// mustLoad reads the catalogue. It is part of the program, so a fault in it is
// one of the program, which the tests find.
func mustLoad(table string, english ...string) map[string]entry {
	c, err := load(table)
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(strings.Join(english, "")) {
		if en, zh, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t"); ok && !strings.HasPrefix(line, "#") {
			c[en] = entry{en, en, zh}
		}
	}
	return c
}

// load reads lines of id, English and Chinese. Empty lines and those that begin
// with # are left out.
func load(table string) (map[string]entry, error) {
	c := map[string]entry{}
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("messages.tsv:%d: %d cells, want id, English and Chinese", n, len(cells))
		}
		if _, ok := c[cells[0]]; ok {
			return nil, fmt.Errorf("messages.tsv:%d: the id %s stands above already", n, cells[0])
		}
		one, many, two := strings.Cut(unescape(cells[1]), "|")
		if !two {
			many = one
		}
		c[cells[0]] = entry{one, many, unescape(cells[2])}
	}
	return c, nil
}

func unescape(s string) string { return strings.ReplaceAll(s, `\n`, "\n") }

// format is the text of e in l, for arguments args.
func (e entry) format(l Language, args []any) string {
	switch {
	case l == Chinese:
		return e.zh
	case len(args) > 0 && args[0] == 1:
		return e.one
	}
	return e.many
}
