// Package wordtest gives tests the tables that the program ships.
package wordtest

import (
	"testing"

	"zhibiao/extract/word"
	"zhibiao/lexicon"
)

// Tables are the embedded lexicon and its words; a test that cannot have them ends.
func Tables(t testing.TB) (*lexicon.Lexicon, *word.Table) {
	t.Helper()
	lex, err := lexicon.Load("")
	if err != nil {
		t.Fatal(err)
	}
	words, err := word.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return lex, words
}
