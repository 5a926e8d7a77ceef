package clause_test

import (
	"strings"
	"testing"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/extract/word/wordtest"
	"zhibiao/segment"
)

// spaced cuts where the test put a slash and tags every word as a noun, but
// for those with a tag of their own.
type spaced map[string]string

func (s spaced) Tag(text string) []segment.Token {
	var out []segment.Token
	at := 0
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out = append(out, segment.Token{Start: at, End: at + 1, Text: "\n", Pos: "x"})
			at++
		}
		for line != "" {
			w := s.first(line)
			n := len([]rune(w))
			pos := s[w]
			if pos == "" {
				pos = "n"
			}
			out = append(out, segment.Token{Start: at, End: at + n, Text: w, Pos: pos})
			at += n
			line = line[len(w):]
		}
	}
	return out
}

func (s spaced) Cut(text string) []string {
	var words []string
	for _, k := range s.Tag(text) {
		words = append(words, k.Text)
	}
	return words
}

// first is the longest known word at the start of text, else one character.
func (s spaced) first(text string) string {
	best := string([]rune(text)[:1])
	for w := range s {
		if strings.HasPrefix(text, w) && len(w) > len(best) {
			best = w
		}
	}
	return best
}

func cutter(t *testing.T, seg segment.Segmenter) *clause.Cutter {
	t.Helper()
	_, words := wordtest.Tables(t)
	return &clause.Cutter{Words: words, Seg: seg}
}

func TestCut(t *testing.T) {
	c := cutter(t, spaced{"新": "a", "建成": "v", "企业": "n", "参保": "v", "率": "n", "新建高标准农田": "n", "农田": "n", "努力实现": "v", "上半年": "t", "青年": "t", "占": "v", "比": "p", "公园": "n", "和": "c", "广场": "n"})
	for _, test := range []struct{ text, want string }{
		{"新建成企业", "建成/v 企业/n"},
		{"参保率", "参保率/n"},
		{"新建高标准农田", "新建/v 高标准农田/n"},
		{"努力实现参保", "实现/v 参保/v"},
		{"占比", "占比/n"},
		{"公园和广场、企业，参保", "公园/n 和/c 广场/n 、/ 企业/n ，/ 参保/v"},
		{"“建成企业”公园", "“建成企业”/n 公园/n"},
		{"公园（含广场）", "公园/n （含广场）/"},
		{"新（改）建公园", "新建/v 公园/n"},
	} {
		r := []rune(test.text)
		var got []string
		for _, k := range c.Cut(nil, r, 0, len(r), nil, nil) {
			got = append(got, k.Text+"/"+k.Pos)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("Cut(%s) = %s, want %s", test.text, s, test.want)
		}
	}
}

// TestRolesOfTokens: a token has the roles of the text that it has in the end.
func TestRolesOfTokens(t *testing.T) {
	c := cutter(t, spaced{"新": "a", "建成": "v", "上半年": "t", "青年": "t", "面积": "n"})
	r := []rune("新建成上半年青年面积（下同）（广场）")
	tokens := c.Cut(nil, r, 0, len(r), nil, nil)
	for i, want := range [][]word.Role{{word.Building}, {word.Timed}, {}, {word.Attribute}, {word.Remarked}, {}} {
		if len(want) == 0 && tokens[i].Is(word.Timed, word.Remarked) || len(want) > 0 && !tokens[i].Roles.Has(want...) {
			t.Errorf("%s has roles %b", tokens[i].Text, tokens[i].Roles)
		}
	}
	short := c.Before(tokens, 9, r)
	if k := short[len(short)-1]; k.Text != "面" || k.Is(word.Attribute) {
		t.Errorf("the shortened token is %s with roles %b", k.Text, k.Roles)
	}
}

