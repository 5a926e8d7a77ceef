package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// textRows are facts with what text formats must take care of.
func textRows() []FactRow {
	whole, tiny, third, at := 98765432109876543.0, 1e-9, 1.0/3, int32(7)
	return []FactRow{
		{},
		{FactID: "a:1-2", Sentence: "增长8%，“稳”字当头", Value: &third, ValueLow: &tiny, ValueHigh: &whole, SubjectStart: &at, Headline: true, Confidence: 0.5},
		{FactID: `"quoted", 5\6`, Sentence: "两行\n一\t行", Subject: "a\u2028b\x01<&>", PeriodStart: ParseDate("2021-01-01"), PeriodEnd: ParseDate("1969-12-31")},
	}
}

// TestJSONIsThatOfTheEncoder holds what is written by hand against encoding/json.
func TestJSONIsThatOfTheEncoder(t *testing.T) {
	for _, row := range textRows() {
		got, err := row.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := encoded(t, row); string(got) != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// encoded writes row field by field with encoding/json.
func encoded(t *testing.T, row FactRow) string {
	t.Helper()
	v := reflect.ValueOf(row)
	fields := make([]string, v.NumField())
	for i, c := range factColumns {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		value := v.Field(i).Interface()
		if c.optional && v.Field(i).IsZero() {
			value = nil
		}
		if err := e.Encode(value); err != nil {
			t.Fatal(err)
		}
		fields[i] = fmt.Sprintf("%q:%s", c.name, strings.TrimSuffix(b.String(), "\n"))
	}
	return "{" + strings.Join(fields, ",") + "}"
}
