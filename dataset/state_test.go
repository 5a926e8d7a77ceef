package dataset

import (
	"encoding/json"
	"fmt"
	"testing"
)

// The footer tells of a document that is a file of its own no more than the hash
// of that, and of others all that it must.
func TestStateOfPlainFilesIsTheirHashes(t *testing.T) {
	var sources []string
	var origins []Origin
	for i := range 100 {
		source := fmt.Sprintf("in/报告%d.txt", i)
		sources = append(sources, source)
		origins = append(origins, Origin{File: source, Hash: DigestOf([]byte(source)), Rules: "r1", Parts: 1})
	}
	written := func() []byte {
		var s yearState
		for i, o := range origins {
			s.add(sources[i], o)
		}
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var again yearState
		if err := json.Unmarshal(b, &again); err != nil {
			t.Fatal(err)
		}
		for i, o := range origins {
			if got := again.origin(i, sources[i]); got != o {
				t.Errorf("row %d: %+v, want %+v", i, got, o)
			}
		}
		if got := again.origin(len(origins), "in/new.txt"); got != (Origin{}) {
			t.Errorf("a row that is not told of is of %+v", got)
		}
		return b
	}
	if b := written(); len(b) > 30*len(origins) {
		t.Errorf("%d plain files take %d bytes", len(origins), len(b))
	}
	origins[3].File, origins[3].Parts = "in/all.zip", 7
	origins[5].Rules = "r0"
	origins[7] = Origin{}
	written()
}
