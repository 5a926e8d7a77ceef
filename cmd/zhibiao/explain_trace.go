package main

import (
	"cmp"
	"fmt"
	"strings"

	"zhibiao/extract"
	"zhibiao/extract/clause"
	"zhibiao/extract/measure"
	"zhibiao/message"
)

// words are the tokens that the rules read in sentence i, "" where they read
// none: no number stands in it.
func (x *explanation) words(i int, l message.Language) string {
	var words []string
	for k := range x.trace.Sentences {
		if s := &x.trace.Sentences[k]; s.Sentence == i {
			for t := range s.Tokens {
				words = append(words, x.token(&s.Tokens[t], l))
			}
		}
	}
	return strings.Join(words, " ")
}

// marks say what a token is that has no tag.
var marks = map[clause.Kind]string{
	clause.Amount: "number", clause.Moment: "period", clause.Paren: "bracket", clause.Quoted: "quoted",
}

// token is a token with its tag, as the text has it.
func (x *explanation) token(t *clause.Token, l message.Language) string {
	text := x.doc.Quote(t.Start, t.End)
	if t.Kind == clause.Word {
		return t.Text + "/" + t.Pos
	}
	if mark := marks[t.Kind]; mark != "" {
		return text + "/" + message.Code("mark", mark, l)
	}
	return text
}

// printTrace shows how each number was read.
func (x *explanation) printTrace(s streams) {
	arrows := func(rules []string) string { return strings.Join(rules, " → ") }
	taken := func(text string, first bool) string {
		if first {
			return text + s.message("trace.taken")
		}
		return text
	}
	for i := range x.trace.Sentences {
		for k := range x.trace.Sentences[i].Numbers {
			n := &x.trace.Sentences[i].Numbers[k]
			say(s.out, "")
			s.tell(s.out, "trace.number", printable(x.doc.Quote(n.Start, n.End)), printable(x.doc.Quote(n.From, n.To)))
			for j := range n.Readings {
				s.tell(s.out, "trace.reading", taken(printable(x.reading(s, n, &n.Readings[j])), j == 0))
			}
			if len(n.Readings) == 0 && n.From < n.To {
				s.tell(s.out, "trace.reading", s.message("trace.level"))
			}
			for j, c := range n.Candidates {
				s.tell(s.out, "trace.candidate", arrows(c.Rules), taken(printable(cmp.Or(c.Subject, s.message("trace.nothing"))), j == 0))
			}
			s.tell(s.out, "trace.subject", printable(strings.Join(n.Subjects, " | ")), arrows(n.Rules))
		}
	}
}

// reading is what a rule says of a number: the rule, the measure and its base,
// and what is left of the words to name the subject.
func (x *explanation) reading(s streams, n *extract.NumberTrace, r *measure.Reading) string {
	said := strings.TrimSpace(s.codes("", "", "measure", r.Measure, "base", r.Base) + " " + fmt.Sprint(r.Share))
	if name := x.doc.Quote(n.From, r.Cut); name != "" {
		said = s.message("trace.of", said, name)
	}
	return r.Rule + ": " + said
}

// The trace as JSON. Offsets count the characters of the cleaned text.
type (
	sentenceJSON struct {
		Tokens  []tokenJSON  `json:"tokens"`
		Numbers []numberJSON `json:"numbers"`
	}
	tokenJSON struct {
		Start int      `json:"start"`
		End   int      `json:"end"`
		Text  string   `json:"text"`
		Tag   string   `json:"tag"`
		Roles []string `json:"roles"`
	}
	numberJSON struct {
		Quote      string          `json:"quote"`
		Words      string          `json:"words"`
		Readings   []readingJSON   `json:"readings"`
		Candidates []candidateJSON `json:"candidates"`
		Subjects   []string        `json:"subjects"`
		Rules      []string        `json:"rules"`
	}
	readingJSON struct {
		Rule    string `json:"rule"`
		Measure string `json:"measure"`
		Base    string `json:"base"`
		Name    string `json:"name"` // the words that are left to name the subject
	}
	candidateJSON struct {
		Rules   []string `json:"rules"`
		Subject string   `json:"subject"`
		Taken   bool     `json:"taken"`
	}
)

func (x *explanation) traceJSON() []sentenceJSON {
	out := []sentenceJSON{}
	for i := range x.trace.Sentences {
		s := &x.trace.Sentences[i]
		row := sentenceJSON{Tokens: []tokenJSON{}, Numbers: []numberJSON{}}
		for t := range s.Tokens {
			k := &s.Tokens[t]
			tag := k.Pos
			if k.Kind != clause.Word {
				tag = marks[k.Kind]
			}
			row.Tokens = append(row.Tokens, tokenJSON{k.Start, k.End, x.doc.Quote(k.Start, k.End), tag, append([]string{}, k.Roles.Names()...)})
		}
		for t := range s.Numbers {
			row.Numbers = append(row.Numbers, x.numberJSON(&s.Numbers[t]))
		}
		out = append(out, row)
	}
	return out
}

func (x *explanation) numberJSON(n *extract.NumberTrace) numberJSON {
	row := numberJSON{
		Quote: x.doc.Quote(n.Start, n.End), Words: x.doc.Quote(n.From, n.To), Readings: []readingJSON{}, Candidates: []candidateJSON{},
		Subjects: append([]string{}, n.Subjects...), Rules: append([]string{}, n.Rules...),
	}
	for i := range n.Readings {
		r := &n.Readings[i]
		row.Readings = append(row.Readings, readingJSON{r.Rule, r.Measure, r.Base, x.doc.Quote(n.From, r.Cut)})
	}
	for i, c := range n.Candidates {
		row.Candidates = append(row.Candidates, candidateJSON{append([]string{}, c.Rules...), c.Subject, i == 0})
	}
	return row
}
