package message

import (
	"errors"
	"fmt"
	"strings"
)

// Text is a message of the catalogue and what fills it. The zero Text says
// nothing.
type Text struct {
	ID   string
	Args []any // a Text or an Error among them is told in the same language
}

// New makes a Text. An id that the catalogue does not have is told as it is.
func New(id string, args ...any) Text { return Text{id, args} }

// In is the text in a language.
func (t Text) In(l Language) string {
	e, ok := catalogue[t.ID]
	if !ok {
		return t.ID
	}
	args := make([]any, len(t.Args))
	for i, a := range t.Args {
		args[i] = in(l, a)
	}
	f := e.format(l, t.Args)
	if len(args) == 0 {
		return f
	}
	return fmt.Sprintf(f, args...)
}

// String is the text in English, as files have it.
func (t Text) String() string { return t.In(English) }

// Translate puts an English sentence into a language: one that is an id of the
// catalogue itself, as the reasons and remedies of what is not read, or that
// begins with one ("cannot be read: " and what the system says); the longest
// counts. Any other stays as it is.
func Translate(english string, l Language) string {
	if l == English {
		return english
	}
	if e, ok := catalogue[english]; ok {
		return e.zh
	}
	for i := len(english) - 1; i > 0; i-- {
		if english[i] != ' ' {
			continue
		}
		if e, ok := catalogue[english[:i]]; ok {
			return e.zh + english[i+1:]
		}
	}
	return english
}

// IsZero tells whether t says nothing.
func (t Text) IsZero() bool { return t.ID == "" }

// in is a in language l where it knows languages.
func in(l Language, a any) any {
	switch a := a.(type) {
	case interface{ In(Language) string }:
		return a.In(l)
	case error:
		return Of(a, l)
	}
	return a
}

// Error is an error that the catalogue has. It wraps the errors among its
// arguments.
type Error struct{ Text }

// Errorf makes an Error of an id and what fills it.
func Errorf(id string, args ...any) *Error { return &Error{New(id, args...)} }

func (e *Error) Error() string { return e.String() }

// Unwrap returns the errors among the arguments.
func (e *Error) Unwrap() []error {
	var out []error
	for _, a := range e.Args {
		if err, ok := a.(error); ok {
			out = append(out, err)
		}
	}
	return out
}

// Of is what err says in a language, as far as it or what it wraps knows it:
// in "write out/facts: the disk is full" only what is behind the colon may.
func Of(err error, l Language) string {
	var told interface {
		error
		In(Language) string
	}
	if l == English || !errors.As(err, &told) {
		return err.Error()
	}
	return strings.Replace(err.Error(), told.Error(), told.In(l), 1)
}
