package main

import "io"

// sure remembers what went wrong when the program wrote what it tells, so that
// a run whose answer is lost does not end as if all were well.
type sure struct {
	w   io.Writer
	err error
}

func (s *sure) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	if err != nil && s.err == nil {
		s.err = err
	}
	return n, err
}
