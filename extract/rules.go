package extract

import "strings"

// exclude marks the quantities that measure nothing: names, idioms, ordinals,
// codes, durations that only qualify.
func (x *Extractor) exclude(t []rune, from, to int, qs []quantity) error {
	for i := range qs {
		q := &qs[i]
		if q.why != "" || q.rank || q.part > 0 {
			continue
		}
		if why := x.codeOrName(t, q, from, to); why != "" {
			if name, _, _ := x.non.literalAt(t, q.start, from); name != "" {
				why = name // 一网通办 has no unit because it is a name
			}
			q.why = why
			continue
		}
		why, s, e := x.non.literalAt(t, q.start, from)
		// 二十分钟 holds 十分: a number that goes on behind the name is none of it.
		longer := e <= q.end && e-s < q.end-q.start && s == q.start && !q.small()
		if why != "" && s <= q.start && e > q.start && !longer {
			q.why = why
			continue
		}
		if q.growth || q.fraction {
			continue
		}
		// A number in digits with a unit of measurement is one; what is left
		// may be a name.
		if !q.num.han && q.unit != nil && !q.unit.class {
			if why := defining(t, q, to); why != "" {
				q.why = why
			}
			continue
		}
		if !q.num.han && q.unit != nil && !q.unit.weak && !quotedNear(t, q, from, to) {
			continue // 20家: a count in digits is none of the names
		}
		why, err := x.non.patternAt(t, q.start, q.end, from, to)
		if err != nil {
			return err
		}
		if why != "" {
			q.why = why
			continue
		}
		if why := defining(t, q, to); why != "" {
			q.why = why
		}
	}
	return nil
}

// quotedNear tells whether a quotation mark stands near q.
func quotedNear(t []rune, q *quantity, from, to int) bool {
	for k := max(from, q.start-window); k < min(to, q.end+window); k++ {
		switch t[k] {
		case '“', '”', '《', '》', '‘', '’':
			return true
		}
	}
	return false
}

// small tells whether q is a small Chinese numeral, which lists or names more
// often than it counts.
func (q *quantity) small() bool {
	return q.num.han && q.num.val.exp == 0 && q.num.val.mant <= 10 && !q.fraction
}

func at(t []rune, i int) rune {
	if i >= 0 && i < len(t) {
		return t[i]
	}
	return 0
}

// codeOrName reads the runes next to a number.
func (x *Extractor) codeOrName(t []rune, q *quantity, from, to int) string {
	next, prev := at(t[:to], q.end), rune(0)
	if q.start > from {
		prev = t[q.start-1]
	}
	n := &q.num
	switch {
	case q.kind == "percent" && q.num.han:
		return ""
	case prev == '第':
		return "ordinal"
	case prev == '每' || prev == '逐':
		return "per"
	case next == '次' && at(t[:to], q.end+1) == '产' || q.unit != nil && q.unit.name == "次" && next == '产':
		return "name"
	case q.unit != nil && (q.unit.name == "届" || q.unit.name == "期") && q.num.han:
		return "ordinal"
	case prev == '〔' || prev == '[' || prev == '【':
		return "document_number"
	case q.unit == nil && !n.han && n.scale == 0 && !n.point && n.digits == 4 && n.val.mant >= 1900 && n.val.mant < 2100 && next != '、':
		return "year"
	case q.unit == nil && n.seq:
		return "code"
	}
	if q.unit == nil && !q.growth && !q.fraction && q.kind != "fraction" {
		switch next {
		case '号', '版', '路', '街', '弄', '届', '期', '线', '环', '季', '型', '代', '旬':
			return "name"
		case '月':
			return "date"
		case '年', '日', '时', '点':
			return "date"
		case '金', '银', '铜':
			if !n.han && !isLatin(prev) {
				return ""
			}
		}
		// A number without a unit is a fact where a scale says that it counts
		// (551万农村贫困人口) or where a verb has led to it (户数达到1200).
		switch {
		case n.scale >= 4 && !n.bare && isHan(next) && !isScaleName(next):
			return ""
		case n.scale >= 4 && !n.bare && clauseEnd(t[:to], q.after) && grows(t, from, q.before):
			return ""
		case n.bare && q.before < q.start && isHan(next) && next != '级' && n.val.float() >= 100:
			return ""
		case n.han && !n.bare && n.scale >= 4 && n.val.float() >= 1e4:
			return ""
		case !n.han && q.before < q.start, reachedBy(t, from, q.start):
			if clauseEnd(t[:to], q.after) || next == '、' {
				if !n.han || n.val.float() > 100 {
					return ""
				}
			}
		}
		if q.unitName != "" {
			return ""
		}
		return "no unit"
	}
	u := q.unit
	if u == nil {
		return ""
	}
	if u.name == "国" && next == '道' || u.name == "路" && next == '公' || u.name == "度" && (hasPrefix(t, max(from, q.start-2), "北纬") || hasPrefix(t, max(from, q.start-2), "东经") || hasPrefix(t, max(from, q.start-2), "南纬")) {
		return "name"
	}
	if u.name == "级" && (n.scale > 0 || n.han) {
		return "name"
	}
	switch next {
	case '级':
		if !u.class || n.bare || n.scale > 0 {
			return "name"
		}
	case '楼', '镇', '村', '县':
		if n.bare && u.dim == "money" {
			return "name"
		}
	}
	if n.bare && q.before == q.start && u.dim != "money" && !u.class && u.dim != "ratio" {
		return "name"
	}
	if tail := string(t[q.after:min(to, q.after+6)]); u.class && (strings.Contains(tail, "台阶") || strings.Contains(tail, "大关")) {
		return "a step, not a count"
	}
	if u.name == "位" && (next == '数' || next == '一') || u.weak && n.bare {
		return "name"
	}
	if u.weak && q.small() {
		return "lists or names"
	}
	if q.small() && u.class {
		if s := string(t[q.start:min(to, q.end+2)]); len([]rune(s)) > 2 {
			switch string([]rune(s)[q.end-q.start-1:]) {
			case "个方", "个层", "个阶", "个维", "个环", "个转", "个坚":
				return "lists or names"
			}
		}
		if isOneOf(u.name, "年", "级", "期", "届", "市", "区", "县", "省", "镇", "乡", "村", "地", "方", "点", "线", "带", "步", "路", "国", "天", "日", "度", "声", "头", "手", "面", "心", "山", "河", "江", "湖", "院", "校", "馆", "站", "港") && n.val.mant <= 10 {
			return "lists or names"
		}
		if n.val.mant == 1 || u.name == "条" && next == '线' || u.name == "项" && next == '补' {
			return "lists or names"
		}
	}
	if (u.name == "分" || u.name == "秒") && (prev == '时' || prev == '点' || prev == '分') {
		return "date"
	}
	if u.name == "度" && q.small() || u.name == "两" || u.name == "方" && n.han {
		return "name"
	}
	if u.isTime() && u.name != "岁" && u.name != "周岁" {
		if !measuresTime(t, q, from) {
			return "duration"
		}
	}
	if u.name == "岁" || u.name == "周岁" {
		if q.after > q.end || next == '的' || isHan(next) && next != '提' && next != '、' {
			return "age"
		}
	}
	return ""
}

