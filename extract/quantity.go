package extract

import (
	"math/big"
	"strings"
)

// quantity is a number with its unit and bounds, found on Norm. Offsets are
// the document's.
type quantity struct {
	start, end       int // the span: numeral, scale, unit
	before, after    int // the span with its modifiers: 超…, …左右
	val, low, high   *big.Rat
	isRange          bool
	num              numeral
	unit             *unit
	unitName         string
	unitFrom, unitTo int // the unit as written, with scale
	bound            string
	modifier         string
	kind             string
	why              string // why it can make no fact; "" while it can
	rules            []string

	rank     bool
	growth   bool // the words themselves say growth: 翻一番, 倍增
	sign     int  // of growth words: -1 for 减半
	fraction bool
	part     int // ordinal in 1.1:52.5:46.4, from 1
}

func (q *quantity) isPoints() bool {
	return q.unitName == "百分点" || q.unitName == "千分点" || q.unitName == "基点"
}

// counts tells whether the quantity counts things, so that the noun is
// looked for behind it.
func (q *quantity) counts() bool {
	return q.unit == nil || q.unit.class
}

// scanner finds quantities in the runes of a sentence.
type scanner struct {
	units  *units
	before trie[string] // bound by the modifier, reversed
	after  trie[string]
}

// scan finds the quantities of t[from:to]; taken marks runes that periods
// cover.
func (s *scanner) scan(t []rune, from, to int, taken func(int) int) []quantity {
	var out []quantity
	text := t[:to]
	starts := s.units.starts(text)
	for i := from; i < to; {
		r := text[i]
		if e := taken(i); e > i {
			i = e
			continue
		}
		if !numeralStart(r) {
			if q, ok := s.word(text, i, from); ok {
				out = append(out, q)
				i = q.end
				continue
			}
			i++
			continue
		}
		q, next, ok := s.number(text, i, from, starts)
		if ok {
			s.bounds(text, &q, from)
			out = append(out, q)
		}
		if next <= i {
			next = i + 1
		}
		i = next
	}
	s.shareUnits(text, out)
	shareBounds(text, out, from)
	return out
}

var hundred = big.NewRat(100, 1)

// word reads quantities that hold no numeral at their start: 翻一番, 倍增, 首位.
func (s *scanner) word(t []rune, i, from int) (q quantity, ok bool) {
	at := func(k int) rune {
		if i+k < len(t) {
			return t[i+k]
		}
		return 0
	}
	switch t[i] {
	case '翻':
		k := 1
		if at(k) == '了' {
			k++
		}
		var n int64 = 1
		if d := digitOf(at(k)); d > 0 {
			n = d
			k++
		} else if isDigit(at(k)) {
			n = int64(at(k) - '0')
			k++
		}
		if at(k) == '番' && n > 0 && n < 8 {
			k++
			q = quantity{start: i, end: i + k, unitName: "%", growth: true, kind: "multiple", bound: "eq"}
			q.val = big.NewRat((int64(1)<<uint(n)-1)*100, 1)
			ok = true
		}
	case '倍':
		if at(1) == '增' && at(2) != '”' && (i == from || t[i-1] != '双') && (i == from || !isDigit(t[i-1]) && digitOf(t[i-1]) < 0) && at(2) != '计' && at(2) != '行' && at(2) != '工' && at(2) != '效' {
			q = quantity{start: i, end: i + 2, unitName: "%", growth: true, kind: "multiple", bound: "eq", val: big.NewRat(100, 1)}
			ok = true
		}
	case '减':
		if at(1) == '半' {
			q = quantity{start: i, end: i + 2, unitName: "%", growth: true, sign: -1, kind: "fraction", bound: "eq", val: big.NewRat(50, 1)}
			ok = true
		}
	case '过':
		if at(1) == '半' && !hanWordAfter(t, i+2, "数月年") && (i == from || t[i-1] != '双') {
			q = quantity{start: i, end: i + 2, unitName: "%", kind: "fraction", bound: "ge", val: big.NewRat(50, 1), fraction: true}
			ok = true
		}
	case '半':
		if at(1) == '数' {
			q = quantity{start: i, end: i + 2, unitName: "%", kind: "fraction", bound: "eq", val: big.NewRat(50, 1), fraction: true}
			ok = true
		}
	case '首':
		if at(1) == '位' && at(2) != '的' && s.rankBefore(t, i, from) {
			q = quantity{start: i, end: i + 2, unitName: "位", kind: "ordinal", bound: "eq", val: big.NewRat(1, 1), rank: true}
			ok = true
		}
	case '榜':
		if at(1) == '首' && s.rankBefore(t, i, from) {
			q = quantity{start: i, end: i + 2, unitName: "位", kind: "ordinal", bound: "eq", val: big.NewRat(1, 1), rank: true}
			ok = true
		}
	case '第':
		return s.ordinal(t, i, from)
	}
	if ok {
		q.before, q.after = q.start, q.end
		q.unitFrom, q.unitTo = q.end, q.end
		q.rules = append(q.rules, "word."+string(t[q.start:q.end]))
		b := q.bound
		s.bounds(t, &q, from)
		if b != "eq" && q.bound == "eq" {
			q.bound = b
		}
	}
	return q, ok
}

