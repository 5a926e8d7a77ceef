package read

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"zhibiao/report"
)

// Object is a JSON object taken apart: one line of JSON lines.
type Object struct {
	names  []string
	values []json.RawMessage
	text   *string // that goes before what the object has of it
}

// ParseObject takes an object apart. It must be UTF-8.
func ParseObject(line []byte) (*Object, error) {
	names, values, err := jsonFields(line)
	return &Object{names: names, values: values}, err
}

// Value is what the object has under a name, nil where it has none.
func (o *Object) Value(name string) json.RawMessage {
	i := slices.IndexFunc(o.names, func(n string) bool { return strings.EqualFold(n, name) })
	if i < 0 {
		return nil
	}
	return o.values[i]
}

// SetText gives the object a text that stands outside of it.
func (o *Object) SetText(text string) { o.text = &text }

// Report is the report of the object, as Reports gives it of a file that holds it.
func (o *Object) Report(ctx context.Context, source string, opt Options) (r report.Raw, err error) {
	opt.Limits = opt.Limits.withDefaults()
	f := &file{source: source, name: filepath.Base(source), opt: opt, kind: kindJSONL}
	give := func(got report.Raw, failed error) bool {
		r, err = got, failed
		return true
	}
	guard(ctx, f, give, func(out emit) {
		j := &jsonRows{f: f, ctx: ctx, out: out, enc: utf8Name, rows: 1}
		j.fields(o)
	})
	return r, err
}
