package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"zhibiao/message"
)

// languageFlag chooses the language of messages, before the command line is
// read: the help is in it, too.
const languageFlag = "lang"

// languageOf is the language that args ask for with --lang, else the locale's.
// What --lang says wrongly is told when the flags are read.
func languageOf(args []string, getenv func(string) string) message.Language {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, value, joined := strings.Cut(arg, "=")
		if name != "--"+languageFlag {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		if l, ok := message.Parse(value); ok {
			return l
		}
	}
	return message.FromEnvironment(getenv)
}

// languageValue is the flag --lang as pflag has it.
type languageValue struct{ language message.Language }

func (v *languageValue) Type() string { return "language" }

func (v *languageValue) String() string { return string(v.language) }

func (v *languageValue) Set(s string) error {
	l, ok := message.Parse(s)
	if !ok {
		return message.Errorf("usage.language", s)
	}
	v.language = l
	return nil
}

// tell writes a line to w: the message id, filled with args, in the language of
// the run.
func (s streams) tell(w io.Writer, id string, args ...any) {
	_, _ = fmt.Fprintln(w, s.message(id, args...))
}

// message is the message id in the language of the run.
func (s streams) message(id string, args ...any) string {
	return message.New(id, args...).In(s.language)
}

// withLanguage is s with the language that the command line or the locale asks
// for.
func (s streams) withLanguage(args []string) streams {
	s.language = languageOf(args, os.Getenv)
	return s
}

// warn writes a line to standard error that names the program.
func (s streams) warn(id string, args ...any) {
	_, _ = fmt.Fprintln(s.err, "zhibiao: "+s.message(id, args...))
}

// labelled writes a line that a term of the glossary opens, indented as label
// is; what is behind it starts in column width.
func (s streams) labelled(width int, label, line string) {
	name := strings.TrimLeft(label, " ")
	indent := label[:len(label)-len(name)]
	say(s.out, "%s %s", text.Pad(indent+message.Term(name, s.language), width-1, ' '), line)
}

// codes writes a figure: its value and unit, then pairs of column and value in
// the language of the run. What is empty is left out.
func (s streams) codes(value, unit string, pairs ...string) string {
	parts := []string{value, unit}
	for i := 0; i+1 < len(pairs); i += 2 {
		parts = append(parts, message.Code(pairs[i], pairs[i+1], s.language))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// figure writes a fact's figure, subject, period and status on one line.
func (s streams) figure(value *float64, unit, bound, measure, base, subject, period, status string) string {
	return s.codes(cmp.Or(number(value), s.message("figure.none")), unit, "bound", bound, "measure", measure, "base", base) + " | " + subject + " | " + period + " " + message.Code("status", status, s.language)
}
