package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhibiao/report"
)

// input is one file to read, or the reason why it cannot be.
type input struct {
	source string
	path   string
	data   []byte // of standard input
	reject *report.Error
}

// checkPaths refuses arguments that name nothing, before anything is touched.
func checkPaths(args []string) error {
	for _, arg := range args {
		if arg == "-" {
			continue
		}
		_, err := os.Lstat(arg)
		switch {
		case err == nil:
		case isPattern(arg):
			paths, err := filepath.Glob(arg)
			if err != nil {
				return usage("usage.pattern", arg, err)
			}
			if len(paths) == 0 {
				return usage("usage.no_match", arg)
			}
		case errors.Is(err, fs.ErrNotExist):
			return usage("usage.no_such", arg)
		}
	}
	return nil
}

func isPattern(arg string) bool { return strings.ContainsAny(arg, "*?[") }

// findInputs lists what the arguments name: files, folders (all in them,
// by name), globs, and - for standard input, which is stdin. What lies in the
// folder out is left out of folders and refused where it is named; out is
// empty where nothing is written.
func findInputs(args []string, out string, stdin func() (input, error)) ([]input, error) {
	f := finder{files: map[string]bool{}}
	if out != "" {
		f.out = realPath(out)
	}
	for _, arg := range args {
		if arg == "-" {
			in, err := stdin()
			if err != nil {
				return nil, err
			}
			f.found = append(f.found, in)
			continue
		}
		if _, err := os.Lstat(arg); err != nil && isPattern(arg) {
			paths, err := filepath.Glob(arg)
			if err != nil {
				return nil, usage("usage.pattern", arg, err)
			}
			for _, path := range paths {
				f.argument(path)
			}
			continue
		}
		f.argument(arg)
	}
	return f.found, nil
}

type finder struct {
	out   string
	found []input
	files map[string]bool // real paths, so that none is read twice
	above []string        // real paths of the folders around
}

func (f *finder) refuse(path, reason, remedy string) {
	f.found = append(f.found, input{source: path, reject: &report.Error{Source: path, Stage: "open", Reason: reason, Remedy: remedy}})
}

func (f *finder) argument(path string) {
	if f.inOut(realPath(path)) {
		f.refuse(path, "the path lies in the output folder", "choose another folder with -o")
		return
	}
	f.add(path)
}

// inOut says whether a real path is the output folder or lies in it.
func (f *finder) inOut(real string) bool {
	return f.out != "" && (real == f.out || strings.HasPrefix(real, f.out+string(filepath.Separator)))
}

// add takes a path in, following symbolic links but not in circles.
func (f *finder) add(path string) {
	info, err := os.Stat(path)
	if err != nil {
		f.refuse(path, reason(err), "check the path and its permissions")
		return
	}
	real := realPath(path)
	if f.inOut(real) {
		return
	}
	if !info.IsDir() {
		if !f.files[real] {
			f.files[real] = true
			f.found = append(f.found, input{source: path, path: path})
		}
		return
	}
	if slices.Contains(f.above, real) {
		f.refuse(path, "a symbolic link that leads back to a folder around it", "remove the link; the folder is read without it")
		return
	}
	if f.files[real] {
		return
	}
	f.files[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		f.refuse(path, reason(err), "check its permissions")
		return
	}
	f.above = append(f.above, real)
	for _, e := range entries {
		if !furniture(e.Name()) {
			f.add(filepath.Join(path, e.Name()))
		}
	}
	f.above = f.above[:len(f.above)-1]
}

// furniture is what systems and programs leave in folders.
func furniture(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		name == "Thumbs.db" || name == "desktop.ini" || name == "__MACOSX"
}

// realPath is the absolute path without symbolic links, as far as it exists.
func realPath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if dir := filepath.Dir(abs); dir != abs {
		return filepath.Join(realPath(dir), filepath.Base(abs))
	}
	return abs
}

// reason is an error without the path, which stands beside it.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
