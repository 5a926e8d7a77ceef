// Package measure reads the words left of a quantity: whether it is a level, a
// growth, a change, a multiple or a rank, what it is compared with, and where
// the words end that name what is measured.
//
// A rule looks at the words right before the number and reads them, or leaves
// them to the next. The rules stand in one slice, in the order in which they
// are tried (rules.go), a family of them in a file, with its patterns; which
// verbs there are stands in lexicon/data/words.tsv. The cases of all of them
// are in testdata.
package measure
