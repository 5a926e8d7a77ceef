package dataset

import (
	"fmt"
	"os"

	"github.com/parquet-go/parquet-go"
)

// Lexicon returns the hash of the lexicon that the facts under dir were made
// with, "" where they were made with several.
func Lexicon(dir string) (string, error) {
	years, err := Years(dir, FactsDir)
	if err != nil {
		return "", err
	}
	hash := ""
	for i, y := range years {
		h, err := lexiconOf(YearFile(dir, FactsDir, y))
		if err != nil {
			return "", err
		}
		if i > 0 && h != hash {
			return "", nil
		}
		hash = h
	}
	return hash, nil
}

func lexiconOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	p, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	hash, _ := p.Lookup(keyLexicon)
	return hash, nil
}
