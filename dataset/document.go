package dataset

import "reflect"

// DocumentRow is one line of the documents table.
type DocumentRow struct {
	DocID       string   `parquet:"doc_id"`
	Source      string   `parquet:"source"`
	SHA256      string   `parquet:"sha256"`
	Format      string   `parquet:"format,optional,dict"`
	Encoding    string   `parquet:"encoding,optional,dict"`
	Bytes       int32    `parquet:"bytes"`
	Chars       int32    `parquet:"chars"`
	Title       string   `parquet:"title,optional"`
	Meeting     string   `parquet:"meeting,optional,dict"`
	Date        *Date    `parquet:"date,date"`
	Speaker     string   `parquet:"speaker,optional,dict"`
	RegionCode  string   `parquet:"region_code,optional,dict"`
	Region      string   `parquet:"region,optional,dict"`
	RegionLevel string   `parquet:"region_level,optional,dict"`
	ReportYear  int32    `parquet:"report_year,optional"`
	Kind        string   `parquet:"kind,optional,dict"`
	Text        string   `parquet:"text"`
	Facts       int32    `parquet:"facts"`
	Warnings    []string `parquet:"warnings,list"`
}

// MarshalJSON writes the row with the table's column names.
func (r DocumentRow) MarshalJSON() ([]byte, error) {
	return appendRow(nil, reflect.ValueOf(r), documentColumns)
}

// TokenRow is one line of the tokens table.
type TokenRow struct {
	DocID      string `parquet:"doc_id,dict"`
	Paragraph  int32  `parquet:"paragraph"`
	SentenceNo int32  `parquet:"sentence_no"`
	Start      int32  `parquet:"start"`
	End        int32  `parquet:"end"`
	Token      string `parquet:"token,dict"`
	Pos        string `parquet:"pos,optional,dict"`
}
