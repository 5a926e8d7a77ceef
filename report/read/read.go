package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"zhibiao/han"
	"zhibiao/report"
)

// Input is one file to read: a path, or bytes with the name they go by.
type Input struct {
	Source string // what report.Raw.Source and messages say; Path if empty
	Path   string // opened unless Data is set
	Data   []byte
}

// Options say how files are read. The zero value works.
type Options struct {
	// TextColumn names the column of a table that holds the reports' text;
	// empty means the first of full_text, content, text, 正文, 全文, 内容.
	TextColumn string
	// CacheDir keeps the compiled PDF library between runs (0.3 s instead of
	// 4 s at the first PDF). Empty means no cache on disk.
	CacheDir string
	Limits   Limits
}

// Limits bound what one hostile file can cost. Zero fields take the defaults.
type Limits struct {
	Document int64         // bytes of one document or archive member: 64 MB
	Text     int64         // bytes of one report's text or table row: 24 MB
	Unpacked int64         // bytes that an archive may unpack to in all: 8 GB
	Rows     int64         // bytes of all texts of a table above 200 times its size: 256 MB
	PDFTime  time.Duration // time for one PDF, to which each page adds a hundredth: 10 s
}

func (l Limits) withDefaults() Limits {
	if l.Document <= 0 {
		l.Document = 64 << 20
	}
	if l.Text <= 0 {
		l.Text = 24 << 20
	}
	if l.Unpacked <= 0 {
		l.Unpacked = 8 << 30
	}
	if l.Rows <= 0 {
		l.Rows = 256 << 20
	}
	if l.PDFTime <= 0 {
		l.PDFTime = 10 * time.Second
	}
	return l
}

// file is an opened input on its way through the readers.
type file struct {
	source string
	name   string // base name, for its ending
	r      io.ReaderAt
	room   []byte // to read a small file into
	data   []byte // all of it, where the caller has it; not to be changed
	size   int64
	opt    Options
	member bool    // inside an archive
	kind   kind    // once it is known
	text   decoded // all of it, where its kind was told by that
}

func (f *file) fail(stage, reason, remedy string) *report.Error {
	return &report.Error{Source: f.source, Stage: stage, Reason: reason, Remedy: remedy}
}

// raw starts a Raw of the whole file.
func (f *file) raw(format kind) report.Raw {
	return report.Raw{Source: f.source, Format: string(format), Bytes: int(f.size)}
}

// bytes returns the whole content, if it is within the limit of a document. It is
// not to be changed.
func (f *file) bytes() ([]byte, *report.Error) {
	if f.size > f.opt.Limits.Document {
		return nil, f.fail("open", fmt.Sprintf("the file has %d bytes, more than the %d of one document", f.size, f.opt.Limits.Document),
			"no report is that long: check what it is, split it, or turn a collection into CSV or JSONL")
	}
	return f.start(f.size)
}

// start returns the first n bytes. They are not to be changed.
func (f *file) start(n int64) ([]byte, *report.Error) {
	if f.data != nil {
		return f.data[:n:n], nil
	}
	data := f.room
	if n > int64(len(data)) {
		data = make([]byte, n)
	}
	read, err := f.r.ReadAt(data[:n], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, f.fail("open", "cannot be read: "+plain(err), "check the disk and the file's permissions")
	}
	return data[:read], nil
}

// emit hands over a report or the error in its place; false means stop.
type emit func(report.Raw, error) bool

// Reports yields the reports of a file: one for most formats, one a row for
// tables, one a member for archives. What cannot be read comes as *report.Error in
// its place and the rest goes on. Reading never panics: a panic of a library
// comes as *report.Error too. Reports is safe for concurrent use.
func Reports(ctx context.Context, in Input, opt Options) iter.Seq2[report.Raw, error] {
	return func(yield func(report.Raw, error) bool) {
		opt.Limits = opt.Limits.withDefaults()
		source := in.Source
		if source == "" {
			source = in.Path
		}
		room := rooms.Get().(*[headSize]byte)
		defer rooms.Put(room)
		f := &file{source: source, name: filepath.Base(source), opt: opt, room: room[:]}
		if in.Data != nil {
			f.r, f.data, f.size = bytes.NewReader(in.Data), in.Data, int64(len(in.Data))
		} else {
			osf, err := openRegular(f, in.Path)
			if err != nil {
				yield(report.Raw{}, err)
				return
			}
			defer func() { _ = osf.Close() }()
		}
		read(ctx, f, yield)
	}
}

var rooms = sync.Pool{New: func() any { return new([headSize]byte) }}