// TestNeeded: words are cut where a number may ask for them.
func TestNeeded(t *testing.T) {
	c := cutter(t, spaced{"公园": "n", "企业": "n", "广场": "n", "城市": "n", "人员": "n"})
	yuan := &lang.Unit{Dim: "money"}
	for _, test := range []struct{ text, want string }{
		{"公园，企业", "公园/n ，/ 企业/n"}, // nothing is counted
		{"城市，公园，企业，广场#，人员，城市", "/ ，/ / ，/ / ，/ 广场/n / ，/ / ，/ /"},
		{"人员，广场#，公园#", "/ ，/ 广场/n / ，/ 公园/n /"},
		{"广场$，人员，城市", "广场/n / ，/ / ，/ /"}, // what the money is for is cut when it is asked for
		{"广场$内，人员", "广场/n / 内/n ，/ /"},
	} {
		r := []rune(test.text)
		var qs []lang.Quantity
		for i, k := range r {
			switch k {
			case '#':
				qs = append(qs, lang.Quantity{Start: i, Before: i, End: i + 1, After: i + 1})
			case '$':
				qs = append(qs, lang.Quantity{Start: i, Before: i, End: i + 1, After: i + 1, Unit: yuan})
			}
		}
		var got []string
		for _, k := range c.Cut(nil, r, 0, len(r), qs, nil) {
			got = append(got, k.Text+"/"+k.Pos)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("Cut(%s) = %s, want %s", test.text, s, test.want)
		}
	}
}

func TestParts(t *testing.T) {
	c := cutter(t, spaced{"公园": "n", "和": "c", "广场": "n", "企业": "n"})
	r := []rune("公园、广场和企业")
	tokens := c.Cut(nil, r, 0, len(r), nil, nil)
	var got []string
	for _, p := range clause.Parts(tokens) {
		got = append(got, clause.PhraseOf(r, p).Text)
	}
	if s := strings.Join(got, "|"); s != "公园|广场|企业" {
		t.Errorf("Parts = %s", s)
	}
	if !clause.HasPause(tokens) || clause.OnlyJoints(tokens) || !clause.OnlyJoints(tokens[1:2]) {
		t.Error("HasPause or OnlyJoints is wrong")
	}
}

// uneven cuts 青禾苑桥镇 otherwise where a part of it stands alone.
type uneven struct{ spaced }

func (s uneven) Tag(text string) []segment.Token {
	if strings.HasPrefix(text, "青禾苑桥镇") {
		return s.spaced.Tag(text)
	}
	return spaced{}.Tag(text)
}

// TestMetWords: words have the tags that they have in their text, when they are
// met and when they are met again.
func TestMetWords(t *testing.T) {
	c := cutter(t, uneven{spaced{"青禾苑": "nr", "桥镇": "ns"}})
	r := []rune("青禾苑桥镇")
	for range 2 {
		var got []string
		for _, k := range c.Cut(nil, r, 0, len(r), nil, nil) {
			got = append(got, k.Text+"/"+k.Pos)
		}
		if s := strings.Join(got, " "); s != "青禾苑/nr 桥镇/ns" {
			t.Errorf("cut as %s", s)
		}
	}
}

// counting tells what it was asked to cut.
type counting struct {
	spaced
	asked []string
}

func (s *counting) Cut(text string) []string {
	s.asked = append(s.asked, text)
	return s.spaced.Cut(text)
}

// TestKnownAlone: a text that is one word is not cut when it is met again, and one that is only
// a part of others is.
func TestKnownAlone(t *testing.T) {
	seg := &counting{spaced: spaced{"公园": "n", "广场": "n"}}
	c := cutter(t, seg)
	for _, text := range []string{"公园、公园广场", "公园、公园广场、广场"} {
		r := []rune(text)
		if tokens := c.Cut(nil, r, 0, len(r), nil, nil); clause.PhraseOf(r, tokens).Text != text || tokens[0].Pos != "n" {
			t.Errorf("%s is cut as %v", text, tokens)
		}
	}
	if s := strings.Join(seg.asked, "|"); s != "公园\n公园广场|公园广场" {
		t.Errorf("asked for %q", s)
	}
}
