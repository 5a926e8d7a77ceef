package ignore

import (
	"strings"

	"zhibiao/extract/lang"
)

// codeOrName reads the runes next to a number.
func codeOrName(t []rune, q *lang.Quantity, from, to int) string {
	next, prev := lang.At(t[:to], q.End), rune(0)
	if q.Start > from {
		prev = t[q.Start-1]
	}
	n := &q.Num
	switch {
	case q.Kind == "percent" && q.Num.Han:
		return ""
	case prev == '第':
		return "ordinal"
	case prev == '每' || prev == '逐':
		return "per"
	case next == '次' && lang.At(t[:to], q.End+1) == '产' || q.Unit != nil && q.Unit.Name == "次" && next == '产':
		return "name"
	case q.Unit != nil && (q.Unit.Name == "届" || q.Unit.Name == "期") && q.Num.Han:
		return "ordinal"
	case prev == '〔' || prev == '[' || prev == '【':
		return "document_number"
	case q.Unit == nil && !n.Han && n.Scale == 0 && !n.Point && n.Digits == 4 && n.Val.Mant >= 1900 && n.Val.Mant < 2100 && next != '、':
		return "year"
	case q.Unit == nil && n.Seq:
		return "code"
	}
	if q.Unit == nil && !q.Growth && !q.Fraction && q.Kind != "fraction" {
		switch next {
		case '号', '版', '路', '街', '弄', '届', '期', '线', '环', '季', '型', '代', '旬':
			return "name"
		case '月':
			return "date"
		case '年', '日', '时', '点':
			return "date"
		case '金', '银', '铜':
			if !n.Han && !lang.IsLatin(prev) {
				return ""
			}
		}
		// A number without a unit is a fact where a scale says that it counts
		// (551万农村贫困人口) or where a verb has led to it (户数达到1200).
		switch {
		case n.Scale >= 4 && !n.Bare && lang.IsHan(next) && !isScaleName(next):
			return ""
		case n.Scale >= 4 && !n.Bare && lang.ClauseEnd(t[:to], q.After) && grows(t, from, q.Before):
			return ""
		case n.Bare && q.Before < q.Start && lang.IsHan(next) && next != '级' && n.Val.Float() >= 100:
			return ""
		case n.Han && !n.Bare && n.Scale >= 4 && n.Val.Float() >= 1e4:
			return ""
		case !n.Han && q.Before < q.Start, reachedBy(t, from, q.Start):
			if lang.ClauseEnd(t[:to], q.After) || next == '、' {
				if !n.Han || n.Val.Float() > 100 {
					return ""
				}
			}
		}
		if q.UnitName != "" {
			return ""
		}
		return "no unit"
	}
	u := q.Unit
	if u == nil {
		return ""
	}
	if u.Name == "国" && next == '道' || u.Name == "路" && next == '公' || u.Name == "度" && (lang.HasPrefix(t, max(from, q.Start-2), "北纬") || lang.HasPrefix(t, max(from, q.Start-2), "东经") || lang.HasPrefix(t, max(from, q.Start-2), "南纬")) {
		return "name"
	}
	if u.Name == "级" && (n.Scale > 0 || n.Han) {
		return "name"
	}
	switch next {
	case '级':
		if !u.Class || n.Bare || n.Scale > 0 {
			return "name"
		}
	case '楼', '镇', '村', '县':
		if n.Bare && u.Dim == "money" {
			return "name"
		}
	}
	if n.Bare && q.Before == q.Start && u.Dim != "money" && !u.Class && u.Dim != "ratio" {
		return "name"
	}
	if tail := string(t[q.After:min(to, q.After+6)]); u.Class && (strings.Contains(tail, "台阶") || strings.Contains(tail, "大关")) {
		return "a step, not a count"
	}
	if u.Name == "位" && (next == '数' || next == '一') || u.Weak && n.Bare {
		return "name"
	}
	if u.Weak && q.Small() {
		return "lists or names"
	}
	if q.Small() && u.Class {
		if s := string(t[q.Start:min(to, q.End+2)]); len([]rune(s)) > 2 {
			switch string([]rune(s)[q.End-q.Start-1:]) {
			case "个方", "个层", "个阶", "个维", "个环", "个转", "个坚":
				return "lists or names"
			}
		}
		if lang.IsOneOf(u.Name, "年", "级", "期", "届", "市", "区", "县", "省", "镇", "乡", "村", "地", "方", "点", "线", "带", "步", "路", "国", "天", "日", "度", "声", "头", "手", "面", "心", "山", "河", "江", "湖", "院", "校", "馆", "站", "港") && n.Val.Mant <= 10 {
			return "lists or names"
		}
		if n.Val.Mant == 1 || u.Name == "条" && next == '线' || u.Name == "项" && next == '补' {
			return "lists or names"
		}
	}
	if (u.Name == "分" || u.Name == "秒") && (prev == '时' || prev == '点' || prev == '分') {
		return "date"
	}
	if u.Name == "度" && q.Small() || u.Name == "两" || u.Name == "方" && n.Han {
		return "name"
	}
	if u.IsTime() && u.Name != "岁" && u.Name != "周岁" {
		if !measuresTime(t, q, from) {
			return "duration"
		}
	}
	if u.Name == "岁" || u.Name == "周岁" {
		if q.After > q.End || next == '的' || lang.IsHan(next) && next != '提' && next != '、' {
			return "age"
		}
	}
	return ""
}

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
func measuresTime(t []rune, q *lang.Quantity, from int) bool {
	k := q.Before - 1
	for n := 0; k >= from && n < 10; k, n = k-1, n+1 {
		if lang.IsHard(t[k]) {
			break
		}
	}
	w := string(t[max(k+1, from):q.Before])
	for _, s := range [...]string{"缩短", "压缩", "延长", "减少", "增加", "时间", "时长", "寿命", "天数", "工期", "周期", "时限", "用时", "压减", "提高到", "提升到", "达到", "达", "年限", "期限", "提前", "快", "降至", "缩至", "控制在", "减至", "由原来", "从原来", "由过去"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return false
}
