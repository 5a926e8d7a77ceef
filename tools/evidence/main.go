// Command evidence counts how a folder of reports uses its words, and writes
// two tables: evidence.tsv, for each word that may be a verb how often it opens
// a clause before a noun and how often it stands inside a name; compounds.tsv,
// the verbs and nouns that stand together as a name. The rules decide by them
// about verbs that no list knows.
//
//	go run ./tools/evidence REPORTS lexicon/data
package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/report/read"
	"zhibiao/segment"
	"zhibiao/segment/jieba"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: evidence REPORTS DATA: name a folder of reports and the one to write the tables to")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "evidence:", err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	lex, err := lexicon.Load("")
	if err != nil {
		return err
	}
	seg, err := jieba.New(extract.UserWords(lex))
	if err != nil {
		return err
	}
	c := counter{words: map[string]*usage{}, pairs: map[[2]string]*pair{}}
	seen := map[string]bool{}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		for raw, err := range read.Reports(context.Background(), read.Input{Path: path}, read.Options{}) {
			if err != nil {
				fmt.Fprintln(os.Stderr, "left out:", err)
				continue
			}
			doc, err := report.New(raw, report.Options{})
			if err != nil {
				fmt.Fprintln(os.Stderr, "left out:", err)
				continue
			}
			for _, s := range doc.Sentences {
				text := string(doc.Norm[s.Start:s.End])
				if seen[text] {
					continue // the same report in another format
				}
				seen[text] = true
				c.sentence(seg.Tag(text))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := writeTable(filepath.Join(out, "evidence.tsv"), head, c.rows()); err != nil {
		return err
	}
	return writeTable(filepath.Join(out, "compounds.tsv"), pairHead, c.pairRows())
}

// usage is how a word is used.
type usage struct {
	opens  int // opens a clause, or follows its adverbs, before a noun
	counts int // opens a clause before a number
	leads  int // opens a clause before a verb
	after  int // follows the verb that opens a clause, before a noun
	inside int // stands right behind a number, 的 or another noun's name, before a noun
	ends   int // stands at the end of a clause that a verb opens
	tells  int // stands at the end of a clause that a noun opens
	total  int
	nouns  map[string]bool // what follows where it opens
	pos    map[string]int
}

// pair is how a verb stands before a noun.
type pair struct {
	named int // not at the start of a clause
	opens int // at the start of a clause, or behind the verb that opens it
}

type counter struct {
	words map[string]*usage
	pairs map[[2]string]*pair
}

// sentence counts the words of a sentence, clause by clause.
func (c counter) sentence(tokens []segment.Token) {
	start := 0
	for i := 0; i <= len(tokens); i++ {
		if i == len(tokens) || strings.ContainsAny(tokens[i].Text, "，。；：！？（）()\n ") {
			c.clause(tokens[start:i])
			start = i + 1
		}
	}
}

func (c counter) clause(tokens []segment.Token) {
	opened := -1 // where the verb stands that opens the clause
	opening := true
	for i, t := range tokens {
		next := at(tokens, i+1)
		if counted(t) {
			u := c.of(t)
			u.total++
			u.pos[t.Pos]++
			if names(next.Pos) && verbal(t.Pos) && !made(tokens, opened, i) {
				c.pair(t.Text, next.Text, opening || opened == i-1)
			}
			if opening {
				u.atOpening(next)
			} else {
				u.further(tokens, i, opened)
			}
		}
		if opening && !skipped(t) {
			opening = false
			if verbal(t.Pos) {
				opened = i
			}
		}
	}
}

// atOpening counts the use of a word that opens a clause, before next.
func (u *usage) atOpening(next segment.Token) {
	switch {
	case names(next.Pos):
		u.opens++
		u.nouns[next.Text] = true
	case number(next):
		u.counts++
	case next.Pos == "v":
		u.leads++
	}
}

// further counts the use of the word tokens[i], where the verb that opens the clause stands
// at opened, -1 if none does.
func (u *usage) further(tokens []segment.Token, i, opened int) {
	next := at(tokens, i+1).Pos
	switch noun := names(next); {
	case noun && opened == i-1:
		u.after++
	case noun && inName(tokens[i-1]):
		u.inside++
	case next != "":
	case opened >= 0:
		u.ends++
	case names(tokens[0].Pos):
		u.tells++
	}
}

// at is tokens[i], and an empty one where there is none.
func at(tokens []segment.Token, i int) segment.Token {
	if i < len(tokens) {
		return tokens[i]
	}
	return segment.Token{}
}

func number(t segment.Token) bool {
	return t.Pos == "m" || t.Text != "" && t.Text[0] >= '0' && t.Text[0] <= '9'
}

// pivots make another act: 提请人大[审议]法规.
var pivots = []string{"提请", "促进", "引导", "推动", "支持", "帮助", "组织", "指导", "鼓励", "协助"}

// made tells whether tokens[i] may be what the object of the verb that opens
// the clause is made to do.
func made(tokens []segment.Token, opened, i int) bool {
	return opened >= 0 && opened < i-1 && slices.Contains(pivots, tokens[opened].Text) && !inName(tokens[i-1])
}

func (c counter) of(t segment.Token) *usage {
	u := c.words[t.Text]
	if u == nil {
		u = &usage{nouns: map[string]bool{}, pos: map[string]int{}}
		c.words[t.Text] = u
	}
	return u
}

func (c counter) pair(verb, noun string, opens bool) {
	p := c.pairs[[2]string{verb, noun}]
	if p == nil {
		p = &pair{}
		c.pairs[[2]string{verb, noun}] = p
	}
	if opens {
		p.opens++
	} else {
		p.named++
	}
}

// counted tells whether the use of a word is worth counting: those of two
// characters and more that are no function words.
func counted(t segment.Token) bool {
	return utf8.RuneCountInString(t.Text) >= 2 && t.Pos != "" && strings.ContainsRune("nvabdjlizgk", rune(t.Pos[0])) && !strings.ContainsAny(t.Text, "0123456789.%")
}

func verbal(pos string) bool { return strings.HasPrefix(pos, "v") }

func names(pos string) bool {
	return pos != "" && strings.ContainsRune("nabjlizg", rune(pos[0])) || pos == "vn"
}

// skipped tells whether a word may stand before the verb that opens a clause.
func skipped(t segment.Token) bool {
	return t.Pos == "d" || t.Pos == "ad" || t.Pos == "c" || t.Pos == "t" || t.Pos == "x" && t.Text != "“"
}

// inName tells whether what follows t belongs to a name: behind a number with
// its classifier, and behind 的.
func inName(t segment.Token) bool {
	return t.Pos == "q" || t.Pos == "m" || t.Text == "的" || t.Text == "“"
}

const head = `# How words are used in a corpus of government work reports, counted by tools/evidence; do not edit by hand.
# verbs: as a verb by the segmenter's tag; opens: before a noun at the start of a clause; nouns: before how many different
# ones; counts: before a number there; leads: before a verb at the start of a clause; after: before a noun, behind the verb that opens the clause; inside: before a noun, right behind a number, 的 or “; ends, tells: at the end of a clause
# that a verb opens, or a noun.
word	total	verbs	opens	nouns	counts	leads	after	inside	ends	tells
`

// worth leaves out what is rare and what is never used as a verb.
func (u *usage) worth() bool {
	return u.total >= 4 && u.opens+u.counts+u.leads+u.after+u.inside+u.ends+u.tells >= 2 && (u.verbs() > 0 || u.opens+u.leads >= 5 || u.tells >= 3 && u.ends < u.tells)
}

// verbs counts the uses that the segmenter takes for a verb's.
func (u *usage) verbs() int {
	n := 0
	for pos, k := range u.pos {
		if verbal(pos) {
			n += k
		}
	}
	return n
}

const pairHead = `# Verbs and nouns that a corpus of government work reports uses as one name, counted by tools/evidence; do not edit by hand.
# named: together, not at the start of a clause; opens: at its start, or behind the verb that opens it.
verb	noun	named	opens
`

func (c counter) rows() []string {
	var rows []string
	for word, u := range c.words {
		if u.worth() {
			rows = append(rows, fmt.Sprintf("%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", word, u.total, u.verbs(), u.opens, len(u.nouns), u.counts, u.leads, u.after, u.inside, u.ends, u.tells))
		}
	}
	return rows
}

func (c counter) pairRows() []string {
	var rows []string
	for p, n := range c.pairs {
		if n.named >= 3 && 2*n.opens <= n.named {
			rows = append(rows, fmt.Sprintf("%s\t%s\t%d\t%d\n", p[0], p[1], n.named, n.opens))
		}
	}
	return rows
}

func writeTable(path, head string, rows []string) error {
	slices.Sort(rows)
	return os.WriteFile(path, []byte(head+strings.Join(rows, "")), 0o644)
}
