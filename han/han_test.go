package han_test

import (
	"testing"

	"zhibiao/han"
)

func TestSmall(t *testing.T) {
	for _, c := range []struct {
		text string
		v, n int
	}{
		{"三、深化改革", 3, 1},
		{"十、结语", 10, 1},
		{"十二五时期", 12, 2},
		{"二十大", 20, 2},
		{"二十三条", 23, 3},
		{"三四线", 3, 1},
		{"十十", 10, 1},
		{"〇", 0, 0},
		{"两年", 0, 0},
		{"增长", 0, 0},
		{"", 0, 0},
	} {
		if v, n := han.Small([]rune(c.text)); v != c.v || n != c.n {
			t.Errorf("Small(%q) = %d, %d; want %d, %d", c.text, v, n, c.v, c.n)
		}
	}
}

func TestDigit(t *testing.T) {
	for i, r := range []rune("〇一二三四五六七八九十") {
		want := i
		if got := han.UpToTen(r); got != want {
			t.Errorf("UpToTen(%c) = %d, want %d", r, got, want)
		}
		if i == 10 {
			want = -1
		}
		if got := han.Digit(r); got != want {
			t.Errorf("Digit(%c) = %d, want %d", r, got, want)
		}
	}
	for r, want := range map[rune]int{'十': 1, '百': 2, '千': 3, '万': 4, '亿': 8, '一': 0, '元': 0} {
		if got := han.Scale(r); got != want {
			t.Errorf("Scale(%c) = %d, want %d", r, got, want)
		}
	}
}

// TestClasses gives each class the runes that it must and must not hold.
func TestClasses(t *testing.T) {
	for _, c := range []struct {
		name    string
		class   func(rune) bool
		in, out string
	}{
		{"Is", han.Is, "国〇々㐀𠀀", "A1。、 "},
		{"IsDigit", han.IsDigit, "059", "０一a"},
		{"IsAnyDigit", han.IsAnyDigit, "05９０", "一a"},
		{"IsLetter", han.IsLetter, "azAZ", "1é@["},
		{"IsLatin", han.IsLatin, "azéαжＡ", "×÷1国"},
		{"IsPunct", han.IsPunct, "。，、（）“”…·", "〇国a1"},
		{"IsBreak", han.IsBreak, "\n\r\u2028", " 国"},
		{"IsJunk", han.IsJunk, "\x00\u200b\ufeff\ue000", " 国a"},
		{"EndsSentence", han.EndsSentence, "。！？", "，；："},
		{"EndsLine", han.EndsLine, "。！？；：…", "，、"},
		{"Opens", han.Opens, "（“《【", "）”》】"},
		{"Closes", han.Closes, "）”》】", "（“《【"},
		{"Bounds", han.Bounds, "。（》", "，国1"},
	} {
		tells(t, c.name, c.class, c.in, c.out)
	}
}

// tells checks which characters a class has, and which it has not.
func tells(t *testing.T, name string, class func(rune) bool, in, out string) {
	t.Helper()
	for _, r := range in {
		if !class(r) {
			t.Errorf("%s: %q is left out", name, r)
		}
	}
	for _, r := range out {
		if class(r) {
			t.Errorf("%s: %q is let in", name, r)
		}
	}
}

func TestSpaceWidth(t *testing.T) {
	for r, want := range map[rune]int{' ': 1, '\t': 1, '\u00a0': 1, '　': 2, '国': 0, '\n': 0} {
		if got := han.SpaceWidth(r); got != want {
			t.Errorf("SpaceWidth(%q) = %d, want %d", r, got, want)
		}
	}
}

// TestSet: a set holds its characters and no other that shares their bits.
func TestSet(t *testing.T) {
	ends := han.NewSet("，。a")
	for r := range rune(0x11000) {
		if want := r == '，' || r == '。' || r == 'a'; ends.Has(r) != want {
			t.Errorf("Has(%q) is %v", r, !want)
		}
	}
	if !ends.In("工业，") || ends.In("工业") || ends.In("") {
		t.Error("In is wrong")
	}
	text := []rune("工业。增长8%，")
	for at, want := range []int{0, 0, 0, 3, 3, 3, 3, 4, 8} {
		if got := ends.Back(text, at, 3); got != want {
			t.Errorf("Back(%d) is %d, want %d", at, got, want)
		}
	}
	if none := (han.Set{}); none.Has('，') || none.In("，") {
		t.Error("the zero Set holds something")
	}
}

// TestWords: the first word in the text is found, of several at one place the
// first of the list.
func TestWords(t *testing.T) {
	w := han.NewWords("开发区|开发|区")
	for text, want := range map[string]string{"": "", "山河": "", "新开发区": "开发区", "再开发利用": "开发", "全区开发": "区", "开拓": ""} {
		at, end := w.Find(text)
		if got := text[at:end]; got != want || w.In(text) != (want != "") {
			t.Errorf("%s: found %q, want %q", text, got, want)
		}
	}
}

func TestContains(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        bool
	}{
		{"青禾县水利工程", "水利", true},
		{"青禾县水利工程", "工程", true},
		{"青禾县", "青禾县", true},
		{"青禾县", "青县", false},
		{"禾", "青禾", false},
		{"", "青", false},
		{"青", "", true},
	} {
		if got := han.Contains([]rune(c.text), []rune(c.words)); got != c.want {
			t.Errorf("Contains(%s, %s) = %v", c.text, c.words, got)
		}
	}
}
