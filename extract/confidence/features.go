package confidence

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
)

// Features hands what tells right facts from wrong ones to add: a feature is
// named by kind and of together, a kind that ends in = by a word of the fact
// ("dimension=", "length"), any other alone. What is not named is 0.
func (c *Case) Features(fits Fits, add Add) {
	c.kind(add)
	c.subject(fits, add)
	c.place(add)
	c.words(add)
}

// Add takes a feature and its value.
type Add func(kind Name, of string, value float64)

// Name is that of a feature, or of a kind of features.
type Name int

var names []string // of all, in their order

func name(s string) Name {
	names = append(names, s)
	return Name(len(names) - 1)
}

func (n Name) String() string { return names[n] }

var (
	kindMeasure, kindBound, kindDimension, kindStatus = name("measure="), name("bound="), name("dimension="), name("status=")
	nameIndicator, nameYears, nameMates, kindRule     = name("indicator"), name("years"), name("mates"), name("rule=")
	nameListed, nameLength, namePieces, nameFit       = name("listed"), name("length"), name("pieces"), name("fit")
	nameGap, nameWords, kindFirst, kindNext           = name("gap"), name("words"), name("first="), name("next=")
	nameNumbersBefore, nameNumbersInClause            = name("numbers before"), name("numbers in clause")
)

// kind is what the fact says, and the path to it.
func (c *Case) kind(add Add) {
	add(kindMeasure, c.Measure, 1)
	add(kindBound, c.Bound, 1)
	add(kindDimension, c.Dimension, 1)
	add(kindStatus, c.Status, 1)
	if c.Indicator {
		add(nameIndicator, "", 1)
	}
	add(nameYears, "", float64(c.Years))
	add(nameMates, "", float64(c.Mates))
	for _, r := range c.Rules {
		if !strings.HasPrefix(r, "indicator.") {
			add(kindRule, r, 1)
		}
	}
}

// subject is the phrase itself, and how often reports count what ends so in
// that unit.
func (c *Case) subject(fits Fits, add Add) {
	if strings.ContainsAny(c.Subject, "、和及与") {
		add(nameListed, "", 1)
	}
	n := utf8.RuneCountInString(c.Subject)
	add(nameLength, "", float64(n))
	add(namePieces, "", float64(len(c.Spans)))
	if n >= 2 {
		add(nameFit, "", math.Log2(1+float64(fits[fit(c.Subject, c.Unit)])))
	}
}

// place is how far from the number the subject stands, 60 characters at most.
func (c *Case) place(add Add) {
	if len(c.Spans) == 0 {
		return
	}
	first, last := c.Spans[0], c.Spans[len(c.Spans)-1]
	gap := c.Before - last[1]
	switch {
	case first[0] >= c.After:
		gap = first[0] - c.After
	case last[1] < 0:
		return
	case last[0] >= c.After: // around the number
		gap = last[0] - c.After
	}
	add(nameGap, "", float64(min(max(gap, 0), 60)))
}

// words are those of the subject, the first of them and the one behind it, and
// the numbers of the sentence before this one.
func (c *Case) words(add Add) {
	start, end := -1, -1
	for _, s := range c.Spans {
		if s[0] >= 0 {
			if start < 0 {
				start = s[0]
			}
			end = s[1]
		}
	}
	words, before, inClause := 0, 0, 0
	for i := range c.Tokens {
		k := &c.Tokens[i]
		if k.End <= c.Before {
			switch k.Kind {
			case clause.Stop:
				inClause = 0
			case clause.Amount:
				before++
				inClause++
			}
		}
		if start < 0 {
			continue
		}
		if k.Start >= start && k.End <= end {
			words++
		}
		if k.Start == start {
			add(kindFirst, tagOf(k), 1)
		}
		if k.Start == end {
			add(kindNext, tagOf(k), 1)
		}
	}
	if start >= 0 {
		add(nameWords, "", float64(words))
	}
	add(nameNumbersBefore, "", float64(before))
	add(nameNumbersInClause, "", float64(inClause))
}

// tagOf is a word's tag, of two characters at most; what is no word is told by
// its kind.
func tagOf(k *clause.Token) string {
	if k.Kind != clause.Word {
		return tagsOfKinds[k.Kind]
	}
	return k.Pos[:min(len(k.Pos), 2)]
}

// tagsOfKinds stand for the tags of tokens that are no words.
var tagsOfKinds = func() (tags [clause.Later + 1]string) {
	for i := range tags {
		tags[i] = "kind" + strconv.Itoa(i)
	}
	return tags
}()
