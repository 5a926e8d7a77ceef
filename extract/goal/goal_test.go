package goal_test

import (
	"testing"

	"zhibiao/extract/goal"
	"zhibiao/extract/word/wordtest"
)

// TestFind: what each way of stating a goal names, and which way it binds.
func TestFind(t *testing.T) {
	_, table := wordtest.Tables(t)
	patterns, err := goal.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ clause, id, subject, said, bound string }{
		{"居民收入增长与经济增长基本同步", "goal.sync", "居民收入", "与经济增长基本同步", "approx"},
		{"进出口增速高于全省平均水平", "goal.compare", "进出口增速", "高于全省平均水平", "ge"},
		{"PM2.5浓度低于全省平均", "goal.compare", "PM2.5浓度", "低于全省平均", "le"},
		{"登记失业人数控制在市政府下达目标内", "goal.assigned", "登记失业人数", "控制在市政府下达目标内", "le"},
		{"居民收入增速不低于全省平均水平", "goal.compare", "居民收入增速", "不低于全省平均水平", "ge"},
		{"粮食产量只增不减", "goal.floor", "粮食产量", "只增不减", "ge"},
		{"居民收入稳步增长", "goal.trend", "居民收入", "稳步增长", "ge"},
		{"国际收支保持基本平衡", "goal.steady", "国际收支", "保持基本平衡", "approx"},
		{"加强队伍建设", "", "", "", ""},
	} {
		r := []rune(test.clause)
		m, err := patterns.Find(r, goal.KindsOf(r), func(*goal.Match) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		if m == nil {
			if test.id != "" {
				t.Errorf("%s states no goal", test.clause)
			}
			continue
		}
		bound, _ := m.Bound(table, false)
		subject, said := string(r[m.Subject[0]:m.Subject[1]]), string(r[m.Said:m.End])
		if m.ID != test.id || subject != test.subject || said != test.said || bound != test.bound {
			t.Errorf("%s: %s | %s | %s | %s, want %s | %s | %s | %s", test.clause, m.ID, subject, said, bound, test.id, test.subject, test.said, test.bound)
		}
	}
}

func TestOpening(t *testing.T) {
	_, table := wordtest.Tables(t)
	for text, want := range map[string]string{
		"今年主要预期目标是：收入增长": "今年主要预期",
		"目标：收入增长":        "目标：",
		"完成指标任务":         "",
		"预":              "",
	} {
		r := []rune(text)
		got := ""
		if at := goal.Opening(r, table); at >= 0 {
			got = string(r[:at])
		}
		if got != want {
			t.Errorf("Opening(%s) stands behind %q, want %q", text, got, want)
		}
	}
}
