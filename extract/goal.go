package extract

import "zhibiao/report"

// goals finds goals without a number: 居民收入增长与经济增长同步.
func (x *Extractor) goals(doc *report.Document, si int, p report.Paragraph, w when, st *state, res *Result, ms []mention) {
}
