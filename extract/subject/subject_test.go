package subject_test

import (
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/clause"
	"zhibiao/extract/subject"
	"zhibiao/extract/word/wordtest"
	"zhibiao/segment/jieba"
)

// reader reads clauses with the shipped words and the real segmenter.
type reader struct {
	*subject.Reader
	cutter *clause.Cutter
}

func load(t *testing.T) *reader {
	t.Helper()
	lex, words := wordtest.Tables(t)
	seg, err := jieba.New(extract.UserWords(lex))
	if err != nil {
		t.Fatal(err)
	}
	named := func(name string) bool { return words.IsName(name) }
	return &reader{
		&subject.Reader{Words: words, Area: []string{"云岭"}, Indicator: named, Exact: named},
		&clause.Cutter{Words: words, Seg: seg},
	}
}

func (r *reader) cut(text string) []clause.Token {
	t := []rune(text)
	return r.cutter.Cut(nil, t, 0, len(t), nil, nil)
}

func text(items []clause.Token) string { return subject.Joined(items) }

func TestRead(t *testing.T) {
	r := load(t)
	for _, test := range []struct {
		words, owner, action, object string
		keep                         bool
	}{
		{words: "今年全市新建公园", action: "新建", object: "公园"},
		{words: "竣工面积", object: "竣工面积"},
		{words: "高新区实现产值", owner: "高新区", action: "实现", object: "产值"},
		{words: "为困难群众发放补贴", owner: "困难群众", action: "发放", object: "补贴"},
		{words: "对非洲市场出口", object: "对非洲市场出口", keep: true},
		{words: "供热保障投诉", object: "供热保障投诉", keep: true},
		{words: "推动出口", action: "推动", object: "出口", keep: true},
		{words: "新建、翻建公厕", action: "新建、翻建", object: "公厕"},
		{words: "提请人大常委会审议地方性法规", action: "提请审议", object: "地方性法规"},
		{words: "走访企业", action: "走访", object: "走访企业"},
		{words: "公园、广场等", object: "公园、广场"},
		{words: "垃圾压缩站", object: "垃圾压缩站"},
		{words: "其中", object: ""},
	} {
		n := r.Read(r.cut(test.words), test.keep, false)
		if text(n.Owner) != test.owner || n.Action != test.action || text(n.Object) != test.object {
			t.Errorf("Read(%s) = owner %q, action %q, object %q; want %q, %q, %q", test.words, text(n.Owner), n.Action, text(n.Object), test.owner, test.action, test.object)
		}
		if n.List != strings.HasSuffix(test.words, "等") {
			t.Errorf("Read(%s): list is %v", test.words, n.List)
		}
	}
}

func TestBehind(t *testing.T) {
	r := load(t)
	for _, test := range []struct{ words, noun, rest string }{
		{"老旧小区消防基础设施改造", "老旧小区消防基础设施改造", ""},
		{"项目开工", "项目", "开工"},
		{"企业成功上市", "企业", "成功上市"},
		{"的产业引导基金", "产业引导基金", ""},
		{"有就业意愿的残疾人", "有就业意愿的残疾人", ""},
		{"公园和广场，", "公园和广场", "，"},
		{"产业园从无到有", "产业园", "从无到有"},
	} {
		noun, rest := subject.Behind(r.cut(test.words), subject.Before{})
		if text(noun) != test.noun || text(rest) != test.rest {
			t.Errorf("Behind(%s) = %q, %q; want %q, %q", test.words, text(noun), text(rest), test.noun, test.rest)
		}
	}
}

func TestClean(t *testing.T) {
	r := load(t)
	for words, want := range map[string]string{
		"、公园和":     "公园",
		"各部门的":     "各部门",
		"产值（现价）":   "产值",
		"的企业同比":    "企业",
		"基本公共服务设施": "基本公共服务设施",
	} {
		if got := text(subject.Clean(r.cut(words))); got != want {
			t.Errorf("Clean(%s) = %q, want %q", words, got, want)
		}
	}
}

// The example of a row is decided by that row.
func TestRowsDecideTheirExamples(t *testing.T) {
	r := load(t)
	for _, wrong := range append(r.Undecided(r.cut), subject.Undropped(r.cut)...) {
		t.Error(wrong)
	}
}
