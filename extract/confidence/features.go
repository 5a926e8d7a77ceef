package confidence

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Features hands what tells right facts from wrong ones to add: a feature is
// named by kind and of together, a kind that ends in = by a word of the fact
// ("unit=", "公里"), any other alone. What is not named is 0.
func (c *Case) Features(nouns *Known, add Add) {
	c.kind(add)
	c.rules(add)
	c.subject(nouns, add)
	c.place(add)
	c.edges(add)
	c.sentence(add)
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
	kindMeasure, kindBase, kindBound, kindDimension = name("measure="), name("base="), name("bound="), name("dimension=")
	kindChapter, kindStatus, kindKind, kindUnit     = name("chapter="), name("status="), name("kind="), name("unit=")
	nameIndicator, nameAction, nameDated            = name("indicator"), name("action"), name("dated")
	nameYears, nameExpected, nameMates, nameYear    = name("years"), name("expected"), name("mates"), name("year")
	kindRule, nameRules                             = name("rule="), name("rules")
	nameListed, nameOf, nameDigits, nameQuoted      = name("listed"), name("of"), name("digits"), name("quoted")
	nameLength, namePieces, nameKnown               = name("length"), name("pieces"), name("known")
	nameHead, nameFront, nameFit                    = name("head"), name("front"), name("fit")
	nameInserted, nameOutside                       = name("inserted"), name("outside")
	nameBehind, nameGap, nameAround                 = name("behind"), name("gap"), name("around")
	nameCommas, nameStops, nameAmounts, nameTorn    = name("commas"), name("stops"), name("amounts"), name("torn")
	nameVerbInside, nameCut, nameWords              = name("verb inside"), name("cut"), name("words")
	nameSentence, nameNumbers, nameNumbersBefore    = name("sentence"), name("numbers"), name("numbers before")
	nameNumbersInClause, nameClause                 = name("numbers in clause"), name("clause")
	nameClauseWords, nameClauseVerbs, nameModified  = name("clause words"), name("clause verbs"), name("modified")
)

// kind is what the fact says.
func (c *Case) kind(add Add) {
	for _, f := range [...]struct {
		kind Name
		of   string
	}{
		{kindMeasure, c.Measure},
		{kindBase, c.Base},
		{kindBound, c.Bound},
		{kindDimension, c.Dimension},
		{kindChapter, c.Chapter},
		{kindStatus, c.Status},
		{kindKind, c.Kind},
		{kindUnit, c.Unit},
	} {
		add(f.kind, f.of, 1)
	}
	add(nameIndicator, "", flag(c.Indicator))
	add(nameAction, "", flag(c.Action != ""))
	add(nameDated, "", flag(c.Dated))
	add(nameYears, "", float64(c.Years))
	add(nameExpected, "", flag(c.Expected))
	add(nameMates, "", float64(c.Mates))
	if c.Year > 0 {
		add(nameYear, "", float64(c.Year))
	}
}

// rules are the path to the fact.
func (c *Case) rules(add Add) {
	n := 0
	for _, r := range c.Rules {
		if !strings.HasPrefix(r, "indicator.") {
			add(kindRule, r, 1)
			n++
		}
	}
	add(nameRules, "", float64(n))
}

// subject is the phrase itself, and how often reports use its parts as such.
func (c *Case) subject(nouns *Known, add Add) {
	n := 0
	for _, r := range c.Subject {
		n++
		switch r {
		case '、', '和', '及', '与':
			add(nameListed, "", 1)
		case '的':
			add(nameOf, "", 1)
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			add(nameDigits, "", 1)
		case '“', '”', '《', '》':
			add(nameQuoted, "", 1)
		}
	}
	add(nameLength, "", float64(n))
	add(namePieces, "", float64(len(c.Spans)))
	add(nameKnown, "", nouns.log(whole, c.Subject))
	if n >= 2 {
		last := c.Subject[lastRunes(c.Subject, 1):]
		add(nameHead, "", nouns.log(head, c.Subject[lastRunes(c.Subject, 2):]))
		add(nameFront, "", nouns.log(front, c.Subject[:lastRunes(c.Subject, n-2)]))
		add(nameFit, "", nouns.log(fit, c.Unit+" "+last))
	}
}

