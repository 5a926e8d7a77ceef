package confidence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Fits counts in how many reports a unit stands with a last character of what
// it counts, by unit, a space and the character (`公里 路`).
type Fits map[string]int

// fit is the key of a subject and its unit.
func fit(subject, unit string) string {
	_, size := utf8.DecodeLastRuneInString(subject)
	return unit + " " + subject[len(subject)-size:]
}

// Report counts one report: its facts' subjects, each with its unit.
func (f Fits) Report(subjects, units []string) {
	seen := map[string]bool{}
	for i, s := range subjects {
		if key := fit(s, units[i]); utf8.RuneCountInString(s) >= 2 && !seen[key] {
			seen[key] = true
			f[key]++
		}
	}
}

// Lines writes the counts of least and more as lines `key<TAB>count`, in order.
func (f Fits) Lines(least int) (lines []string) {
	for key, count := range f {
		if count >= least {
			lines = append(lines, key+"\t"+strconv.Itoa(count))
		}
	}
	slices.Sort(lines)
	return lines
}

// readFits reads what Lines has written.
func readFits(table string) (Fits, error) {
	fits := Fits{}
	for i, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		key, cell, ok := strings.Cut(line, "\t")
		count, err := strconv.Atoi(cell)
		if !ok || err != nil {
			return nil, fmt.Errorf("line %d: want unit, character and count, got %q", i+1, line)
		}
		fits[key] = count
	}
	return fits, nil
}
