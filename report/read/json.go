package read

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"zhibiao/report"
)

// readJSON reads JSON lines, an array of objects, or objects one after the
// other: one report an object.
func readJSON(ctx context.Context, f *file, out emit) {
	head := make([]byte, min(f.size, headSize))
	n, err := f.r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		out(report.Raw{}, f.fail("open", "cannot be read: "+plain(err), "check the disk"))
		return
	}
	enc, bom, ok := detect(head[:n])
	if !ok {
		out(report.Raw{}, f.notText())
		return
	}
	j := &jsonRows{f: f, ctx: ctx, out: out, enc: enc}
	r := f.textReader(enc, bom)
	text := head[bom:n]
	if enc != utf8Name {
		text, _ = decoderOf(enc).Bytes(text)
	}
	if jsonLines(text, int64(n) < f.size) {
		j.lines(r)
		return
	}
	j.stream(r)
}

// jsonLines tells whether the first line is a whole object, or too long to
// tell. Otherwise objects span lines.
func jsonLines(head []byte, cut bool) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	line, _, found := bytes.Cut(head, []byte("\n"))
	if !found && cut {
		return true
	}
	if json.Valid(line) {
		return true
	}
	// A broken first line among whole ones.
	lines := bytes.SplitN(head, []byte("\n"), 12)
	good := 0
	for _, l := range lines[1:] {
		if l = bytes.TrimSpace(l); len(l) > 2 && l[0] == '{' && json.Valid(l) {
			good++
		}
	}
	return good*2 > len(lines)-1
}

// jsonRows emits objects as reports.
type jsonRows struct {
	f    *file
	ctx  context.Context
	out  emit
	enc  string
	rows int
}

// lines reads one object a line. A broken line costs itself.
func (j *jsonRows) lines(r io.Reader) {
	br := bufio.NewReaderSize(r, 64<<10)
	limit := int(j.f.opt.Limits.Text) * 2 // escapes double a text
	for n := 1; ; n++ {
		line, long, err := Line(br, limit)
		if len(bytes.TrimSpace(line)) > 0 || long {
			j.rows = n
			if !j.line(line, long) {
				return
			}
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				j.out(report.Raw{}, j.f.fail("read", "cannot be read further: "+plain(err), "check the disk and the file's encoding"))
			}
			return
		}
	}
}

// Line reads a line of any length, with its end, and keeps none that is longer
// than limit bytes: long then tells so. err is io.EOF behind the last line.
func Line(br *bufio.Reader, limit int) (line []byte, long bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
		if len(line)+len(part) > limit {
			long = true
			line = line[:0]
		}
		if !long {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

func (j *jsonRows) line(line []byte, long bool) bool {
	if long {
		return j.out(report.Raw{}, j.f.rowError(j.rows, "the line is longer than any report", "check what it is"))
	}
	return j.object(json.RawMessage(line))
}

// object emits one object; false means stop.
func (j *jsonRows) object(raw json.RawMessage) bool {
	if err := j.ctx.Err(); err != nil {
		j.out(report.Raw{}, j.f.fail("read", "stopped: "+err.Error(), "run the same command again"))
		return false
	}
	o, err := ParseObject(raw)
	if err != nil {
		return j.out(report.Raw{}, j.f.rowError(j.rows, "is not a JSON object: "+plain(err), "mend or delete the line"))
	}
	return j.fields(o)
}

// fields emits what an object says.
func (j *jsonRows) fields(o *Object) bool {
	cols := columnsOf(o.names, j.f.opt.TextColumn)
	if o.text != nil {
		cols.text = len(o.values)
	}
	if cols.text < 0 {
		e := j.f.noTextColumn(o.names)
		e.Source = j.f.rowSource(j.rows)
		return j.out(report.Raw{}, e)
	}
	r, fail := j.f.rowRaw(kindJSONL, j.rows, cols, func(i int) string {
		if i == len(o.values) {
			return *o.text
		}
		return jsonText(o.values[i], 0)
	})
	r.Encoding = j.enc
	if fail != nil {
		return j.out(report.Raw{}, fail)
	}
	return j.out(r, nil)
}

// jsonFields splits an object into its names and raw values, in order.
func jsonFields(raw json.RawMessage) (names []string, values []json.RawMessage, err error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	t, err := d.Token()
	if err != nil {
		return nil, nil, err
	}
	if t != json.Delim('{') {
		return nil, nil, fmt.Errorf("it starts with %.20v", t)
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		var v json.RawMessage
		if err := d.Decode(&v); err != nil {
			return nil, nil, err
		}
		s, _ := name.(string)
		names, values = append(names, s), append(values, v)
	}
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, errors.New("something stands behind it")
	}
	return names, values, nil
}

// jsonText writes a value as text: lists of paragraphs become lines.
func jsonText(raw json.RawMessage, depth int) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || depth > 4 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		_ = json.Unmarshal(raw, &s)
		return s
	case '[':
		var list []json.RawMessage
		_ = json.Unmarshal(raw, &list)
		var parts []string
		for _, v := range list {
			parts = append(parts, jsonText(v, depth+1))
		}
		return strings.Join(parts, "\n")
	case '{', 'n', 't', 'f':
		return ""
	}
	if x, err := strconv.ParseFloat(string(raw), 64); err == nil && x == float64(int64(x)) {
		return strconv.FormatInt(int64(x), 10)
	}
	return string(raw)
}

// stream reads objects that span lines, in an array or one after the other.
func (j *jsonRows) stream(r io.Reader) {
	limit := 2 * j.f.opt.Limits.Text
	lr := &valueReader{r: r, limit: limit}
	d := json.NewDecoder(lr)
	fail := func(err error) {
		j.out(report.Raw{}, j.f.fail("read", fmt.Sprintf("broken JSON behind object %d: %s", j.rows, plain(err)),
			"mend it, or write one object a line (JSONL), where a broken one costs only itself"))
	}
	array := false
	for {
		if array && !d.More() {
			if _, err := d.Token(); err != nil {
				fail(err)
			}
			return
		}
		lr.left = limit
		if j.rows == 0 && !array {
			if c, err := firstByte(lr); err != nil {
				fail(err)
				return
			} else if c == '[' {
				_, _ = d.Token()
				array = true
				continue
			}
		}
		var v json.RawMessage
		if err := d.Decode(&v); err != nil {
			if !errors.Is(err, io.EOF) || array || j.rows == 0 {
				fail(err)
			}
			return
		}
		j.rows++
		if !j.object(v) {
			return
		}
	}
}

// firstByte looks at the first byte of the input before the decoder does.
func firstByte(lr *valueReader) (byte, error) {
	br := bufio.NewReaderSize(lr.r, 4096)
	lr.r = br
	for {
		b, err := br.ReadByte()
		if err != nil {
			return 0, err
		}
		if b != ' ' && b != '\n' && b != '\r' && b != '\t' {
			return b, br.UnreadByte()
		}
	}
}

// valueReader bounds what the decoder buffers for one value.
type valueReader struct {
	r     io.Reader
	limit int64
	left  int64
}

func (v *valueReader) Read(b []byte) (int, error) {
	if v.left <= 0 {
		return 0, errors.New("an object longer than any report")
	}
	n, err := v.r.Read(b)
	v.left -= int64(n)
	return n, err
}
