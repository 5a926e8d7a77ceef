// Package extract finds the quantities of a report and says of each what it
// measures: Document in, Facts out, with the rules that made them.
//
// The flow is one way: number.go reads numerals, quantity.go adds units and
// bounds, period.go finds periods, exclude.go drops what is no quantity,
// clause.go lays words and quantities side by side, measure.go reads the words
// around a number, subject.go finds what it measures, fact.go holds the result.
package extract
