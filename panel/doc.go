// Package panel sets the goals of one year's reports beside the results that
// the next year's reports give.
//
// In: a folder with facts/YEAR.parquet and documents/YEAR.parquet. Out: one
// row per region, indicator, measure and year, as CSV, Parquet or XLSX.
//
// A figure is a fact that speaks of the whole region and the whole year. Of
// all figures that compete for one side of a row, rank chooses one.
package panel