// place is where the subject stands beside the number.
func (c *Case) place(add Add) {
	if len(c.Spans) == 0 {
		return
	}
	first, last := c.Spans[0], c.Spans[len(c.Spans)-1]
	outside, inserted := 0, 0
	for _, s := range c.Spans {
		switch {
		case s[0] < 0:
			inserted++
		case s[0] < c.From || s[1] > c.To:
			outside++
		}
	}
	add(nameInserted, "", float64(inserted))
	add(nameOutside, "", float64(outside))
	if first[0] >= c.After {
		add(nameBehind, "", 1)
		add(nameGap, "", float64(min(first[0]-c.After, 60)))
		return
	}
	if last[1] < 0 {
		return
	}
	gap := c.Before - last[1]
	if last[0] >= c.After { // around the number
		add(nameAround, "", 1)
		gap = last[0] - c.After
	}
	add(nameGap, "", float64(min(max(gap, 0), 60)))
	commas, stops, amounts := 0, 0, 0
	for i := range c.Tokens {
		k := &c.Tokens[i]
		if k.Start < last[1] || k.End > c.Before {
			continue
		}
		switch {
		case k.Kind == clause.Amount:
			amounts++
		case k.Kind == clause.Stop && k.Text == "，":
			commas++
		case k.Kind == clause.Stop:
			stops++
		}
	}
	add(nameCommas, "", float64(commas))
	add(nameStops, "", float64(stops))
	add(nameAmounts, "", float64(amounts))
	if len(c.Spans) > 1 && c.Spans[0][1] > 0 && c.Spans[1][0] > 0 {
		add(nameTorn, "", float64(min(max(c.Spans[1][0]-c.Spans[0][1], 0), 60)))
	}
}

// edges are the words at the ends of the subject, inside and outside.
func (c *Case) edges(add Add) {
	start, end := -1, -1
	for _, s := range c.Spans {
		if s[0] >= 0 {
			if start < 0 {
				start = s[0]
			}
			end = s[1]
		}
	}
	if start < 0 {
		return
	}
	n := 0
	for i := range c.Tokens {
		k := &c.Tokens[i]
		inside := k.Start >= start && k.End <= end
		if inside {
			n++
			if k.IsVerb() {
				add(nameVerbInside, "", 1)
			}
		}
		if k.Start < start && k.End > start || k.Start < end && k.End > end {
			add(nameCut, "", 1)
		}
		switch {
		case k.Start == start:
			firstWord.features(k, add)
		case k.End == start:
			beforeWord.features(k, add)
		}
		switch {
		case k.End == end:
			lastWord.features(k, add)
		case k.Start == end:
			nextWord.features(k, add)
		}
	}
	add(nameWords, "", float64(n))
}

// position is where a word stands beside a subject or a number, with the names
// of its features there.
type position struct {
	tag, length Name
	roles       []positionRole
}

type positionRole struct {
	name Name
	role word.Role
}

var (
	firstWord, lastWord  = newPosition("first"), newPosition("last")
	beforeWord, nextWord = newPosition("before"), newPosition("next")
	leftWord, rightWord  = newPosition("left"), newPosition("right")
)

// tagsOfKinds stand for the tags of tokens that are no words.
var tagsOfKinds = func() (tags [clause.Later + 1]string) {
	for i := range tags {
		tags[i] = "kind" + strconv.Itoa(i)
	}
	return tags
}()

func newPosition(at string) *position {
	return &position{name(at + "="), name(at + " length"), []positionRole{
		{name(at + " acts"), word.Acting},
		{name(at + " carries"), word.Carrying},
		{name(at + " names"), word.Nominal},
		{name(at + " attribute"), word.Attribute},
		{name(at + " vague"), word.Vague},
		{name(at + " leads"), word.Leading},
	}}
}

// features names a word by its tag and the roles that matter.
func (p *position) features(k *clause.Token, add Add) {
	pos := k.Pos
	if k.Kind != clause.Word {
		pos = tagsOfKinds[k.Kind]
	} else if len(pos) > 2 {
		pos = pos[:2]
	}
	add(p.tag, pos, 1)
	add(p.length, "", float64(utf8.RuneCountInString(k.Text)))
	for _, r := range p.roles {
		if k.Is(r.role) {
			add(r.name, "", 1)
		}
	}
}

// sentence is what stands around the number.
func (c *Case) sentence(add Add) {
	add(nameSentence, "", float64(min(c.To-c.From, 400)))
	all, before, inClause := 0, 0, 0
	clauseFrom := c.From
	words, verbs := 0, 0
	for i := range c.Tokens {
		k := &c.Tokens[i]
		if k.End <= c.Before && k.Kind == clause.Stop {
			clauseFrom, inClause, words, verbs = k.End, 0, 0, 0
		}
		if k.Kind == clause.Amount {
			all++
			if k.End <= c.Before {
				before++
				inClause++
			}
		}
		if k.End <= c.Before && k.Kind == clause.Word {
			words++
			if k.IsVerb() {
				verbs++
			}
		}
		if k.Start == c.After {
			rightWord.features(k, add)
		}
		if k.End == c.Before {
			leftWord.features(k, add)
		}
	}
	add(nameNumbers, "", float64(all))
	add(nameNumbersBefore, "", float64(before))
	add(nameNumbersInClause, "", float64(inClause))
	add(nameClause, "", float64(c.Before-clauseFrom))
	add(nameClauseWords, "", float64(words))
	add(nameClauseVerbs, "", float64(verbs))
	add(nameModified, "", flag(c.Before < c.Start || c.After > c.End))
}

// lastRunes is where the last n code points of s begin.
func lastRunes(s string, n int) int {
	at := len(s)
	for range n {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
