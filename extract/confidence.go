package extract

import "strings"

// confidences is the measured precision of facts by the rule that found their
// subject and by what they measure. Right means that score.py counts the fact
// as right. Three hand-annotated reports were worked on, one was kept aside:
// where both have 30 facts or more of a class, the lower precision stands
// here, else (right + 1) / (facts + 2) over all four. docs/confidence.md has
// the counts.
var confidences = map[string]float64{
	"indicator.level":         0.98,
	"indicator.growth":        0.93,
	"indicator":               0.96,
	"subject.before.level":    0.85,
	"subject.before":          0.92,
	"subject.behind":          0.92,
	"subject.distributed":     0.92,
	"subject.inherited":       0.95,
	"subject.inherited.level": 0.62,
	"subject.served":          0.92,
	"subject.each":            0.90,
	"subject.twin":            0.90,
	"subject.owned":           0.73,
	"subject.joined":          0.72,
	"subject.predicate":       0.56,
	"goal":                    0.95,
	"table":                   0.98, // of one communiqué's tables, which was worked on
}

// confidence is the measured precision of facts made by the rules of f.
func confidence(f *Fact) float64 {
	class := ""
	for _, r := range f.Rules {
		switch {
		case strings.HasPrefix(r, "goal."):
			class = "goal"
		case strings.HasPrefix(r, "table."):
			class = "table"
		case strings.HasPrefix(r, "subject.distributed"):
			class = "subject.distributed"
		case strings.HasPrefix(r, "subject."):
			class = r
		}
	}
	if f.Indicator != "" && class != "goal" {
		class = "indicator"
	}
	if c, ok := confidences[class+"."+f.Measure]; ok {
		return c
	}
	return confidences[class]
}