func hanWordAfter(t []rune, i int, set string) bool {
	if i < 0 || i >= len(t) {
		return false
	}
	for _, r := range set {
		if t[i] == r {
			return true
		}
	}
	return false
}

// ordinal reads 第N: a rank where the words before it say so, else no fact.
func (s *scanner) ordinal(t []rune, i, from int) (q quantity, ok bool) {
	j := i + 1
	if j < len(t) && t[j] == ' ' {
		j++
	}
	if j >= len(t) || !numeralStart(t[j]) {
		return q, false
	}
	n, ok := parseNumeral(t, j, s.units.starts(t))
	if !ok || n.point || n.fuzz != 0 {
		return q, false
	}
	q = quantity{start: i, end: n.end, num: n, val: n.val.rat(), kind: "ordinal", bound: "eq", unitName: ""}
	j = n.end
	place := false
	if j < len(t) && (t[j] == '位' || t[j] == '名') && !hanWordAfter(t, j+1, "单录称字") {
		place = true
		q.end++
	} else if j+1 < len(t) && t[j] == '个' && t[j+1] == '位' {
		place = true
		q.end += 2
	}
	switch {
	case ranksOf(t, i, from) && (place || clauseEnd(t, j) || hanWordAfter(t, j, "、和且")):
		q.rank, q.unitName = true, "位" // 增速全省第一
		q.rules = append(q.rules, "rank.place")
	case s.rankBefore(t, i, from) && (place || clauseEnd(t, j) || hanWordAfter(t, j, "的、和且")):
		q.rank, q.unitName = true, "位"
		q.rules = append(q.rules, "rank")
	case place && s.rankNear(t, i, from):
		q.rank, q.unitName = true, "位"
		q.rules = append(q.rules, "rank.place")
	default:
		q.why = "ordinal"
	}
	q.before, q.after, q.unitFrom, q.unitTo = q.start, q.end, q.end, q.end
	return q, true
}

// ranksOf: 全国, 全省 stands right before 第N.
func ranksOf(t []rune, i, from int) bool {
	if i-2 < from {
		return false
	}
	switch string(t[i-2 : i]) {
	case "全国", "全省", "全市", "全区", "全县", "全州", "世界", "全球", "省内", "国内", "亚洲", "西部", "东北", "中部":
		return true
	}
	return false
}

func clauseEnd(t []rune, i int) bool {
	return i >= len(t) || isHard(t[i])
}

// isHard tells whether r ends a clause.
func isHard(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', '\n', ',', ';', '）', ')', '!', '?', '”', '…', '—':
		return true
	}
	return false
}

