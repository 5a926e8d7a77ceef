package lexicon

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed data/terms/*.tsv
var terms embed.FS

// TermList is a list of terms that come with the program: what a report is
// searched for to measure a government's attention.
type TermList struct {
	ID      string // environment: what --terms takes
	Name    string // 环境
	English string
	Source  string // the publication, or "own" where the choice is the project's
	Note    string
	Text    string // the table itself: comments, then group and term
}

// TermLists are the lists of the program, in the order of their ids.
func TermLists() []TermList {
	files, _ := fs.Glob(terms, "data/terms/*.tsv") // the pattern is well formed
	lists := make([]TermList, 0, len(files))
	for _, file := range files {
		text, _ := fs.ReadFile(terms, file) // it was listed
		l := TermList{ID: strings.TrimSuffix(path.Base(file), ".tsv"), Text: string(text)}
		fields := map[string]*string{"name": &l.Name, "english": &l.English, "source": &l.Source, "note": &l.Note}
		for line := range strings.Lines(l.Text) {
			key, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), ": ")
			if field := fields[key]; field != nil && strings.HasPrefix(line, "#") {
				*field = strings.TrimSpace(value)
			}
		}
		lists = append(lists, l)
	}
	return lists
}

// Terms are the terms of the list, without their groups.
func (l TermList) Terms() []string {
	var found []string
	for line := range strings.Lines(l.Text) {
		if _, term, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") && term != "term" {
			found = append(found, term)
		}
	}
	return found
}

// PolicyTerms are the terms of three characters and more of all lists: set
// phrases that make one word in the tokens table (数字经济, 营商环境).
func PolicyTerms() []string {
	var found []string
	for _, l := range TermLists() {
		for _, t := range l.Terms() {
			if len([]rune(t)) >= 3 {
				found = append(found, t)
			}
		}
	}
	return found
}
