// Package lang holds the types that the packages of extract share: numerals,
// units, quantities and periods as they stand in a text, and what single runes
// mean. It imports nothing of ours.
package lang
