package confidence

import (
	"fmt"
	"strconv"
	"strings"
)

// Nouns counts in how many reports a subject, its first and last two
// characters, and its last character behind a unit occur.
type Nouns struct {
	whole, tails, heads, units map[string]int
}

// NewNouns has counted nothing.
func NewNouns() *Nouns {
	return &Nouns{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
}

// tables are the counts by the name that a line of the table begins with.
func (n *Nouns) tables() map[string]map[string]int {
	return map[string]map[string]int{"whole": n.whole, "head": n.tails, "front": n.heads, "unit": n.units}
}

// Report counts one report: its facts' subjects, each with its unit.
func (n *Nouns) Report(subjects, units []string) {
	seen := map[string]bool{}
	count := func(table string, m map[string]int, key string) {
		if !seen[table+key] {
			seen[table+key] = true
			m[key]++
		}
	}
	for i, s := range subjects {
		r := []rune(s)
		if len(r) < 2 {
			continue
		}
		count("w", n.whole, s)
		count("t", n.tails, string(r[len(r)-2:]))
		count("h", n.heads, string(r[:2]))
		count("u", n.units, units[i]+" "+string(r[len(r)-1:]))
	}
}

// Lines writes the counts of least and more as lines `table<TAB>key<TAB>count`.
func (n *Nouns) Lines(least int) []string {
	var out []string
	for name, m := range n.tables() {
		for key, count := range m {
			if count >= least {
				out = append(out, name+"\t"+key+"\t"+strconv.Itoa(count))
			}
		}
	}
	return out
}

// readNouns reads what Lines has written.
func readNouns(table string) (*Nouns, error) {
	n := NewNouns()
	tables := n.tables()
	for i, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || tables[cells[0]] == nil {
			return nil, fmt.Errorf("line %d: want table, key and count, got %q", i+1, line)
		}
		count, err := strconv.Atoi(cells[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		tables[cells[0]][cells[1]] = count
	}
	return n, nil
}
