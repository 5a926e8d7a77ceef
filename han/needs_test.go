package han_test

import (
	"testing"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/han"
)

// TestStarts: what a match may begin with, and what it may not.
func TestStarts(t *testing.T) {
	for _, c := range []struct{ pattern, begins, others string }{
		{`第[一二]+期`, "第", "一期"},
		{`(?:要|应)*(?<verb>高于|低于)全`, "要应高低", "全于"},
		{`(?=甲)(?<!乙)[丙-丙]?丁`, "丙丁", "甲乙"},
		{`^甲?(?:乙|丙?)丁`, "甲乙丙丁", "戊"},
		{`(?:甲|[^乙])丙`, "甲丙戊", ""},
		{`甲*`, "甲戊", ""},
		{`\d甲|.乙`, "甲1", ""},
	} {
		starts := han.ShapeOf(c.pattern, nil).Starts
		tells(t, "the start of "+c.pattern, starts.Has, c.begins, c.others)
	}
}

// TestHolds: what a match may hold is not what stands around it.
func TestHolds(t *testing.T) {
	for _, c := range []struct{ pattern, holds, others string }{
		{`第[一二]+期?`, "第一二期", "三"},
		{`(?<=过)(?:百|千)?亿(?=级)`, "百千亿", "过级"},
		{`(?:甲|[^乙])丙`, "甲丙戊", ""},
		{`\d{1,3}路`, "5路", "五"},
	} {
		holds := han.ShapeOf(c.pattern, nil).Holds
		tells(t, "a match of "+c.pattern, holds.Has, c.holds, c.others)
	}
}

// TestBehind: what may stand behind the digits that a match holds.
func TestBehind(t *testing.T) {
	for _, c := range []struct{ pattern, behind, others string }{
		{`第\d+期?`, "期甲", ""},
		{`\d+(?:年|个?月)初`, "年个月", "初戊"},
		{`(?:\d、){1,2}\d路`, "、路", "丁"},
		{`\s*\d、`, "、", "丁"},
		{`甲\d(?=[乙丙])戊?`, "乙丙", "甲戊"},
		{`\d(?=乙|$)`, "乙甲", ""},
		{`\d(?!乙)丙|戊`, "丙", "乙戊"},
		{`[^甲]乙`, "乙", "丁"},
	} {
		behind := han.ShapeOf(c.pattern, han.IsDigit).Behind
		tells(t, "behind digits of "+c.pattern, behind.Has, c.behind, c.others)
	}
}

// TestNeeds: what a pattern needs is in a text that it matches, and is missing
// in one without the character that counts.
func TestNeeds(t *testing.T) {
	for _, c := range []struct{ pattern, matches, lacks string }{
		{`第[一二]+期`, "第一期", "第三期"},
		{`(?:周|星期)[一二]`, "星期二", "初二"},
		{`首(?:批|个)?`, "首", "批个"},
		{`[A-C]\d{1,4}`, "B12", "D12"},
		{`(?<!\d)[3-6]G(?![A-Z])`, "5G", "5g"},
		{`二十[一二三]?大(?=[^城]|$)`, "二十大", "二十城"},
		{`\d\.\d(?=版)`, "6.0版", "6.0"},
		{`[\d+]级`, "5级", "五级"},
		{`一[\u4e00-\u9fff]`, "一网", "二网"},
		{`^(?<name>[^，]+)(?<verb>高于|低于)`, "收入高于支出", "收入等于支出"},
	} {
		if ok, err := regexp2.MustCompile(c.pattern, regexp2.None).MatchString(c.matches); !ok || err != nil {
			t.Fatalf("%s does not match %s", c.pattern, c.matches)
		}
		for text, want := range map[string]bool{c.matches: true, c.lacks: false} {
			has := han.TextOf([]rune(text))
			if han.ShapeOf(c.pattern, nil).Needs.Met(&has) != want {
				t.Errorf("%s on %s: may match is %v", c.pattern, text, !want)
			}
		}
	}
}
