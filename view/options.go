package view

import "zhibiao/dataset"

// Options hand in what the tables do not hold. The zero value works: the pages
// then show less.
type Options struct {
	// Version of the program, shown at the foot of each page.
	Version string
	// Outline finds the headings of a document and the numbers that make no
	// fact. The tables hold neither. It is called from several goroutines.
	Outline func(dataset.DocumentRow) (Outline, error)
	// RegionName names the region of a code in a year, "" where it is unknown:
	// the provinces and cities above the regions that have a report.
	RegionName func(code string, year int) string
	// Indicators name what facts and goals mean by their indicator.
	Indicators []Indicator
	// Goals are the rows of the panel.
	Goals []Goal
	// Terms are counts of terms.
	Terms []Term
}

// Outline is what a reader sees in a text beside its facts.
type Outline struct {
	Headings []Heading
	LeftOut  []LeftOut
}

// Heading is a heading's span in code points of documents.text, half-open.
type Heading struct {
	Start, End int
	Level      int // 1 for 一、, 2 for （一）, 3 for 1. or 一是
}

// LeftOut is a number that makes no fact: its span, and the reason as explain
// gives it.
type LeftOut struct {
	Start, End int
	Why        string
}

// Indicator is an indicator of the lexicon.
type Indicator struct {
	ID      string `parquet:"id"`
	Name    string `parquet:"name"`
	English string `parquet:"english,optional"`
	Topic   string `parquet:"topic,optional"`
}

// Goal is a row of the panel: the goal and the result of a region, indicator,
// measure and year. Empty strings and nil pointers are null.
type Goal struct {
	RegionCode   string   `parquet:"region_code,optional"`
	Region       string   `parquet:"region,optional"`
	RegionLevel  string   `parquet:"region_level,optional"`
	Indicator    string   `parquet:"indicator"`
	Measure      string   `parquet:"measure"`
	Year         int32    `parquet:"year"`
	Unit         string   `parquet:"unit,optional"`
	Target       *float64 `parquet:"target"`
	TargetLow    *float64 `parquet:"target_low"`
	TargetHigh   *float64 `parquet:"target_high"`
	TargetBound  string   `parquet:"target_bound,optional"`
	TargetFactID string   `parquet:"target_fact_id,optional"`
	Actual       *float64 `parquet:"actual"`
	ActualLow    *float64 `parquet:"actual_low"`
	ActualHigh   *float64 `parquet:"actual_high"`
	ActualBound  string   `parquet:"actual_bound,optional"`
	ActualStatus string   `parquet:"actual_status,optional"`
	ActualFactID string   `parquet:"actual_fact_id,optional"`
	Met          *bool    `parquet:"met"`
}

// Term is how often a document uses a term; Term is empty for the sum of its
// group, which every document has, of a term those that use it.
type Term struct {
	DocID       string   `parquet:"doc_id"`
	Group       string   `parquet:"group"`
	Term        string   `parquet:"term,optional"`
	Count       int32    `parquet:"count"`
	Per10KChars *float64 `parquet:"per_10k_chars"`
}

// documentRow is what the pages know of a document.
type documentRow struct {
	DocID       string        `parquet:"doc_id"`
	Page        string        `parquet:"page"`
	Source      string        `parquet:"source"`
	Format      string        `parquet:"format,optional"`
	Title       string        `parquet:"title,optional"`
	Date        *dataset.Date `parquet:"date"`
	RegionCode  string        `parquet:"region_code,optional"`
	Region      string        `parquet:"region,optional"`
	RegionLevel string        `parquet:"region_level,optional"`
	ReportYear  int32         `parquet:"report_year,optional"`
	Kind        string        `parquet:"kind,optional"`
	Chars       int32         `parquet:"chars"`
	Actual      int32         `parquet:"actual"`
	Estimate    int32         `parquet:"estimate"`
	Target      int32         `parquet:"target"`
	Warnings    string        `parquet:"warnings,optional"`    // a line each
	WarningsZh  string        `parquet:"warnings_zh,optional"` // the same in Chinese
}

// rejectedRow is an input that was not read, and why, in both languages.
type rejectedRow struct {
	Source   string `parquet:"source"`
	Reason   string `parquet:"reason"`
	ReasonZh string `parquet:"reason_zh"`
	Remedy   string `parquet:"remedy,optional"`
	RemedyZh string `parquet:"remedy_zh,optional"`
}

// regionRow is a region that has a report, or lies above one that has.
type regionRow struct {
	Code string `parquet:"code"`
	Name string `parquet:"name"`
}
