package ignore

import (
	"testing"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/lexicon"
)

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
	} {
		if ok, err := regexp2.MustCompile(c.pattern, regexp2.None).MatchString(c.matches); !ok || err != nil {
			t.Fatalf("%s does not match %s", c.pattern, c.matches)
		}
		p := pattern{need: needs(c.pattern)}
		for text, want := range map[string]bool{c.matches: true, c.lacks: false} {
			var has runeSet
			for _, r := range text {
				has.add(r)
			}
			if p.may(&has) != want {
				t.Errorf("%s on %s: may match is %v", c.pattern, text, !want)
			}
		}
	}
}

// TestEveryNameIsNeeded: the table's examples get past what their patterns need.
func TestEveryNameIsNeeded(t *testing.T) {
	lex, err := lexicon.Load("")
	if err != nil {
		t.Fatal(err)
	}
	bare := 0
	for _, e := range lex.NonQuantities {
		p, ok := lexicon.Pattern(e.Text)
		if !ok {
			continue
		}
		need := needs(p)
		if len(need) == 0 {
			bare++
		}
		var has runeSet
		for _, r := range e.Example {
			has.add(r)
		}
		if ok, _ := regexp2.MustCompile(p, regexp2.None).MatchString(e.Example); ok && !(&pattern{need: need}).may(&has) {
			t.Errorf("%s needs what %s has not", e.Text, e.Example)
		}
	}
	if bare > 5 {
		t.Errorf("%d patterns need nothing: every number is searched for them", bare)
	}
}
