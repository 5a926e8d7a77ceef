// Package export writes tables for other programs: CSV and workbooks for Excel,
// JSON lines, Parquet, and CSV with the commands that load and label it in
// Stata. Cells never start a formula, a file appears whole or not at all, and
// the same rows give the same bytes.
//
// In: a Table, or the facts of a folder that a Filter lets through. Out: a file
// in the format that its name's ending says.
package export
