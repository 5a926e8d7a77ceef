package measure

import (
	"strings"

	"zhibiao/extract/lang"
)

// Reading is what the words left of a quantity say of it. Offsets are the
// document's.
type Reading struct {
	Measure string // level, growth, change, multiple, rank
	Base    string // yoy, mom, annual_avg, other; "" where the words name none
	Sign    int    // -1 for less
	Bound   string // what the words make of the quantity's bound, "" for nothing
	Cut     int    // where the verb phrase starts: what names the subject ends here

	Share string // 占A比重, to be put behind the owner
	Of    string // the whole that a comparison is about
	Verb  string
	Pre   string // the adverbs before the verb

	Opening bool // the verb that opens the clause measures: 压减支出11%
	Origin  bool // 由X提高到Y: this is X
	Reached bool // a verb of reaching stands before the number: 达到, 突破
	Distrib bool // 分别: one value for each subject
	Each    bool // 均, 各, 都: the value holds for each subject

	Rule string // the id of the rule that read it, "" for none
}

// IsLevel tells whether a number is how much there is, and no share of a whole.
func (r *Reading) IsLevel() bool { return r.Measure == "level" && r.Share == "" }

// spread notes the words that tell how a value holds for a list.
func (r *Reading) spread(words string) {
	r.Distrib = r.Distrib || strings.Contains(words, "分别")
	if strings.ContainsAny(words, "均都各") && !lang.HoldsOne(words, "平均", "人均", "年均") {
		r.Each = true
	}
}

// endsInOne tells whether s ends in one of words.
func endsInOne(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// Changes tells whether a number is how much something grew or changed.
func (r *Reading) Changes() bool { return r.Measure == "growth" || r.Measure == "change" }
