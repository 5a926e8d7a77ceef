package lexicon

import (
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"github.com/dlclark/regexp2/v2"
)

// point is a year, half, quarter or month of Period.Expect.
const point = `(Y|Y[+-]\d+|\d{4}|\$[1-9])(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|-\$[1-9])?`

// dimensions is every dimension of a unit or an indicator.
var dimensions = set(
	"money", "ratio", "count", "area", "length", "mass", "volume", "energy", "power", "voltage",
	"capacity", "time", "data", "data_rate", "compute", "traffic", "temperature", "concentration",
	"rate", "speed", "flow", "density", "price", "pressure", "frequency", "sound", "angle", "score",
	"emission", "resistance",
)

var (
	sides  = set("before", "after", "around")
	bounds = set("approx", "ge", "le", "eq")

	// topics groups the indicators.
	topics = set(
		"economy", "agriculture", "industry", "services", "investment", "trade", "finance", "fiscal",
		"prices", "employment", "income", "social_security", "education", "health", "culture",
		"environment", "energy", "transport", "science", "digital", "urban", "housing", "population",
		"government", "safety", "business", "rural", "tourism",
	)

	expectation = regexp.MustCompile(`^` + point + `(/` + point + `)?$`)
	identifier  = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	regionCode  = regexp.MustCompile(`^[1-9]\d{5}$`)
	year        = regexp.MustCompile(`^((19|20)\d\d)?$`)
	// scaled is a unit written with its scale: 万元, 亿千瓦时. 千 and 百 are
	// parts of names (千瓦, 百分点), 兆 of 兆瓦.
	scaled = regexp.MustCompile(`^[万亿]`)
)

func set(names ...string) map[string]bool {
	s := make(map[string]bool, len(names))
	for _, n := range names {
		s[n] = true
	}
	return s
}

// choices lists a set's names.
func choices(s map[string]bool) string { return strings.Join(slices.Sorted(maps.Keys(s)), ", ") }

// Check says what is wrong in the tables without extracting anything.
func (l *Lexicon) Check() []Problem {
	c := &checker{}
	c.rows(l, "")
	c.examples(l)
	c.duplicates(l)
	c.problems = append(c.problems, l.regions.check()...)
	return c.problems
}

// malformed is what makes rows of a user's table unusable.
func (l *Lexicon) malformed(dir string) Problems {
	c := &checker{}
	c.rows(l, dir)
	c.problems = append(c.problems, l.regions.malformed()...)
	return c.problems
}

type checker struct {
	problems Problems
}

func (c *checker) report(t *table, r Row, column, format string, args ...any) {
	at := 1
	if i := t.column(column); i >= 0 && i < len(r.columns) {
		at = r.columns[i]
	}
	c.problems = append(c.problems, Problem{r.File, r.Line, at, fmt.Sprintf(format, args...)})
}

// rows checks each row by itself, of the files in a folder or of all.
func (c *checker) rows(l *Lexicon, dir string) {
	for _, u := range l.Units {
		if strings.HasPrefix(u.File, dir) {
			c.unit(u)
		}
	}
	for _, e := range l.Classifiers {
		if strings.HasPrefix(e.File, dir) && scaled.MatchString(e.Name) {
			c.report(classifierTable, e.Row, "name", "%s begins with a scale word", e.Name)
		}
	}
	for _, m := range l.Modifiers {
		if strings.HasPrefix(m.File, dir) {
			c.modifier(m)
		}
	}
	for _, n := range l.NonQuantities {
		if strings.HasPrefix(n.File, dir) {
			c.pattern(nonQuantityTable, n.Row, n.Text)
			if n.Reason == "" {
				c.report(nonQuantityTable, n.Row, "reason", "%s has no reason", n.Text)
			}
		}
	}
	for _, p := range l.Periods {
		if strings.HasPrefix(p.File, dir) {
			c.pattern(periodTable, p.Row, p.Text)
			if !expectation.MatchString(p.Expect) {
				c.report(periodTable, p.Row, "expect", "bad period %q: write Y, Y-1, Y-1-H1, Y-1-Q1, Y-1-03 or two of them with / between", p.Expect)
			}
		}
	}
	for _, i := range l.Indicators {
		if strings.HasPrefix(i.File, dir) {
			c.indicator(i)
		}
	}
	for _, s := range l.Several {
		if strings.HasPrefix(s.File, dir) && len(s.Holds) < 2 {
			c.report(severalTable, s.Row, "holds", "%s holds fewer than two names", s.Name)
		}
	}
	c.roles(l, dir)
}

