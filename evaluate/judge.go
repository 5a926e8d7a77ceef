package evaluate

import "zhibiao/dataset"

// Verdict is what the gold says of one found fact.
type Verdict struct {
	Row   int    // index of the fact
	Right bool   // a right fact, as Score counts it
	What  string // else: spurious, or the fields that differ
	Gold  *Gold  // the gold fact that it was held against, nil for a spurious one
}

// Judge says of each fact with a number whether it is right. Facts that the
// gold calls optional are left out.
func Judge(r Report, text string, found []dataset.FactRow) []Verdict {
	gold, facts, _, factUsed, pairs := pairUp(r, text, found)
	var out []Verdict
	for _, p := range pairs {
		g, row := &r.Gold[p.gold], facts[p.fact].index
		if g.Optional {
			continue
		}
		right, _ := compare(g, &found[row])
		v := Verdict{Row: row, Right: right["fact"], Gold: g}
		for _, k := range []string{"value", "unit", "bound", "measure", "base", "subject80", "period", "status"} {
			if !right[k] {
				v.What += k + " "
			}
		}
		out = append(out, v)
	}
	for i, f := range facts {
		if !factUsed[i] && !r.optional(gold, f) {
			out = append(out, Verdict{Row: f.index, What: "spurious"})
		}
	}
	return out
}
