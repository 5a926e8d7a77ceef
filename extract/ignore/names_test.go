package ignore

import (
	"testing"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/han"
	"zhibiao/lexicon"
)

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
		need := han.ShapeOf(p, nil).Needs
		if len(need) == 0 {
			bare++
		}
		has := han.TextOf([]rune(e.Example))
		if ok, _ := regexp2.MustCompile(p, regexp2.None).MatchString(e.Example); ok && !need.Met(&has) {
			t.Errorf("%s needs what %s has not", e.Text, e.Example)
		}
	}
	if bare > 5 {
		t.Errorf("%d patterns need nothing: every number is searched for them", bare)
	}
}
