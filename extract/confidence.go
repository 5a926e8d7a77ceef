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
	"subject.shared":          0.90,
	"subject.owned":           0.73,
	"subject.joined":          0.72,
	"subject.predicate":       0.56,
	"goal":                    0.95,
	"table":                   0.98, // of one communiqué's tables, which was worked on
}

// unmeasured is the confidence of facts whose rule has none yet: less than that
// of any rule that was measured.
const unmeasured = 0.5

// confidence is the measured precision of facts made by the rules of f.
func confidence(f *Fact) float64 {
	class := ""
	for _, r := range f.Rules {
		if c := classOf(r); c != "" {
			class = c
		}
	}
	if f.Indicator != "" && class != "goal" {
		class = "indicator"
	}
	if c, ok := confidences[class+"."+f.Measure]; ok {
		return c
	}
	if c, ok := confidences[class]; ok {
		return c
	}
	return unmeasured
}

// classOf is the class of facts that a rule makes, "" where it tells nothing of
// how sure their subject is.
func classOf(rule string) string {
	switch {
	case strings.HasPrefix(rule, "goal."):
		return "goal"
	case strings.HasPrefix(rule, "table."):
		return "table"
	case strings.HasPrefix(rule, "subject.distributed"):
		return "subject.distributed"
	case strings.HasPrefix(rule, "subject."):
		return rule
	}
	return ""
}

// measured tells whether the facts of a rule have a measured confidence.
func measured(rule string) bool {
	_, ok := confidences[classOf(rule)]
	return ok
}
