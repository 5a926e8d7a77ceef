// Package words counts how often reports use the terms of a list, which is
// how published work measures a government's attention.
//
// In: a folder with documents/YEAR.parquet and a list of terms, in groups. Out:
// one row per document, group and term, zeros included; or the places where
// they stand; or, without a list, the words that a document is full of and
// those that mark it off from the others.
//
// Terms are exact strings of the clean text. Inside a group longer terms are
// counted first, and what they cover is not counted again: 数字经济 is not also
// 经济. All terms of all groups are found in one pass (Aho and Corasick,
// Efficient string matching, CACM 18:6, 1975).
package words
