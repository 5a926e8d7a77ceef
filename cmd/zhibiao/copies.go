package main

import (
	"crypto/sha256"
	"fmt"
	"sync"

	"zhibiao/dataset"
	"zhibiao/report"
)

// position is where a document stands in the order of a run.
type position struct{ file, part int32 }

func (p position) before(o position) bool {
	if p.file != o.file {
		return p.file < o.file
	}
	return p.part < o.part
}

// texts knows which texts a run has met, so that a copy costs no more than
// its hash. It is safe for concurrent use.
type texts struct {
	mu sync.Mutex
	at map[dataset.Digest]firstText
}

type firstText struct {
	position
	source string
}

// copyOf notes a text and returns the source that had it earlier in the order
// of the run, "" where there is none. Only what is earlier counts, so that the
// first one is read for certain, in whatever order they come.
func (t *texts) copyOf(key dataset.Digest, at position, source string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if first, ok := t.at[key]; ok && first.before(at) {
		return first.source
	}
	if t.at == nil {
		t.at = map[dataset.Digest]firstText{}
	}
	t.at[key] = firstText{at, source}
	return ""
}

// rowKey is that of a table's row before it is cleaned: of its text and of
// what else the table says of it.
func rowKey(file int32, raw report.Raw) dataset.Digest {
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "row %d %d %q %q %q %q\n", file, raw.Year, raw.Region, raw.Kind, raw.Title, raw.Date)
	_, _ = h.Write([]byte(raw.Text))
	_, _ = h.Write([]byte(raw.Notes))
	return dataset.DigestSum(h)
}

// textKey is that of a document: of its clean text and its id.
func textKey(id, sha string) dataset.Digest {
	return dataset.DigestOf([]byte("text " + id + " " + sha))
}