func (c *checker) unit(u Unit) {
	c.dimension(unitTable, u.Row, u.Dimension)
	for _, name := range append([]string{u.Name}, u.Aliases...) {
		if name == "" {
			c.report(unitTable, u.Row, "aliases", "%s has an empty alias", u.Name)
		}
		if scaled.MatchString(name) {
			c.report(unitTable, u.Row, "name", "%s begins with a scale word: write the unit without it", name)
		}
	}
	if (u.SIFactor == "") != (u.SIUnit == "") {
		c.report(unitTable, u.Row, "si_factor", "%s needs both si_factor and si_unit, or neither", u.Name)
		return
	}
	if u.SIFactor == "" {
		return
	}
	if f, ok := new(big.Rat).SetString(u.SIFactor); !ok || f.Sign() <= 0 || strings.ContainsAny(u.SIFactor, "eE_xX") {
		c.report(unitTable, u.Row, "si_factor", "bad factor %q: write a decimal (0.001) or a fraction (2000/3)", u.SIFactor)
	}
}

func (c *checker) modifier(m Modifier) {
	if !sides[m.Side] {
		c.report(modifierTable, m.Row, "side", "bad side %q: write before, after or around", m.Side)
	}
	if !bounds[m.Bound] {
		c.report(modifierTable, m.Row, "bound", "bad bound %q: write approx, ge, le or eq", m.Bound)
	}
	gaps := strings.Count(m.Text, "…")
	if m.Side == "around" && (gaps != 1 || strings.HasPrefix(m.Text, "…") || strings.HasSuffix(m.Text, "…")) {
		c.report(modifierTable, m.Row, "text", "%s is around: mark the quantity's place between its two parts with one …", m.Text)
	}
	if m.Side != "around" && gaps > 0 {
		c.report(modifierTable, m.Row, "text", "%s holds … but is not around", m.Text)
	}
}

func (c *checker) indicator(i Indicator) {
	if !identifier.MatchString(i.ID) {
		c.report(indicatorTable, i.Row, "id", "bad id %q: write lower-case letters, digits and _", i.ID)
	}
	if i.Name == "" {
		c.report(indicatorTable, i.Row, "name", "%s has no name", i.ID)
	}
	for _, a := range i.Aliases {
		if a == "" {
			c.report(indicatorTable, i.Row, "aliases", "%s has an empty alias", i.ID)
		}
	}
	c.dimension(indicatorTable, i.Row, i.Dimension)
	if !topics[i.Topic] {
		c.report(indicatorTable, i.Row, "topic", "unknown topic %q: choose one of %s", i.Topic, choices(topics))
	}
}

func (c *checker) dimension(t *table, r Row, name string) {
	if !dimensions[name] {
		c.report(t, r, "dimension", "unknown dimension %q: choose one of %s", name, choices(dimensions))
	}
}

// pattern checks a text that may be a pattern between slashes.
func (c *checker) pattern(t *table, r Row, text string) {
	if p, ok := Pattern(text); ok {
		if re, err := regexp2.Compile(p); err != nil {
			c.report(t, r, "text", "bad pattern: %v", err)
		} else if m, err := re.FindStringMatch(""); err == nil && m != nil {
			c.report(t, r, "text", "pattern matches nothing at all")
		}
	}
}

