package read

import (
	"bytes"
	"strings"
	"testing"

	"zhibiao/report/reporttest"
)

// TestRaisedDigitsOfOldWord: a note's mark stays out of the number behind it,
// and only digits that are raised become marks.
func TestRaisedDigitsOfOldWord(t *testing.T) {
	for _, c := range []struct {
		before, mark, after string
		kind                byte
		want                string
	}{
		{"年末常住人口", "3", "45.6万人。\r", 1, "年末常住人口³45.6万人。"},
		{"建成区面积120万米", "2", "。\r", 1, "建成区面积120万米²。"},
		{"削减二氧化硫SO", "2", "15吨。\r", 2, "削减二氧化硫SO215吨。"},
		{"年末常住人口", "注", "45.6万人。\r", 1, "年末常住人口注45.6万人。"},
	} {
		data := reporttest.DOCRaised(c.before, c.mark, c.after, c.kind)
		raws, fails := readAll(t, Input{Source: "a.doc", Data: data}, Options{})
		if len(fails) > 0 || len(raws) != 1 || strings.TrimSpace(raws[0].Text) != c.want {
			t.Errorf("%s: %v %v", c.want, raws, fails)
		}
	}
}

// TestBrokenRunsOfOldWord: tables of runs that point nowhere raise nothing and
// cost no text.
func TestBrokenRunsOfOldWord(t *testing.T) {
	data := reporttest.DOCRaised("常住人口", "3", "45.6万人。\r", 1)
	at := bytes.Index(data, []byte{0xEC, 0xA5}) + 0xFA
	for _, b := range []byte{0x01, 0x7F, 0xFF} {
		for i := range 8 {
			broken := bytes.Clone(data)
			broken[at+i] = b
			raws, fails := readAll(t, Input{Source: "a.doc", Data: broken}, Options{})
			if len(fails) > 0 || len(raws) != 1 || !strings.HasSuffix(strings.TrimSpace(raws[0].Text), "45.6万人。") {
				t.Errorf("byte %d is %#x: %v %v", i, b, raws, fails)
			}
		}
	}
}
