package lang

// Mention is a period named in a text.
type Mention struct {
	Start, End int
	Span       Span
	Point      bool // an end: 到2030年, 年底, “十五五”末
	Since      bool // 2018年以来
	Base       bool // what something is compared with: 比2012年
	Yoy        bool // the base is the period before: 比上年
	Origin     bool // 由1952年的X: it governs X alone
	Decade     bool // 五十年代
	Silent     bool // named, but sets nothing: 连续九年, the name of a plan
	Mark       int  // how the words said it, for multi-year spans: 近3年
	Rule       string
}

// When is what periods are relative to.
type When struct {
	Year     int // the report's
	From, To int // the years that the paragraph speaks of
	Month    int // the month that the text speaks in, 0 if not known
	Plan     bool
	Review   bool // a chapter that says which years it reviews
}

// Current is the year that 全年, 年底, 一季度 belong to.
func (w When) Current() int {
	if w.To > 0 {
		return w.To
	}
	return w.Year
}