// rankBefore: the clause before i says that something holds a place.
func (s *scanner) rankBefore(t []rune, i, from int) bool {
	for k := i - 1; k >= from && i-k < 26; k-- {
		switch t[k] {
		case '居', '列', '跃', '升', '排', '冠', '登':
			return true
		case '为', '是', '获':
			return true
		case '持':
			if k > from && t[k-1] == '保' {
				return true
			}
		case '联':
			if k > from && t[k-1] == '蝉' {
				return true
			}
		case '次':
			if k > from && t[k-1] == '位' {
				return true
			}
		case '至', '到':
			return true
		}
		if isHard(t[k]) && t[k] != '”' {
			return false
		}
	}
	return false
}

// rankNear is rankBefore for 第N位, also where only 全国, 全省, 前 stands before.
func (s *scanner) rankNear(t []rune, i, from int) bool {
	for k := i - 1; k > from && i-k < 12; k-- {
		if isHard(t[k]) && t[k] != '”' {
			return false
		}
		switch string(t[k-1 : k+1]) {
		case "全国", "全省", "全市", "世界", "全球", "省内", "获得", "取得", "名次", "由第", "从第", "排名":
			return true
		}
		if t[k] == '从' || t[k] == '由' {
			return true
		}
	}
	return false
}

// number reads the numeral at t[i] with its unit. next is where to go on; ok
// is false where nothing worth listing stands there.
func (s *scanner) number(t []rune, i, from int, starts unitAt) (q quantity, next int, ok bool) {
	if q, next, ok = s.percentWords(t, i, starts); ok {
		return q, next, true
	}
	n, good := parseNumeral(t, i, starts)
	if !good {
		end := n.end
		if end <= i {
			end = i + 1
			for isDigit(t[i]) && end < len(t) && isDigit(t[end]) {
				end++
			}
		}
		return q, end, false
	}
	q = quantity{start: i, end: n.end, num: n, val: n.val.rat(), kind: "number", bound: "eq"}
	if n.pair {
		q.low, q.high, q.isRange = new(big.Rat).SetInt64(n.low), new(big.Rat).SetInt64(n.high), true
	}
	// A letter or a hyphenated code before the number: T800, G331, PM2.5, 18-01.
	if i > from && isLatin(t[i-1]) && !n.han {
		q.why = "name"
	}
	if i > from+1 && !n.han && (t[i-1] == '-' || t[i-1] == '.') && (isLatin(t[i-2]) || isDigit(t[i-2])) {
		q.why = "name"
	}
	j := n.end
	// N分之M
	if j+2 < len(t) && t[j] == '分' && t[j+1] == '之' && numeralStart(t[j+2]) && n.val.mant > 0 {
		m, good := parseNumeral(t, j+2, starts)
		if good && m.val.mant > 0 {
			q.val = new(big.Rat).Quo(m.val.rat(), n.val.rat())
			q.val.Mul(q.val, hundred)
			q.fraction, q.kind, q.unitName, q.end = true, "fraction", "%", m.end
			q.isRange = false
			q.finish(j)
			return q, q.end, true
		}
	}
	if !n.han && n.scale == 0 && j+1 < len(t) && t[j] == '/' && isDigit(t[j+1]) && !n.point {
		m, good := parseDigits(t, j+1, starts)
		if good && m.val.mant > n.val.mant && m.val.mant <= 100 && n.val.mant > 0 && (m.end >= len(t) || t[m.end] != '/') && (i == from || t[i-1] != '/') {
			q.val = new(big.Rat).Quo(n.val.rat(), m.val.rat())
			q.val.Mul(q.val, hundred)
			q.fraction, q.kind, q.unitName, q.end = true, "fraction", "%", m.end
			q.finish(j)
			return q, q.end, true
		}
		q.why = "name"
		q.finish(j)
		return q, m.end, true
	}
	if j < len(t) && t[j] == '成' && at(t, j+1) != '都' && !n.pair && n.val.mant < 1000 && n.scale == 0 && n.val.float() < 10 && n.val.float() > 0 && !hanWordAfter(t, j+1, "功为果立员长本") {
		q.val.Mul(q.val, big.NewRat(10, 1))
		q.end = j + 1
		if q.end < len(t) && t[q.end] == '半' {
			q.val.Add(q.val, big.NewRat(5, 1))
			q.end++
		} else if q.end < len(t) && digitOf(t[q.end]) > 0 && n.han {
			q.val.Add(q.val, big.NewRat(digitOf(t[q.end]), 1))
			q.end++
		}
		q.fraction, q.kind, q.unitName = true, "fraction", "%"
		if q.end < len(t) && t[q.end] == '多' {
			q.bound = "ge"
			q.end++
		}
		q.finish(j)
		return q, q.end, true
	}
	if n.han && n.val.mant == 1 && j < len(t) && t[j] == '半' && !hanWordAfter(t, j+1, "年天时") {
		q.val, q.fraction, q.kind, q.unitName, q.end = big.NewRat(50, 1), true, "fraction", "%", j+1
		q.finish(j)
		return q, q.end, true
	}
	// A range, its first part with or without a unit: 5%—5.5%, 20万—25万亩, 8至9%.
	u1, k1 := s.units.at(t, j)
	if k1 == 1 && u1.noun && at(t, j+1) == '民' && u1.name != "人" { // 百万市民
		u1, k1 = nil, 0
	}
	if k1 == 1 && j+1 < len(t) && compounds[string(t[j:j+2])] {
		u1, k1 = nil, 0 // 8亿人口, 600万家庭
	}
	if k1 > 0 && (hasPrefix(t, j, "个体工") || hasPrefix(t, j, "个体户") || hasPrefix(t, j, "个体经") || hasPrefix(t, j, "个体私")) {
		u1, k1 = nil, 0
	}
	if m, u, end, good := s.rangeEnd(t, from, &n, j, u1, k1, starts); good {
		lo, hi := n.val, m.val
		if n.scale == 0 && m.scale > 0 && k1 == 0 && (n.point || lo.float() <= hi.float()/float64(pow10[min(m.scale, 18)])) {
			lo.exp += m.scale
		}
		q.low, q.high = lo.rat(), hi.rat()
		if q.low.Cmp(q.high) > 0 {
			q.low, q.high = q.high, q.low
		}
		q.isRange = true
		q.unit = u
		q.end = end
		q.num.scale, q.num.scaleAt, q.num.end = m.scale, m.scaleAt, m.end
		q.unitFrom, q.unitTo = m.scaleAt, end
		if m.fuzz != 0 {
			q.unitFrom = m.end
		}
		q.settle()
		return q, end, true
	}
	// 1.1:52.5:46.4
	if j+1 < len(t) && isRatioMark(t[j]) && isDigit(t[j+1]) && !n.han && n.scale == 0 || i > from && isRatioMark(t[i-1]) && i-1 > from && isDigit(t[i-2]) {
		if ratioParts(t, i, from) >= 3 && ratioSum(t, i, from) > 95 && ratioSum(t, i, from) < 105 {
			q.kind, q.part = "number", ratioOrdinal(t, i, from)
			q.finish(j)
			return q, q.end, true
		}
		q.why = "clock time or score"
		q.finish(j)
		return q, q.end, true
	}
	if k1 > 0 {
		q.unit, q.end = u1, j+k1
		q.unitFrom, q.unitTo = n.scaleAt, q.end
		if n.fuzz != 0 && n.scale > 0 && n.scaleAt > n.end {
			q.unitFrom = n.end
		}
		if q.end+1 < len(t) && t[q.end] == '多' && u1.isTime() {
			n.fuzz = '多'
		}
	} else {
		q.unitFrom, q.unitTo = n.scaleAt, n.end
		if j < len(t) && isLatin(t[j]) && !n.han && q.why == "" {
			q.why = "name"
			for q.end < len(t) && (isLatin(t[q.end]) || isDigit(t[q.end])) {
				q.end++
			}
		}
	}
	if minus(t, i, from) && q.unit != nil && (q.unit.dim == "ratio" || q.unit.dim == "temperature") {
		q.val.Neg(q.val)
		q.start--
		q.rules = append(q.rules, "number.minus")
	}
	q.num = n
	q.settle()
	if (q.unitName == "位" || q.unitName == "名") && n.scale == 0 && ranked(t, i, from) {
		q.rank, q.unitName, q.kind, q.bound = true, "位", "ordinal", "eq" // 位居61名
	}
	return q, q.end, true
}

