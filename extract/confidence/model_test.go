package confidence

import (
	"math"
	"strings"
	"testing"

	"zhibiao/extract/clause"
)

// TestModelLoads: the files that come with the program are whole, and the
// curve rises.
func TestModelLoads(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Trees) < 50 || len(m.Names) < 50 || len(m.fits) < 100 {
		t.Errorf("%d trees over %d features, %d units with what they count", len(m.Trees), len(m.Names), len(m.fits))
	}
	for i := 1; i < len(m.Curve); i++ {
		if m.Curve[i][0] <= m.Curve[i-1][0] || m.Curve[i][1] < m.Curve[i-1][1] {
			t.Errorf("the curve falls at point %d: %v", i, m.Curve[i-1:i+1])
		}
	}
}

// TestTreesByHand holds a model of two trees against what they say on paper.
func TestTreesByHand(t *testing.T) {
	m, err := read([]byte(`{"features":["length","indicator"],"base":0.5,
		"trees":[{"f":[0,-1,-1],"v":[6,1,-1],"l":[1,0,0]},{"f":[1,-1,0,-1,-1],"v":[0,-2,9,0.25,3],"l":[1,0,3,0,0]}],
		"curve":[[-3,0.1],[0,0.5],[4,0.9]]}`), "公里 路\t4\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		subject   string
		indicator bool
		want      float64
	}{
		{"养老床位", false, 0.433},        // 0.5 + 1 - 2 = -0.5: a sixth of the way from 0 down to -3
		{"养老床位", true, 0.675},         // 0.5 + 1 + 0.25 = 1.75
		{"城镇居民人均可支配收入", true, 0.75},   // 0.5 - 1 + 3 = 2.5
		{"城镇居民人均可支配收入", false, 0.167}, // 0.5 - 1 - 2 = -2.5
	} {
		if got := m.Of(&Case{Subject: c.subject, Indicator: c.indicator}); math.Abs(got-c.want) > 0.0006 {
			t.Errorf("%s, indicator %v: %v, want %v", c.subject, c.indicator, got, c.want)
		}
	}
}

// TestBrokenModels are refused with what is wrong.
func TestBrokenModels(t *testing.T) {
	for _, c := range []struct{ model, fits, want string }{
		{`{`, "", "read the confidence model"},
		{`{"features":["a"],"trees":[{"f":[1,-1,-1],"v":[0,0,0],"l":[1,0,0]}]}`, "", "node 0 points outside"},
		{`{"features":["a"],"trees":[{"f":[0,-1],"v":[0,0],"l":[1,0]}]}`, "", "node 0 points outside"},
		{`{"features":["a"],"trees":[{"f":[0],"v":[],"l":[]}]}`, "", "its lists have 1, 0 and 0 nodes"},
		{`{}`, "公里 路\tmany\n", "line 1"},
		{`{}`, "# head\n公里 路\n", "line 2"},
	} {
		if _, err := read([]byte(c.model), c.fits); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: %v, want %s", c.model, c.fits, err, c.want)
		}
	}
}

// TestPlace: what stands between the subject and the number.
func TestPlace(t *testing.T) {
	// 粮食总产，面积稳定，达45万吨
	tokens := []clause.Token{
		{Kind: clause.Word, Start: 0, End: 4, Text: "粮食总产", Pos: "n"},
		{Kind: clause.Stop, Start: 4, End: 5, Text: "，"},
		{Kind: clause.Word, Start: 5, End: 7, Text: "面积", Pos: "n"},
		{Kind: clause.Word, Start: 7, End: 9, Text: "稳定", Pos: "v"},
		{Kind: clause.Stop, Start: 9, End: 10, Text: "，"},
		{Kind: clause.Word, Start: 10, End: 11, Text: "达", Pos: "v"},
		{Kind: clause.Amount, Start: 11, End: 15},
	}
	got := map[string]float64{}
	c := &Case{Subject: "粮食总产", Spans: [][2]int{{0, 4}}, Before: 11, After: 15, Tokens: tokens}
	c.Features(Fits{}, func(kind Name, of string, v float64) { got[kind.String()+of] = v })
	for name, want := range map[string]float64{"gap": 7, "first=n": 1, "next=kind4": 1, "numbers before": 0, "words": 1, "length": 4, "pieces": 1, "listed": 0} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}
}

// TestFitsRoundTrip: what Lines writes is read back.
func TestFitsRoundTrip(t *testing.T) {
	fits := Fits{}
	for range 3 {
		fits.Report([]string{"农村公路", "乡道公路", "造林面积", "路"}, []string{"公里", "公里", "亩", "条"})
	}
	back, err := readFits(strings.Join(fits.Lines(2), "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(back) != 2 || back["公里 路"] != 3 || back["亩 积"] != 3 {
		t.Errorf("read back %+v", back)
	}
}
