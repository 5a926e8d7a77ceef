package dataset

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"
)

// Folder is what a folder holds at one moment: while it is open, a run that
// writes to the folder changes nothing of what is read here. Its methods may
// be called from several goroutines.
type Folder struct {
	dir   string
	years []int
	files map[string]*openFile // by path
}

// openFile is an open file with what its footer says.
type openFile struct {
	*os.File
	parquet *parquet.File
}

// How often a folder is looked at that a run is changing, and how long apart.
const (
	openTries = 100
	openPause = 50 * time.Millisecond
)

// Open opens the facts and documents of all years under dir. Files of
// different runs never come together: where a run is putting its files in
// place, Open waits for it, and where one was killed at that, Open ends it, or
// says what to do where the folder cannot be written.
func Open(dir string) (*Folder, error) {
	for range openTries {
		if interrupted(dir) {
			if endInterrupted(dir) != nil {
				time.Sleep(openPause)
			}
			continue
		}
		f := &Folder{dir: dir, files: map[string]*openFile{}}
		err := f.open()
		if interrupted(dir) || !f.current() {
			_ = f.Close()
			time.Sleep(openPause)
			continue
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		return f, nil
	}
	return nil, fmt.Errorf("%s: a run is putting its files in place, or was killed at it; when none is at work, run zhibiao extract into this folder again, it ends that", dir)
}

// endInterrupted ends what a killed run had begun, if no run is at it.
func endInterrupted(dir string) error {
	lock, err := lockDir(dir)
	if err != nil {
		return err
	}
	return errors.Join(recoverJournal(disk{}, dir), lock.Close())
}

func (f *Folder) open() (err error) {
	if f.years, err = Years(f.dir, FactsDir); err != nil {
		return err
	}
	for _, year := range f.years {
		var generation [2]string
		for i, table := range []string{FactsDir, DocumentsDir} {
			path := YearFile(f.dir, table, year)
			o, err := openYearFile(path)
			if err != nil {
				return err
			}
			f.files[path] = o
			generation[i], _ = o.parquet.Lookup(keyGeneration)
		}
		if generation[0] != generation[1] {
			return fmt.Errorf("%s holds facts and documents of %s from different runs; run zhibiao extract again", f.dir, yearName(year))
		}
	}
	return nil
}

func openYearFile(path string) (*openFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	p, err := openParquet(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("read %s: %w", path, err), f.Close())
	}
	return &openFile{f, p}, nil
}

// current tells whether the files that were opened are still the ones that
// the folder has.
func (f *Folder) current() bool {
	years, err := Years(f.dir, FactsDir)
	if err != nil || !slices.Equal(years, f.years) {
		return false
	}
	for path, o := range f.files {
		now, err := os.Stat(path)
		then, err2 := o.Stat()
		if err != nil || err2 != nil || !os.SameFile(now, then) {
			return false
		}
	}
	return true
}

// Close closes the files.
func (f *Folder) Close() error {
	var errs []error
	for _, o := range f.files {
		errs = append(errs, o.Close())
	}
	return errors.Join(errs...)
}

// Years are the report years that there are files of, in order; 0 is undated.
func (f *Folder) Years() []int { return f.years }

// Facts are a year's facts, in order.
func (f *Folder) Facts(year int) iter.Seq2[FactRow, error] {
	return folderRows[FactRow](f, FactsDir, year)
}

// FactsByDocument are a year's facts, a document at a time.
func (f *Folder) FactsByDocument(year int) iter.Seq2[[]FactRow, error] {
	return byDocument(f.Facts(year), func(r FactRow) string { return r.DocID })
}

// Documents are a year's documents, in order.
func (f *Folder) Documents(year int) iter.Seq2[DocumentRow, error] {
	return folderRows[DocumentRow](f, DocumentsDir, year)
}

// Lexicon is the hash of the lexicon that the facts were made with, "" where
// they were made with several.
func (f *Folder) Lexicon() string {
	hash := ""
	for i, year := range f.years {
		h, _ := f.files[YearFile(f.dir, FactsDir, year)].parquet.Lookup(keyLexicon)
		if i > 0 && h != hash {
			return ""
		}
		hash = h
	}
	return hash
}

// folderRows reads a table of a year; there are none of a year without files.
func folderRows[T any](f *Folder, table string, year int) iter.Seq2[T, error] {
	path := YearFile(f.dir, table, year)
	return func(yield func(T, error) bool) {
		if o := f.files[path]; o != nil {
			yieldRows(path, o.parquet, yield)
		}
	}
}

func yearName(year int) string {
	name := filepath.Base(YearFile("", "", year))
	return name[:len(name)-len(".parquet")]
}