// minus: a sign stands right before the number, and no range or code ends there.
func minus(t []rune, i, from int) bool {
	if i-1 < from {
		return false
	}
	switch t[i-1] {
	case '-', '－', '−', '负':
		return i-2 < from || isHan(t[i-2]) || isHard(t[i-2])
	}
	return false
}

// ranked: 位居, 排名 stands right before a number.
func ranked(t []rune, i, from int) bool {
	if i-2 < from {
		return false
	}
	switch string(t[i-2 : i]) {
	case "位居", "位列", "排名", "名列", "列第":
		return true
	}
	return false
}

// percentWords reads 百分之七点九, 千分之十三, 百分之五到六.
func (s *scanner) percentWords(t []rune, i int, starts unitAt) (q quantity, next int, ok bool) {
	if i+3 >= len(t) || t[i+1] != '分' || t[i+2] != '之' || t[i] != '百' && t[i] != '千' && t[i] != '万' || !numeralStart(t[i+3]) {
		return q, 0, false
	}
	n, good := parseNumeral(t, i+3, starts)
	if !good {
		return q, 0, false
	}
	q = quantity{start: i, end: n.end, num: n, val: n.val.rat(), kind: "percent", bound: "eq", unitName: "%"}
	if n.seq { // 百分之一百 never is a row of digits, but 百分之五六 is
		return q, 0, false
	}
	switch t[i] {
	case '千':
		q.unitName = "‰"
	case '万':
		q.val.Mul(q.val, big.NewRat(1, 100))
	}
	if n.pair {
		q.low, q.high, q.isRange = new(big.Rat).SetInt64(n.low), new(big.Rat).SetInt64(n.high), true
	}
	j := n.end
	if j < len(t) && isRangeMark(t[j]) && j+1 < len(t) {
		k := j + 1
		for k < len(t) && isRangeMark(t[k]) {
			k++
		}
		if k+3 < len(t) && t[k] == t[i] && t[k+1] == '分' && t[k+2] == '之' {
			k += 3
		}
		if k < len(t) && numeralStart(t[k]) {
			if m, good := parseNumeral(t, k, starts); good && m.val.float() > n.val.float() {
				if u, _ := s.units.at(t, m.end); u == nil {
					q.low, q.high, q.isRange, q.end = n.val.rat(), m.val.rat(), true, m.end
				}
			}
		}
	}
	if n.fuzz == '几' {
		q.bound = "approx"
	}
	q.unitFrom, q.unitTo = q.start, q.start+3
	q.settle()
	q.kind = "percent"
	return q, q.end, true
}

