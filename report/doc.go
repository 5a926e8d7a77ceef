// Package report turns any file into a Document: metadata, clean text with
// its offsets, headings, paragraphs and sentences. It knows nothing of
// quantities.
package report
