package measure

import (
	"fmt"

	"zhibiao/extract/word"
	"zhibiao/han"
)

// Rule reads what one kind of words before a number says.
type Rule struct {
	ID    string // as facts.rule has it
	Among string // the words hold one of these characters; "" for any
	// Read is nil where the words are of another kind.
	Read func(r *Reader, l *Look) (*Reading, error)
}

// Rules are tried in this order; the first that reads the words has them.
var Rules = []Rule{
	{"period.origin", "由从现", readOrigin},                              // 由X[提高到Y]
	{"measure.rank", "", readRank},                                    // 居全省[第3位]
	{"measure.doubling", "", readDoubling},                            // 增长[一倍]
	{"measure.share", "占", readShare},                                 // 占A比重达[30%]
	{"measure.share_alone", "", readShareAlone},                       // 住房占[40%]
	{"measure.share_bound", "", readShareBound},                       // 不低于A的[30%]
	{"measure.multiple", "的于增", readMultiple},                         // 是全市的[4.1倍]
	{"measure.plan", "划算务标", readPlan},                                // 完成预算的[101%]
	{"measure.beyond", "完比超", readBeyond},                             // 超过年度计划[4%]
	{"measure.compared", "高低快慢", readComparedBase},                    // 比上年高[2个百分点]
	{"measure.compared_to", "", readComparedTo},                       // 高于全国[0.7个百分点]
	{"measure.rate", "", whenGrown(naturalRate, (*Look).naturalRate)}, // 人口自然增长率[5‰]
	{"measure.added", "", whenGrown(added, (*Look).added)},            // 新增[300家]
	{"measure.growth", "", whenGrown(growth, (*Look).compared)},       // 同比增长[5%]
	{"measure.change", "", whenGrown(change, (*Look).compared)},       // 比上年增加[120个]
	{"measure.acted", "", whenGrown(acted, (*Look).acted)},            // 增加普惠床位[2000个]
	{"measure.grown_to", "", whenGrown(grownTo, (*Look).grownTo)},     // 增长到[500家]
	{"measure.rate_reached", "", readRateReached},                     // 增速达到[6%]
	{"measure.reached", "", readReached},                              // 达到[500家]
	{"measure.intended", "计", readIntended},                           // 计划超过[80亿元]
	{"measure.each", "双各均都", readEach},                                // 各[1个]
	{"measure.distributed", "别", readDistributed},                     // 分别[3个]
}

// Reader reads quantities by the rules. It is immutable and safe for concurrent
// use.
type Reader struct {
	words *word.Table

	origin, share, part, multiple, plan, base pattern

	adverbs, growths, reaches, reached, between, ranks, sides endings
	growthEnds                                                *han.Table  // the last characters of what growthTail reads
	among                                                     []han.Runes // of the rules
}

// NewReader compiles the patterns with the words of the tables.
func NewReader(words *word.Table) (*Reader, error) {
	r := &Reader{words: words}
	return r, r.compile()
}

// Read says what the words left of a quantity say of it: what the first rule
// that knows them reads, else a level that they do not touch. The error is a
// pattern's time running out.
func (r *Reader) Read(l *Look) (Reading, error) {
	l.start()
	for i := range Rules {
		rule := &Rules[i]
		if rule.Among != "" && !r.among[i].Meets(&l.may) {
			continue // as most words
		}
		out, err := rule.Read(r, l)
		if err != nil {
			return l.level, fmt.Errorf("%s: %w", rule.ID, err)
		}
		if out != nil {
			out.Rule = rule.ID
			return *out, nil
		}
	}
	return l.level, nil
}

// All is every rule's reading of the words, in the order of the rules: the
// first is what Read returns. It is for showing; Read stops at the first.
func (r *Reader) All(l *Look) ([]Reading, error) {
	var all []Reading
	l.start()
	for i := range Rules {
		out, err := Rules[i].Read(r, l)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", Rules[i].ID, err)
		}
		if out != nil {
			out.Rule = Rules[i].ID
			all = append(all, *out)
		}
	}
	return all, nil
}