func (q *quantity) finish(unitAt int) {
	q.before, q.after = q.start, q.end
	if q.unitTo == 0 {
		q.unitFrom, q.unitTo = unitAt, q.end
	}
	if q.unitFrom > q.unitTo {
		q.unitFrom = q.unitTo
	}
}

// settle fills what follows from the numeral and the unit.
func (q *quantity) settle() {
	if q.isRange && q.low != nil {
		q.val = new(big.Rat).Add(q.low, q.high)
		q.val.Quo(q.val, big.NewRat(2, 1))
		q.bound = "range"
	}
	switch q.num.fuzz {
	case '余', '多':
		q.bound = "ge"
	case '几':
		q.bound = "approx"
	}
	if q.unit != nil {
		q.unitName = q.unit.name
	}
	if q.kind == "number" {
		q.kind = kindOf(q)
	}
	q.finish(q.num.end)
}

// kindOf is the kind of a quantity that explain lists.
func kindOf(q *quantity) string {
	switch {
	case q.isRange:
		return "range"
	case q.unit == nil:
		return "number"
	case q.unitName == "倍" || q.unitName == "番":
		return "multiple"
	case q.unit.dim == "ratio":
		return "percent"
	case q.unit.dim == "money":
		return "currency"
	case q.unit.class || q.unit.dim == "count":
		return "count"
	}
	return "dimension"
}

