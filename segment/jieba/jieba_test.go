package jieba

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"zhibiao/segment"
)

// TestMain keeps the tests' dictionaries out of the user's cache.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "zhibiao-test-")
	if err != nil {
		panic(err)
	}
	_ = os.Setenv("XDG_CACHE_HOME", dir)
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

var shared = sync.OnceValues(func() (*Jieba, error) {
	return New([]segment.Word{
		{Text: "规模以上工业增加值", Pos: "n"},
		{Text: "微克/立方米", Pos: "q"},
		{Text: "人口", Pos: "zz"},
	})
})

func jieba(t testing.TB) *Jieba {
	t.Helper()
	j, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// covers checks what segment.Segmenter promises.
func covers(t *testing.T, text string, tokens []segment.Token) {
	t.Helper()
	want := []rune(strings.ReplaceAll(text, "\x00", " "))
	pos := 0
	for _, k := range tokens {
		if k.Start != pos || k.End <= k.Start || k.End > len(want) || string(want[k.Start:k.End]) != k.Text {
			t.Fatalf("%q: token %+v does not follow position %d", text, k, pos)
		}
		pos = k.End
	}
	if pos != len(want) {
		t.Fatalf("%q: tokens end at %d of %d", text, pos, len(want))
	}
}

func TestTagCovers(t *testing.T) {
	j := jieba(t)
	for _, text := range []string{
		"", " ", "\n", "/", "a/b", "//", "区级一般公共预算收入279.42亿元，同比增长0.34%。",
		"PM2.5浓度25微克/立方米；\t𠮷野家😀１０％", "空\x00格", "坏\xff\xfe字节", "\ufeff\u200b", "\U0010ffff",
		strings.Repeat("9", 40000), strings.Repeat("预算收入，", 5000), strings.Repeat("（", 20000),
	} {
		covers(t, text, j.Tag(text))
		if cut := strings.Join(j.Cut(text), ""); cut != clean(text) {
			t.Errorf("%q is cut as %q", text, cut)
		}
	}
}

func TestTagWords(t *testing.T) {
	got := map[string]string{}
	for _, k := range jieba(t).Tag("规模以上工业增加值增长5%，浓度25微克/立方米，人口") {
		got[k.Text] = k.Pos
	}
	for word, pos := range map[string]string{"规模以上工业增加值": "n", "微克/立方米": "q", "增长": "v", "人口": "zz"} {
		if got[word] != pos {
			t.Errorf("%s is tagged %q, want %q; all: %v", word, got[word], pos, got)
		}
	}
}

// TestCutsAsTag: Cut cuts as Tag does, and both as gojieba.
func TestCutsAsTag(t *testing.T) {
	j := jieba(t)
	for _, text := range []string{
		"沙溪河畔的青禾苑小区建成", "沙溪河畔新建A/B两座泵站\n12.5万，x3", "王小禾莅临奎桥镇调研",
	} {
		var got []string
		words := j.Cut(text)
		for i, k := range j.Tag(text) {
			got = append(got, k.Text+"/"+k.Pos)
			if words[i] != k.Text {
				t.Errorf("%q: cut %q, want %q", text, words[i], k.Text)
			}
		}
		if want := j.Bare(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTagConcurrently(t *testing.T) {
	j := jieba(t)
	text := strings.Repeat("全年实现税收447.79亿元，增长9.27%。", 50)
	want := len(j.Tag(text))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if n := len(j.Tag(text)); n != want {
					t.Errorf("%d tokens, want %d", n, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestPackedIsWhatItSays(t *testing.T) {
	for _, f := range dictFiles {
		b, err := packedFile(f.name)
		if err != nil || sha(b) != f.sum {
			t.Errorf("%s: %v, SHA-256 %s, want %s", f.name, err, sha(b), f.sum)
		}
	}
}

func TestDamagedCacheIsMended(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	words := []segment.Word{{Text: "跨国公司地区总部", Pos: "n"}}
	for round := range 2 {
		j, err := New(words)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(j.Tag("跨国公司地区总部")); n != 1 {
			t.Fatalf("round %d: %d tokens, want 1", round, n)
		}
		files, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "zhibiao/jieba/*"))
		if err != nil || len(files) != 5 {
			t.Fatalf("%v %v", files, err)
		}
		for _, f := range files {
			if err := os.WriteFile(f, []byte("cut short"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestNoCacheFolder(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
	t.Setenv("TMPDIR", t.TempDir())
	j, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	covers(t, "没有缓存", j.Tag("没有缓存"))
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestSeparatorsInCachePath(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a;b|c")
	t.Setenv("XDG_CACHE_HOME", dir)
	if _, err := New(nil); err != nil {
		t.Fatal(err)
	}
}

func TestBadWords(t *testing.T) {
	for _, w := range []segment.Word{{}, {Text: "a b"}, {Text: "a\n"}, {Text: "\xff"}, {Text: "a", Pos: "n/v"}, {Text: "a", Pos: "n 3"}} {
		if _, err := New([]segment.Word{w}); err == nil {
			t.Errorf("%+v was taken", w)
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"增长5%", "a/b", "坏\xff", "\x00", "𠮷"} {
		f.Add(s)
	}
	j := jieba(f)
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			covers(t, s, j.Tag(s))
		} else {
			j.Tag(s)
		}
	})
}
