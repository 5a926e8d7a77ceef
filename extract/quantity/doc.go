// Package quantity finds numbers with their units, bounds and ranges in the
// runes of a sentence, and the words that are quantities without a numeral:
// 翻一番, 首位.
package quantity
