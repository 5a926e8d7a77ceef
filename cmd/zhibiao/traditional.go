package main

import (
	"slices"
	"strings"
	"unicode"

	"zhibiao/extract"
	"zhibiao/han"
	"zhibiao/report"
)

// extractFrom extracts from a document. One in traditional characters or
// full-width letters and digits (ＰＭ２．５) is read as its simplified twin, whose
// offsets are the same, since names, indicators and units are known in simplified
// characters and ASCII; what the facts quote is then put back into the characters
// of the text.
func extractFrom(ex *extract.Extractor, doc *report.Document) (*extract.Result, error) {
	return inSimplified(doc, ex.Extract)
}

// inSimplified is extractFrom with the extraction that is given.
func inSimplified(doc *report.Document, extract func(*report.Document) (*extract.Result, error)) (*extract.Result, error) {
	text, changed := simplified(doc)
	if len(changed) == 0 {
		return extract(doc)
	}
	result, err := extract(doc.WithText(text))
	if err != nil {
		return nil, err
	}
	for i := range result.Quantities {
		q := &result.Quantities[i]
		q.Quote = doc.Quote(q.Start, q.End)
	}
	for i := range result.Periods {
		p := &result.Periods[i]
		p.Quote = doc.Quote(p.Start, p.End)
	}
	signs := map[rune]bool{} // that some of the text has in the other script
	for _, at := range changed {
		signs[text[at]] = true
	}
	var back *strings.Replacer // nil where it would change nothing
	of := -1                   // the sentence that back is of
	for i := range result.Facts {
		f := &result.Facts[i]
		f.Quote = doc.Quote(f.Start, f.End)
		for _, s := range [...]*string{&f.UnitWritten, &f.Modifier, &f.Subject, &f.Qualifier, &f.Action} {
			if !strings.ContainsFunc(*s, func(r rune) bool { return signs[r] }) {
				continue
			}
			if f.Sentence != of {
				back, of = originals(doc, f.Sentence, changed), f.Sentence
			}
			if back != nil {
				*s = back.Replace(*s)
			}
		}
		if f.SubjectEnd > f.SubjectStart {
			f.Subject = doc.Quote(f.SubjectStart, f.SubjectEnd)
		}
	}
	return result, nil
}

// simplified is a document's text in simplified characters and ASCII letters and
// digits, all else as it stands, and where it was changed.
func simplified(doc *report.Document) (text []rune, changed []int) {
	for i := han.Differ(doc.Text, doc.Norm, 0); i < len(doc.Text); i = han.Differ(doc.Text, doc.Norm, i+1) {
		if sameSign(doc.Text[i], doc.Norm[i]) {
			if len(changed) == 0 {
				text = append([]rune(nil), doc.Text...)
			}
			text[i], changed = doc.Norm[i], append(changed, i)
		}
	}
	return text, changed
}

// sameSign tells whether n is r in the other script: a Chinese character, or an
// ASCII letter, digit or point for a full-width one. A character is its own.
func sameSign(r, n rune) bool {
	if r >= '！' && r <= '～' {
		return r-n == '！'-'!' && (n == '.' || han.IsDigit(n) || han.IsLetter(n))
	}
	return unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, n) || r == n && (han.IsDigit(n) || han.IsLetter(n))
}

// originals turns simplified characters into those that a sentence, or else
// the document before it, has in their places; nil where none of those is changed.
func originals(doc *report.Document, sentence int, changed []int) *strings.Replacer {
	s := doc.Sentences[sentence]
	from := max(0, s.Start-2000) // subjects reach back, not far
	if next, _ := slices.BinarySearch(changed, from); next == len(changed) || changed[next] >= s.End {
		return nil
	}
	var pairs []string
	seen := map[rune]bool{}
	note := func(from, to int) {
		for i := from; i < to; i++ {
			n, r := doc.Norm[i], doc.Text[i]
			if seen[n] || !sameSign(r, n) {
				continue
			}
			seen[n] = true
			if n != r {
				pairs = append(pairs, string(n), string(r))
			}
		}
	}
	note(s.Start, s.End)
	note(from, s.Start)
	return strings.NewReplacer(pairs...)
}
