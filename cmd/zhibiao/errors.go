package main

import (
	"errors"
	"io/fs"
	"syscall"

	"zhibiao/message"
)

// usageError is a command line that cannot be carried out as it is.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usage makes a usage error of a message of the catalogue.
func usage(id string, args ...any) error { return &usageError{message.Errorf(id, args...)} }

// fatalError is an error of the program, not of the document at hand.
type fatalError struct{ err error }

func (e *fatalError) Error() string { return e.err.Error() }
func (e *fatalError) Unwrap() error { return e.err }

var (
	// errRejected ends a run in which documents were rejected. What there is
	// to say of them has been said.
	errRejected = message.Errorf("error.rejected")
	// errInterrupted ends a run that was told to stop.
	errInterrupted = message.Errorf("error.interrupted")
)

// explain is what to tell of an error, with the remedy where there is one;
// empty where it has been told.
func explain(err error, l message.Language) string {
	text := message.Of(err, l)
	var remedy string
	switch {
	case errors.Is(err, errRejected), errors.Is(err, errInterrupted), errors.Is(err, errDiffers):
		return ""
	case errors.Is(err, syscall.ENOSPC):
		remedy = "error.disk_full"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		remedy = "error.not_writable"
	default:
		return text
	}
	return text + "\n" + message.New(remedy).In(l)
}
