// Package clause lays a sentence out as tokens: words with their tags and
// roles, marks, quantities, periods. The words between the quantities are cut
// and tagged once; whoever reads the sentence afterwards reads these tokens.
// It also holds what is made of tokens, Phrase, and the cutting of lists.
package clause
