package evaluate_test

import (
	"testing"

	"zhibiao/dataset"
	"zhibiao/evaluate"
)

func TestKind(t *testing.T) {
	for _, c := range []struct{ want, found, kind string }{
		{"社区食堂", "新建社区食堂", "subject: front too long"},
		{"社区食堂", "食堂", "subject: front missing"},
		{"社区食堂", "社区食堂投用", "subject: back too long"},
		{"社区食堂改造", "社区食堂", "subject: back missing"},
		{"社区食堂", "新建社区食堂投用", "subject: too long at both ends"},
		{"全区社区食堂改造", "社区食堂", "subject: missing at both ends"},
		{"小麦产量", "玉米产量", "subject: same head"},
		{"小麦产量", "小麦单产面积", "subject: same beginning"},
		{"社区食堂", "", "subject: none"},
		{"社区食堂", "投资", "subject: wrong noun"},
	} {
		m := evaluate.Miss{What: "subject,period", Gold: &evaluate.Gold{Subject: c.want}, Found: &dataset.FactRow{Subject: c.found}}
		if got := m.Kind(); got != c.kind {
			t.Errorf("%s for %s: got %q, want %q", c.found, c.want, got, c.kind)
		}
	}
	for _, m := range []evaluate.Miss{{What: "missed", Gold: &evaluate.Gold{}}, {What: "period", Gold: &evaluate.Gold{}, Found: &dataset.FactRow{}}} {
		if m.Kind() != m.What {
			t.Errorf("a miss of %q is called %q", m.What, m.Kind())
		}
	}
}

func TestAside(t *testing.T) {
	if !evaluate.Aside("harbin_2024") || evaluate.Aside("jingan_2023") || evaluate.Aside("") {
		t.Error("the list of reports kept aside is not read as it is written")
	}
}
