package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// usageError is a command line that cannot be carried out as it is.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}

// fatalError is an error of the program, not of the document at hand.
type fatalError struct{ err error }

func (e *fatalError) Error() string { return e.err.Error() }
func (e *fatalError) Unwrap() error { return e.err }

var (
	// errRejected ends a run in which documents were rejected. What there is
	// to say of them has been said.
	errRejected = errors.New("some documents were rejected")
	// errInterrupted ends a run that was told to stop.
	errInterrupted = errors.New("interrupted")
)

// message is what to tell of an error, with the remedy where there is one;
// empty where it has been told.
func message(err error) string {
	switch {
	case errors.Is(err, errRejected), errors.Is(err, errInterrupted), errors.Is(err, errDiffers):
		return ""
	case errors.Is(err, syscall.ENOSPC):
		return err.Error() + "\nThe files of earlier runs are whole. Free some space, then run the same command again."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return err.Error() + "\nChoose a folder that can be written with -o, or change its permissions."
	}
	return err.Error()
}
