package main

import (
	"context"
	"errors"

	"zhibiao/lexicon"
)

// runLexiconCheck prints what is wrong in the tables, one problem a line.
func runLexiconCheck(_ context.Context, io streams, opt lexiconOptions) error {
	lex, err := lexicon.Load(opt.Lexicon)
	var problems lexicon.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	if err == nil {
		problems = lex.Check()
	}
	for _, p := range problems {
		say(io.out, "%s", p)
	}
	if len(problems) > 0 {
		return errors.New(plural(len(problems), "problem", "problems") + " in the lexicon")
	}
	say(io.out, "ok")
	return nil
}
