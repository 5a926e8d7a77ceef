package dataset

import "reflect"

// FactRow is one line of the facts table. Strings that are empty and pointers
// that are nil are null.
type FactRow struct {
	FactID        string   `parquet:"fact_id,delta"`
	DocID         string   `parquet:"doc_id,dict"`
	RegionCode    string   `parquet:"region_code,optional,dict"`
	Region        string   `parquet:"region,optional,dict"`
	RegionLevel   string   `parquet:"region_level,optional,dict"`
	Kind          string   `parquet:"kind,optional,dict"`
	ReportYear    int32    `parquet:"report_year,optional"`
	Section       string   `parquet:"section,optional,dict"`
	Chapter       string   `parquet:"chapter,optional,dict"`
	Paragraph     int32    `parquet:"paragraph"`
	SentenceNo    int32    `parquet:"sentence_no"`
	Origin        string   `parquet:"origin,optional,dict"`
	Sentence      string   `parquet:"sentence,dict"`
	QuoteStart    int32    `parquet:"quote_start"`
	QuoteEnd      int32    `parquet:"quote_end"`
	Quote         string   `parquet:"quote"`
	Value         *float64 `parquet:"value,dict"`
	ValueLow      *float64 `parquet:"value_low"`
	ValueHigh     *float64 `parquet:"value_high"`
	Unit          string   `parquet:"unit,optional,dict"`
	UnitWritten   string   `parquet:"unit_written,optional,dict"`
	Dimension     string   `parquet:"dimension,optional,dict"`
	ValueSI       *float64 `parquet:"value_si,dict"`
	UnitSI        string   `parquet:"unit_si,optional,dict"`
	Bound         string   `parquet:"bound,optional,dict"`
	Modifier      string   `parquet:"modifier,optional,dict"`
	Measure       string   `parquet:"measure,optional,dict"`
	Base          string   `parquet:"base,optional,dict"`
	Subject       string   `parquet:"subject,optional,dict"`
	SubjectStart  *int32   `parquet:"subject_start"`
	SubjectEnd    *int32   `parquet:"subject_end"`
	Qualifier     string   `parquet:"qualifier,optional,dict"`
	Action        string   `parquet:"action,optional,dict"`
	Indicator     string   `parquet:"indicator,optional,dict"`
	IndicatorName string   `parquet:"indicator_name,optional,dict"`
	Scope         string   `parquet:"scope,optional,dict"`
	Headline      bool     `parquet:"headline"`
	Period        string   `parquet:"period,optional,dict"`
	PeriodStart   *Date    `parquet:"period_start,date,plain"`
	PeriodEnd     *Date    `parquet:"period_end,date,plain"`
	Status        string   `parquet:"status,optional,dict"`
	Rule          string   `parquet:"rule,optional,dict"`
	Confidence    float64  `parquet:"confidence,optional,dict"`
}

// MarshalJSON writes the row as an object with the table's column names, nulls
// as null and dates as YYYY-MM-DD.
func (r FactRow) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil) }

// AppendJSON appends to b what MarshalJSON gives. It fails where a number is
// none that JSON has.
func (r *FactRow) AppendJSON(b []byte) ([]byte, error) {
	return appendRow(b, reflect.ValueOf(r).Elem(), factColumns)
}
