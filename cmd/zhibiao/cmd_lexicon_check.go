package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/message"
)

// runLexiconCheck prints what is wrong in the tables, one problem a line:
// rows that break a rule, then rows whose example does not give what they say.
func runLexiconCheck(ctx context.Context, io streams, opt lexiconOptions) error {
	e, err := newEngine(opt.Lexicon)
	var problems lexicon.Problems
	switch {
	case errors.As(err, &problems):
	case err != nil:
		return err
	default:
		if problems, err = e.faults(ctx, opt.Lexicon); err != nil {
			return err
		}
	}
	for _, p := range problems {
		say(io.out, "%s", p.In(io.language))
	}
	if len(problems) > 0 {
		return message.Errorf("lexicon.problems", len(problems))
	}
	io.tell(io.out, "lexicon.ok")
	return nil
}

// newCheckedEngine is newEngine that refuses the tables of dir for all that
// lexicon check finds in them.
func newCheckedEngine(ctx context.Context, dir string) (*engine, error) {
	e, err := newEngine(dir)
	if err != nil || dir == "" {
		return e, err
	}
	problems, err := e.faults(ctx, dir)
	if err == nil && len(problems) > 0 {
		err = problems
	}
	return e, err
}

// faults is what is wrong in the tables of the folder dir, or in the program's
// own where dir is empty.
func (e *engine) faults(ctx context.Context, dir string) (lexicon.Problems, error) {
	problems, err := e.check(ctx)
	if err != nil || dir == "" {
		return problems, err
	}
	return withoutOld(ctx, problems)
}

// check is all that is wrong in the tables of an engine.
func (e *engine) check(ctx context.Context) (lexicon.Problems, error) {
	wrong, err := e.checkExamples(ctx)
	return append(e.lexicon.Check(), wrong...), err
}

// withoutOld leaves out the problems that the program's own tables have
// without the folder that was named.
func withoutOld(ctx context.Context, problems lexicon.Problems) (lexicon.Problems, error) {
	if len(problems) == 0 {
		return nil, nil
	}
	e, err := newEngine("")
	if err != nil {
		return nil, err
	}
	old, err := e.check(ctx)
	return slices.DeleteFunc(problems, func(p lexicon.Problem) bool { return slices.Contains(old, p) }), err
}

// exampleYear is the year that examples speak in.
const exampleYear = 2023

// checkExamples extracts each row's example and compares it with the row.
func (e *engine) checkExamples(ctx context.Context) (lexicon.Problems, error) {
	c := exampleCheck{ctx: ctx, engine: e}
	for _, u := range e.lexicon.Units {
		names := append([]string{u.Name}, u.Aliases...)
		if u.Dimension == "ratio" {
			names = append(names, "%") // 六成 is 60%
		}
		c.row(u.Row, "a quantity in "+u.Name, func(x *explanation) bool { return x.unit(names...) })
	}
	for _, k := range e.lexicon.Classifiers {
		c.row(k.Row, "a quantity counted by "+k.Name, func(x *explanation) bool { return x.unit(k.Name) })
	}
	for _, m := range e.lexicon.Modifiers {
		c.row(m.Row, "a quantity with bound "+m.Bound, func(x *explanation) bool {
			for _, q := range x.result.Quantities {
				if q.Bound == m.Bound {
					return true
				}
			}
			return false
		})
	}
	for _, n := range e.lexicon.NonQuantities {
		c.row(n.Row, "no fact from "+n.Text, func(x *explanation) bool { return !x.factIn(n.Text) })
	}
	for _, p := range e.lexicon.Periods {
		want := resolve(p.Expect)
		c.row(p.Row, "the period "+want, func(x *explanation) bool {
			for _, m := range x.result.Periods {
				if m.Period == want || strings.Contains(want, "$") {
					return true
				}
			}
			return false
		})
	}
	for _, i := range e.lexicon.Indicators {
		c.row(i.Row, "a fact of the indicator "+i.ID, func(x *explanation) bool {
			for _, f := range x.facts {
				if f.Indicator == i.ID {
					return true
				}
			}
			return false
		})
	}
	for _, s := range e.lexicon.Several {
		for _, one := range s.Holds {
			c.row(s.Row, "a fact of "+one, func(x *explanation) bool {
				return slices.ContainsFunc(x.facts, func(f dataset.FactRow) bool { return strings.Contains(f.Subject, one) })
			})
		}
	}
	for _, s := range e.lexicon.Spellings {
		c.row(s.Row, "a fact of an indicator", func(x *explanation) bool {
			return slices.ContainsFunc(x.facts, func(f dataset.FactRow) bool { return f.Indicator != "" })
		})
	}
	return c.problems, c.err
}

type exampleCheck struct {
	ctx      context.Context
	engine   *engine
	problems lexicon.Problems
	err      error
}

// row checks one row's example; want says what it should give.
func (c *exampleCheck) row(r lexicon.Row, want string, ok func(*explanation) bool) {
	if c.err = c.ctx.Err(); c.err != nil || r.Example == "" {
		return
	}
	x, err := c.engine.explain(r.Example, time.Date(exampleYear, 1, 5, 0, 0, 0, 0, time.UTC))
	switch {
	case err != nil:
		c.problems = append(c.problems, lexicon.Problem{File: r.File, Line: r.Line, Column: 1, Message: fmt.Sprintf("the example %q: %v", r.Example, err)})
	case !ok(x):
		c.problems = append(c.problems, lexicon.Problem{File: r.File, Line: r.Line, Column: 1, Message: fmt.Sprintf("the example %q does not give %s", r.Example, want)})
	}
}

// unit says whether a quantity has one of the units.
func (x *explanation) unit(names ...string) bool {
	return slices.ContainsFunc(x.result.Quantities, func(q extract.Quantity) bool { return slices.Contains(names, q.Unit) })
}

// factIn says whether a fact with a number comes out of text, which may be a
// pattern.
func (x *explanation) factIn(text string) bool {
	pattern, ok := lexicon.Pattern(text)
	if !ok {
		pattern = regexp.QuoteMeta(text)
	}
	re, err := regexp2.Compile(pattern)
	if err != nil {
		return true
	}
	re.MatchTimeout = time.Second
	for m, err := re.FindRunesMatch(x.doc.Norm); m != nil && err == nil; m, err = re.FindNextMatch(m) {
		if slices.ContainsFunc(x.result.Facts, func(f extract.Fact) bool {
			return f.Value != nil && f.Start < m.RuneIndex+m.RuneLength && m.RuneIndex < f.End
		}) {
			return true
		}
	}
	return false
}

// relative is the report's year or one counted from it; Y-01 is its January.
var relative = regexp.MustCompile(`Y([+-][1-9]\d*)?`)

// resolve puts years into what a period row expects: Y-1 is 2022.
func resolve(expect string) string {
	return relative.ReplaceAllStringFunc(expect, func(s string) string {
		n, _ := strconv.Atoi(strings.TrimPrefix(s[1:], "+"))
		return strconv.Itoa(exampleYear + n)
	})
}
