// Package period finds the times that a sentence names, relative to the
// report's year: 去年, 1—11月, “十四五”期间, 近三年.
package period
