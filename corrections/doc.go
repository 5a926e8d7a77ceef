// Package corrections keeps what a person found wrong: a table of facts with
// the columns that are mended. In go the rows of a document, out come the rows
// as they should be, and what could not be applied.
//
// The table has the columns fact_id, quote, column, value, note, who; further
// ones are for the reader. A line gives the fact's column its value. An empty
// value is null; with the column fact it removes the fact, and a value there is
// one more subject of the same quantity. A line without a column changes
// nothing.
package corrections
