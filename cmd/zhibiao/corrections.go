package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"zhibiao/corrections"
	"zhibiao/lexicon"
	"zhibiao/message"
	"zhibiao/report/read"
)

// readCorrections reads the file of corrections that the flags name, else the
// output folder's own, if it has one. It returns the file's bytes, too.
func readCorrections(opt *extractOptions, lex *lexicon.Lexicon) (*corrections.List, []byte, error) {
	path := opt.Corrections
	if path == "" && !opt.JSON {
		path = filepath.Join(opt.Out, "corrections.csv")
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
			return nil, nil, nil // what is wrong with the folder is told when it is opened
		}
	}
	if path == "" {
		return nil, nil, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, usage("corrections.cannot_read", err)
	}
	text, ok := read.Decode(b)
	if !ok {
		return nil, nil, usage("corrections.no_text", path)
	}
	names := map[string]string{}
	for _, i := range lex.Indicators {
		names[i.ID] = i.Name
	}
	list, err := corrections.Read(strings.NewReader(text), path, func(id string) (string, bool) {
		name, ok := names[id]
		return name, ok
	})
	if err != nil {
		return nil, nil, &usageError{err}
	}
	return list, b, nil
}

// warnCorrections tells of the corrections that were not applied: of those of
// documents that were read, and of documents that this run knows nothing of.
func (x *extraction) warnCorrections() {
	if x.mended == nil {
		return
	}
	var met []string
	for r := range x.files.own() {
		met = append(met, r.DocID)
		for _, w := range strings.Split(r.Warnings, "; ") {
			if strings.HasPrefix(w, x.mended.Name+":") {
				x.io.warn("corrections.warning", printable(message.Translate(w, x.io.language)))
			}
		}
	}
	for _, doc := range x.mended.Documents() {
		if !slices.Contains(met, doc) {
			x.io.warn("corrections.no_document", printable(x.mended.Name), x.mended.First(doc).Number, printable(doc))
		}
	}
}
