// Package ignore tells which numbers measure nothing: names and idioms, codes,
// ordinals, dates, durations that only qualify.
package ignore
