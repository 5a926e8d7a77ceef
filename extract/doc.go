// Package extract finds the quantities of a report and says of each what it
// measures: Document in, Facts out, with the rules that made them.
//
// The flow is one way. Leaf packages find what stands in a sentence: num reads
// numerals, quantity adds units and bounds, period finds periods, ignore marks
// what is no quantity; lang holds the types they share. Then clause.go lays
// words and quantities side by side, measure.go reads the words around a
// number, subject.go finds what it measures, fact.go holds the result.
package extract
