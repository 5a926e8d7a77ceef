package evaluate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/dataset"
)

const scorePy = "../../shared/gold/score.py"

// summary is what score.py prints.
func summary(c Counts) string {
	var b strings.Builder
	fmt.Fprintf(&b, "gold %d  found %d  matched %d   mention P %.3f R %.3f F1 %.3f\n", c.Gold, c.Found, c.Matched, c.Precision(), c.Recall(), c.F1(c.Matched))
	b.WriteString("of matched:")
	for _, f := range Fields {
		fmt.Fprintf(&b, " %s %.3f ", f, c.Share(f))
	}
	fmt.Fprintf(&b, " subject char-F1 %.3f\n", c.MeanSubjectF1())
	fmt.Fprintf(&b, "quantity F1 %.3f   fact F1 %.3f   fact-exact F1 %.3f\n", c.F1(c.Right["quantity"]), c.F1(c.Right["fact"]), c.F1(c.Right["fact_exact"]))
	return b.String()
}

// damaged makes found facts out of gold ones with every kind of error.
func damaged(r Report, rnd *rand.Rand) []dataset.FactRow {
	var rows []dataset.FactRow
	for _, g := range r.Gold {
		row := dataset.FactRow{
			QuoteStart: int32(g.Start), QuoteEnd: int32(g.End), Quote: g.Quote, Value: g.Value, ValueLow: g.Low, ValueHigh: g.High, Unit: g.Unit,
			Bound: g.Bound, Measure: g.Measure, Base: g.Base, Subject: g.Subject, Period: g.Period, Status: g.Status,
		}
		switch rnd.IntN(12) {
		case 0:
			continue
		case 1:
			row.QuoteStart++
		case 2:
			row.Subject += "额外"
		case 3:
			row.Period = row.Period[max(0, len(row.Period)-4):]
		case 4:
			v := *row.Value * 100
			row.Value, row.Unit = &v, "%"
		case 5:
			row.QuoteEnd, row.Subject = row.QuoteEnd+3, ""
		case 6:
			row.Base = ""
		case 7:
			row.Value = nil
		}
		rows = append(rows, row)
		if rnd.IntN(10) == 0 {
			row.QuoteStart, row.QuoteEnd = row.QuoteStart+40, row.QuoteEnd+40
			rows = append(rows, row)
		}
	}
	return rows
}

// TestAgreesWithScorePy holds Score against score.py, to the digit.
func TestAgreesWithScorePy(t *testing.T) {
	if testing.Short() {
		t.Skip("scores 35 reports in Python")
	}
	if _, err := os.Stat(scorePy); err != nil {
		t.Skip("no ../shared here: score.py cannot be compared with")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3 here: score.py cannot be compared with")
	}
	reports, err := ReadGold(filepath.Join(filepath.Dir(scorePy), "dev"))
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, r := range reports {
		for _, cut := range []bool{false, true} {
			text := r.Text
			rows := damaged(r, rnd)
			if cut { // a text that was cleaned otherwise
				runes := []rune(text)
				text = string(runes[:200]) + "多出来的一段" + string(runes[200:900]) + string(runes[930:])
			}
			c, _ := Score(r, text, rows)
			dir := t.TempDir()
			var b bytes.Buffer
			for _, row := range rows {
				if err := json.NewEncoder(&b).Encode(row); err != nil {
					t.Fatal(err)
				}
			}
			facts, clean := filepath.Join(dir, "facts.jsonl"), filepath.Join(dir, "text.txt")
			if err := os.WriteFile(facts, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(clean, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command("python3", scorePy, r.Path, strings.TrimSuffix(r.Path, ".txt")+".gold.jsonl", facts, clean).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if got, want := squeeze(summary(c)), squeeze(string(out)); got != want {
				t.Errorf("%s cut=%v\ngot\n%s\nwant\n%s", r.Name, cut, got, want)
			}
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
