package main

import (
	"fmt"
	"io"
	"os"
	"strings"

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