func isLatin(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

func isRatioMark(r rune) bool { return r == ':' || r == '：' || r == '∶' || r == '﹕' }

func isRangeMark(r rune) bool {
	switch r {
	case '—', '–', '-', '－', '~', '～', '至', '到', '―', '─':
		return true
	}
	return false
}

// rangeEnd reads the second half of a range that starts with n.
func (s *scanner) rangeEnd(t []rune, from int, n *numeral, j int, u1 *unit, k1 int, starts unitAt) (m numeral, u *unit, end int, ok bool) {
	k := j + k1
	if k >= len(t) || !isRangeMark(t[k]) || n.pair || n.seq {
		return m, nil, 0, false
	}
	if (t[k] == '到' || t[k] == '至') && n.start > from && (t[n.start-1] == '从' || t[n.start-1] == '由') {
		return m, nil, 0, false
	}
	for c := 0; k < len(t) && isRangeMark(t[k]) && c < 3; c++ {
		k++
	}
	if k >= len(t) || !numeralStart(t[k]) {
		return m, nil, 0, false
	}
	m, ok = parseNumeral(t, k, starts)
	if !ok || m.han != n.han && !n.han || m.seq {
		return m, nil, 0, false
	}
	u2, k2 := s.units.at(t, m.end)
	if u2 == nil {
		return m, nil, 0, false
	}
	if u1 != nil && u1.name != u2.name {
		return m, nil, 0, false
	}
	if n.val.float() > m.val.float() && n.scale >= m.scale {
		return m, nil, 0, false
	}
	return m, u2, m.end + k2, true
}

// ratioParts counts the numbers of the a:b:c that t[i] is a part of.
func ratioParts(t []rune, i, from int) int {
	a := i
	for a > from && (isDigit(t[a-1]) || isRatioMark(t[a-1]) || t[a-1] == '.') {
		a--
	}
	n := 1
	for k := a; k < len(t) && (isDigit(t[k]) || isRatioMark(t[k]) || t[k] == '.'); k++ {
		if isRatioMark(t[k]) {
			n++
		}
	}
	return n
}

// ratioSum adds the parts up: shares come to 100, clock times do not.
func ratioSum(t []rune, i, from int) float64 {
	a := i
	for a > from && (isDigit(t[a-1]) || isRatioMark(t[a-1]) || t[a-1] == '.') {
		a--
	}
	sum := 0.0
	for k := a; k < len(t) && (isDigit(t[k]) || isRatioMark(t[k]) || t[k] == '.'); {
		if !isDigit(t[k]) {
			k++
			continue
		}
		n, _ := parseDigits(t, k, noUnits)
		sum += n.val.float()
		k = n.end
	}
	return sum
}

func ratioOrdinal(t []rune, i, from int) int {
	n := 1
	for k := i - 1; k >= from && (isDigit(t[k]) || isRatioMark(t[k]) || t[k] == '.'); k-- {
		if isRatioMark(t[k]) {
			n++
		}
	}
	return n
}

// bounds reads the modifiers around q.
func (s *scanner) bounds(t []rune, q *quantity, from int) {
	if q.rank || q.kind == "ordinal" {
		return
	}
	b, n := s.before.matchBack(t, q.start)
	if n > 0 && q.start-n >= from && !falseBefore(t, q.start-n, n, from) {
		q.before = q.start - n
		if !q.isRange {
			q.bound = b
		}
		q.modifier = string(t[q.before:q.start])
		q.rules = append(q.rules, "bound.before")
	}
	if q.before == q.start && q.start > from && t[q.start-1] == '过' && q.num.bare {
		q.before, q.bound, q.modifier = q.start-1, "ge", "过" // 过千个
	}
	if q.before == q.start && q.start > from && t[q.start-1] == '上' && !hanWordAfter(t, q.start-2, "跃迈站登") && q.num.han && q.num.val.float() >= 10 && (scaleOf(t[q.start]) > 0) {
		q.before, q.bound, q.modifier = q.start-1, "ge", "上" // 上千万家庭
	}
	if q.bound == "eq" {
		for k := q.before - 2; k >= from && k >= q.before-8 && !isHard(t[k]); k-- {
			if t[k] == '至' && t[k+1] == '少' {
				q.bound, q.modifier = "ge", "至少" // 至少建成5个
			}
		}
	}
	j := q.end
	if at(t, j) == '多' && q.unit != nil && q.bound == "eq" && (clauseEnd(t, j+1) || at(t, j+1) == '的' || at(t, j+1) == '、') {
		q.after, q.bound, q.modifier = j+1, "ge", "多"
		return
	}
	if j+2 < len(t) && t[j] == '（' && t[j+2] == '）' { // 35条（段）左右
		j += 3
	}
	if b, n := s.after.match(t, j); n > 0 && !falseAfter(t, j, n, q) {
		q.after = j + n
		if !q.isRange {
			q.bound = b
		}
		if q.modifier != "" {
			q.modifier += "…"
		}
		q.modifier += string(t[j : j+n])
		q.rules = append(q.rules, "bound.after")
	}
}

// compounds are words that begin like a classifier.
var compounds = set(`人口 人民 人才 家庭 个体 群众 市民 市场 国民 村民 区域 镇村 部门 户籍 县域 省份 人均 人群 方阵 方案 国际 市州 大关 成都 人员 重量 家长 队伍 部委 场馆 位于 名企 名校 名医 名师 名优`)

// falseBefore: the modifier is the tail of another word (最近, 附近).
func falseBefore(t []rune, at, n, from int) bool {
	if at <= from {
		return false
	}
	switch {
	case n == 1 && t[at] == '近':
		return hanWordAfter(t, at-1, "最附临邻靠远新亲")
	case n == 1 && t[at] == '约':
		return hanWordAfter(t, at-1, "节签预合条集")
	case n == 1 && t[at] == '超':
		return hanWordAfter(t, at-1, "中英反赶")
	case n == 1 && t[at] == '破':
		return !hanWordAfter(t, at-1, "首已再双")
	}
	return false
}

func falseAfter(t []rune, j, n int, q *quantity) bool {
	w := string(t[j : j+n])
	switch w {
	case "内":
		return !q.unit.isTime() // 2小时内, but not 3公里内环
	case "多":
		return true
	case "以上", "以下":
		return j+n < len(t) && hanWordAfter(t, j+n, "的") && q.unit != nil && q.unit.isTime()
	}
	return false
}

// shareBounds gives 分别控制在13‰和11‰以内 its bound twice.
func shareBounds(t []rune, qs []quantity, from int) {
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		if a.why != "" || b.why != "" || a.bound != "eq" || a.after > a.end || b.after == b.end || b.isRange || a.unitName != b.unitName {
			continue
		}
		if b.before-a.end == 1 && hanWordAfter(t, a.end, "、和及与") && strings.Contains(string(t[max(from, a.before-12):a.before]), "分别") {
			a.bound = b.bound
		}
	}
}

// shareUnits gives 2.8和0.6个百分点 its unit twice.
func (s *scanner) shareUnits(t []rune, qs []quantity) {
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		if a.unitName != "" || a.why != "" || a.rank || b.unit == nil || a.num.han || a.part > 0 {
			continue
		}
		if b.start-a.end != 1 || !hanWordAfter(t, a.end, "、和及与") {
			continue
		}
		if a.num.scale == 0 && b.num.scale > 0 && !b.isRange {
			a.num.val.exp += b.num.scale
			a.val = a.num.val.rat()
		}
		a.unit, a.unitName = b.unit, b.unit.name
		a.unitFrom, a.unitTo = b.unitFrom, b.unitTo
		a.kind = kindOf(a)
		if b.bound != "range" {
			a.bound = b.bound
		}
		a.rules = append(a.rules, "unit.shared")
	}
}
