package report

import "context"

func readDOC(_ context.Context, f *file) (Raw, *Error) { return Raw{}, f.fail("read", "not yet", "") }
func readRTF(_ context.Context, f *file) (Raw, *Error) { return Raw{}, f.fail("read", "not yet", "") }
func readParquet(_ context.Context, f *file, out emit) {}
func readXLSX(_ context.Context, f *file, out emit)    {}
func (f *file) sniffOLE() (kind, *Error)               { return kindDOC, nil }
