package panel

// Row is one line of the panel: the goal that the report of Year set and the
// result that the report of the year after gave. Strings that are empty and
// pointers that are nil are null. What a year adds to a stock (新增高新技术企业100家)
// is a change of it, so that no goal for the one is held against the other.
type Row struct {
	RegionCode     string   `parquet:"region_code,optional,dict"`
	Region         string   `parquet:"region,optional,dict"`
	RegionLevel    string   `parquet:"region_level,optional,dict"`
	Indicator      string   `parquet:"indicator,dict"`
	IndicatorName  string   `parquet:"indicator_name,optional,dict"`
	Measure        string   `parquet:"measure,dict"` // level, growth, change
	Year           int32    `parquet:"year"`
	Unit           string   `parquet:"unit,optional,dict"` // of both sides
	Target         *float64 `parquet:"target"`
	TargetLow      *float64 `parquet:"target_low"` // both ends where the goal is a range
	TargetHigh     *float64 `parquet:"target_high"`
	TargetBound    string   `parquet:"target_bound,optional,dict"`
	TargetStated   *bool    `parquet:"target_stated"` // see stated
	TargetFactID   string   `parquet:"target_fact_id,optional"`
	TargetSentence string   `parquet:"target_sentence,optional,dict"`
	Actual         *float64 `parquet:"actual"`
	ActualLow      *float64 `parquet:"actual_low"`
	ActualHigh     *float64 `parquet:"actual_high"`
	ActualBound    string   `parquet:"actual_bound,optional,dict"`
	ActualStatus   string   `parquet:"actual_status,optional,dict"` // actual, estimate
	ActualFactID   string   `parquet:"actual_fact_id,optional"`
	ActualSentence string   `parquet:"actual_sentence,optional,dict"`
	Gap            *float64 `parquet:"gap"`        // actual - target
	Met            *bool    `parquet:"met"`        // see met
	Candidates     int32    `parquet:"candidates"` // facts that competed, both sides together
}
