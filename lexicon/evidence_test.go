package lexicon

import "testing"

func TestEvidence(t *testing.T) {
	l, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	for word, acts := range map[string]bool{"取缔": true, "引导": true, "稳定": true, "消费": false, "储备": false} {
		share, ok := l.Use(word).Verb()
		if !ok || (share > 0.5) != acts {
			t.Errorf("%s acts on the noun behind it in %.2f of its uses (enough uses: %v); want more than half: %v", word, share, ok, acts)
		}
	}
	if _, ok := l.Use("咖啡豆").Verb(); ok {
		t.Error("a word that the corpus does not have is decided by evidence")
	}
}

func TestReadUsesSaysWhere(t *testing.T) {
	for _, text := range []string{"# head\nword\ttotal\n取缔\t3\t4\n", "# head\n取缔\t1\t2\t3\tx\t5\t6\n"} {
		if _, err := readUses(text); err == nil {
			t.Errorf("%q is read without an error", text)
		}
	}
}