func isOneOf(s string, list ...string) bool {
	for _, l := range list {
		if s == l {
			return true
		}
	}
	return false
}

func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

func isScaleName(r rune) bool { return r == '级' || r == '余' }

// reachedBy: 达, 为, 至 stand right before a number without a unit.
func reachedBy(t []rune, from, i int) bool {
	for k := i - 1; k >= from && i-k <= 2; k-- {
		switch t[k] {
		case '达', '到', '至', '为', '数', '破', '过', '在':
			return true
		}
	}
	return false
}

// grows: 减少6800多万, a change without a unit.
func grows(t []rune, from, i int) bool {
	if i-2 < from {
		return false
	}
	switch string(t[i-2 : i]) {
	case "减少", "增加", "增长", "达到", "解决", "下降", "新增", "超过", "突破":
		return true
	}
	return false
}

// measuresTime: the clause speaks of how long, not since when.
func measuresTime(t []rune, q *quantity, from int) bool {
	k := q.before - 1
	for n := 0; k >= from && n < 10; k, n = k-1, n+1 {
		if isHard(t[k]) {
			break
		}
	}
	w := string(t[max(k+1, from):q.before])
	for _, s := range [...]string{"缩短", "压缩", "延长", "减少", "增加", "时间", "时长", "寿命", "天数", "工期", "周期", "时限", "用时", "压减", "提高到", "提升到", "达到", "达", "年限", "期限", "提前", "快", "降至", "缩至", "控制在", "减至", "由原来", "从原来", "由过去"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return false
}

// defining tells whether a quantity names a class of things rather than
// measuring one: 亿元以上项目, 60岁以上老人, 10万千瓦以下机组, 60吨级.
func defining(t []rune, q *quantity, to int) string {
	if q.unit == nil || q.unit.class && q.unitName != "岁" || q.unit.dim == "ratio" {
		return ""
	}
	if q.after > q.end {
		w := string(t[q.end:q.after])
		if w == "以上" || w == "以下" || w == "及以上" || w == "以内" || w == "及以下" {
			n := at(t[:to], q.after)
			if isHan(n) && n != '和' && n != '。' && !isVerbRune(n) {
				return "defines what is counted"
			}
		}
	}
	if at(t[:to], q.end) == '级' {
		return "name"
	}
	if n := at(t[:to], q.after); q.num.bare && q.unit.dim == "money" && q.before == q.start && (isHan(n) || isLatin(n)) {
		return "name"
	}
	return ""
}

func isVerbRune(r rune) bool {
	switch r {
	case '增', '下', '提', '达', '比', '占', '较', '用', '支':
		return true
	}
	return false
}
