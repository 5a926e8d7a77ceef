// Package han tells the characters of Chinese text apart and reads the
// simplest Chinese numerals: what a rune is, what a digit counts, which numeral
// below a hundred stands at the start of a text. It knows nothing of reports.
package han
