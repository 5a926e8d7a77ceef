package lexicon

import (
	"fmt"
	"strconv"
	"strings"
)

// Use is how a corpus of reports uses a word, as tools/evidence counted it.
type Use struct {
	Total  int // how often it stands in the corpus
	Verbs  int // as a verb by the segmenter's tag
	Opens  int // before a noun at the start of a clause
	Nouns  int // before how many different nouns there
	Counts int // before a number there
	Leads  int // before a verb at the start of a clause
	After  int // before a noun, behind the verb that opens the clause
	Inside int // before a noun, right behind a number, 的 or a quotation mark
	Ends   int // at the end of a clause that a verb opens
	Tells  int // at the end of a clause that a noun opens
}

// Verb is the share of the word's uses before a noun in which it acts on the
// noun (取缔非法摊点) and is no part of its name (充电设施), from 0 to 1. ok is
// false where the corpus has too few to tell.
func (u Use) Verb() (share float64, ok bool) {
	const half = 3 // behind another verb it may be either: 培育孵化企业, 建设充电设施
	acts, names := float64(u.Opens+u.Counts), float64(u.Inside)+float64(u.After)/half
	return acts / max(1, acts+names), u.Opens+u.Counts+u.Inside+u.After >= 3
}

// Verbal tells whether the segmenter takes most uses of the word for a verb's.
func (u Use) Verbal() bool { return 2*u.Verbs >= u.Total && u.Verbs > 0 }

// Adverb is the share of the word's uses in which it says how a verb behind it
// is done (妥善化解信访积案) and neither acts on a noun nor is part of its name.
func (u Use) Adverb() float64 {
	return float64(u.Leads) / float64(max(1, u.Leads+u.Opens+u.Counts+u.After+u.Inside+u.Ends))
}

// Predicate tells whether the word, at the end of a clause, mostly says what
// becomes of the noun that the clause opens with (道路通车): more often than it
// stands at the end of what a verb acts on (推进道路建设).
func (u Use) Predicate() bool { return u.Tells >= 3 && 2*u.Tells >= 3*u.Ends }

// Closes tells whether the word, a verb by its tag, mostly ends the name of what
// another verb acts on (开展技术攻关) and hardly ever opens a clause.
func (u Use) Closes() bool {
	return u.Verbal() && u.Ends >= 5 && 5*u.Ends >= u.Total && u.Ends >= 3*u.Tells && 10*(u.Opens+u.Counts+u.Leads) <= u.Ends
}

// Governs tells whether the word, whatever the segmenter's tag, is a verb that
// acts on the noun behind it (助力乡村振兴, 上线智能场景): it opens clauses before
// many nouns, and hardly ever stands where a noun would.
func (u Use) Governs() bool {
	acts := u.Opens + u.Counts
	return acts >= 9 && u.Nouns >= 5 && acts >= 6*(u.After+u.Inside+u.Ends+u.Tells) && 3*u.Leads <= 5*acts
}

// Use is the evidence for a word; the zero Use where there is none.
func (l *Lexicon) Use(word string) Use { return l.uses[word] }

// Uses are the words that there is evidence for.
func (l *Lexicon) Uses() map[string]Use { return l.uses }

// readUses reads the table that tools/evidence writes, by the names of its
// columns.
func readUses(text string) (map[string]Use, error) {
	uses := make(map[string]Use, strings.Count(text, "\n"))
	var u Use
	fields := map[string]*int{"total": &u.Total, "verbs": &u.Verbs, "opens": &u.Opens, "nouns": &u.Nouns, "counts": &u.Counts, "leads": &u.Leads, "after": &u.After, "inside": &u.Inside, "ends": &u.Ends, "tells": &u.Tells}
	var names []string
	n := 0
	for line := range strings.Lines(text) {
		n++
		cells := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
			continue
		case cells[0] == "word":
			names = cells
			continue
		case len(cells) != len(names):
			return nil, fmt.Errorf("evidence.tsv:%d: %d columns, want %d; tools/evidence writes it", n, len(cells), len(names))
		}
		for i, name := range names[1:] {
			v, err := strconv.Atoi(cells[i+1])
			if err != nil {
				return nil, fmt.Errorf("evidence.tsv:%d: read a count: %w", n, err)
			}
			if f := fields[name]; f != nil {
				*f = v
			}
		}
		uses[cells[0]] = u
	}
	return uses, nil
}

// Compounds are the verbs and nouns that the corpus uses as one name: 改造项目, 养老机构. They
// are not to be changed.
func (l *Lexicon) Compounds() map[[2]string]bool { return l.compounds }

// readCompounds reads the pairs that tools/evidence writes; the counts beside
// them are for the reader.
func readCompounds(text string) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for line := range strings.Lines(text) {
		cells := strings.Split(line, "\t")
		if !strings.HasPrefix(line, "#") && len(cells) > 1 {
			pairs[[2]string{cells[0], cells[1]}] = true
		}
	}
	return pairs
}
