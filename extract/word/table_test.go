package word_test

import (
	"slices"
	"strings"
	"testing"

	"zhibiao/extract/word"
	"zhibiao/lexicon"
)

func shipped(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestTable(t *testing.T) {
	words, err := word.New(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	if !words.Is("新建", word.Acting) || words.Is("新建", word.Attribute) || !words.Is("新建", word.Attribute, word.Second) {
		t.Errorf("新建 has roles %b", words.Of("新建"))
	}
	if got := strings.Join(words.Of("上述").Names(), " "); got != "leading" {
		t.Errorf("上述 is %s", got)
	}
	if got := words.Of("没有这个词"); got != (word.Roles{}) {
		t.Errorf("an unknown word has roles %b", got)
	}
	for _, c := range []struct {
		text string
		role word.Affix
		want string
	}{
		{"居民收入年均增速", word.GrowthTail, "年均增速"}, // not 增速
		{"增速居民收入", word.GrowthTail, ""},
		{"全社会用电量", word.AreaPrefix, "全社会"},
		{"用电量全社会", word.AreaPrefix, ""},
		{"今年上半年", word.Time, "上半年"},
		{"青年", word.Time, ""},
	} {
		if got := words.Match(c.text, c.role); got != c.want {
			t.Errorf("Match(%s, %d) = %q, want %q", c.text, c.role, got, c.want)
		}
	}
	if !words.IsOne("年均增速", word.GrowthTail) || words.IsOne("居民收入年均增速", word.GrowthTail) || words.IsOne("", word.GrowthTail) {
		t.Error("only 年均增速 is a growth's tail and no more")
	}
}

// TestSets: a set holds what was put in, also behind its first 64 roles.
func TestSets(t *testing.T) {
	last := word.ShownNaming
	r := word.Roles{}.With(word.Leading).With(last)
	if !r.Has(word.Acting, last) || !r.Has(word.Leading) || r.Has(word.Acting, word.ShownVerb) || r.Has() {
		t.Errorf("the set of leading and shown governing is %b", r)
	}
}

// TestOrder: the roles of words are listed as the table has them.
func TestOrder(t *testing.T) {
	var all word.Roles
	for a := word.Leading; a <= word.ShownNaming; a++ {
		all = all.With(a)
	}
	var want []string
	for _, r := range shipped(t).Roles {
		if r.Match == "word" {
			want = append(want, r.Name)
		}
	}
	if got := all.Names(); !slices.Equal(got, want) {
		t.Errorf("the roles of words are %v, want %v", got, want)
	}
}

// TestRoles: the tables and the rules know the same roles.
func TestRoles(t *testing.T) {
	for _, c := range []struct {
		change func(*lexicon.Lexicon)
		want   string
	}{
		{func(l *lexicon.Lexicon) { l.Roles = l.Roles[1:] }, "the role leading is missing"},
		{func(l *lexicon.Lexicon) { l.Roles = append(l.Roles, lexicon.Role{Name: "shining", Match: "word"}) }, "no rule reads the role shining"},
		{func(l *lexicon.Lexicon) { l.Roles[0].Match = "end" }, "do not match the role leading by end"},
	} {
		lex := shipped(t)
		c.change(lex)
		if _, err := word.New(lex); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("New: %v, want %q", err, c.want)
		}
	}
}
