package message

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
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

// Strings are texts as files have them, nil for none.
func Strings(texts []Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.String())
	}
	return out
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

// Of is what err says in a language: what it wraps says it itself or is found in
// the catalogue, as is what is said around it.
func Of(err error, l Language) string {
	said := err.Error()
	var told interface {
		error
		In(Language) string
	}
	if errors.As(err, &told) {
		said = strings.Replace(said, told.Error(), told.In(l), 1)
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		said = strings.Replace(said, path.Error(), pathText(path).In(l), 1)
	}
	return Translate(said, l)
}

// pathText says what is wrong with a path, and what to do where that is plain.
func pathText(err *fs.PathError) Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return New("usage.no_such", err.Path)
	case errors.Is(err, syscall.ENOTDIR):
		return New("error.no_folder", err.Path)
	case errors.Is(err, syscall.EISDIR):
		return New("error.no_file", err.Path)
	}
	return Text{ID: err.Error()}
}
