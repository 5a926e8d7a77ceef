package lexicon

import "testing"

func TestCheckEmbedded(t *testing.T) {
	l, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range l.Check() {
		t.Error(p)
	}
}