// openRegular opens a regular file. Folders, pipes and devices are refused:
// reading them would fail late or wait for ever.
func openRegular(f *file, path string) (*os.File, *report.Error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, f.fail("open", "is a folder, not a file", "name the folder as an argument: its files are read")
		}
		return nil, f.fail("open", "is not a regular file", "copy its content to a file")
	}
	var osf *os.File
	if err == nil {
		osf, err = os.Open(path)
	}
	if err == nil {
		f.r, f.size = osf, info.Size()
		return osf, nil
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, f.fail("open", "no such file", "check the path")
	case errors.Is(err, fs.ErrPermission):
		return nil, f.fail("open", "no permission to read", "chmod u+r the file, or run as its owner")
	}
	return nil, f.fail("open", plain(err), "check the path (a loop of links?) and the disk")
}

// read sends a file to its reader by its content.
func read(ctx context.Context, f *file, yield emit) {
	guard(ctx, f, yield, func(out emit) {
		k, err := f.sniff()
		if err != nil {
			out(report.Raw{}, err)
			return
		}
		f.kind = k
		if many, ok := manyReaders[k]; ok {
			many(ctx, f, out)
			return
		}
		r, err := oneReaders[k](ctx, f)
		if err != nil {
			out(report.Raw{}, err)
			return
		}
		out(r, nil)
	})
}

// guard stands between a reader and the caller: panics become errors, what
// cannot be a report is refused, and nothing is emitted after the caller has
// stopped.
func guard(ctx context.Context, f *file, yield emit, reader func(out emit)) {
	stopped, outside := false, false
	left := f.opt.Limits.Rows + f.size*maxRatio
	out := func(r report.Raw, err error) bool {
		if stopped {
			return false
		}
		left -= int64(len(r.Text))
		over := left < 0 && f.kind != kindZIP
		if err == nil {
			r.Notes = strings.ReplaceAll(r.Notes, "\t", cellGap)
			if _, plain := plainKinds[kind(r.Format)]; !plain {
				r.Text = strings.ReplaceAll(r.Text, "\t", cellGap)
			}
			err = f.check(&r)
		}
		if over {
			err = f.fail("read", fmt.Sprintf("its rows hold more than %d times as much text as the file has bytes: the rest is not read", maxRatio),
				"the same text stands in many rows: leave the copies out, or split the table")
		}
		if err != nil {
			r = report.Raw{}
		}
		outside = true
		ok := yield(r, err)
		outside = false
		stopped = !ok || over
		return !stopped
	}
	defer func() {
		if outside { // a panic of the caller's own code is none of ours
			return
		}
		if p := recover(); p != nil {
			out(report.Raw{}, f.fail("read", fmt.Sprintf("the reader broke on it: %.200v", p), "save the document again in another format, as text for example"))
		}
	}()
	if err := ctx.Err(); err != nil {
		out(report.Raw{}, f.fail("read", "stopped: "+err.Error(), "run the same command again"))
		return
	}
	reader(out)
}

// cellGap stands for a tab in a Raw that is not plain text: an indent, or the
// gap between cells of what is no table.
const cellGap = "    "

// plainKinds hold text as it was typed, whose tabs may be a table's.
var plainKinds = map[kind]struct{}{kindText: {}, kindMarkdown: {}, kindCSV: {}, kindJSONL: {}, kindParquet: {}, kindXLSX: {}}

// Readers of one document, and of files that hold many.
var (
	oneReaders  map[kind]func(context.Context, *file) (report.Raw, *report.Error)
	manyReaders map[kind]func(context.Context, *file, emit)
)

func init() { // the ZIP reader calls read: a literal would be a cycle
	oneReaders = map[kind]func(context.Context, *file) (report.Raw, *report.Error){
		kindText: readText, kindMarkdown: readText, kindHTML: readHTML, kindMHTML: readMHTML,
		kindPDF: readPDF, kindDOCX: readDOCX, kindDOC: readDOC, kindRTF: readRTF,
	}
	manyReaders = map[kind]func(context.Context, *file, emit){
		kindCSV: readCSV, kindJSONL: readJSON, kindParquet: readParquet, kindXLSX: readXLSX, kindZIP: readZIP,
	}
}

// check refuses what cannot be a report: too long, or without Chinese.
func (f *file) check(r *report.Raw) error {
	e := &report.Error{Source: r.Source, Stage: "read"}
	if int64(len(r.Text)) > f.opt.Limits.Text {
		e.Reason = fmt.Sprintf("the text has %d bytes, more than the %d of one report", len(r.Text), f.opt.Limits.Text)
		e.Remedy = "check what it is: a collection belongs in one file a report, CSV or JSONL"
		return e
	}
	if strings.TrimSpace(r.Text) == "" {
		e.Reason, e.Remedy = "no text in it", "check that the document is not a picture or an empty export"
		return e
	}
	if !hasHan(r.Text) {
		e.Reason, e.Remedy = "no Chinese text in it", "only Chinese reports are read; check the file and its encoding"
		return e
	}
	return nil
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, han.Is)
}

// hanCount counts the Han characters of s.
func hanCount(s string) (n int) {
	for _, r := range s {
		if han.Is(r) {
			n++
		}
	}
	return n
}

// plain is the message of an error without its path, which the source says.
func plain(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return fmt.Sprintf("%.300s", err.Error())
}
