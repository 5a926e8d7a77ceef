// Package extract finds the quantities of a report and says of each what it
// measures: Document in, Facts out, with the rules that made them.
//
// The flow is one way, each step for a hundred sentences (sentence.go) before the
// next. Without memory: num reads numerals, quantity adds units and bounds, period
// finds periods, ignore marks what is no quantity; clause lays words and quantities
// side by side as tokens with roles, which word takes from the lexicon. Then each clause (context.go)
// takes the memory (memory.go) of those before it: measure reads the words
// before a number (reading.go), subject the nouns before and behind it, and the
// rules of candidate.go choose which of them it measures (before.go, behind.go,
// counted.go, told.go, money.go, done.go, owner.go, whole.go, carry.go), lists and
// neighbours share values and nouns (list.go, expand.go, head.go, compound.go,
// spread.go, chain.go), scope.go, when.go and course.go find its period, and
// draft.go writes the fact out. Goals without a number are found by the patterns of
// goal and read in goal.go. trace.go shows how it went.
package extract