// Pattern is the regexp2 pattern in a text between slashes; ok is false where
// the text is literal.
func Pattern(text string) (pattern string, ok bool) {
	if len(text) > 2 && text[0] == '/' && text[len(text)-1] == '/' {
		return text[1 : len(text)-1], true
	}
	return "", false
}

// examples checks that each row has an example that holds the entry.
func (c *checker) examples(l *Lexicon) {
	for _, u := range l.Units {
		c.example(unitTable, u.Row, append([]string{u.Name}, u.Aliases...)...)
	}
	for _, e := range l.Classifiers {
		c.example(classifierTable, e.Row, e.Name)
	}
	for _, m := range l.Modifiers {
		before, after, around := strings.Cut(m.Text, "…")
		c.example(modifierTable, m.Row, before)
		if around && !strings.Contains(m.Example, after) {
			c.report(modifierTable, m.Row, "example", "the example does not hold %s", after)
		}
	}
	for _, n := range l.NonQuantities {
		c.example(nonQuantityTable, n.Row, n.Text)
	}
	for _, p := range l.Periods {
		c.example(periodTable, p.Row, p.Text)
	}
	for _, i := range l.Indicators {
		c.example(indicatorTable, i.Row, append([]string{i.Name}, i.Aliases...)...)
	}
	for _, s := range l.Several {
		c.example(severalTable, s.Row, s.Name)
	}
	for _, s := range l.Spellings {
		c.example(spellingTable, s.Row, s.Text)
	}
	c.roleExamples(l)
}

func (c *checker) example(t *table, r Row, names ...string) {
	if r.Example == "" {
		c.report(t, r, "example", "%s has no example", names[0])
		return
	}
	for _, name := range names {
		p, ok := Pattern(name)
		if !ok && strings.Contains(r.Example, name) {
			return
		}
		if !ok {
			continue
		}
		re, err := regexp2.Compile(p)
		if err != nil {
			return // reported already
		}
		if found, err := re.MatchString(r.Example); found && err == nil {
			return
		}
	}
	c.report(t, r, "example", "the example does not hold %s", names[0])
}

// duplicates checks that no name stands for two entries of a table.
func (c *checker) duplicates(l *Lexicon) {
	units, ids, names := seen{}, seen{}, seen{}
	for _, u := range l.Units {
		c.once(unitTable, u.Row, units, u.Name, "name")
		for _, a := range u.Aliases {
			c.once(unitTable, u.Row, units, a, "aliases")
		}
	}
	for _, e := range l.Classifiers { // a word is a unit or a classifier
		c.once(classifierTable, e.Row, units, e.Name, "name")
	}
	modifiers := seen{}
	for _, m := range l.Modifiers {
		c.once(modifierTable, m.Row, modifiers, m.Side+" "+m.Text, "text")
	}
	others := seen{}
	for _, n := range l.NonQuantities {
		c.once(nonQuantityTable, n.Row, others, n.Text, "text")
	}
	periods := seen{}
	for _, p := range l.Periods {
		c.once(periodTable, p.Row, periods, p.Text, "text")
	}
	for _, i := range l.Indicators {
		c.once(indicatorTable, i.Row, ids, i.ID, "id")
		c.once(indicatorTable, i.Row, names, i.Name, "name")
		for _, a := range i.Aliases {
			c.once(indicatorTable, i.Row, names, a, "aliases")
		}
	}
	several, spellings := seen{}, seen{}
	for _, s := range l.Several {
		c.once(severalTable, s.Row, several, s.Name, "name")
	}
	for _, s := range l.Spellings {
		c.once(spellingTable, s.Row, spellings, s.Text, "text")
	}
	terms := seen{}
	for _, t := range l.Terms {
		c.once(termTable, t.Row, terms, t.Text, "word")
	}
}

// seen is where each name was first.
type seen map[string]Row

func (c *checker) once(t *table, r Row, names seen, name, column string) {
	if first, ok := names[name]; ok {
		c.report(t, r, column, "%s stands at %s:%d already", name, first.File, first.Line)
		return
	}
	names[name] = r
}
