// Package view writes a folder of static pages that open from disk: an index
// of the documents, a page a report with its quantities marked in the text, a
// table of all facts, charts, and a list of what a person should check.
//
// In: the folder that extract wrote, read by package dataset, and through
// Options what other packages know: headings and numbers left out, the panel,
// term counts, names. Out: DIR/index.html and what it needs; nothing is asked
// of a server or the network.
//
// build.go reads the tables and writes the folder; text.go cuts a text into
// the pieces that carry a mark; table.go packs rows as columns for scripts;
// labels.tsv holds every label of the pages in both languages; templates/ and
// assets/ hold the pages, the style and one script a page.
package view
